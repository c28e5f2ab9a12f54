/// What a line as a whole does: it gives a value a name, defines a function, or computes.
extension Parser {
  /// What stands before a name in other languages where it is given a value.
  private static let declaring: Set = [
    "let", "var", "const", "val", "auto", "int", "float", "double", "local", "def", "function",
    "fn",
    "func",
  ]

  mutating func statement() throws(ExpressionError) -> Statement {
    skipDeclaration()
    if let (name, parameters) = try definedFunction() {
      return .definition(name: name, parameters: parameters, try body())
    }
    if let name = try assignedName() {
      if let parameters = lambda() {
        return .definition(name: name, parameters: parameters, try body())
      }
      return .assignment(name: name, try expression())
    }
    try refuseArrow()
    try refuseEntryChange()
    if let syntax = try changedName() { return .assignment(name: syntax.names[0], syntax) }
    try refuseLoop()
    if lambda() != nil { throw withoutName() }
    return .expression(try expression())
  }

  /// Whether the line begins as those do that give a name a meaning in other languages.
  var isDeclaration: Bool {
    var parser = self
    parser.skipDeclaration()
    return parser.position > 0
  }

  /// Passes over `let` and the like, where a name and a sign follow.
  private mutating func skipDeclaration() {
    guard tokens.count > 3, case .name(let word) = tokens[0].kind,
      Self.declaring.contains(word), case .name = tokens[1].kind
    else { return }
    switch tokens[2].kind {
    case .symbol(.assign), .symbol(.define): position = 1
    case .symbol(.openParenthesis): position = definedEnd(1) == nil ? 0 : 1
    case .symbol, .name, .number, .raised, .entry, .broken, .end: break
    }
  }

  /// The body of a function, which `return` may begin.
  private mutating func body() throws(ExpressionError) -> Syntax {
    if token.kind == .name("return") { position += 1 }
    return try expression()
  }

  /// Reads `name =` if the line starts so; only names of the learner's own may be bound.
  private mutating func assignedName() throws(ExpressionError) -> String? {
    guard tokens.count > position + 2, case .name(let name) = token.kind,
      isEqualsSign(position + 1)
    else { return nil }
    try checkOwn(name, at: token)
    position += 2
    return name
  }

  private func isEqualsSign(_ index: Int) -> Bool {
    tokens[index].kind == .symbol(.assign) || tokens[index].kind == .symbol(.define)
  }

  /// Reads `name += value` and `name++` if the line is so.
  private mutating func changedName() throws(ExpressionError) -> Syntax? {
    guard tokens.count > 3, case .name(let name) = tokens[0].kind,
      case .symbol(let symbol) = tokens[1].kind, symbol.precedence ?? 0 > Symbol.comparison
    else { return nil }
    let start = here
    let isStep =
      [.plus, .minus].contains(symbol) && tokens[2].kind == tokens[1].kind && tokens.count == 4
    guard isStep || tokens[2].kind == .symbol(.assign) else { return nil }
    try checkOwn(name, at: tokens[0])
    position = 1
    try emit(.name(name), from: start, mark: tokens[0])
    position = 2
    let step = here
    position = 3
    if isStep {
      try emit(.number(1), from: step, mark: tokens[2])
    } else {
      try choice()
    }
    try emit(.binary(symbol), from: start, mark: tokens[1])
    guard token.kind == .end, !isCut else { throw leftover() }
    return Syntax(characters: characters, nodes: nodes)
  }

  /// W2[3,4] += 1 turns a knob elsewhere.
  private func refuseEntryChange() throws(ExpressionError) {
    guard case .name(let name) = tokens[0].kind, tokens[1].kind == .symbol(.openBracket),
      let end = closing(of: 1), tokens.count > end + 3,
      case .symbol(let symbol) = tokens[end + 1].kind,
      symbol.precedence ?? 0 > Symbol.comparison, tokens[end + 2].kind == .symbol(.assign)
    else { return }
    let range = 0..<tokens[end].range.upperBound
    let mark = Token(kind: .end, range: range)
    guard LayerName(name) != nil else { throw fail(.entryOfBinding(name), at: mark) }
    let entry = String(characters[range])
    let value = String(characters[tokens[end + 3].range.lowerBound...])
    throw fail(.readOnlyEntry(entry, value: "\(entry) \(text(tokens[end + 1])) \(value)"), at: mark)
  }

