import Presentation

// What other languages have and this one has not: it is told with the line to write instead, made
// from the line as it was typed.

extension Parser {
  /// The line with other characters in some place.
  func line(_ range: Range<Int>, as text: String) -> String {
    String(characters[..<range.lowerBound]) + text + String(characters[range.upperBound...])
  }

  /// - Parameter meant: lines to write instead; those that can't be read, or are long, are left out.
  func refused(
    _ what: ExpressionError.Foreign, _ meant: [String], at token: Token? = nil
  ) -> ExpressionError {
    let readable = meant.filter { line in
      guard suggests, line.count <= 60 else { return false }
      var parser = Parser(line, limits: limits)
      parser.suggests = false
      return (try? parser.statement()) != nil
    }
    return fail(.refused(what, readable), at: token)
  }

  // MARK: Functions

  func withoutName() -> ExpressionError {
    var parser = self
    parser.position = 0
    guard let parameters = parser.lambda() else { return fail(.refused(.withoutName, [])) }
    let body = String(characters[token.range.lowerBound...])
    return refused(
      .withoutName, ["f(\(parameters.joined(separator: ", "))) = \(body)"], at: tokens[0])
  }

  func noMember(_ name: String, _ start: Start, _ mark: Token) -> ExpressionError {
    let owner = String(characters[tokens[start.token].range.lowerBound..<mark.range.lowerBound])
      .dropLast()
    var whole = range(from: start)
    if token.kind == .symbol(.openParenthesis), closing(of: position) == position + 1 {
      whole = whole.lowerBound..<tokens[position + 1].range.upperBound
    }
    let meant = nearest(to: name, in: Function.named.keys).map { nearest in
      line(whole, as: "\(nearest)(\(owner))")
    }
    return refused(.member(name), meant.map { [$0] } ?? [], at: mark)
  }

  /// `f''(x)`, nearly by a difference of slopes.
  func slopeOfSlope(_ name: String, _ bracket: Int, _ mark: Token) -> ExpressionError {
    guard let end = closing(of: bracket), end > bracket + 1, bracket == position + 2 else {
      return refused(.secondSlope, [], at: mark)
    }
    let whole = mark.range.lowerBound..<tokens[end].range.upperBound
    let position = String(
      characters[tokens[bracket].range.upperBound..<tokens[end].range.lowerBound])
    return refused(.secondSlope, [difference(of: name, at: position, for: whole)], at: mark)
  }

  /// The line with a difference of slopes in some place.
  private func difference(of name: String, at position: String, for range: Range<Int>) -> String {
    let steps = "(\(name)'(\(position) + 0.001) - \(name)'(\(position) - 0.001))/0.002"
    return line(range, as: range.count == characters.count ? steps : "(\(steps))")
  }

  /// `slope(x^2, 3)` lacks the name that moves; `slope(f', 3)` is the slope of a slope.
  func slopeOfWhat(_ mark: Token) -> ExpressionError {
    let first = position
    guard let end = closing(of: first - 1) else { return fail(.slopeOfWhat, at: mark) }
    if case .name(let name) = token.kind, tokens[first + 1].kind == .symbol(.transpose),
      tokens[first + 2].kind == .symbol(.comma)
    {
      let position = String(
        characters[tokens[first + 3].range.lowerBound..<tokens[end].range.lowerBound])
      let range = mark.range.lowerBound..<tokens[end].range.upperBound
      return refused(.secondSlope, [difference(of: name, at: position, for: range)], at: mark)
    }
    var parser = self
    guard (try? parser.choice()) != nil, parser.token.kind == .symbol(.comma),
      case let body = Syntax(
        characters: characters, nodes: Array(parser.nodes[nodes.count...])),
      case let names = body.names.filter({ LayerName($0) == nil && Constant.named[$0] == nil }),
      names.count == 1
    else { return fail(.slopeOfWhat, at: mark) }
    let position = tokens[first].range.lowerBound
    return refused(.slopeOfValue, [line(position..<position, as: "\(names[0]) -> ")], at: mark)
  }

  // MARK: Choices and loops

  func refusedChoice() -> ExpressionError { fail(.refused(.choice, [])) }

  /// A line that begins with `for` or `while`.
  func refuseLoop() throws(ExpressionError) {
    guard case .name(let word) = token.kind, word == "for" || word == "while",
      word == "while" ? beginsValue(position + 1) : isLoopHead
    else { return }
    var meant: [String] = []
    if let loop = loopHead(at: position), tokens[loop.end].kind == .symbol(.colon) {
      let body = loop.end + 1..<tokens.count - 1
      meant = body.isEmpty ? [] : [substituted(loop, in: body)]
    }
    throw refused(.loop, meant)
  }

  private var isLoopHead: Bool {
    loopHead(at: position) != nil || tokens[position + 1].kind == .symbol(.openParenthesis)
  }

  /// `BODY for NAME in SOURCE`: what is done to each entry is done to all at once.
  func loop(over start: Start) -> ExpressionError {
    guard let loop = loopHead(at: position), start.token < position else {
      return refused(.loop, [])
    }
    var range = range(from: start).lowerBound..<tokens[loop.end - 1].range.upperBound
    let before = start.token - 1
    if before >= 0, tokens[before].kind == .symbol(.openBracket),
      tokens[loop.end].kind == .symbol(.closeBracket)
    {
      range = tokens[before].range.lowerBound..<tokens[loop.end].range.upperBound
    }
    return refused(.loop, [line(range, as: substituted(loop, in: start.token..<position))])
  }

  private struct LoopHead {
    let name: String
    let source: String
    /// The token after it.
    let end: Int
  }

  /// `for NAME in SOURCE` at some token.
  private func loopHead(at index: Int) -> LoopHead? {
    guard index + 3 < tokens.count, case .name(let name) = tokens[index + 1].kind,
      tokens[index + 2].kind == .name("in")
    else { return nil }
    var parser = self
    parser.position = index + 3
    parser.nodes = []
    guard (try? parser.binary()) != nil else { return nil }
    let source = String(
      characters[
        tokens[index + 3].range.lowerBound..<tokens[parser.position - 1].range.upperBound])
    let isOne = parser.nodes.count == 1 || parser.nodes[parser.nodes.count - 1].form.isCall
    return LoopHead(name: name, source: isOne ? source : "(\(source))", end: parser.position)
  }

  /// What is done to each, done to all: products entry by entry.
  private func substituted(_ loop: LoopHead, in body: Range<Int>) -> String {
    var text = ""
    var end = tokens[body.lowerBound].range.lowerBound
    for token in tokens[body] {
      text += String(characters[end..<token.range.lowerBound])
      switch token.kind {
      case .name(loop.name): text += loop.source
      case .symbol(.times): text += ".*"
      case .symbol, .name, .number, .raised, .entry, .broken, .end: text += self.text(token)
      }
      end = token.range.upperBound
    }
    return text
  }
}

extension Syntax.Form {
  fileprivate var isCall: Bool {
    switch self {
    case .call, .own, .index, .along, .list: true
    case .number, .name, .negation, .not, .transposition, .binary, .slope, .slopeOfOwn,
      .slopeOfLambda:
      false
    }
  }
}
