import Lab
import Presentation

/// One line at the bottom of the terminal that says how far a training has come.
struct ProgressLine: TrainingObserver {
  private let output: Output
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant
  private var row = RewrittenRow(canErase: TerminalProbe.canMoveCursor)

  /// Twenty times a second is enough for an eye, and costs nothing beside the work.
  private static let pause = Duration.milliseconds(50)

  init(output: Output) {
    self.output = output
    start = clock.now
    last = start
  }

  mutating func advanced(_ training: inout TrainingRun) {
    let now = clock.now
    guard now - last >= Self.pause else { return }
    last = now
    let view = training.view(after: (now - start) / .seconds(1))
    writeToTerminal(row.update(to: TextRenderer(output.capabilities).line(view)))
  }

  mutating func ended(_ training: TrainingRun) {
    if last != start { writeToTerminal(row.update(to: "") + "\r") }
  }
}

/// One line at the bottom of the terminal that says how far a command has come, if it takes long
/// enough for somebody to wonder.
final class WorkProgress {
  private let clock = ContinuousClock()
  private let start = ContinuousClock().now
  private var row = RewrittenRow(canErase: TerminalProbe.canMoveCursor)
  private var isShown = false

  /// What is over before that needs no word.
  private static let patience = Duration.milliseconds(200)

  /// So much of the command is done.
  func advance(to share: Double) {
    guard share < 1, clock.now - start >= Self.patience else { return }
    isShown = true
    writeToTerminal(row.update(to: "Measuring: \(Int(share * 100))%"))
  }

  /// The command is over.
  func end() {
    guard isShown else { return }
    isShown = false
    writeToTerminal(row.update(to: "") + "\r")
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
