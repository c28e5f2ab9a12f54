/// A walk back through the history with Up, among the lines that begin as the typed one does.
struct HistoryWalk {
  /// What was typed before the walk, to come back to.
  let typed: String
  /// Where the walk is: an index of the entries, or their count when it is back at `typed`.
  private(set) var index: Int
  /// The line it shows.
  private(set) var shown: String

  init(from typed: String, entries: [String]) {
    self.typed = typed
    index = entries.count
    shown = typed
  }

  /// Goes to the next older or newer line that fits and differs from the one shown.
  ///
  /// - Returns: Whether there was one.
  mutating func step(back: Bool, in entries: [String]) -> Bool {
    var next = index
    repeat {
      next += back ? -1 : 1
      if next == entries.count, !back {
        (index, shown) = (next, typed)
        return true
      }
      guard entries.indices.contains(next) else { return false }
    } while !entries[next].hasPrefix(typed) || entries[next] == shown
    (index, shown) = (next, entries[next])
    return true
  }
}

extension EditLineEditor {
  func walkHistory(back: Bool) -> EditLine.Verdict {
    let now = editLine.buffer
    // A line that was changed since begins a walk of its own.
    var walk =
      walk.flatMap { TextWidth.editable($0.shown) == now.text ? $0 : nil }
      ?? HistoryWalk(from: now.text, entries: history.entries)
    guard walk.step(back: back, in: history.entries) else { return .beep }
    editLine.replaceLine(walk.shown)
    self.walk = walk
    return .refresh
  }
}
