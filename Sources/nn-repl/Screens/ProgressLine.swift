import Explainer
import Lab
import Presentation

/// One line at the bottom of the terminal that says how far a training has come.
struct ProgressLine: TrainingAudience {
  /// Twenty times a second is enough for an eye, and costs nothing beside the work.
  private static let pause = Duration.milliseconds(50)

  func attend(_ training: inout TrainingRun) {
    let clock = ContinuousClock()
    let start = clock.now
    var last = start
    var row = RewrittenRow(canErase: TerminalProbe.canMoveCursor)
    while training.goOn() {
      if InterruptFlag().isRaised { training.stop() }
      let now = clock.now
      guard now - last >= Self.pause else { continue }
      last = now
      let view = training.view(after: (now - start) / .seconds(1))
      writeToTerminal(row.update(to: text(for: view)))
    }
    if last != start { writeToTerminal(row.update(to: "") + "\r") }
  }

  /// As much of a bar and a sentence as fits one row: a longer line could not be taken away.
  private func text(for view: TrainingView) -> String {
    let columns = TerminalProbe.windowSize.columns
    let filled = Int((view.progress * 20).rounded(.down))
    let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: 20 - filled)
    let text = columns < 60 ? view.sentence : "[\(bar)] \(view.sentence)"
    return TextWidth.cut(text, to: columns - 1)
  }
}

/// A row of the terminal that is written on again and again.
private struct RewrittenRow {
  /// Whether the terminal can do more than print.
  let canErase: Bool
  /// How many columns of the row are written on.
  private var width = 0

  init(canErase: Bool) { self.canErase = canErase }

  /// What to send to have `text` on the row and nothing else.
  mutating func update(to text: String) -> String {
    let before = width
    width = TextWidth.of(text)
    let rest = canErase ? "\u{1b}[K" : String(repeating: " ", count: max(before - width, 0))
    return "\r" + text + rest
  }
}
