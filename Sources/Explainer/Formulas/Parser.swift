import Presentation

/// Reads tokens into a `Syntax`.
///
///     statement  = name "=" binary | binary
///     binary     = "not"* unary (operator unary)*       by precedence, left to right
///     unary      = "-"* postfix ("^" "-"* postfix)*     right to left, tighter than "-" before it
///     postfix    = primary ("[" index ("," index)? "]" | "ᵀ" | "²")*
///     index      = binary (".." binary)?
///     primary    = number | name | function "(" list ")" | "[" list "]" | "(" binary ")"
struct Parser {
  let characters: [Character]
  let tokens: [Token]
  let limits: Limits
  /// Whether the line went on where `characters` ends.
  let isCut: Bool
  private var position = 0
  private var depth = 0
  private(set) var nodes: [Syntax.Node] = []

  init(_ source: String, limits: Limits) {
    characters = Lexer.characters(of: source, most: limits.characters)
    isCut = source.dropFirst(limits.characters).first != nil
    tokens = Lexer.tokens(of: characters)
    self.limits = limits
  }

  mutating func statement() throws(ExpressionError) -> Statement {
    if let name = try assignedName() { return .assignment(name: name, try expression()) }
    return .expression(try expression())
  }

  mutating func expressions() throws(ExpressionError) -> [Syntax] {
    var list: [Syntax] = []
    repeat {
      nodes = []
      try binary()
      list.append(Syntax(characters: characters, nodes: nodes))
    } while skip(.comma)
    guard token.kind == .end, !isCut else { throw leftover() }
    return list
  }

  private mutating func expression() throws(ExpressionError) -> Syntax {
    try binary()
    guard token.kind == .end, !isCut else { throw leftover() }
    return Syntax(characters: characters, nodes: nodes)
  }

  /// Reads `name =` if the line starts so; only names of the learner's own may be bound.
  private mutating func assignedName() throws(ExpressionError) -> String? {
    guard tokens.count > 2, case .name(let name) = tokens[0].kind,
      tokens[1].kind == .symbol(.assign)
    else { return nil }
    if LayerName(name) != nil { throw fail(.readOnly(name), at: tokens[0]) }
    if Function.named[name] != nil || name == NameTable.answer {
      throw fail(.reserved(name), at: tokens[0])
    }
    position = 2
    return name
  }
}

// MARK: Operators

extension Parser {
  /// Reads values joined by operators that hold at least as tightly as `minimum`.
  private mutating func binary(_ minimum: Int = 0) throws(ExpressionError) {
    let start = here
    try minimum < Symbol.comparison ? negated() : unary()
    while case .symbol(let symbol) = token.kind, let precedence = symbol.precedence,
      precedence >= minimum
    {
      try refuseEntryAssignment(symbol, start)
      let mark = advance()
      try binary(precedence + 1)
      try emit(.binary(symbol), from: start, mark: mark)
      if precedence == Symbol.comparison, case .symbol(let next) = token.kind,
        next.precedence == precedence
      {
        throw fail(.chainedComparison)
      }
    }
  }

  private mutating func negated() throws(ExpressionError) {
    var waiting: [(start: Start, mark: Token)] = []
    while token.kind == .symbol(.not) {
      try checkRoom(for: waiting.count)
      waiting.append((here, advance()))
    }
    if waiting.isEmpty { return try unary() }
    try binary(Symbol.comparison)
    for sign in waiting.reversed() { try emit(.not, from: sign.start, mark: sign.mark) }
  }

  /// Powers run from right to left: a^-b^c is a^(-(b^c)). What has been read waits until its
  /// operand is complete.
  private mutating func unary() throws(ExpressionError) {
    var waiting: [(form: Syntax.Form, start: Start, mark: Token)] = []
    while true {
      let start = here
      try checkRoom(for: waiting.count)
      if token.kind == .symbol(.minus) {
        waiting.append((.negation, start, advance()))
      } else if !skip(.plus) {
        try postfix()
        guard token.kind == .symbol(.power) else { break }
        waiting.append((.binary(.power), start, advance()))
      }
    }
    for part in waiting.reversed() { try emit(part.form, from: part.start, mark: part.mark) }
  }

