import Explainer

/// One line at the bottom of the terminal that says how far a training has come.
struct ProgressLine: TrainingAudience {
  /// Twenty times a second is enough for an eye, and costs nothing beside the work.
  private static let pause = Duration.milliseconds(50)

  func attend(_ training: inout TrainingRun) {
    let clock = ContinuousClock()
    let start = clock.now
    var last = start
    while training.goOn() {
      if InterruptFlag().isRaised { training.stop() }
      let now = clock.now
      guard now - last >= Self.pause else { continue }
      last = now
      draw(training.view(after: (now - start) / .seconds(1)))
    }
    if last != start { writeToTerminal("\r\u{1b}[K") }
  }

  private func draw(_ view: TrainingView) {
    let filled = Int((view.progress * 20).rounded(.down))
    let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: 20 - filled)
    let line = "[\(bar)] \(view.sentence)"
    writeToTerminal("\r\(line.prefix(TerminalProbe.windowSize.columns - 1))\u{1b}[K")
  }
}
