// Replies in a window that shows only so many rows.

extension TextRenderer {
  /// A reply for a window of so many rows: lines without line feeds. Where the reply is taller, what
  /// it can spare is left out; if that is not enough, the last row says how much is missing.
  public func screen(_ reply: Reply, rows: Int) -> [String] {
    var shown = reply
    shown.next = .prompt
    let whole = lines(of: shown)
    guard whole.count > rows else { return whole }
    shown.blocks = reply.blocks.compactMap(\.withoutSpares)
    let folded = lines(of: shown)
    guard folded.count > rows else { return folded }
    let missing = folded.count - rows + 1
    let dots = capabilities.unicode ? "…" : "..."
    let note = render(Prose("\(dots) \(missing) more lines need a taller window", .faint))
    return folded.prefix(max(rows - 1, 0)) + [note]
  }

  private func lines(of reply: Reply) -> [String] {
    render(reply).split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(
      String.init)
  }
}

extension Reply {
  /// Where keys would go on, but nobody can press any: the lines they stand for.
  var commandsToGoOn: [Block] {
    guard case .keys(let bindings) = next else { return [] }
    let commands = bindings.map { Prose($0.line, .code) }
    let list = commands.dropFirst().reduce(commands.first ?? "") { $0 + " · " + $1 }
    return [.prose("Go on: " + list)]
  }
}

extension Block {
  /// The block without what it can spare; nil if nothing is left.
  package var withoutSpares: Block? {
    switch self {
    case .spare: return nil
    case .tight(let blocks):
      let kept = blocks.compactMap(\.withoutSpares)
      return kept.isEmpty ? nil : .tight(kept)
    case .beside(let groups):
      let kept = groups.map { $0.compactMap(\.withoutSpares) }.filter { !$0.isEmpty }
      return kept.isEmpty ? nil : .beside(kept)
    case .layouts(let layouts):
      return .layouts(
        layouts.map {
          Layout(columns: $0.columns, rows: $0.rows, $0.blocks.compactMap(\.withoutSpares))
        })
    case .fitting(let arrangements):
      return .fitting(arrangements.map { $0.compactMap(\.withoutSpares) })
    case .heading, .prose, .lines, .figure, .table, .step: return self
    }
  }
}