  private mutating func postfix() throws(ExpressionError) {
    let start = here
    try primary()
    while true {
      let exponent = here
      switch token.kind {
      case .symbol(.openBracket): try index(from: start)
      case .symbol(.transpose): try emit(.transposition, from: start, mark: advance())
      case .raised(let number):
        let mark = advance()
        try emit(.number(number), from: exponent, mark: mark)
        try emit(.binary(.power), from: start, mark: mark)
      default: return
      }
    }
  }

  private mutating func index(from start: Start) throws(ExpressionError) {
    let bracket = try open()
    var slices: [Bool] = []
    repeat {
      if slices.count == 2 { throw fail(.tooManyIndices, at: tokens[position - 1]) }
      try binary()
      slices.append(skip(.range))
      if slices.last == true { try binary() }
    } while skip(.comma)
    try close(bracket, inList: true)
    try emit(.index(slices), from: start, mark: bracket)
  }
}

// MARK: Values

extension Parser {
  private mutating func primary() throws(ExpressionError) {
    let start = here
    switch token.kind {
    case .number(let number): try emit(.number(number), from: start, mark: advance())
    case .name(let name): try self.name(name, from: start)
    case .symbol(.openBracket):
      let bracket = try open()
      if token.kind == .symbol(.closeBracket) { throw fail(.emptyVector, at: bracket) }
      let count = try list()
      try close(bracket, inList: true)
      try emit(.list(count), from: start, mark: bracket)
    case .symbol(.openParenthesis):
      let bracket = try open()
      try binary()
      try close(bracket, inList: false)
      nodes[nodes.count - 1].outer = range(from: start)
    default: throw missingValue()
    }
  }

  private mutating func name(_ name: String, from start: Start) throws(ExpressionError) {
    let mark = advance()
    let function = Function.named[name]
    guard token.kind == .symbol(.openParenthesis) else {
      if let function { throw bare(function, mark) }
      return try emit(.name(name), from: start, mark: mark)
    }
    guard let function else { throw notAFunction(name, mark) }
    let bracket = try open()
    let count = token.kind == .symbol(.closeParenthesis) ? 0 : try list()
    try close(bracket, inList: true)
    guard function.arguments.contains(count) else {
      throw fail(
        .argumentCount(function: name, given: count, usage: function.usage), at: mark)
    }
    try emit(.call(function, count), from: start, mark: mark)
  }

  /// Reads values separated by commas; returns how many.
  private mutating func list() throws(ExpressionError) -> Int {
    var count = 0
    repeat {
      try binary()
      count += 1
    } while skip(.comma)
    return count
  }
}

// MARK: Steps

extension Parser {
  /// Where a part begins, before it is read.
  private struct Start {
    let node: Int
    let token: Int
  }

  private var here: Start { Start(node: nodes.count, token: position) }

  private var token: Token { tokens[position] }

  /// Passes over a token that is not the end.
  private mutating func advance() -> Token {
    position += 1
    return tokens[position - 1]
  }

  private mutating func skip(_ symbol: Symbol) -> Bool {
    guard token.kind == .symbol(symbol) else { return false }
    position += 1
    return true
  }

  private mutating func open() throws(ExpressionError) -> Token {
    depth += 1
    if depth > limits.nesting { throw fail(.tooDeep(most: limits.nesting)) }
    return advance()
  }

  private mutating func close(_ bracket: Token, inList: Bool) throws(ExpressionError) {
    guard case .symbol(let symbol) = bracket.kind, let closing = symbol.closing, skip(closing)
    else { throw leftover(after: bracket, inList: inList) }
    depth -= 1
  }

  /// Adds a part whose last token has just been passed; its operands are the nodes from `start` on.
  private mutating func emit(
    _ form: Syntax.Form, from start: Start, mark: Token
  ) throws(ExpressionError) {
    guard nodes.count < limits.parts else {
      throw fail(.tooManyParts(most: limits.parts), at: mark)
    }
    let range = range(from: start)
    nodes.append(
      Syntax.Node(form: form, range: range, outer: range, mark: mark.range, start: start.node))
  }

