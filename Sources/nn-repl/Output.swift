import Explainer

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where replies go, and in which form.
struct Output {
  private enum Form {
    case text(TextRenderer)
    case json(JSONRenderer)
  }

  private let form: Form
  private let standardOutput = FileDescriptorWriter(STDOUT_FILENO)
  private let standardError = FileDescriptorWriter(STDERR_FILENO)
  private let isTerminal: Bool

  /// The renderer for what is said to a person outside of a reply.
  let renderer: TextRenderer

  init(options: Options, environment: [String: String]) {
    isTerminal = isatty(STDOUT_FILENO) == 1
    let columns = options.width ?? (isTerminal ? Self.terminalColumns : nil) ?? 80
    renderer = TextRenderer(
      TerminalCapabilities(
        columns: columns,
        colors: TerminalCapabilities.colors(
          choice: options.color.depth, environment: environment, isTerminal: isTerminal),
        unicode: !options.ascii && TerminalCapabilities.unicode(environment: environment)))
    form = options.json ? .json(JSONRenderer()) : .text(renderer)
  }

  /// Shows the reply to a line. Into a pipe, problems go to the standard error, so that what was
  /// asked for stays clean.
  func show(_ reply: Reply, to line: String) {
    switch form {
    case .json(let renderer): standardOutput.write(renderer.render(reply, to: line))
    case .text(let renderer):
      let writer = reply.problem != nil && !isTerminal ? standardError : standardOutput
      writer.write(renderer.render(reply))
    }
  }

  /// Something that is not a reply: the welcome, a good-bye.
  func say(_ reply: Reply) {
    guard case .text = form else { return }
    standardOutput.write(renderer.render(reply))
  }

  private static var terminalColumns: Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}

/// Writes text to a descriptor, all of it.
struct FileDescriptorWriter {
  private let descriptor: Int32

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// Writes the text. A reader that has gone away ends the process, quietly, as for any command.
  func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)[...]
      while !rest.isEmpty {
        let part = UnsafeRawBufferPointer(rebasing: rest)
        let count = Glibc.write(descriptor, part.baseAddress, part.count)
        if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR, errno != EAGAIN { return }
      }
    }
  }
}
