/// How often keys are asked for, and pictures drawn, while other work is to be done: pictures twenty
/// times a second at most, and never so often that drawing takes more than a small share of the time.
struct DrawingPace {
  private let clock = ContinuousClock()
  private var nextKeys: ContinuousClock.Instant
  private var nextPicture: ContinuousClock.Instant

  private static let keyPause = Duration.milliseconds(4)
  private static let picturePause = Duration.milliseconds(50)
  /// After a picture the work has so many times as long as that took: drawing has 1/31 of the time.
  private static let workPerDrawing = 30

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

  /// To be called before a picture is drawn, for `finishDrawing` afterwards.
  func startDrawing() -> ContinuousClock.Instant { clock.now }

  /// - Parameter isIdle: Whether there is time to spare, which drawing may take.
  mutating func finishDrawing(_ start: ContinuousClock.Instant, isIdle: Bool) {
    let taken = clock.now - start
    let share = isIdle ? 2 : Self.workPerDrawing + 1
    nextPicture = max(start + Self.picturePause, start + taken * share)
  }
}
