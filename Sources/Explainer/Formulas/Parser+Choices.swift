/// Conditions that choose, comparisons one after another, rows of a matrix, shares.
extension Parser {
  /// Words that stand between the parts of a choice or a loop, and are no factors there.
  static let choosing: Set = ["if", "then", "else", "for"]

  /// A value, or one of two: `c ? a : b`, `a if c else b`, `if c then a else b`.
  mutating func choice() throws(ExpressionError) {
    let start = here
    if token.kind == .name("if"), try chosenFirst(from: start) { return }
    try binary()
    switch token.kind {
    case .symbol(.question):
      let mark = advance()
      try deeper { (parser) throws(ExpressionError) in try parser.choice() }
      guard skip(.colon) else { throw refusedChoice() }
      try deeper { (parser) throws(ExpressionError) in try parser.choice() }
      try emitChoice(from: start, mark)
    case .name("if"): try chosenAfter(start)
    case .name("for"): throw loop(over: start)
    case .symbol, .name, .number, .raised, .entry, .broken, .end: break
    }
  }

  /// Reads something that calls back to here with no bracket around it.
  private mutating func deeper(
    _ read: (inout Parser) throws(ExpressionError) -> Void
  ) throws(ExpressionError) {
    depth += 1
    if depth > limits.nesting { throw fail(.tooDeep(most: limits.nesting)) }
    try read(&self)
    depth -= 1
  }

  private mutating func emitChoice(from start: Start, _ mark: Token) throws(ExpressionError) {
    guard let function = Function.named["where"] else { return }
    try emit(.call(function, 3), from: start, mark: mark)
  }

  /// `if c then a else b`, and `if (c) a else b`; false where `if` is a name.
  private mutating func chosenFirst(from start: Start) throws(ExpressionError) -> Bool {
    guard
      beginsValue(position + 1) || tokens[position + 1].kind == .symbol(.bang)
        || tokens[position + 1].kind == .symbol(.not)
    else { return false }
    // if(c, a, b) is a call.
    if hasCommas(inBracketAt: position + 1) { return false }
    let mark = advance()
    let isBracketed =
      token.kind == .symbol(.openParenthesis)
      && closing(of: position).map { beginsValue($0 + 1) && tokens[$0 + 1].kind != .name("then") }
        ?? false
    if isBracketed { try group(from: here) } else { try binary() }
    if token.kind == .name("then") || token.kind == .symbol(.colon) { position += 1 }
    try deeper { (parser) throws(ExpressionError) in try parser.choice() }
    guard token.kind == .name("else") else { throw refusedChoice() }
    position += 1
    try deeper { (parser) throws(ExpressionError) in try parser.choice() }
    try emitChoice(from: start, mark)
    return true
  }

  /// Whether mod(a, b) is called here, and no operator.
  var isCallOfTwo: Bool { hasCommas(inBracketAt: position + 1) }

  private func hasCommas(inBracketAt index: Int) -> Bool {
    guard tokens[index].kind == .symbol(.openParenthesis), let end = closing(of: index) else {
      return false
    }
    var depth = 0
    for token in tokens[index..<end] {
      guard case .symbol(let symbol) = token.kind else { continue }
      if symbol.closing != nil { depth += 1 }
      if symbol.closes { depth -= 1 }
      if symbol == .comma, depth == 1 { return true }
    }
    return false
  }

  /// `a if c else b`: the condition comes before what it chooses.
  private mutating func chosenAfter(_ start: Start) throws(ExpressionError) {
    let mark = advance()
    let condition = nodes.count
    try binary()
    guard token.kind == .name("else") else { throw refusedChoice() }
    position += 1
    swapParts(start.node, condition)
    try deeper { (parser) throws(ExpressionError) in try parser.choice() }
    try emitChoice(from: start, mark)
  }

  /// Puts the part that begins at `second` before the one that begins at `first`.
  private mutating func swapParts(_ first: Int, _ second: Int) {
    let (ahead, behind) = (second - first, nodes.count - second)
    let moved = nodes[second...].map { node in
      var node = node
      node.start -= ahead
      return node
    }
    let kept = nodes[first..<second].map { node in
      var node = node
      node.start += behind
      return node
    }
    nodes.replaceSubrange(first..., with: moved + kept)
  }

