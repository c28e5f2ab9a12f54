import CEdit

/// Signals that are noted when they come and acted upon when it suits.
enum WatchedSignal {
  case interrupt, windowSize, stop, resumed

  private var number: CInt {
    switch self {
    case .interrupt: SIGINT
    case .windowSize: SIGWINCH
    case .stop: SIGTSTP
    case .resumed: SIGCONT
    }
  }

  /// Begins to watch all of them; one that our parent had us ignore stays ignored.
  static func watchAll() { cedit_watch_signals() }

  /// Whether it came; asking does not change the answer.
  var came: Bool { cedit_signal_came(number) }

  /// Whether it came since it was last taken.
  func take() -> Bool { cedit_take_signal(number) }
}

/// Whether Ctrl-C was pressed while a command runs. Long commands ask, and stop.
///
/// It may be asked from any thread.
struct InterruptFlag: Sendable {
  /// True from Ctrl-C until `reset`.
  var isRaised: Bool { WatchedSignal.interrupt.came }

  /// Forgets a Ctrl-C. An editor does so as it begins to read a line, and what it is told at the
  /// prompt it keeps to itself; so a command finds the flag down and needs no reset of its own,
  /// which would lose a Ctrl-C pressed just as it began.
  func reset() { _ = WatchedSignal.interrupt.take() }
}
