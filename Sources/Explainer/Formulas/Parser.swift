import Presentation

/// Reads tokens into a `Syntax`.
///
///     statement  = declared? name ("=" | "+=" …) choice | declared? name "(" names ")" "=" choice | choice
///     choice     = binary ("?" choice ":" choice | "if" choice "else" choice)?
///     binary     = "not"* unary (operator? unary)*      by precedence, left to right; none is a product
///     unary      = ("-" | "!")* postfix ("^" "-"* postfix)*   right to left, tighter than "-" before it
///     postfix    = primary ("[" index ("," index)? "]" | "ᵀ" | "²" | "°" | "!" | "%" | "." member)*
///     index      = choice (".." choice)? | choice? ":" choice?
///     primary    = number | name | function "'"? "(" arguments ")" | function postfix | "[" rows "]"
///                | "(" choice ")" | "{" choice "}" | "|" choice "|" | "√" postfix | "∑" product
///     arguments  = choice ("," choice)* ("," "axis=" choice ("," "keepdims=" choice)?)?
struct Parser {
  let characters: [Character]
  let tokens: [Token]
  let limits: Limits
  /// Whether the line went on where `characters` ends.
  let isCut: Bool
  /// Whether what is refused is told with what to write instead, which takes reading that.
  var suggests = true
  var position = 0
  var depth = 0
  var nodes: [Syntax.Node] = []

  init(_ source: String, limits: Limits) {
    characters = Lexer.characters(of: source, most: limits.characters)
    isCut = source.dropFirst(limits.characters).first != nil
    tokens = Lexer.tokens(of: characters)
    self.limits = limits
  }

  mutating func expressions() throws(ExpressionError) -> [Syntax] {
    var list: [Syntax] = []
    repeat {
      nodes = []
      try choice()
      list.append(Syntax(characters: characters, nodes: nodes))
    } while skip(.comma)
    guard token.kind == .end, !isCut else { throw leftover() }
    return list
  }

