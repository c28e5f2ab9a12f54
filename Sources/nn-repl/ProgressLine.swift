import Explainer

/// One line at the bottom of the terminal that says how far a training has come.
final class ProgressLine: TrainingAudience {
  /// How many columns of the row are written on.
  private var width = 0
  /// Whether the terminal can do more than print.
  private let canErase: Bool

  /// Twenty times a second is enough for an eye, and costs nothing beside the work.
  private static let pause = Duration.milliseconds(50)

  init(canErase: Bool = TerminalProbe.canMoveCursor) { self.canErase = canErase }

  func attend(_ training: inout TrainingRun) {
    let clock = ContinuousClock()
    let start = clock.now
    var last = start
    while training.goOn() {
      if InterruptFlag().isRaised { training.stop() }
      let now = clock.now
      guard now - last >= Self.pause else { continue }
      last = now
      let view = training.view(after: (now - start) / .seconds(1))
      writeToTerminal(update(to: view, columns: TerminalProbe.windowSize.columns))
    }
    if width > 0 { writeToTerminal("\r" + replacement(for: "") + "\r") }
  }

  /// What to send to show how far it has come, on one row: a longer line could not be taken away.
  func update(to view: TrainingView, columns: Int) -> String {
    let filled = Int((view.progress * 20).rounded(.down))
    let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: 20 - filled)
    let text = columns < 60 ? view.sentence : "[\(bar)] \(view.sentence)"
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
