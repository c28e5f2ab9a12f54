import Testing

@testable import nn_repl

/// When frames are shown, by a clock and keys that a test has written.
struct MotionPlayerTests {
  /// A terminal whose time passes only while a key is waited for.
  private final class Stage: MotionStage {
    var takesOutput = true
    var beforeStop: (() -> Void)?
    /// What happens when, in milliseconds.
    var events: [(Int, TerminalScreen.Event)] = []
    var milliseconds = 0
    /// How long a frame takes to be sent.
    var sending = 0
    private(set) var shown: [(frame: Int, at: Int)] = []
    private let start = ContinuousClock.now

    var now: ContinuousClock.Instant { start + .milliseconds(milliseconds) }

    func readKey(timeout: Int?) -> TerminalScreen.Event {
      let end = milliseconds + (timeout ?? 1_000_000)
      guard let (time, event) = events.first, time <= end else {
        milliseconds = end
        return .timeout
      }
      events.removeFirst()
      milliseconds = max(time, milliseconds)
      if event == .key(.resize), stops { beforeStop?() }
      return event
    }

    /// Whether a resize is what follows a stop.
    var stops = false

    func show(_ frame: Int) -> Bool {
      shown.append((frame, milliseconds))
      milliseconds += sending
      return true
    }

    func play(_ count: Int) -> MotionPlayer.Ending {
      MotionPlayer(pause: .milliseconds(100), now: { self.now })
        .play(count, on: self) { self.show($0) }
    }

    var frames: [Int] { shown.map(\.frame) }
  }

  @Test func everyFrameComesAtItsTime() {
    let stage = Stage()
    #expect(stage.play(4) == .finished)
    #expect(stage.frames == [1, 2, 3])
    #expect(stage.shown.map(\.at) == [100, 200, 300])
    #expect(stage.beforeStop == nil)
  }

  @Test func aKeyShowsTheLastAtOnce() {
    let stage = Stage()
    stage.events = [(150, .key(.character("x")))]
    #expect(stage.play(7) == .key(.character("x")))
    #expect(stage.frames == [1, 6])
    #expect(stage.shown.map(\.at) == [100, 150])
  }

  @Test func theEndOfInputShowsTheLast() {
    let stage = Stage()
    stage.events = [(0, .end)]
    #expect(stage.play(3) == .finished)
    #expect(stage.frames == [2])
  }

  @Test func framesThatAreLateAreLeftOut() {
    let stage = Stage()
    stage.sending = 250
    #expect(stage.play(7) == .finished)
    #expect(stage.frames == [1, 3, 6])
  }

  @Test func aTerminalThatAcceptsNothingGetsTheLastAlone() {
    let stage = Stage()
    stage.takesOutput = false
    #expect(stage.play(5) == .finished)
    #expect(stage.frames == [4])
  }

  @Test func aNewSizeEndsItWithoutAFrame() {
    let stage = Stage()
    stage.events = [(120, .key(.resize))]
    #expect(stage.play(5) == .resized)
    #expect(stage.frames == [1])
  }

  @Test func beforeAStopTheLastIsShown() {
    let stage = Stage()
    stage.stops = true
    stage.events = [(120, .key(.resize))]
    #expect(stage.play(5) == .finished)
    #expect(stage.frames == [1, 4])
  }

  @Test func whatIsDiscardedEndsIt() {
    let stage = Stage()
    let player = MotionPlayer(pause: .milliseconds(100), now: { stage.now })
    #expect(player.play(5, on: stage) { _ in false } == .abandoned)
  }
}
