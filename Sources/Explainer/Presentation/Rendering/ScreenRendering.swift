// Replies in a window that shows only so many rows.

extension TextRenderer {
  /// A reply for a window of so many rows: lines without line feeds. Where the reply is taller, what
  /// it can spare is left out; if that is not enough, the last row says how much is missing.
  public func screen(_ reply: Reply, rows: Int) -> [String] {
    Painter.painted(screenLines(reply, rows: rows), capabilities).lines
  }

  /// The same with the reply's keys on the last rows of the window, moment by moment as it comes to
  /// be; the last is at rest.
  public func frames(
    of reply: Reply, keys: [KeyBinding<ReplyScreenAction>], rows: Int
  ) -> (frames: [Frame], pause: Duration) {
    let frames = frames(of: reply) { renderer in
      let legend = renderer.legendLines(of: keys).prefix(max(rows - 1, 1))
      let body = renderer.screenLines(reply, rows: max(rows - legend.count - 1, 0))
      let gap = [Line](repeating: [], count: max(rows - body.count - legend.count, 0))
      return (body + gap + legend).suffix(rows)
    }
    return (frames, reply.pause)
  }

  private func screenLines(_ reply: Reply, rows: Int) -> [Line] {
    var shown = reply
    shown.next = .prompt
    let whole = drawn(shown)
    guard whole.count > rows else { return whole }
    shown.blocks = reply.blocks.compactMap(\.withoutSpares)
    let folded = drawn(shown)
    guard folded.count > rows else { return folded }
    let missing = folded.count - rows + 1
    let note = speakable(Prose("… \(missing) more lines need a taller window", .faint))
    return folded.prefix(max(rows - 1, 0)) + [note]
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
      // One that was spare as a whole would fit every window and show nothing.
      let kept = arrangements.map { $0.compactMap(\.withoutSpares) }.filter { !$0.isEmpty }
      return kept.isEmpty ? nil : .fitting(kept)
    case .heading, .prose, .lines, .figure, .table, .step: return self
    }
  }
}
