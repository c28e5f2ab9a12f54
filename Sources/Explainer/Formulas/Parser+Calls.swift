// How functions are given what they work on.

extension Parser {
  /// Values in a function's parentheses.
  struct CallArguments {
    var count = 0
    var hasAxis = false
    /// The axis where it stays as one of length 1.
    var keptAxis: Int?
  }

  /// - Parameter first: the first node of the arguments, of which some may have been read.
  mutating func arguments(
    of function: Function?, _ name: String, from first: Int, read count: Int = 0
  ) throws(ExpressionError) -> CallArguments {
    var arguments = CallArguments(count: count)
    let start = position
    guard token.kind != .symbol(.closeParenthesis) else { return arguments }
    repeat {
      if case .name(let word) = token.kind, tokens[position + 1].kind == .symbol(.assign) {
        if Self.keeping.contains(word), arguments.hasAxis {
          try keepAxis(&arguments)
          continue
        }
        if Self.axes.contains(word) {
          guard function?.worksAlongAxis == true, arguments.count == 1 else {
            throw fail(.noAxis(name))
          }
          position += 2
          arguments.hasAxis = true
        }
      }
      if let count = try sizes(of: function) {
        arguments.count += count
      } else {
        try choice()
        arguments.count += 1
      }
      // max(1, 2, 3): of the first two, then of that and the third.
      if let function, function.isOfTwo, arguments.count == 2, token.kind == .symbol(.comma),
        !arguments.hasAxis
      {
        try emit(
          .call(function, 2), from: Start(node: first, token: start), mark: tokens[start])
        arguments.count = 1
      }
    } while skip(.comma)
    return arguments
  }

  private static let axes: Set = ["axis", "dim"], keeping: Set = ["keepdims", "keepdim"]

  /// `keepdims=True` after an axis that is a plain number.
  private mutating func keepAxis(_ arguments: inout CallArguments) throws(ExpressionError) {
    let mark = token
    position += 2
    guard case .name(let word) = token.kind, let number = Constant.named[word],
      number == 0 || number == 1
    else { throw fail(.keepsWhat, at: mark) }
    position += 1
    guard number == 1 else { return }
    let last = nodes[nodes.count - 1].form
    guard last == .number(0) || last == .number(1) || last == .negation else {
      throw fail(.keepsWhat, at: mark)
    }
    arguments.keptAxis = last == .number(0) ? 0 : 1
  }

  /// Sizes in parentheses of their own, as zeros((3, 4)); how many.
  private mutating func sizes(of function: Function?) throws(ExpressionError) -> Int? {
    guard let function, function.takesSizes, token.kind == .symbol(.openParenthesis),
      let end = closing(of: position),
      [.symbol(.comma), .symbol(.closeParenthesis)].contains(tokens[end + 1].kind)
    else { return nil }
    let bracket = try open()
    var count = 0
    repeat {
      try choice()
      count += 1
    } while skip(.comma)
    try close(bracket, inList: true)
    return count
  }

  /// The token that closes the bracket at another.
  func closing(of index: Int) -> Int? {
    var open: [Symbol] = []
    for index in tokens.indices[index...] {
      guard case .symbol(let symbol) = tokens[index].kind else { continue }
      if let closing = symbol.closing { open.append(closing) }
      if symbol.closes {
        guard open.popLast() == symbol else { return nil }
        if open.isEmpty { return index }
      }
    }
    return nil
  }

  mutating func emitCall(
    of function: Function?, _ name: String, _ arguments: CallArguments, isSlope: Bool,
    from start: Start, _ mark: Token
  ) throws(ExpressionError) {
    guard let function, Function.named[name] != nil || arguments.hasAxis else {
      return try emit(.own(name, arguments.count), from: start, mark: mark)
    }
    if arguments.hasAxis {
      guard arguments.count == 2 else { throw wrongCount(function, name, arguments.count, mark) }
      try emit(.along(function), from: start, mark: mark)
      for _ in 0..<(arguments.keptAxis.map { $0 + 1 } ?? 0) {
        try emit(.transposition, from: start, mark: mark)
      }
      return
    }
    guard function.arguments.contains(arguments.count) else {
      throw wrongCount(function, name, arguments.count, mark)
    }
    guard isSlope else {
      return try emit(.call(function, arguments.count), from: start, mark: mark)
    }
    guard function.isEntrywise, arguments.count == 1 else {
      throw fail(.noSlopeOf(name), at: mark)
    }
    try emit(.slope(function), from: start, mark: mark)
  }

  private func wrongCount(
    _ function: Function, _ name: String, _ count: Int, _ mark: Token
  ) -> ExpressionError {
    let usage =
      function.worksAlongAxis && count == 2 ? "\(name)(W1, axis=1)" : function.usage
    return fail(.argumentCount(function: name, given: count, usage: usage), at: mark)
  }

