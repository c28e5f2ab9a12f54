import CEdit

/// The terminal, and the duty to give it back as it was.
///
/// There is one, for the whole process. From its making on, whatever ends the process (exit, a
/// signal, a crash) puts the terminal back; and everything that takes the terminal borrows it here.
final class TerminalGuard {
  /// The keys, read by the line editor or a screen.
  let input: TerminalInput
  /// The window as it was last asked for; see `adoptSize`.
  private(set) var size: WindowSize

  private let descriptor: CInt
  private var use = TerminalUse() {
    didSet {
      cedit_guard_sequences(use.abandon, use.enter)
      cedit_defer_suspension(use.readsKeys)
    }
  }

  /// Nil if there is no terminal.
  init?(descriptor: CInt = STDIN_FILENO) {
    guard cedit_guard_terminal(descriptor) else { return nil }
    self.descriptor = descriptor
    input = TerminalInput(descriptor: descriptor)
    size = TerminalProbe.windowSize
    WatchedSignal.watchAll()
  }

  /// Asks for the window's size again.
  func adoptSize() { size = TerminalProbe.windowSize }

  /// Stops this process as Ctrl-Z would. Returns when it is resumed, with the terminal as it was.
  func suspend() { cedit_suspend() }

  /// Lets another process have the terminal as it was before ours, and takes it back.
  func whileLent<Result>(_ body: () -> Result) -> Result {
    var left = termios()
    cedit_leave_terminal(&left)
    defer { cedit_enter_terminal(&left) }
    return body()
  }

  /// Ends this process as Ctrl-\\ would.
  func quit() { raise(SIGQUIT) }

  /// Runs a read of a line: pasted text comes marked as such, and Ctrl-Z waits for us to tidy up.
  func whileEditing<Result>(_ body: () -> Result) -> Result {
    adoptSize()
    let before = begin(
      TerminalUse(
        enter: TerminalMode.markedPastes.on, leave: TerminalMode.markedPastes.off,
        abandon: TerminalMode.reset() + "\r\n", readsKeys: true))
    defer { end(backTo: before) }
    return body()
  }

  /// Lends the terminal to a screen that reads single keys, and takes it back however that ends.
  ///
  /// - Parameters:
  ///   - modes: What the screen needs.
  ///   - body: The screen. Line feeds still begin a new line, and Ctrl-C is a key like others.
  func borrow<Result>(
    _ modes: ScreenModes = [], _ body: (TerminalScreen) throws -> Result
  ) rethrows -> Result {
    let screen = lend(modes)
    defer { screen.giveBack() }
    return try body(screen)
  }

  /// The same for a screen that cannot run inside a call; it has to call `giveBack` in the end.
  func lend(_ modes: ScreenModes) -> TerminalScreen {
    var before = termios()
    tcgetattr(descriptor, &before)
    var raw = before
    cfmakeraw(&raw)
    raw.c_oflag = before.c_oflag
    adoptSize()
    input.finishLineEnd()
    tcsetattr(descriptor, TCSADRAIN, &raw)
    // As signals again, Ctrl-C and its like must not throw away what leaves the screen.
    before.keepQueuesOnSignals()
    let use = begin(
      TerminalUse(
        enter: modes.enter, leave: modes.leave, abandon: modes.leave, readsKeys: true, mode: raw))
    return TerminalScreen(terminal: self) { [self] in
      end(backTo: use)
      tcsetattr(descriptor, TCSADRAIN, &before)
    }
  }

  /// Whether keys were pressed before a screen had anything to show: they are for the prompt, and stay
  /// there for it.
  func isTypedAhead(_ screen: TerminalScreen) -> Bool {
    var typed: [Key] = []
    while case .key(let key) = screen.readKey(timeout: 0) { typed.append(key) }
    input.putBack(typed)
    return typed.contains { $0 != .resize }
  }

  /// Sets the terminal up again for its present use, after another process had it.
  func takeUpAgain() {
    if var mode = use.mode { tcsetattr(descriptor, TCSADRAIN, &mode) }
    writeToTerminal(use.enter)
  }

  /// - Returns: The use before, for `end`.
  private func begin(_ new: TerminalUse) -> TerminalUse {
    let before = use
    use = new
    writeToTerminal(new.enter)
    return before
  }

  private func end(backTo before: TerminalUse) {
    writeToTerminal(use.leave)
    // The terminal may not have understood, or received, all of that.
    use = before
    if use.abandon.isEmpty { use.abandon = TerminalMode.reset() }
  }
}

/// One use of the terminal: what is sent before and after it.
private struct TerminalUse {
  var enter = ""
  var leave = ""
  /// What is sent instead of `leave` when a signal stops or ends the process.
  var abandon = ""
  /// Whether keys are waited for, so that a stop can wait until the screen is tidied up.
  var readsKeys = false
  /// The terminal's mode, where we set it ourselves.
  var mode: termios?
}
