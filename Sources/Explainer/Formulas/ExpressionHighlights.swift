import Presentation

extension Highlight {
  /// How an expression is coloured, however broken it is: numbers, names, signs; `unmatched` for
  /// brackets without a partner and for characters the language does not have.
  public static func expression(_ line: String) -> [Highlight] {
    var highlights: [Highlight] = []
    var open: [(highlight: Int, closing: Symbol?)] = []
    let characters = Lexer.characters(of: line, most: Limits.standard.characters)
    for token in Lexer.tokens(of: characters) where token.kind != .end {
      var role = Role.symbol
      switch token.kind {
      case .number, .raised: role = .number
      case .name, .entry: role = .name
      case .broken: role = .unmatched
      case .symbol(let symbol) where symbol.closing != nil:
        open.append((highlights.count, symbol.closing))
        role = .unmatched
      case .symbol(let symbol) where symbol.closes:
        if let last = open.last, last.closing == symbol {
          highlights[last.highlight].role = .symbol
          open.removeLast()
        } else {
          role = .unmatched
        }
      case .symbol, .end: break
      }
      highlights.append(Highlight(token.range, role))
    }
    return highlights
  }
}
