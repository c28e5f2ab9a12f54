import Presentation

// What is wrong where a line can't be read on.

extension Parser {
  func fail(_ kind: ExpressionError.Kind, at token: Token? = nil) -> ExpressionError {
    ExpressionError(kind: kind, range: (token ?? self.token).range)
  }

  func text(_ token: Token) -> String { String(characters[token.range]) }

  /// No value starts at the token that comes next.
  func missingValue() -> ExpressionError {
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
    case .symbol(.closeBrace) where previous == nil:
      return fail(.unexpectedClose(.curly, open: nil))
    case .number, .name, .symbol, .raised, .entry:
      return fail(.missingValue(after: previous, before: text(token)))
    }
  }

  /// A value is complete, and the token that comes next can neither follow nor close it.
  func leftover(after bracket: Token? = nil, inList: Bool = false) -> ExpressionError {
    let previous = text(tokens[position - 1])
    let open = bracket.flatMap(\.openBracket)
    switch token.kind {
    case .broken(let kind): return fail(kind)
    case .end where isCut: return fail(.tooLong(most: limits.characters))
    case .end where bracket?.kind == .symbol(.bar): return fail(.unmatchedBar, at: bracket)
    case .end: return fail(open.map { .unclosed($0) } ?? .nothing, at: bracket)
    case .symbol(.closeParenthesis): return fail(.unexpectedClose(.round, open: open))
    case .symbol(.closeBracket): return fail(.unexpectedClose(.square, open: open))
    case .symbol(.closeBrace): return fail(.unexpectedClose(.curly, open: open))
    case .symbol(.openBrace): return inBraces(bracket)
    case .symbol(.comma) where isInBraces(bracket): return inBraces(bracket)
    case .symbol(.comma):
      return fail(.unexpectedComma(left: previous, right: text(tokens[position + 1])))
    case .symbol(.range): return fail(.rangeOutsideIndex)
    case .symbol(.colon): return fail(.rangeOutsideIndex)
    case .symbol(.bar) where open == nil: return fail(.unmatchedBar)
    case .number, .name, .symbol, .raised, .entry:
      if !inList, isNumberApart { return refused(.numberApart, [line(gap, as: "")]) }
      if inList, let meant = separated(bracket) {
        return refused(.blanks(left: previous, right: text(token)), [meant])
      }
      return fail(.missingOperator(left: previous, right: text(token), inList: inList))
    }
  }

  /// 1 000, where a blank stands between thousands.
  private var isNumberApart: Bool {
    guard case .number = token.kind, case .number = tokens[position - 1].kind else { return false }
    return text(token).count == 3 && text(token).allSatisfy(\.isASCIIDigit)
      && text(tokens[position - 1]).allSatisfy(\.isASCIIDigit)
  }

  private var gap: Range<Int> {
    tokens[position - 1].range.upperBound..<token.range.lowerBound
  }

  private func isInBraces(_ bracket: Token?) -> Bool { bracket?.kind == .symbol(.openBrace) }

  /// Braces where brackets are meant: a1{3}, {1, 2}.
  private func inBraces(_ bracket: Token?) -> ExpressionError {
    if bracket == nil, position > 0, text(tokens[position - 1]) == "_" { return refused(.loop, []) }
    let index = bracket.flatMap { bracket in tokens.firstIndex { $0.range == bracket.range } }
    let first = index ?? position
    guard let end = closing(of: first) else { return refused(.braces, []) }
    let inner = characters[tokens[first].range.upperBound..<tokens[end].range.lowerBound]
    let whole = tokens[first].range.lowerBound..<tokens[end].range.upperBound
    return refused(.braces, [line(whole, as: "[\(String(inner))]")], at: tokens[first])
  }

  /// The line with commas for the blanks between the entries of a list.
  func separated(_ bracket: Token?) -> String? {
    guard let bracket, bracket.kind == .symbol(.openBracket),
      let first = tokens.firstIndex(where: { $0.range == bracket.range }),
      let end = closing(of: first)
    else { return nil }
    let inner = bracket.range.upperBound..<tokens[end].range.lowerBound
    let words = characters[inner].split { $0.isBlank || $0 == "," }.map { String($0) }
    return line(inner, as: words.joined(separator: ", "))
  }

  func bare(_ function: Function, _ mark: Token) -> ExpressionError {
    var argument: String?
    switch token.kind {
    case .name, .number, .entry: argument = text(token)
    case .symbol, .raised, .broken, .end: break
    }
    return fail(.functionWithoutParentheses(text(mark), argument: argument), at: mark)
  }

  /// a1(3) is an entry in MATLAB, and could be a product.
  func notAFunction(_ name: String, _ mark: Token) -> ExpressionError {
    guard let end = closing(of: position), end > position + 1 else {
      return fail(.notAFunction(name), at: mark)
    }
    let inner = String(
      characters[token.range.upperBound..<tokens[end].range.lowerBound])
    let whole = token.range.lowerBound..<tokens[end].range.upperBound
    return refused(
      .entry(name), [line(whole, as: "[\(inner)]"), line(whole, as: "*(\(inner))")], at: mark)
  }

  /// Read from the left `1/2 x` is (1/2)·x, and many mean 1/(2x).
  func ambiguousProduct() -> ExpressionError {
    let divisor = nodes[nodes.count - 2].outer
    return fail(
      .ambiguousProduct(divisor: String(characters[divisor]), factor: text(token)))
  }

  /// A knob is not set by an equation: `W2[3,4] = 0.5` would only compare.
  func refuseEntryAssignment(_ symbol: Symbol, _ start: Start) throws(ExpressionError) {
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
    switch kind {
    case .symbol(.openParenthesis): .round
    case .symbol(.openBracket): .square
    case .symbol(.openBrace): .curly
    case .number, .name, .symbol, .raised, .entry, .broken, .end: nil
    }
  }
}
