// What stands between operators: numbers, names, calls, lists and brackets.

extension Parser {
  mutating func primary() throws(ExpressionError) {
    let start = here
    switch token.kind {
    case .number(let number): try emit(.number(number), from: start, mark: advance())
    case .name(let name): try self.name(name, from: start)
    case .entry(let name, let indices): try entry(name, indices, from: start)
    case .symbol(.openBracket): try list(from: start)
    case .symbol(.openParenthesis), .symbol(.openBrace): try group(from: start)
    case .symbol(.fraction):
      let mark = advance()
      for _ in 0..<2 {
        guard token.kind == .symbol(.openBrace) else { throw missingValue() }
        try group(from: here)
      }
      try emit(.binary(.divide), from: start, mark: mark)
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

  /// A value in parentheses, or in braces as LaTeX has them.
  mutating func group(from start: Start) throws(ExpressionError) {
    let bracket = try open()
    try choice()
    try close(bracket, inList: false)
    nodes[nodes.count - 1].outer = range(from: start)
  }

  /// a₅⁽¹⁾ is a1[5].
  private mutating func entry(
    _ name: String, _ indices: [Int], from start: Start
  ) throws(ExpressionError) {
    let mark = advance()
    try emit(.name(name), from: start, mark: mark)
    for index in indices {
      let start = Start(node: nodes.count, token: start.token)
      try emit(.number(Double(index)), from: start, mark: mark)
    }
    try emit(.index(indices.map { _ in .entries }), from: start, mark: mark)
  }

  /// `|x|`.
  mutating func bars(from start: Start) throws(ExpressionError) {
    let bar = try open()
    try choice()
    guard skip(.bar) else { throw leftover(after: bar) }
    try prefix("abs", from: start, bar)
  }

  /// Adds a function that is written as a sign before what it works on.
  mutating func prefix(
    _ name: String, from start: Start, _ mark: Token
  ) throws(ExpressionError) {
    depth -= 1
    guard let function = Function.named[name] else { return }
    try emit(.call(function, 1), from: start, mark: mark)
  }

  mutating func name(_ name: String, from start: Start) throws(ExpressionError) {
    let mark = advance()
    let function = Function.named[name]
    if let function, let power = raisedName() {
      return try raisedCall(of: function, power, from: start, mark)
    }
    let isSlope = try passSlopeSign(of: name, mark)
    // With a blank between, x (x + 1) is a product; a function may have one.
    let isCall =
      token.kind == .symbol(.openParenthesis)
      && (function != nil || isSlope || token.range.lowerBound == mark.range.upperBound)
    guard isCall else {
      if name == Function.slopeName, try slopeInWords(from: start, mark) { return }
      guard let function, !Function.words.contains(name) else {
        return try emit(.name(name), from: start, mark: mark)
      }
      return try bareCall(of: function, from: start, mark)
    }
    if LayerName(name) != nil { throw notAFunction(name, mark) }
    let bracket = try open()
    if name == Function.slopeName { return try slope(bracket, from: start, mark) }
    if Function.identities.contains(name), token.kind != .symbol(.closeParenthesis) {
      try choice()
      try close(bracket, inList: true)
      nodes[nodes.count - 1].outer = range(from: start)
      return
    }
    let worker = function ?? Function.aliases[name]
    let arguments = try arguments(of: worker, name, from: here.node)
    try close(bracket, inList: true)
    if isSlope, function == nil {
      guard arguments.count == 1 else { throw fail(.noSlopeOf(name), at: mark) }
      return try emit(.slopeOfOwn(name), from: start, mark: mark)
    }
    try emitCall(of: worker, name, arguments, isSlope: isSlope, from: start, mark)
  }

  private static let primes: Set = ["'", "′", "’"]

  /// Passes over the ' of f'(x); whether one stands here.
  private mutating func passSlopeSign(
    of name: String, _ mark: Token
  ) throws(ExpressionError) -> Bool {
    guard LayerName(name) == nil, token.kind == .symbol(.transpose) else { return false }
    var signs = 0
    var end = mark.range.upperBound
    while tokens[position + signs].kind == .symbol(.transpose),
      Self.primes.contains(text(tokens[position + signs])),
      tokens[position + signs].range.lowerBound == end
    {
      end += 1
      signs += 1
    }
    let bracket = tokens[position + signs]
    let isNear = bracket.range.lowerBound == end || Function.named[name] != nil
    guard signs > 0, bracket.kind == .symbol(.openParenthesis), isNear else { return false }
    if signs > 1 { throw slopeOfSlope(name, position + signs, mark) }
    position += 1
    return true
  }

  /// `slope(f, x)`: the name of a function, or one without a name, and where.
  mutating func slope(
    _ bracket: Token, from start: Start, _ mark: Token
  ) throws(ExpressionError) {
    if let parameters = lambda() {
      return try slope(ofLambda: parameters, bracket, from: start, mark)
    }
    guard case .name(let name) = token.kind, tokens[position + 1].kind == .symbol(.comma) else {
      throw slopeOfWhat(mark)
    }
    position += 2
    try choice()
    try close(bracket, inList: true)
    try emitSlope(of: name, from: start, mark)
  }

  private mutating func slope(
    ofLambda parameters: [String], _ bracket: Token, from start: Start, _ mark: Token
  ) throws(ExpressionError) {
    let first = nodes.count
    try choice()
    let body = Syntax(
      characters: characters,
      nodes: nodes[first...].map { node in
        var node = node
        node.start -= first
        return node
      })
    guard parameters.count == 1, skip(.comma) else { throw fail(.slopeOfWhat, at: mark) }
    try choice()
    try close(bracket, inList: true)
    // The body is no operand: it has no value before its parameter has one.
    let last = first + body.nodes.count
    for index in last..<nodes.count { nodes[index].start -= body.nodes.count }
    nodes.removeSubrange(first..<last)
    try emit(.slopeOfLambda(parameters[0], body), from: start, mark: mark)
  }

  private mutating func emitSlope(
    of name: String, from start: Start, _ mark: Token
  ) throws(ExpressionError) {
    guard let function = Function.named[name] else {
      return try emit(.slopeOfOwn(name), from: start, mark: mark)
    }
    guard function.isEntrywise else { throw fail(.noSlopeOf(name), at: mark) }
    try emit(.slope(function), from: start, mark: mark)
  }

  /// `slope f 5`; false where that is not what stands here.
  private mutating func slopeInWords(
    from start: Start, _ mark: Token
  ) throws(ExpressionError) -> Bool {
    guard case .name(let name) = token.kind, LayerName(name) == nil else { return false }
    var next = position + 1
    if tokens[next].kind == .name("at") { next += 1 }
    guard beginsValue(next) || tokens[next].kind == .symbol(.minus) && next == position + 2 else {
      return false
    }
    if case .symbol(.openParenthesis) = tokens[next].kind { return false }
    position = next
    try unary()
    try emitSlope(of: name, from: start, mark)
    return true
  }
}
