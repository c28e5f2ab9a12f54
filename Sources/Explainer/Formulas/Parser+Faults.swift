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
    case .number, .name, .symbol, .raised:
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
    case .symbol(.comma):
      return fail(.unexpectedComma(left: previous, right: text(tokens[position + 1])))
    case .symbol(.range): return fail(.rangeOutsideIndex)
    case .symbol(.colon): return fail(.rangeOutsideIndex)
    case .symbol(.bar) where open == nil: return fail(.unmatchedBar)
    case .number, .name, .symbol, .raised:
      return fail(.missingOperator(left: previous, right: text(token), inList: inList))
    }
  }

  func bare(_ function: Function, _ mark: Token) -> ExpressionError {
    var argument: String?
    switch token.kind {
    case .name, .number: argument = text(token)
    case .symbol, .raised, .broken, .end: break
    }
    return fail(.functionWithoutParentheses(text(mark), argument: argument), at: mark)
  }

  func notAFunction(_ name: String, _ mark: Token) -> ExpressionError {
    let argument = tokens[min(position + 1, tokens.count - 1)]
    return fail(.notAFunction(name, argument: text(argument)), at: mark)
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
    kind == .symbol(.openParenthesis) ? .round : kind == .symbol(.openBracket) ? .square : nil
  }
}