  /// Refuses to keep more that waits for its operand than could become parts.
  private func checkRoom(for waiting: Int) throws(ExpressionError) {
    guard nodes.count + waiting < limits.parts else {
      throw fail(.tooManyParts(most: limits.parts))
    }
  }

  private func range(from start: Start) -> Range<Int> {
    tokens[start.token].range.lowerBound..<tokens[position - 1].range.upperBound
  }
}

// MARK: What goes wrong

extension Parser {
  private func fail(_ kind: ExpressionError.Kind, at token: Token? = nil) -> ExpressionError {
    ExpressionError(kind: kind, range: (token ?? self.token).range)
  }

  private func text(_ token: Token) -> String { String(characters[token.range]) }

  /// No value starts at the token that comes next.
  private func missingValue() -> ExpressionError {
    let previous = position > 0 ? text(tokens[position - 1]) : nil
    switch token.kind {
    case .broken(let kind): return fail(kind)
    case .end where isCut: return fail(.tooLong(most: limits.characters))
    case .end where previous == nil: return fail(.nothing)
    case .end: return fail(.missingValue(after: previous, before: nil))
    case .symbol(.closeParenthesis) where previous == nil:
      return fail(.unexpectedClose(.round, open: nil))
    case .symbol(.closeBracket) where previous == nil:
      return fail(.unexpectedClose(.square, open: nil))
    default: return fail(.missingValue(after: previous, before: text(token)))
    }
  }

  /// A value is complete, and the token that comes next can neither follow nor close it.
  private func leftover(after bracket: Token? = nil, inList: Bool = false) -> ExpressionError {
    let previous = text(tokens[position - 1])
    let open = bracket.flatMap(\.openBracket)
    switch token.kind {
    case .broken(let kind): return fail(kind)
    case .end where isCut: return fail(.tooLong(most: limits.characters))
    case .end: return fail(open.map { .unclosed($0) } ?? .nothing, at: bracket)
    case .symbol(.closeParenthesis): return fail(.unexpectedClose(.round, open: open))
    case .symbol(.closeBracket): return fail(.unexpectedClose(.square, open: open))
    case .symbol(.comma):
      return fail(.unexpectedComma(left: previous, right: text(tokens[position + 1])))
    case .symbol(.range): return fail(.rangeOutsideIndex)
    default: return fail(.missingOperator(left: previous, right: text(token), inList: inList))
    }
  }

  private func bare(_ function: Function, _ mark: Token) -> ExpressionError {
    var argument: String?
    switch token.kind {
    case .name, .number: argument = text(token)
    default: break
    }
    return fail(.functionWithoutParentheses(text(mark), argument: argument), at: mark)
  }

  private func notAFunction(_ name: String, _ mark: Token) -> ExpressionError {
    if LayerName(name) != nil {
      let argument = tokens[min(position + 1, tokens.count - 1)]
      return fail(.notAFunction(name, argument: text(argument)), at: mark)
    }
    return fail(
      .unknownFunction(
        name,
        nearest: Function.meant[name.lowercased()] ?? nearest(to: name, in: Function.named.keys)),
      at: mark)
  }

  /// A knob is not set by an equation: `W2[3,4] = 0.5` would only compare.
  private func refuseEntryAssignment(_ symbol: Symbol, _ start: Start) throws(ExpressionError) {
    guard symbol == .assign, start.token == 0, start.node == 0, let left = nodes.last,
      case .index = left.form, left.start == 0, case .name(let name) = tokens[0].kind,
      tokens[1].kind == .symbol(.openBracket)
    else { return }
    if LayerName(name) == nil { throw fail(.entryOfBinding(name)) }
    let value = String(characters[token.range.upperBound...].drop(while: \.isWhitespace))
    throw fail(
      .readOnlyEntry(String(characters[left.range]), value: value),
      at: Token(kind: .end, range: left.range))
  }
}

extension Token {
  /// The pair of brackets that this one opens.
  fileprivate var openBracket: ExpressionError.Bracket? {
    kind == .symbol(.openParenthesis) ? .round : kind == .symbol(.openBracket) ? .square : nil
  }
}
