// What stands between operators: numbers, names, calls, lists and brackets.

extension Parser {
  mutating func primary() throws(ExpressionError) {
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
  mutating func bars(from start: Start) throws(ExpressionError) {
    let bar = try open()
    try binary()
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
  mutating func slope(
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
  struct CallArguments {
    var count = 0
    var hasAxis = false
  }

  mutating func arguments(
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

  func form(
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
  mutating func list() throws(ExpressionError) -> Int {
    var count = 0
    repeat {
      try binary()
      count += 1
    } while skip(.comma)
    return count
  }
}
