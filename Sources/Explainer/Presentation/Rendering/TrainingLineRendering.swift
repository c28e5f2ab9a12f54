// A training under way, on one row.

extension TextRenderer {
  /// How far a training has come: as much of a bar and a sentence as fits one row with a column to
  /// spare, as a longer line could not be taken away. Never coloured: whoever needs this has no more
  /// than a row to write on.
  public func line(_ view: TrainingView) -> String {
    let filled = Int(nearest: (view.progress * 20).rounded(.down))
    let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: 20 - filled)
    let text = capabilities.columns < 60 ? view.sentence : "[\(bar)] \(view.sentence)"
    return String(text.prefix(max(capabilities.columns - 1, 0)))
  }
}
