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
    try checkOwn(name, at: tokens[0])
    position = 2
    return name
  }

  /// Reads `name(parameter, …) =` if the line starts so.
  private mutating func definedFunction() throws(ExpressionError) -> (String, [String])? {
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
  private func checkOwn(_ name: String, at token: Token) throws(ExpressionError) {
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
  private mutating func binary(_ minimum: Int = 0) throws(ExpressionError) {
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
  private var joint: (symbol: Symbol, precedence: Int, mark: Token)? {
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

  private func isLayerName(_ index: Int) -> Bool {
    guard tokens.indices.contains(index), case .name(let name) = tokens[index].kind else {
      return false
    }
    return LayerName(name) != nil
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
      case .number, .name, .symbol, .broken, .end: return
      }
    }
  }

  private mutating func index(from start: Start) throws(ExpressionError) {
    let bracket = try open()
    var indices: [Syntax.Index] = []
    repeat {
      if indices.count == 2 { throw fail(.tooManyIndices, at: tokens[position - 1]) }
      indices.append(try oneIndex())
    } while skip(.comma)
    try close(bracket, inList: true)
    try emit(.index(indices), from: start, mark: bracket)
  }

  private mutating func oneIndex() throws(ExpressionError) -> Syntax.Index {
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
    case .symbol(.bar): try bars(from: start)
    case .symbol(.root):
      let mark = try open()
      try primary()
      while token.kind == .symbol(.openBracket) { try index(from: start) }
      try prefix("sqrt", from: start, mark)
    case .symbol(.sum):
      let mark = try open()
      try binary(Symbol.product)
      try prefix("sum", from: start, mark)
    case .symbol, .raised, .broken, .end: throw missingValue()
    }
  }

  /// `|x|`.
  private mutating func bars(from start: Start) throws(ExpressionError) {
    let bar = try open()
    try binary()
    guard skip(.bar) else { throw leftover(after: bar) }
    try prefix("abs", from: start, bar)
  }

  /// Adds a function that is written as a sign before what it works on.
  private mutating func prefix(
    _ name: String, from start: Start, _ mark: Token
  ) throws(ExpressionError) {
    depth -= 1
    guard let function = Function.named[name] else { return }
    try emit(.call(function, 1), from: start, mark: mark)
  }

  private mutating func name(_ name: String, from start: Start) throws(ExpressionError) {
    let mark = advance()
    let function = Function.named[name]
    let isSlope =
      function != nil && token.kind == .symbol(.transpose) && text(token) != ".T"
      && tokens[position + 1].kind == .symbol(.openParenthesis)
    if isSlope { position += 1 }
    // With a blank between, x (x + 1) is a product; a function may have one.
    let isCall =
      token.kind == .symbol(.openParenthesis)
      && (function != nil || token.range.lowerBound == mark.range.upperBound)
    guard isCall else {
      if let function, !Function.words.contains(name) { throw bare(function, mark) }
      return try emit(.name(name), from: start, mark: mark)
    }
    if LayerName(name) != nil { throw notAFunction(name, mark) }
    let bracket = try open()
    if name == Function.slopeName { return try slope(bracket, from: start, mark) }
    let arguments = try arguments(of: function, name)
    try close(bracket, inList: true)
    try emit(
      form(of: function, name, arguments, isSlope: isSlope, mark), from: start, mark: mark)
  }

  /// `slope(f, x)`: the name of a function, and where.
  private mutating func slope(
    _ bracket: Token, from start: Start, _ mark: Token
  ) throws(ExpressionError) {
    guard case .name(let name) = token.kind, tokens[position + 1].kind == .symbol(.comma) else {
      throw fail(.slopeOfWhat, at: mark)
    }
    position += 2
    try binary()
    try close(bracket, inList: true)
    guard let function = Function.named[name] else {
      return try emit(.slopeOfOwn(name), from: start, mark: mark)
    }
    guard function.isEntrywise else { throw fail(.noSlopeOf(name), at: mark) }
    try emit(.slope(function), from: start, mark: mark)
  }

  /// Values in a function's parentheses.
  private struct CallArguments {
    var count = 0
    var hasAxis = false
  }

  private mutating func arguments(
    of function: Function?, _ name: String
  ) throws(ExpressionError) -> CallArguments {
    var arguments = CallArguments()
    guard token.kind != .symbol(.closeParenthesis) else { return arguments }
    repeat {
      if token.kind == .name("axis"), tokens[position + 1].kind == .symbol(.assign) {
        guard function?.worksAlongAxis == true, arguments.count == 1 else {
          throw fail(.noAxis(name))
        }
        position += 2
        arguments.hasAxis = true
      }
      try binary()
      arguments.count += 1
    } while skip(.comma)
    return arguments
  }

  private func form(
    of function: Function?, _ name: String, _ arguments: CallArguments, isSlope: Bool,
    _ mark: Token
  ) throws(ExpressionError) -> Syntax.Form {
    guard let function else { return .own(name, arguments.count) }
    let wrongCount = fail(
      .argumentCount(function: name, given: arguments.count, usage: function.usage), at: mark)
    if arguments.hasAxis {
      guard arguments.count == 2 else { throw wrongCount }
      return .along(function)
    }
    guard function.arguments.contains(arguments.count) else { throw wrongCount }
    if isSlope {
      guard function.isEntrywise, arguments.count == 1 else {
        throw fail(.noSlopeOf(name), at: mark)
      }
      return .slope(function)
    }
    return .call(function, arguments.count)
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
    case .number, .name, .symbol, .raised:
      return fail(.missingValue(after: previous, before: text(token)))
    }
  }

  /// A value is complete, and the token that comes next can neither follow nor close it.
  private func leftover(after bracket: Token? = nil, inList: Bool = false) -> ExpressionError {
    let previous = text(tokens[position - 1])
    let open = bracket.flatMap(\.openBracket)
    switch token.kind {
    case .broken(let kind): return fail(kind)
    case .end where isCut: return fail(.tooLong(most: limits.characters))
    case .end where bracket?.kind == .symbol(.bar): return fail(.unmatchedBar, at: bracket)
    case .end: return fail(open.map { .unclosed($0) } ?? .nothing, at: bracket)
    case .symbol(.closeParenthesis): return fail(.unexpectedClose(.round, open: open))
    case .symbol(.closeBracket): return fail(.unexpectedClose(.square, open: open))
    case .symbol(.comma):
      return fail(.unexpectedComma(left: previous, right: text(tokens[position + 1])))
    case .symbol(.range): return fail(.rangeOutsideIndex)
    case .symbol(.colon): return fail(.rangeOutsideIndex)
    case .symbol(.bar) where open == nil: return fail(.unmatchedBar)
    case .number, .name, .symbol, .raised:
      return fail(.missingOperator(left: previous, right: text(token), inList: inList))
    }
  }

  private func bare(_ function: Function, _ mark: Token) -> ExpressionError {
    var argument: String?
    switch token.kind {
    case .name, .number: argument = text(token)
    case .symbol, .raised, .broken, .end: break
    }
    return fail(.functionWithoutParentheses(text(mark), argument: argument), at: mark)
  }

  private func notAFunction(_ name: String, _ mark: Token) -> ExpressionError {
    let argument = tokens[min(position + 1, tokens.count - 1)]
    return fail(.notAFunction(name, argument: text(argument)), at: mark)
  }

  /// Read from the left `1/2 x` is (1/2)·x, and many mean 1/(2x).
  private func ambiguousProduct() -> ExpressionError {
    let divisor = nodes[nodes.count - 2].outer
    return fail(
      .ambiguousProduct(divisor: String(characters[divisor]), factor: text(token)))
  }

  /// A knob is not set by an equation: `W2[3,4] = 0.5` would only compare.
  private func refuseEntryAssignment(_ symbol: Symbol, _ start: Start) throws(ExpressionError) {
    guard symbol == .assign, start.token == 0, start.node == 0, let left = nodes.last,
      case .index = left.form, left.start == 0, case .name(let name) = tokens[0].kind,
      tokens[1].kind == .symbol(.openBracket)
    else { return }
    if LayerName(name) == nil { throw fail(.entryOfBinding(name)) }
    let value = String(characters[token.range.upperBound...].drop(while: \.isBlank))
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
