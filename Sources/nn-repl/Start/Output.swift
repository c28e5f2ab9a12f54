import Explainer
import Presentation

/// Where replies go, and in which form.
struct Output {
  let isJSON: Bool
  private let isTerminal = TerminalProbe.outputIsTerminal
  private let width: Int?
  private let colors: TerminalCapabilities.ColorDepth
  private let unicode: Bool

  init(options: Options, environment: [String: String]) {
    isJSON = options.json
    width = options.width
    colors = TerminalCapabilities.colors(
      choice: options.color.depth, environment: environment, isTerminal: isTerminal)
    unicode = !options.ascii && TerminalCapabilities.unicode(environment: environment)
  }

  /// What the output can show; a window may have another width than a moment ago.
  var capabilities: TerminalCapabilities {
    let columns = width ?? (isTerminal ? TerminalProbe.windowSize.columns : 80)
    return TerminalCapabilities(columns: columns, colors: colors, unicode: unicode)
  }

  /// Shows the reply to a line. Into a pipe, problems go to the standard error, so that what was
  /// asked for stays clean.
  ///
  /// - Parameter location: Where the line is, if the user does not see it.
  func show(_ reply: Reply, to line: String, at location: LineLocation? = nil) {
    guard !isJSON else {
      var reply = reply
      if reply.error != nil, let location { reply.facts.merge(location.facts) { $1 } }
      return StandardStream.output.write(JSONRenderer().render(reply, to: line))
    }
    let stream = reply.error != nil && !isTerminal ? StandardStream.error : .output
    stream.write(TextRenderer(capabilities).render(reply, at: location?.text))
  }

  /// Shows what there is to say of a command that still runs. For programs that is on the standard
  /// error: on the standard output is one object a command, as always.
  func showMeanwhile(_ reply: Reply, of command: String) {
    if isJSON {
      StandardStream.error.write(JSONRenderer().render(reply, to: command))
    } else {
      StandardStream.output.write(TextRenderer(capabilities).render(reply))
    }
  }

  /// Shows a reply to a person at the prompt: a screen at a time, with room below it.
  func show(_ reply: Reply, on terminal: TerminalGuard?) {
    let renderer = TextRenderer(capabilities)
    let text = renderer.render(reply)
    Pager(terminal: terminal, renderer: renderer)
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
