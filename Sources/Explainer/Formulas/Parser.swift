import Presentation

/// Reads tokens into a `Syntax`.
///
///     statement  = name "=" binary | name "(" name ("," name)* ")" "=" binary | binary
///     binary     = "not"* unary (operator? unary)*      by precedence, left to right; none is a product
///     unary      = "-"* postfix ("^" "-"* postfix)*     right to left, tighter than "-" before it
///     postfix    = primary ("[" index ("," index)? "]" | "ᵀ" | "²")*
///     index      = binary (".." binary)? | binary? ":" binary?
///     primary    = number | name | function "'"? "(" list ("," "axis=" binary)? ")" | "[" list "]"
///                | "(" binary ")" | "|" binary "|" | "√" postfix | "∑" product
struct Parser {
  let characters: [Character]
  let tokens: [Token]
  let limits: Limits
  /// Whether the line went on where `characters` ends.
  let isCut: Bool
  var position = 0
  var depth = 0
  var nodes: [Syntax.Node] = []

  init(_ source: String, limits: Limits) {
    characters = Lexer.characters(of: source, most: limits.characters)
    isCut = source.dropFirst(limits.characters).first != nil
    tokens = Lexer.tokens(of: characters)
    self.limits = limits
  }

  mutating func statement() throws(ExpressionError) -> Statement {
    if let (name, parameters) = try definedFunction() {
      return .definition(name: name, parameters: parameters, try expression())
    }
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

  mutating func expression() throws(ExpressionError) -> Syntax {
    try binary()
    guard token.kind == .end, !isCut else { throw leftover() }
    return Syntax(characters: characters, nodes: nodes)
  }

  /// Reads `name =` if the line starts so; only names of the learner's own may be bound.
  mutating func assignedName() throws(ExpressionError) -> String? {
    guard tokens.count > 2, case .name(let name) = tokens[0].kind,
      tokens[1].kind == .symbol(.assign)
    else { return nil }
    try checkOwn(name, at: tokens[0])
    position = 2
    return name
  }

  /// Reads `name(parameter, …) =` if the line starts so.
  mutating func definedFunction() throws(ExpressionError) -> (String, [String])? {
    guard tokens.count > 4, case .name(let name) = tokens[0].kind,
      tokens[1].kind == .symbol(.openParenthesis)
    else { return nil }
    var parameters: [String] = []
    var next = 2
    while next + 2 < tokens.count, case .name(let parameter) = tokens[next].kind {
      parameters.append(parameter)
      next += 2
      if tokens[next - 1].kind == .symbol(.closeParenthesis) { break }
      guard tokens[next - 1].kind == .symbol(.comma) else { return nil }
    }
    guard tokens[next - 1].kind == .symbol(.closeParenthesis), !parameters.isEmpty,
      tokens[next].kind == .symbol(.assign)
    else { return nil }
    // max(s, t) = 5 compares.
    if Function.named[name] != nil { return nil }
    try checkOwn(name, at: tokens[0])
    for (index, parameter) in parameters.enumerated() {
      try checkOwn(parameter, at: tokens[2 + 2 * index])
      if parameters[..<index].contains(parameter) {
        throw fail(.sameParameter(parameter), at: tokens[2 + 2 * index])
      }
    }
    position = next + 1
    return (name, parameters)
  }

  /// Only names of the learner's own may be given a meaning.
  func checkOwn(_ name: String, at token: Token) throws(ExpressionError) {
    if LayerName(name) != nil { throw fail(.readOnly(name), at: token) }
    let isFunction = Function.named[name] != nil && !Function.words.contains(name)
    if isFunction || name == NameTable.answer {
      throw fail(.reserved(name), at: token)
    }
  }
}

// MARK: Operators

extension Parser {
  /// Reads values joined by operators that hold at least as tightly as `minimum`.
  mutating func binary(_ minimum: Int = 0) throws(ExpressionError) {
    let start = here
    try minimum < Symbol.comparison ? negated() : unary()
    var before: Symbol?
    while let (symbol, precedence, mark) = joint, precedence >= minimum {
      try refuseEntryAssignment(symbol, start)
      if mark.range.isEmpty, before == .divide || before == .entryDivide {
        throw ambiguousProduct()
      }
      if !mark.range.isEmpty { position += 1 }
      before = symbol
      try binary(precedence + 1)
      try emit(.binary(symbol), from: start, mark: mark)
      if precedence == Symbol.comparison, case .symbol(let next) = token.kind,
        next.precedence == precedence
      {
        throw fail(.chainedComparison)
      }
    }
  }

