import Lab
import Presentation

/// A training on a screen of its own: its curves and a neuron's weights as they change.
///
/// Ranked: 1. the training, which this must not slow down, 2. answering keys at once, 3. smooth
/// pictures.
struct TrainingScreen: TrainingObserver {
  /// The terminal, made ready when it is needed first.
  private let terminal: () -> TerminalGuard?
  private let output: Output
  private var stopwatch = Stopwatch()
  private var pace = DrawingPace()
  /// The screen, from the moment on that it is worth one.
  private var screen: TerminalScreen?
  /// What the window shows now, where that is known.
  private var shown: ScreenFrame?
  /// The lines typed meanwhile for the prompt.
  private var ahead = TypedAhead()

  init(terminal: @escaping () -> TerminalGuard?, output: Output) {
    self.terminal = terminal
    self.output = output
  }

  mutating func advanced(_ training: inout TrainingRun) {
    if let screen {
      show(&training, on: screen)
    } else if isWorthAScreen(training),
      let screen = terminal()?.lend([.alternateScreen, .hiddenCursor])
    {
      self.screen = screen
      pace = DrawingPace()
      takeKeysTypedBefore(&training, on: screen)
    }
  }

  mutating func ended(_ training: TrainingRun) {
    guard let screen else { return }
    screen.giveBack()
    terminal()?.input.putBack(ahead.keys)
  }

  /// Whether it will not be over before anybody could look at it.
  private func isWorthAScreen(_ training: TrainingRun) -> Bool {
    let seconds = stopwatch.seconds
    guard seconds >= 0.15, let left = training.secondsLeft(after: seconds) else { return false }
    return left >= 0.3
  }

  /// What was typed before there was anything to see is not meant for it.
  private mutating func takeKeysTypedBefore(
    _ training: inout TrainingRun, on screen: TerminalScreen
  ) {
    while case .key(let key) = screen.readKey(timeout: 0) {
      if key == .ctrl("c") { training.stop() } else { ahead.take(key) }
    }
  }

  private mutating func show(_ training: inout TrainingRun, on screen: TerminalScreen) {
    guard pace.isTimeForKeys else { return }
    stopwatch.pause()
    let answer = obey(screen, &training)
    stopwatch.resume()
    if answer == .redraw { shown = nil }
    // Where the terminal accepts no output, the training runs without pictures.
    if screen.takesOutput, answer != .nothing || shown == nil || pace.isTimeToDraw {
      let started = pace.startDrawing()
      shown = draw(training, on: screen)
      pace.finishDrawing(started)
    }
  }

  private func draw(_ training: TrainingRun, on screen: TerminalScreen) -> ScreenFrame? {
    let renderer = TextRenderer(output.capabilities)
    let lines = renderer.screen(training.view(after: stopwatch.seconds), rows: screen.size.rows)
    let frame = ScreenFrame(lines: lines, size: screen.size)
    return screen.write(frame.update(over: shown)) ? frame : nil
  }

  // MARK: Keys

  private enum Answer { case nothing, changed, redraw }

  /// Does what the keys that were pressed mean.
  private mutating func obey(
    _ screen: TerminalScreen, _ training: inout TrainingRun
  ) -> Answer {
    var answer = Answer.nothing
    while true {
      switch screen.readKey(timeout: 0) {
      case .timeout: return answer
      case .end:
        training.stop()
        return answer
      case .key(.resize): answer = .redraw
      case .key(.character(let scalar)) where ahead.isWithinLine: ahead.take(.character(scalar))
      case .key(let key):
        switch TrainingScreenAction.bindings.action(for: key) {
        case .previousNeuron: watch(further: -1, &training, &answer)
        case .nextNeuron: watch(further: 1, &training, &answer)
        case .stop:
          training.stop()
          return answer
        case .redraw: answer = .redraw
        case nil: ahead.take(key)
        }
      }
    }
  }

  private func watch(further step: Int, _ training: inout TrainingRun, _ answer: inout Answer) {
    training.watch(further: step)
    if answer == .nothing { answer = .changed }
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

  mutating func resume() { start = clock.now }
}
