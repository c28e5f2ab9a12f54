import Explainer
import Lab
import Presentation

/// A training on a screen of its own: its curves and a neuron's weights as they change.
///
/// Ranked: 1. the training, which this must not slow down, 2. answering keys at once, 3. smooth
/// pictures.
struct TrainingScreen: TrainingAudience {
  /// The terminal, made ready when it is needed first.
  let terminal: () -> TerminalGuard?
  let output: Output

  /// Carries the training on; on a screen, unless it is over before anybody could look at it.
  func attend(_ training: inout TrainingRun) {
    var stopwatch = Stopwatch()
    while !isWorthAScreen(training, stopwatch) {
      guard training.goOn() else { return }
      if InterruptFlag().isRaised { return training.stop() }
    }
    guard let terminal = terminal() else { return NoAudience().attend(&training) }
    let ahead = terminal.borrow([.alternateScreen, .hiddenCursor]) { screen in
      show(&training, &stopwatch, on: screen)
    }
    terminal.input.putBack(ahead)
  }

  private func isWorthAScreen(_ training: TrainingRun, _ stopwatch: Stopwatch) -> Bool {
    let seconds = stopwatch.seconds
    guard seconds >= 0.15, let left = training.secondsLeft(after: seconds) else { return false }
    return left >= 0.3
  }

  /// - Returns: The lines typed meanwhile for the prompt.
  private func show(
    _ training: inout TrainingRun, _ stopwatch: inout Stopwatch, on screen: TerminalScreen
  ) -> [Key] {
    var pace = DrawingPace()
    var ahead = TypedAhead()
    // What was typed before there was anything to see is not meant for it.
    while case .key(let key) = screen.readKey(timeout: 0) {
      if key == .ctrl("c") { training.stop() } else { ahead.take(key) }
    }
    var shown: ScreenFrame?
    while training.goOn() {
      guard pace.isTimeForKeys else { continue }
      stopwatch.pause()
      let answer = obey(screen, &training, &ahead)
      stopwatch.goOn()
      if answer == .leave { training.stop() }
      if answer == .drawAnew { shown = nil }
      // Where nobody takes the pictures, the training goes on without.
      if screen.takesOutput, answer != .nothing || shown == nil || pace.isTimeToDraw {
        pace.draw { shown = draw(training, stopwatch, over: shown, on: screen) }
      }
    }
    return ahead.keys
  }

  private func draw(
    _ training: TrainingRun, _ stopwatch: Stopwatch, over before: ScreenFrame?,
    on screen: TerminalScreen
  ) -> ScreenFrame? {
    let renderer = TextRenderer(output.capabilities)
    let lines = renderer.screen(training.view(after: stopwatch.seconds), rows: screen.size.rows)
    let frame = ScreenFrame(lines: lines, size: screen.size)
    return screen.write(frame.update(over: before)) ? frame : nil
  }

  // MARK: Keys

  private enum Answer { case nothing, changed, drawAnew, leave }

  /// Does what the keys that were pressed mean.
  private func obey(
    _ screen: TerminalScreen, _ training: inout TrainingRun, _ ahead: inout TypedAhead
  ) -> Answer {
    var answer = Answer.nothing
    while true {
      switch screen.readKey(timeout: 0) {
      case .timeout: return answer
      case .key(.character(let scalar)) where ahead.isWithinLine: ahead.take(.character(scalar))
      case .end, .key(.character("q")), .key(.escape), .key(.ctrl("c")), .key(.ctrl("d")):
        return .leave
      case .key(.right), .key(.character("n")):
        training.watch(further: 1)
        if answer == .nothing { answer = .changed }
      case .key(.left), .key(.character("b")):
        training.watch(further: -1)
        if answer == .nothing { answer = .changed }
      case .key(.resize), .key(.ctrl("l")): answer = .drawAnew
      case .key(let key): ahead.take(key)
      }
    }
  }
}

/// How often keys are asked for, and pictures drawn: twenty times a second at most, and never so
/// often that drawing takes more than a small share of the time.
private struct DrawingPace {
  private let clock = ContinuousClock()
  private var nextKeys: ContinuousClock.Instant
  private var nextPicture: ContinuousClock.Instant

  private static let keyPause = Duration.milliseconds(4)
  private static let picturePause = Duration.milliseconds(50)
  /// After a picture the training has so many times as long as that took: drawing has 1/31 of the time.
  private static let trainingPerDrawing = 30

  init() {
    nextKeys = clock.now
    nextPicture = nextKeys
  }

  /// True every few milliseconds.
  var isTimeForKeys: Bool {
    mutating get {
      let now = clock.now
      guard now >= nextKeys else { return false }
      nextKeys = now + Self.keyPause
      return true
    }
  }

  var isTimeToDraw: Bool { clock.now >= nextPicture }

  mutating func draw(_ body: () -> Void) {
    let start = clock.now
    let taken = clock.measure(body)
    nextPicture = max(start + Self.picturePause, start + taken * (Self.trainingPerDrawing + 1))
  }
}

/// Measures the time that is spent on the work, without the time while it was stopped.
private struct Stopwatch {
  private let clock = ContinuousClock()
  private var before = Duration.zero
  private var start: ContinuousClock.Instant?

  init() { start = clock.now }

  var seconds: Double { (before + (start.map { clock.now - $0 } ?? .zero)) / .seconds(1) }

  mutating func pause() {
    if let start { before += clock.now - start }
    start = nil
  }

  mutating func goOn() { start = clock.now }
}
