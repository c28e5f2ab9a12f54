import Presentation

/// Gives a screen to the learner's hand: reads the keys and the mouse, and shows what comes of them.
///
/// Ranked: 1. nothing that the hand does is lost, 2. it is seen at once, 3. no more is sent than a
/// slow line takes. So all that has come in is taken in before a frame is drawn, and a frame that is
/// too much for a moment is sent in pieces.
struct HandStage {
  let terminal: TerminalGuard
  let output: Output

  /// How long a frame stands at least: nobody sees more of them.
  private static let pause = Duration.milliseconds(15)
  private let clock = ContinuousClock()

  /// Shows a screen until it is left.
  ///
  /// - Returns: What is to be kept; nil where all is to be as it was.
  func run(_ first: HandScreen) -> HandScreen? {
    terminal.borrow([.alternateScreen, .hiddenCursor, .mouse]) { screen in
      var hand = first
      var window = Window()
      window.draw(hand, on: screen, output)
      var drawn = clock.now
      while true {
        // What is left of a frame follows when the line has had time to take the rest.
        let event = screen.readKey(timeout: window.isComplete ? nil : 10)
        switch take(event, into: &hand, &window) {
        case .goesOn: break
        case .kept: return hand
        case .left: return nil
        }
        if let end = takeWaiting(until: drawn + Self.pause, from: screen, into: &hand, &window) {
          return end == .kept ? hand : nil
        }
        guard screen.takesOutput else {
          window.fallBehind()
          continue
        }
        window.draw(hand, on: screen, output)
        drawn = clock.now
      }
    }
  }

  /// Takes in all that comes up to some time, and all that is there by then.
  ///
  /// - Returns: How it ended, if it did.
  private func takeWaiting(
    until time: ContinuousClock.Instant, from screen: TerminalScreen, into hand: inout HandScreen,
    _ window: inout Window
  ) -> HandStep? {
    while true {
      let left = (time - clock.now) / .milliseconds(1)
      let event = screen.readKey(timeout: max(Int(left.rounded(.up)), 0))
      if event == .timeout { return nil }
      let step = take(event, into: &hand, &window)
      if step != .goesOn { return step }
    }
  }

  private func take(
    _ event: TerminalScreen.Event, into hand: inout HandScreen, _ window: inout Window
  ) -> HandStep {
    switch event {
    case .timeout: return .goesOn
    case .end: return .left
    case .key(.resize):
      window.forget()
      return .goesOn
    case .key(.mouse(let report)):
      return window.field.flatMap { HandPointer(report, on: $0) }.map { hand.take(.pointer($0)) }
        ?? .goesOn
    case .key(let key): return KeyName(key).map { hand.take(.key($0)) } ?? .goesOn
    }
  }
}

extension HandPointer {
  /// What a report says of the hand; nil for one that says nothing.
  fileprivate init?(_ report: MouseReport, on field: FieldCells) {
    let point = field.point(line: report.row, column: report.column)
    let button: Button
    switch report.button {
    case .left: button = report.isShifted ? .second : .first
    case .right: button = .second
    case .middle, .none: return nil
    }
    switch report.action {
    case .press: self.init(.press, button, at: point)
    case .drag: self.init(.drag, button, at: point)
    case .release: self.init(.release, button, at: point)
    case .move, .wheelUp, .wheelDown: return nil
    }
  }
}

/// What a window shows of a screen under the hand.
private struct Window {
  private var shown: ScreenFrame?
  /// The cells of the picture.
  private(set) var field: FieldCells?
  /// Whether all of the last frame is on the window.
  private(set) var isComplete = false

  /// What the window shows is unknown.
  mutating func forget() { shown = nil }

  /// What it shows is no longer what there is to see.
  mutating func fallBehind() { isComplete = false }

  mutating func draw(_ hand: HandScreen, on screen: TerminalScreen, _ output: Output) {
    let size = screen.size
    let drawn = TextRenderer(output.capabilities)
      .screen(hand.view, rows: size.rows, hasPointer: TerminalProbe.mayHaveMouse)
    field = drawn.field
    let known = shown?.size == size ? shown : nil
    // Nobody waits for the rest of the first frame.
    let part = known.map { drawn.frame.within(Self.most(size), from: $0.frame) } ?? drawn.frame
    let next = ScreenFrame(frame: part, size: size)
    isComplete = part == drawn.frame
    // After a discarded frame nobody knows what is on the window.
    shown = screen.write(next.update(over: known)) ? next : nil
    if shown == nil { isComplete = false }
  }

  /// Bytes that a window is sent at a time: as many more as it is larger.
  private static func most(_ size: WindowSize) -> Int {
    size.columns < 119 ? Frame.mostBytes : 2 * Frame.mostBytes
  }
}
