import Lab
import Presentation

/// A training on a screen of its own: its curves and the weights of layer 1 as they change.
///
/// Ranked: 1. the training, which this must not slow down beyond the pace that was asked for,
/// 2. answering keys at once, 3. smooth pictures.
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
  /// The pictures of neurons on the window, which change a few at a time.
  private var gallery = GalleryInTurn()
  /// The lines typed meanwhile for the prompt.
  private var ahead = TypedAhead()

  init(terminal: @escaping () -> TerminalGuard?, output: Output) {
    self.terminal = terminal
    self.output = output
  }

  mutating func advanced(_ training: inout TrainingRun) {
    if let screen {
      show(&training, on: screen)
      keepPace(&training, on: screen)
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
    guard training.pace ?? 0 < 1 else { return true }
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
    redraw(training, on: screen, after: answer)
  }

  private mutating func redraw(
    _ training: TrainingRun, on screen: TerminalScreen, after answer: Answer
  ) {
    if answer == .redraw { shown = nil }
    if answer != .nothing { gallery = GalleryInTurn() }
    // Where the terminal accepts no output, the training runs without pictures.
    if screen.takesOutput, answer != .nothing || shown == nil || pace.isTimeToDraw {
      let started = pace.startDrawing()
      shown = draw(training, on: screen)
      pace.finishDrawing(started, isIdle: training.pace != nil)
    }
  }

  /// Waits until as much time is gone as so much of the training is to take, answering keys meanwhile.
  private mutating func keepPace(_ training: inout TrainingRun, on screen: TerminalScreen) {
    guard let whole = training.pace else { return }
    while !training.hasStopped {
      let left = min(whole * training.progress - stopwatch.seconds, Self.longestWait)
      guard left >= 0.001 else { return }
      stopwatch.pause()
      let answer = obey(screen, &training, waiting: left)
      // Not by the clock: the program may have been stopped in between.
      stopwatch.resume(adding: left)
      redraw(training, on: screen, after: answer)
    }
  }

  /// In seconds: as long as a picture stands.
  private static let longestWait = 0.05

  private mutating func draw(
    _ training: TrainingRun, on screen: TerminalScreen
  ) -> ScreenFrame? {
    var view = training.view(after: stopwatch.seconds)
    view.gallery = gallery.next(view.gallery)
    let whole = TextRenderer(output.capabilities).screen(view, rows: screen.size.rows)
    let known = shown?.size == screen.size ? shown : nil
    let frame = ScreenFrame(
      frame: known.map { whole.within(from: $0.frame) } ?? whole.within(20_000, from: .empty),
      size: screen.size)
    return screen.write(frame.update(over: known)) ? frame : nil
  }

  // MARK: Keys

  private enum Answer { case nothing, changed, redraw }

  /// Does what the keys that were pressed mean.
  ///
  /// - Parameter seconds: How long to wait for the first.
  private mutating func obey(
    _ screen: TerminalScreen, _ training: inout TrainingRun, waiting seconds: Double = 0
  ) -> Answer {
    var answer = Answer.nothing
    var timeout = Int(seconds * 1000)
    while true {
      defer { timeout = 0 }
      switch screen.readKey(timeout: timeout) {
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
        case .allNeurons:
          training.watchAll()
          if answer == .nothing { answer = .changed }
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

  /// - Parameter seconds: Time to count that it did not run.
  mutating func resume(adding seconds: Double = 0) {
    before += .seconds(seconds)
    start = clock.now
  }
}

/// Small pictures of which a few change at a time: all at once would be too much for a slow line.
private struct GalleryInTurn {
  private var shown: [HeatMap] = []
  private var turn = 0

  private static let atATime = 3

  /// What to show after what was shown before.
  mutating func next(_ pictures: [HeatMap]) -> [HeatMap] {
    guard shown.count == pictures.count, !pictures.isEmpty else {
      shown = pictures
      return shown
    }
    for _ in 0..<min(Self.atATime, pictures.count) {
      shown[turn] = pictures[turn]
      turn = (turn + 1) % pictures.count
    }
    return shown
  }
}