  /// What is asked of a value, as a1.sum() and a0.shape; ours has the value in its parentheses.
  mutating func member(from start: Start) throws(ExpressionError) {
    position += 1
    guard case .name(let name) = token.kind else { throw missingValue() }
    let mark = advance()
    guard token.kind == .symbol(.openParenthesis) else {
      guard let function = Function.properties[name] else { throw noMember(name, start, mark) }
      return try emit(.call(function, 1), from: start, mark: mark)
    }
    let function =
      name == "size" ? Function.named["shape"] : Function.named[name] ?? Function.aliases[name]
    let isIdentity =
      Function.identities.contains(name) && tokens[position + 1].kind == .symbol(.closeParenthesis)
    guard isIdentity || function != nil && name != Function.slopeName else {
      throw noMember(name, start, mark)
    }
    let bracket = try open()
    guard let function else { return try close(bracket, inList: false) }
    let arguments = try arguments(of: function, name, from: start.node, read: 1)
    try close(bracket, inList: true)
    try emitCall(of: function, function.names[0], arguments, isSlope: false, from: start, mark)
  }

  /// `sqrt 2`, where what it works on is plain: one value, and no product after it.
  mutating func bareCall(
    of function: Function, from start: Start, _ mark: Token
  ) throws(ExpressionError) {
    let isSigned =
      token.kind == .symbol(.minus) && token.range.lowerBound > mark.range.upperBound
      && tokens[position + 1].range.lowerBound == token.range.upperBound
    guard function.arguments.contains(1), isPlain(position + (isSigned ? 1 : 0)) else {
      throw bare(function, mark)
    }
    let argument = here
    let sign = isSigned ? advance() : nil
    try primary()
    while isPartOfPlain { guard try suffix(from: argument) else { break } }
    if let sign { try emit(.negation, from: argument, mark: sign) }
    try refuseLonger(than: argument, mark)
    try emit(.call(function, 1), from: start, mark: mark)
  }

  /// Whether what comes next belongs to the value before whatever stands before that: 30°, a1[3].
  private var isPartOfPlain: Bool {
    switch token.kind {
    case .symbol(let symbol): [.openBracket, .degree, .bang, .transpose].contains(symbol)
    case .number, .name, .raised, .entry, .broken, .end: false
    }
  }

  /// Whether a value of one word begins at a token.
  private func isPlain(_ index: Int) -> Bool {
    switch tokens[index].kind {
    case .number, .entry: true
    case .name(let name): Symbol.spoken[name] == nil && !Self.choosing.contains(name)
    case .symbol, .raised, .broken, .end: false
    }
  }

  /// sqrt 2*3 may be the root of 2 or of 6.
  private func refuseLonger(than argument: Start, _ mark: Token) throws(ExpressionError) {
    let goesOn =
      joint.map { $0.precedence >= Symbol.product } ?? false
      || [.symbol(.power), .symbol(.entryPower), .symbol(.member)].contains(token.kind)
    var isRaised = false
    if case .raised = token.kind { isRaised = true }
    guard goesOn || isRaised else { return }
    let short = range(from: argument)
    var rest = self
    rest.position = argument.token
    let name = text(mark)
    var meant = [
      line(mark.range.lowerBound..<short.upperBound, as: "\(name)(\(String(characters[short])))")
    ]
    if (try? rest.binary(Symbol.product)) != nil {
      let long = rest.range(from: argument)
      meant.append(
        line(mark.range.lowerBound..<long.upperBound, as: "\(name)(\(String(characters[long])))"))
    }
    throw refused(.endlessArgument(name), meant, at: mark)
  }

  /// The power that a function's name has, as sin²(x): its last token; -1 may mean the inverse.
  func raisedName() -> (power: Double, end: Int)? {
    switch token.kind {
    case .raised(let power) where power >= 2 && isArgument(position + 1):
      return (power, position + 1)
    case .symbol(.power):
      guard case .number(let power) = tokens[position + 1].kind, power >= 2,
        isArgument(position + 2)
      else { return nil }
      return (power, position + 2)
    case .number, .name, .symbol, .raised, .entry, .broken, .end: return nil
    }
  }

  private func isArgument(_ index: Int) -> Bool {
    tokens[index].kind == .symbol(.openParenthesis) || isPlain(index)
  }

  /// sin²(x) is (sin(x))².
  mutating func raisedCall(
    of function: Function, _ raised: (power: Double, end: Int), from start: Start, _ mark: Token
  ) throws(ExpressionError) {
    position = raised.end
    if token.kind == .symbol(.openParenthesis) {
      let bracket = try open()
      let arguments = try arguments(of: function, function.names[0], from: here.node)
      try close(bracket, inList: true)
      try emitCall(of: function, function.names[0], arguments, isSlope: false, from: start, mark)
    } else {
      try bareCall(of: function, from: start, mark)
    }
    let exponent = Start(node: nodes.count, token: start.token)
    try emit(.number(raised.power), from: exponent, mark: mark)
    try emit(.binary(.power), from: start, mark: mark)
  }
}
