/// Where frames are shown one after another: the terminal, or what stands for it in a test.
protocol MotionStage {
  /// Whether it accepts output now.
  var takesOutput: Bool { get }
  /// Waits for a key, for so many milliseconds at most.
  func readKey(timeout: Int?) -> TerminalScreen.Event
  /// What is done before the program is stopped, while the screen is still its own.
  var beforeStop: (() -> Void)? { get nonmutating set }
}

extension TerminalScreen: MotionStage {}

/// Shows frames at their times, until all were shown or somebody has seen enough.
struct MotionPlayer {
  /// How it ended. But for the last two what is shown is the last frame.
  enum Ending: Equatable {
    case finished
    /// A key was pressed, which is meant for whatever comes next.
    case key(Key)
    /// The terminal discarded what was sent.
    case abandoned
    /// The window has another size, or was in other hands: what it shows is unknown.
    case resized
  }

  /// How long each frame but the last stands.
  let pause: Duration
  /// The time.
  var now: () -> ContinuousClock.Instant = { ContinuousClock.now }

  /// Shows the frames after the first, which is there already.
  ///
  /// - Parameters:
  ///   - count: How many there are; at least one.
  ///   - show: Shows one in place of the one shown before; false if it was not shown.
  func play(_ count: Int, on stage: some MotionStage, show: @escaping (Int) -> Bool) -> Ending {
    let last = count - 1
    let start = now()
    var hasStopped = false
    stage.beforeStop = {
      hasStopped = true
      _ = show(last)
    }
    defer { stage.beforeStop = nil }
    func end(_ ending: Ending) -> Ending { show(last) ? ending : .abandoned }
    var next = 1
    while next <= last {
      switch event(on: stage, before: start + pause * next) {
      case .key(.resize): return hasStopped ? .finished : .resized
      case .key(let key): return end(.key(key))
      case .end: return end(.finished)
      case .timeout:
        // Of frames whose time is over already only the latest is worth showing.
        let due = Int((now() - start) / pause)
        next = min(max(next, due), last)
        guard next == last || stage.takesOutput else { break }
        guard show(next) else { return .abandoned }
      }
      next += 1
    }
    return .finished
  }

  /// What happens up to some time.
  private func event(
    on stage: some MotionStage, before time: ContinuousClock.Instant
  ) -> TerminalScreen.Event {
    while true {
      let left = time - now()
      // Up to the next whole millisecond: waiting for less would be waiting in a circle.
      let timeout = max(Int((left / .milliseconds(1)).rounded(.up)), 0)
      let event = stage.readKey(timeout: timeout)
      guard event == .timeout, now() < time else { return event }
    }
  }
}
