/// What a screen that reads single keys needs of the terminal.
struct ScreenModes: OptionSet, Sendable {
  let rawValue: Int

  /// A screen of its own; what was there before comes back afterwards.
  static let alternateScreen = ScreenModes(rawValue: 1)
  /// Reports of clicks, drags and the wheel.
  static let mouse = ScreenModes(rawValue: 2)
  static let hiddenCursor = ScreenModes(rawValue: 4)

  private var modes: [TerminalMode] {
    (contains(.alternateScreen) ? [.alternateScreen] : [])
      + (contains(.hiddenCursor) ? [.hiddenCursor] : [])
      + (contains(.mouse) ? [.mouse, .mouseInNumbers] : [])
  }

  /// What switches the modes on.
  var enter: String { modes.map(\.on).joined() }

  /// What switches them off, and all that an unfinished frame may have left on.
  var leave: String {
    TerminalMode.reset(leavingAlternateScreen: contains(.alternateScreen))
  }
}

/// The terminal in the hands of a screen that reads single keys; see `TerminalGuard.borrow`.
final class TerminalScreen {
  /// The result of waiting for a key.
  enum Event: Equatable {
    case key(Key)
    /// Nothing was pressed in time.
    case timeout
    /// The terminal is gone, or the program is asked to end: leave.
    case end
  }

  private let terminal: TerminalGuard
  /// Nil once the terminal was given back.
  private var end: (() -> Void)?
  /// What is done before the program is stopped, while the screen is still its own.
  var beforeStop: (() -> Void)?

  init(terminal: TerminalGuard, end: @escaping () -> Void) {
    self.terminal = terminal
    self.end = end
  }

  /// Leaves the terminal as it was before this screen had it.
  func giveBack() {
    end?()
    end = nil
  }

  /// The window now.
  var size: WindowSize { terminal.size }

  /// Sends text and escape sequences as they are. Where the terminal does not accept them, Ctrl-C
  /// discards the rest; it is then the next key.
  ///
  /// - Returns: Whether all of it was sent.
  @discardableResult
  func write(_ text: String) -> Bool { offerToTerminal(text, reading: terminal.input) }

  /// Whether the terminal accepts output now.
  var takesOutput: Bool { terminalTakesOutput }

  /// Waits for a key.
  ///
  /// Ctrl-C comes as a key, however it was sent. Ctrl-Z stops the program; when it is resumed,
  /// and when the window changes, `resize` says to redraw everything.
  ///
  /// - Parameter timeout: Milliseconds to wait at most; nil to wait without limit.
  func readKey(timeout: Int? = nil) -> Event {
    while true {
      if let event = eventOfSignals() { return event }
      switch terminal.input.next(timeout: timeout.map { CInt(clamping: $0) }) {
      case .key(.ctrl("z")):
        stop()
        return resized()
      case .key(.ctrl("\\")): terminal.quit()
      case .key(let key): return .key(key)
      case .signal: continue
      case .timeout: return .timeout
      case .end: return .end
      }
    }
  }

  private func eventOfSignals() -> Event? {
    if WatchedSignal.interrupt.take() { return .key(.ctrl("c")) }
    if WatchedSignal.stop.take() {
      stop()
    } else if WatchedSignal.resumed.take() {
      terminal.takeUpAgain()
    } else if !WatchedSignal.windowSize.came {
      return nil
    }
    return resized()
  }

  private func stop() {
    beforeStop?()
    terminal.suspend()
  }

  private func resized() -> Event {
    _ = WatchedSignal.resumed.take()
    _ = WatchedSignal.windowSize.take()
    terminal.adoptSize()
    return .key(.resize)
  }
}
