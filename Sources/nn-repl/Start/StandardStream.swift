/// The two ways out of the process.
enum StandardStream: Sendable {
  case output, error

  private var descriptor: Descriptor {
    switch self {
    case .output: .standardOutput
    case .error: .standardError
    }
  }

  /// Writes the text, or ends the process: a caller that does not get the reply has to know.
  func write(_ text: String) {
    do throws(SystemError) { try attempt(text) } catch { Self.end(error) }
  }

  /// Writes as much of the text as can be written.
  func attempt(_ text: String) throws(SystemError) { try descriptor.writeAll(Array(text.utf8)) }

  /// Ends the process after a failure to write.
  private static func end(_ error: SystemError) -> Never {
    // A reader that closed the pipe wants no more, which is no error. The parent process may have had us
    // ignore the signal that says so.
    if error.code == EPIPE {
      signal(SIGPIPE, SIG_DFL)
      raise(SIGPIPE)
    }
    try? Self.error.attempt("nn-repl: the output can't be written: \(error.text)\n")
    exit(1)
  }

  /// Makes sure that standard input, output and error are there. Else the next file that is opened,
  /// such as the learner's network, would be used as one of them. What is put in their place cannot
  /// be used.
  static func secureAll() {
    for (descriptor, mode) in [(0, O_WRONLY), (1, O_RDONLY), (2, O_RDONLY)]
    where fcntl(CInt(descriptor), F_GETFD) < 0 {
      // The lowest number that is free is taken, which is this one.
      _ = open("/dev/null", mode)
    }
    // Beyond the size that a file may have, writing is to fail, not to kill.
    signal(SIGXFSZ, SIG_IGN)
  }
}
