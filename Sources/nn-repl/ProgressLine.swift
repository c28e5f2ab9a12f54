import Explainer

/// One line at the bottom of the terminal that says how far a long command has come.
final class ProgressLine {
  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant?
  /// How many columns of the row are written on.
  private var width = 0
  /// Whether the terminal can do more than print.
  private let canErase: Bool

  /// Twenty times a second is enough for an eye, and costs nothing beside the work.
  private static let pause = Duration.milliseconds(50)

  init(canErase: Bool = TerminalProbe.canMoveCursor) { self.canErase = canErase }

  /// Draws the line anew, unless it was drawn just before.
  func show(_ progress: TrainingProgress) {
    let now = clock.now
    if let last, now - last < Self.pause { return }
    last = now
    writeToTerminal(update(to: progress, columns: TerminalProbe.windowSize.columns))
  }

  /// Takes the line away.
  func clear() {
    guard width > 0 else { return }
    last = nil
    writeToTerminal("\r" + replacement(for: "") + "\r")
  }

  /// What to send to show how far it has come, on one row: a longer line could not be taken away.
  func update(to progress: TrainingProgress, columns: Int) -> String {
    let filled = Int((progress.share * 20).rounded(.down))
    let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: 20 - filled)
    let text = columns < 60 ? progress.sentence : "[\(bar)] \(progress.sentence)"
    return "\r" + replacement(for: TextWidth.cut(text, to: columns - 1))
  }

  /// A text, and what takes away the rest of the one before.
  private func replacement(for text: String) -> String {
    let before = width
    width = TextWidth.of(text)
    return text
      + (canErase ? "\u{1b}[K" : String(repeating: " ", count: max(before - width, 0)))
  }
}
