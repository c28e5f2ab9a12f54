import CEdit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The terminal, and the duty to give it back as it was.
///
/// There is one, for the whole process. From its making on, whatever ends the process (exit, a
/// signal, a crash) puts the terminal back; and everything that takes the terminal borrows it here.
final class TerminalGuard {
  /// The keys, for whoever reads them: the line editor or a screen.
  let input: TerminalInput
  /// The window as it was last asked for; see `adoptSize`.
  private(set) var size: WindowSize

  private let descriptor: CInt

  /// Nil if there is no terminal.
  init?(descriptor: CInt = STDIN_FILENO) {
    guard cedit_guard_terminal(descriptor) else { return nil }
    self.descriptor = descriptor
    input = TerminalInput(descriptor: descriptor)
    size = TerminalProbe.windowSize
    WatchedSignal.watchAll()
  }

  /// Asks for the window's size anew.
  func adoptSize() { size = TerminalProbe.windowSize }

  /// Stops this process as Ctrl-Z would. Returns when it goes on, with the terminal as it was.
  func suspend() { cedit_suspend() }

  /// Runs a read of a line: pasted text comes marked as such, and Ctrl-Z waits for us to tidy up.
  func whileEditing<Result>(_ body: () -> Result) -> Result {
    adoptSize()
    writeToTerminal(TerminalSequence.markPastes)
    cedit_guard_sequences(TerminalSequence.stopMarkingPastes + "\r\n", TerminalSequence.markPastes)
    cedit_defer_suspension(true)
    defer {
      cedit_defer_suspension(false)
      cedit_guard_sequences("", "")
      writeToTerminal(TerminalSequence.stopMarkingPastes)
    }
    return body()
  }
}

/// Modes of the terminal, switched on and off.
enum TerminalSequence {
  static let markPastes = "\u{1b}[?2004h"
  static let stopMarkingPastes = "\u{1b}[?2004l"
}
