import Explainer

/// One line at the bottom of the terminal that says how far a long command has come.
final class ProgressLine {
  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant?
  private var isShown = false

  /// Twenty times a second is enough for an eye, and costs nothing beside the work.
  private static let pause = Duration.milliseconds(50)

  /// Draws the line anew, unless it was drawn just before.
  func show(_ progress: TrainingProgress) {
    let now = clock.now
    if let last, now - last < Self.pause { return }
    last = now
    isShown = true
    let filled = Int((progress.share * 20).rounded(.down))
    let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: 20 - filled)
    writeToTerminal("\r[\(bar)] \(progress.sentence)\u{1b}[K")
  }

  /// Takes the line away.
  func clear() {
    guard isShown else { return }
    isShown = false
    last = nil
    writeToTerminal("\r\u{1b}[K")
  }
}