  /// What joins the value before to the one that comes next: an operator, or nothing where a product
  /// is meant, whose mark is empty.
  var joint: (symbol: Symbol, precedence: Int, mark: Token)? {
    switch token.kind {
    case .symbol(let symbol):
      if let precedence = symbol.precedence { return (symbol, precedence, token) }
      switch symbol {
      case .openParenthesis, .root, .sum: break
      case .plus, .minus, .times, .entryTimes, .divide, .entryDivide, .power, .less, .greater,
        .atMost, .atLeast, .equal, .notEqual, .assign, .and, .or, .not, .transpose,
        .closeParenthesis, .openBracket, .closeBracket, .comma, .range, .colon, .bar:
        return nil
      }
    case .name(let name):
      // Between two names of the network's, x is the sign: W1 x a0.
      if name == "x", isLayerName(position - 1), isLayerName(position + 1) {
        return (.times, Symbol.product, token)
      }
    case .number, .raised, .broken, .end: return nil
    }
    let start = token.range.lowerBound
    return (.times, Symbol.product, Token(kind: .symbol(.times), range: start..<start))
  }

  func isLayerName(_ index: Int) -> Bool {
    guard tokens.indices.contains(index), case .name(let name) = tokens[index].kind else {
      return false
    }
    return LayerName(name) != nil
  }

  mutating func negated() throws(ExpressionError) {
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
  mutating func unary() throws(ExpressionError) {
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

  mutating func postfix() throws(ExpressionError) {
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
      case .number, .name, .symbol, .broken, .end: return
      }
    }
  }

  mutating func index(from start: Start) throws(ExpressionError) {
    let bracket = try open()
    var indices: [Syntax.Index] = []
    repeat {
      if indices.count == 2 { throw fail(.tooManyIndices, at: tokens[position - 1]) }
      indices.append(try oneIndex())
    } while skip(.comma)
    try close(bracket, inList: true)
    try emit(.index(indices), from: start, mark: bracket)
  }

  mutating func oneIndex() throws(ExpressionError) -> Syntax.Index {
    let from = token.kind != .symbol(.colon)
    if from { try binary() }
    if from, skip(.range) {
      try binary()
      return .through
    }
    guard skip(.colon) else { return .entries }
    let ends: [Token.Kind] = [.symbol(.comma), .symbol(.closeBracket), .symbol(.colon), .end]
    let to = !ends.contains(token.kind)
    if to { try binary() }
    if token.kind == .symbol(.colon) { throw fail(.sliceWithStep) }
    return .upTo(from: from, to: to)
  }
}

// MARK: Steps

extension Parser {
  /// Where a part begins, before it is read.
  struct Start {
    let node: Int
    let token: Int
  }

  var here: Start { Start(node: nodes.count, token: position) }

  var token: Token { tokens[position] }

  /// Passes over a token that is not the end.
  mutating func advance() -> Token {
    position += 1
    return tokens[position - 1]
  }

  mutating func skip(_ symbol: Symbol) -> Bool {
    guard token.kind == .symbol(symbol) else { return false }
    position += 1
    return true
  }

  mutating func open() throws(ExpressionError) -> Token {
    depth += 1
    if depth > limits.nesting { throw fail(.tooDeep(most: limits.nesting)) }
    return advance()
  }

  mutating func close(_ bracket: Token, inList: Bool) throws(ExpressionError) {
    guard case .symbol(let symbol) = bracket.kind, let closing = symbol.closing, skip(closing)
    else { throw leftover(after: bracket, inList: inList) }
    depth -= 1
  }

  /// Adds a part whose last token has just been passed; its operands are the nodes from `start` on.
  mutating func emit(
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
  func checkRoom(for waiting: Int) throws(ExpressionError) {
    guard nodes.count + waiting < limits.parts else {
      throw fail(.tooManyParts(most: limits.parts))
    }
  }

  func range(from start: Start) -> Range<Int> {
    tokens[start.token].range.lowerBound..<tokens[position - 1].range.upperBound
  }
}