  mutating func expression() throws(ExpressionError) -> Syntax {
    try choice()
    guard token.kind == .end, !isCut else { throw leftover() }
    return Syntax(characters: characters, nodes: nodes)
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
      let right = here
      try binary(precedence + 1)
      try emit(.binary(symbol), from: start, mark: mark)
      if precedence == Symbol.comparison { try chain(from: start, right) }
    }
  }

  /// What joins the value before to the one that comes next: an operator, or nothing where a product
  /// is meant, whose mark is empty.
  var joint: (symbol: Symbol, precedence: Int, mark: Token)? {
    switch token.kind {
    case .symbol(let symbol):
      if let precedence = symbol.precedence { return (symbol, precedence, token) }
      guard symbol.beginsFactor else { return nil }
    case .name(let name):
      // Between two names of the network's, x is the sign: W1 x a0.
      if name == "x", isLayerName(position - 1), isLayerName(position + 1) {
        return (.times, Symbol.product, token)
      }
      if name == "of", position > 0, tokens[position - 1].kind == .symbol(.modulo) {
        return (.times, Symbol.product, token)
      }
      if let symbol = Symbol.spoken[name], beginsValue(position + 1), !isCallOfTwo,
        let precedence = symbol.precedence
      {
        return (symbol, precedence, token)
      }
      if Self.choosing.contains(name) { return nil }
    case .entry: break
    case .number, .raised, .broken, .end: return nil
    }
    let start = token.range.lowerBound
    return (.times, Symbol.product, Token(kind: .symbol(.times), range: start..<start))
  }

  /// Whether a value begins at a token, with no sign before it.
  func beginsValue(_ index: Int) -> Bool {
    switch tokens[min(index, tokens.count - 1)].kind {
    case .number, .name, .entry: true
    case .symbol(let symbol): symbol.beginsFactor || [.openBracket, .openBrace].contains(symbol)
    case .raised, .broken, .end: false
    }
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
      } else if token.kind == .symbol(.bang) {
        waiting.append((.not, start, advance()))
      } else if !skip(.plus) {
        try postfix()
        guard case .symbol(let symbol) = token.kind, symbol == .power || symbol == .entryPower
        else { break }
        waiting.append((.binary(symbol), start, advance()))
      }
    }
    for part in waiting.reversed() { try emit(part.form, from: part.start, mark: part.mark) }
  }

  mutating func postfix() throws(ExpressionError) {
    let start = here
    try primary()
    while try suffix(from: start) {}
  }

  /// x squared
  private static let powers: [String: Double] = ["squared": 2, "cubed": 3]

  /// Reads what stands right behind a value; false where nothing does.
  mutating func suffix(from start: Start) throws(ExpressionError) -> Bool {
    let next = here
    switch token.kind {
    case .symbol(.openBracket): try index(from: start)
    case .symbol(.transpose): try emit(.transposition, from: start, mark: advance())
    case .symbol(.power):
      guard raisedTranspose(after: start) else { return false }
      position += 1
      try emit(.transposition, from: start, mark: advance())
    case .symbol(.member): try member(from: start)
    case .symbol(.degree):
      let mark = advance()
      try emit(.number(.pi / 180), from: next, mark: mark)
      try emit(.binary(.times), from: start, mark: mark)
    case .symbol(.bang):
      guard text(token) == "!", let function = Function.named["factorial"] else { return false }
      try emit(.call(function, 1), from: start, mark: advance())
    case .name(let word):
      guard let power = Self.powers[word] else { return false }
      let mark = advance()
      try emit(.number(power), from: next, mark: mark)
      try emit(.binary(.power), from: start, mark: mark)
    case .symbol(.modulo):
      guard try isShare() else { return false }
      let mark = advance()
      try emit(.number(100), from: next, mark: mark)
      try emit(.binary(.divide), from: start, mark: mark)
    case .raised(let number):
      let mark = advance()
      try emit(.number(number), from: next, mark: mark)
      try emit(.binary(.power), from: start, mark: mark)
    case .number, .entry, .symbol, .broken, .end: return false
    }
    return true
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
    if from, try last() { return .entries }
    if from { try choice() }
    if from, nodes[nodes.count - 1].form.isCondition, isIndexEnd { return .mask }
    if from, skip(.range) {
      try choice()
      return .through
    }
    guard skip(.colon) else { return .entries }
    if token.kind == .name("end"), isIndexEnd(position + 1) { position += 1 }
    let to = !isIndexEnd && token.kind != .symbol(.colon)
    if to { try choice() }
    if token.kind == .symbol(.colon) { throw fail(.sliceWithStep) }
    return .upTo(from: from, to: to)
  }
}

// MARK: Ends of indices

extension Parser {
  private var isIndexEnd: Bool { isIndexEnd(position) }

  private func isIndexEnd(_ index: Int) -> Bool {
    [.symbol(.comma), .symbol(.closeBracket), .end].contains(tokens[index].kind)
  }

  /// `end` and `end - 2`, which count from the end; false where they don't stand here alone.
  private mutating func last() throws(ExpressionError) -> Bool {
    guard token.kind == .name("end") else { return false }
    let start = here
    if isIndexEnd(position + 1) {
      try emit(.number(-1), from: start, mark: advance())
      return true
    }
    guard tokens[position + 1].kind == .symbol(.minus), isIndexEnd(position + 3),
      case .number(let number) = tokens[position + 2].kind
    else { return false }
    position += 3
    try emit(.number(-1 - number), from: start, mark: tokens[start.token])
    return true
  }
}

extension Syntax.Form {
  /// Whether it gives 1 where something holds, else 0.
  fileprivate var isCondition: Bool {
    switch self {
    case .not: true
    case .binary(let symbol):
      symbol.precedence.map { $0 <= Symbol.comparison } ?? false
    case .number, .name, .list, .negation, .transposition, .call, .along, .slope, .slopeOfOwn,
      .slopeOfLambda, .own, .index:
      false
    }
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
