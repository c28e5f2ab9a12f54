/// Whether a formula goes on on the next line.
///
/// It does where all that is wrong with it is that it ends inside brackets.
extension Syntax {
  /// Whether a line ends inside brackets, with nothing wrong before its end.
  package static func staysOpen(_ line: String, limits: Limits = .standard) -> Bool {
    var parser = Parser(line, limits: limits)
    guard !parser.isCut, (try? parser.statement()) == nil else { return false }
    // The parser stops where it can't go on.
    return parser.token.kind == .end && parser.tokens.endsInsideBrackets
  }

  /// A line and the next as one, without the comments after them.
  package static func joined(_ line: String, _ next: String) -> String {
    "\(withoutComment(line)) \(withoutComment(next))"
  }

  private static func withoutComment(_ line: String) -> Substring { line.prefix { $0 != "#" } }
}

extension [Token] {
  /// Whether a bracket is open at the end, and each that was closed was closed by its own kind.
  fileprivate var endsInsideBrackets: Bool {
    var open: [Symbol] = []
    for token in self {
      guard case .symbol(let symbol) = token.kind else { continue }
      if let closing = symbol.closing {
        open.append(closing)
      } else if symbol.closes, open.popLast() != symbol {
        return false
      }
    }
    return !open.isEmpty
  }
}
