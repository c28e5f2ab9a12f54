import Explainer

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where replies go, and in which form.
struct Output {
  let isJSON: Bool
  private let isTerminal = TerminalProbe.outputIsTerminal
  private let width: Int?
  private let colors: TerminalCapabilities.ColorDepth
  private let unicode: Bool
  private let standardOutput = FileDescriptorWriter.standardOutput
  private let standardError = FileDescriptorWriter.standardError

  init(options: Options, environment: [String: String]) {
    isJSON = options.json
    width = options.width
    colors = TerminalCapabilities.colors(
      choice: options.color.depth, environment: environment, isTerminal: isTerminal)
    unicode = !options.ascii && TerminalCapabilities.unicode(environment: environment)
  }

  /// What the place of the replies can show; a window may have another width than a moment ago.
  var capabilities: TerminalCapabilities {
    let columns = width ?? (isTerminal ? TerminalProbe.windowSize.columns : 80)
    return TerminalCapabilities(columns: columns, colors: colors, unicode: unicode)
  }

  /// Shows the reply to a line. Into a pipe, problems go to the standard error, so that what was
  /// asked for stays clean.
  ///
  /// - Parameter place: Where the line stands, if nobody sees it.
  func show(_ reply: Reply, to line: String, at place: LinePlace? = nil) {
    guard !isJSON else {
      var reply = reply
      if reply.problem != nil, let place { reply.facts.merge(place.facts) { $1 } }
      return standardOutput.write(JSONRenderer().render(reply, to: line))
    }
    let writer = reply.problem != nil && !isTerminal ? standardError : standardOutput
    writer.write(TextRenderer(capabilities).render(reply, at: place?.text))
  }

  /// Shows a reply to a person at the prompt: a screen at a time, with room below it.
  func show(_ reply: Reply, on terminal: TerminalGuard?) {
    let text = TextRenderer(capabilities).render(reply)
    Pager(terminal: terminal, usesUnicode: unicode)
      .show(text.isEmpty ? "" : text + "\n", rows: TerminalProbe.windowSize.rows)
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

  /// Writes the text. A reader that has gone away ends the process, quietly, as for any command.
  func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)[...]
      while !rest.isEmpty {
        let part = UnsafeRawBufferPointer(rebasing: rest)
        let count = Glibc.write(descriptor, part.baseAddress, part.count)
        if count > 0 {
          rest = rest.dropFirst(count)
        } else if errno != EINTR, errno != EAGAIN {
          return
        }
      }
    }
  }
}