  /// a < b < c says that both hold.
  mutating func chain(from start: Start, _ right: Start) throws(ExpressionError) {
    var middle = right.node..<nodes.count - 1
    var token = right.token
    while case .symbol(let symbol) = self.token.kind, symbol.precedence == Symbol.comparison {
      let mark = advance()
      let copy = Start(node: nodes.count, token: token)
      try checkRoom(for: middle.count)
      nodes += nodes[middle].map { node in
        var node = node
        node.start += copy.node - middle.lowerBound
        return node
      }
      let next = here
      try binary(Symbol.comparison + 1)
      middle = next.node..<nodes.count
      token = next.token
      try emit(.binary(symbol), from: copy, mark: mark)
      try emit(.binary(.and), from: start, mark: mark)
    }
  }

  /// Whether the % here stands for hundredths: where no value follows it.
  func isShare() throws(ExpressionError) -> Bool {
    if tokens[position + 1].kind == .name("of") { return true }
    if beginsValue(position + 1) { return false }
    let next = tokens[min(position + 1, tokens.count - 1)]
    guard next.kind == .symbol(.minus) || next.kind == .symbol(.plus) else { return true }
    let mark = token.range
    var meant = [line(mark, as: "/100")]
    var rest = self
    rest.position += 1
    if (try? rest.unary()) != nil {
      let divisor = next.range.lowerBound..<rest.tokens[rest.position - 1].range.upperBound
      meant.append(
        line(mark.lowerBound..<divisor.upperBound, as: "mod (\(String(characters[divisor])))"))
    }
    throw refused(.shareOrRemainder, meant, at: token)
  }

  /// Whether ^T or ^\top stands here after a name of the network's.
  func raisedTranspose(after start: Start) -> Bool {
    switch tokens[position + 1].kind {
    case .symbol(.transpose): true
    case .name("T"): isLayerName(position - 1) && start.token == position - 1
    case .name, .number, .symbol, .raised, .entry, .broken, .end: false
    }
  }
}

// MARK: Lists

extension Parser {
  /// Values between brackets, with semicolons between rows, and blanks between plain numbers.
  mutating func list(from start: Start) throws(ExpressionError) {
    let bracket = try open()
    if token.kind == .symbol(.closeBracket) { throw fail(.emptyVector, at: bracket) }
    var rows: [Int] = []
    repeat {
      let first = here
      rows.append(try row())
      if token.kind == .symbol(.semicolon) || rows.count > 1, rows.contains(where: { $0 > 1 }) {
        try emit(.list(rows[rows.count - 1]), from: first, mark: bracket)
      }
    } while skip(.semicolon)
    try close(bracket, inList: true)
    try emit(.list(rows.count > 1 ? rows.count : rows[0]), from: start, mark: bracket)
  }

  private mutating func row() throws(ExpressionError) -> Int {
    var count = 0
    var isPlain = true
    var hasBlanks = false
    while true {
      let first = position
      try choice()
      count += 1
      isPlain = isPlain && isNumber(first..<position)
      // [1 2 -3] may be two numbers or three.
      if hasBlanks, !isPlain { throw blanks(before: first) }
      if skip(.comma) { continue }
      guard isPlain, case .number = token.kind else { return count }
      hasBlanks = true
    }
  }

  private func blanks(before index: Int) -> ExpressionError {
    var parser = self
    parser.position = index
    let bracket = tokens[..<index].last { $0.kind == .symbol(.openBracket) }
    return parser.refused(
      .blanks(left: text(tokens[index - 1]), right: text(tokens[index])),
      separated(bracket).map { [$0] } ?? [])
  }

  /// Whether some tokens are one number, which may have a sign.
  private func isNumber(_ range: Range<Int>) -> Bool {
    let rest = tokens[range].drop { $0.kind == .symbol(.minus) }
    guard rest.count == 1, range.count <= 2, case .number? = rest.first?.kind else { return false }
    return true
  }
}
