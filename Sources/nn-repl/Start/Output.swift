import Explainer
import Presentation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where replies go, and in which form.
struct Output {
  let format: OutputFormat
  private let isTerminal = TerminalProbe.outputIsTerminal
  private let width: Int?
  private let colors: TerminalCapabilities.ColorDepth
  private let unicode: Bool
  /// What was chosen, or else is known before the terminal is asked.
  private let theme: TerminalCapabilities.Theme
  private let isThemeChosen: Bool
  /// What the terminal has told of the colour behind its characters.
  var toldTheme: () -> TerminalCapabilities.Theme? = { nil }
  private let standardOutput = FileDescriptorWriter.standardOutput
  private let standardError = FileDescriptorWriter.standardError

  init(options: Options, environment: [String: String]) {
    format = options.format ?? .text
    width = options.width
    colors = TerminalCapabilities.colors(
      choice: options.color.depth, environment: environment, isTerminal: isTerminal)
    unicode = !options.ascii && TerminalCapabilities.unicode(environment: environment)
    theme = options.theme ?? TerminalCapabilities.theme(environment: environment)
    isThemeChosen = options.theme != nil
  }

  /// What the place of the replies can show; a window may have another width than a moment ago.
  var capabilities: TerminalCapabilities {
    let columns = width ?? (isTerminal ? TerminalProbe.windowSize.columns : 80)
    return TerminalCapabilities(
      columns: columns, rows: isTerminal ? TerminalProbe.windowSize.rows : nil, colors: colors,
      unicode: unicode, theme: isThemeChosen ? theme : toldTheme() ?? theme)
  }

  /// Whether it matters what the terminal would tell of the colour behind its characters.
  var asksForGround: Bool {
    colors != .none && !isThemeChosen
      && TerminalGround.mayBeAsked(type: TerminalProbe.environment("TERM") ?? "")
  }

  private var renderer: any ReplyRenderer {
    let capabilities = capabilities
    let window = isTerminal ? capabilities.columns : nil
    return format.renderer(OutputPlace(capabilities, width: width ?? window))
  }

  /// Shows the reply to a line. Into a pipe, problems go to the standard error, so that what was
  /// asked for stays clean; a program has them where it has everything else.
  ///
  /// - Parameter place: Where the line stands, if nobody sees it.
  func show(_ reply: Reply, to line: String, at place: LinePlace? = nil) {
    var reply = reply
    if reply.error != nil, let place { reply.facts.merge(place.facts) { $1 } }
    let writer =
      switch format.reader {
      case .program: standardOutput
      case .viewer: reply.error != nil && !isTerminal ? standardError : standardOutput
      }
    writer.write(renderer.render(reply, to: line, at: place?.text))
  }

  /// Tells of something on the way to the reply to a line. Of a program's output that is no part.
  func tell(_ reply: Reply, to line: String) {
    let writer =
      switch format.reader {
      case .program: standardError
      case .viewer: standardOutput
      }
    writer.write(renderer.render(reply, to: line, at: nil))
  }

  /// Shows a reply to a person at the prompt: a screen at a time, with room below it.
  func show(_ reply: Reply, on terminal: TerminalGuard?) {
    let text = renderer.render(reply, to: "", at: nil)
    Pager(terminal: terminal, usesUnicode: unicode)
      .show(text.isEmpty ? "" : text + "\n", rows: TerminalProbe.windowSize.rows)
  }

  /// A sentence as a line to show.
  func line(_ text: Prose) -> String {
    let lines = TextRenderer(capabilities).render(Reply([.prose(text)]))
    return String(lines.drop(while: \.isNewline).reversed().drop(while: \.isNewline).reversed())
  }

  /// Leaves on the screen what a screen of its own showed last, as far as it fits above a prompt.
  func keep(_ reply: Reply, below terminal: TerminalGuard) {
    let lines = TextRenderer(capabilities).screen(reply, rows: terminal.size.rows - 2)
    writeToTerminal(lines.map { $0 + "\n" }.joined() + "\n")
  }
}

/// Writes text to a descriptor, all of it.
struct FileDescriptorWriter: Sendable {
  private let descriptor: Int32

  static let standardOutput = FileDescriptorWriter(STDOUT_FILENO)
  static let standardError = FileDescriptorWriter(STDERR_FILENO)

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// Writes the text, or ends the process: who asked for a reply and does not get it has to know.
  func write(_ text: String) {
    let code = attempt(text)
    guard code == 0 else { Self.end(code) }
  }

  /// Writes as much of the text as can be written.
  ///
  /// - Returns: The system's number of what went wrong, or 0.
  func attempt(_ text: String) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)[...]
      while !rest.isEmpty {
        let part = UnsafeRawBufferPointer(rebasing: rest)
        let count = Glibc.write(descriptor, part.baseAddress, part.count)
        if count >= 0 {
          rest = rest.dropFirst(count)
        } else if errno == EAGAIN {
          var source = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          poll(&source, 1, -1)
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
  }

  /// Ends the process after a failure to write.
  private static func end(_ code: Int32) -> Never {
    // A reader that has gone away wants no more of it, which is no mistake of anybody's. The signal
    // that says so may have been switched off by whoever started us.
    if code == EPIPE {
      signal(SIGPIPE, SIG_DFL)
      raise(SIGPIPE)
    }
    _ = standardError.attempt(
      "nn-repl: the output can't be written: \(String(cString: strerror(code)))\n")
    exit(1)
  }
}

/// The three files that every process is started with.
enum StandardFiles {
  /// Makes sure that they are there. Else the next file that is opened, such as the learner's
  /// network, would be taken for one of them. What is put in their place cannot be used.
  static func secure() {
    for (descriptor, mode) in [(0, O_WRONLY), (1, O_RDONLY), (2, O_RDONLY)]
    where fcntl(Int32(descriptor), F_GETFD) < 0 {
      // The lowest number that is free is taken, which is this one.
      _ = open("/dev/null", mode)
    }
    // Beyond the size that a file may have, writing is to fail, not to kill.
    signal(SIGXFSZ, SIG_IGN)
  }
}