  /// x <- 5 gives x a value in R, and compares here.
  private func refuseArrow() throws(ExpressionError) {
    guard tokens.count > 4, case .name(let name) = tokens[0].kind,
      tokens[1].kind == .symbol(.less), tokens[2].kind == .symbol(.minus),
      tokens[2].range.lowerBound == tokens[1].range.upperBound,
      tokens[3].range.lowerBound > tokens[2].range.upperBound
    else { return }
    let value = String(characters[tokens[3].range.lowerBound...])
    throw refused(.arrow, ["\(name) = \(value)", "\(name) < -(\(value))"], at: tokens[1])
  }

  /// Reads `name(parameter, …) =` if the line starts so.
  private mutating func definedFunction() throws(ExpressionError) -> (String, [String])? {
    guard case .name(let name) = token.kind, let end = definedEnd(position) else { return nil }
    // max(s, t) = 5 compares.
    if Function.named[name] != nil { return nil }
    if Function.identities.contains(name) { throw fail(.reserved(name)) }
    try checkOwn(name, at: token)
    var parameters: [String] = []
    for index in stride(from: position + 2, to: end - 1, by: 2) {
      guard case .name(let parameter) = tokens[index].kind else { continue }
      try checkOwn(parameter, at: tokens[index])
      if parameters.contains(parameter) { throw fail(.sameParameter(parameter), at: tokens[index]) }
      parameters.append(parameter)
    }
    position = end
    return (name, parameters)
  }

  /// Where what follows `name(parameter, …) =` begins, if that stands at some token; a colon does
  /// after `def`.
  private func definedEnd(_ start: Int) -> Int? {
    guard let end = namesEnd(start + 1) else { return nil }
    let isColon = start > 0 && tokens[end].kind == .symbol(.colon)
    let isBrief = start > 0 && text(tokens[0]) == "function" && tokens[end].kind != .end
    if isEqualsSign(end) || isColon { return end + 1 }
    return isBrief ? end : nil
  }

  /// Where what follows `(name, …)` begins, if that stands at some token.
  func namesEnd(_ start: Int) -> Int? {
    guard tokens[start].kind == .symbol(.openParenthesis) else { return nil }
    var next = start + 1
    while next + 1 < tokens.count, case .name = tokens[next].kind {
      next += 2
      if tokens[next - 1].kind == .symbol(.closeParenthesis) { return next }
      guard tokens[next - 1].kind == .symbol(.comma) else { return nil }
    }
    return nil
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

// MARK: Functions without a name

extension Parser {
  /// Passes over the head of a function without a name, as x -> x^2, lambda x: x^2, @(x) x.^2; its
  /// parameters, nil where none stands here.
  mutating func lambda() -> [String]? {
    let start = position
    guard let (names, end) = lambdaHead() else { return nil }
    position = end
    let parameters = tokens[names].compactMap { token in
      if case .name(let name) = token.kind { name } else { nil }
    }
    guard Set(parameters).count == parameters.count else {
      position = start
      return nil
    }
    return parameters
  }

  private func lambdaHead() -> (names: Range<Int>, end: Int)? {
    guard position + 2 < tokens.count else { return nil }
    switch token.kind {
    case .name("lambda"):
      guard let colon = tokens[position...].firstIndex(where: { $0.kind == .symbol(.colon) }),
        tokens[position + 1..<colon].allSatisfy(\.isNameOrComma), colon > position + 1
      else { return nil }
      return (position + 1..<colon, colon + 1)
    case .name("function"), .name("fn"):
      return namesEnd(position + 1).map { (position + 1..<$0, $0) }
    case .name:
      guard tokens[position + 1].kind == .symbol(.arrow) else { return nil }
      return (position..<position + 1, position + 2)
    case .symbol(.times):
      guard text(token) == "@" else { return nil }
      return namesEnd(position + 1).map { (position + 1..<$0, $0) }
    case .symbol(.openParenthesis):
      guard let end = namesEnd(position), tokens[end].kind == .symbol(.arrow) else { return nil }
      return (position..<end, end + 1)
    case .number, .symbol, .raised, .entry, .broken, .end: return nil
    }
  }
}

extension Token {
  fileprivate var isNameOrComma: Bool {
    if case .name = kind { true } else { kind == .symbol(.comma) }
  }
}
