import Explainer
import Presentation

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
  /// Whether anything may move that is only to be watched.
  let moves: Bool
  /// What the terminal has told of the colour behind its characters.
  var toldTheme: () -> TerminalCapabilities.Theme? = { nil }

  init(options: Options, environment: [String: String]) {
    format = options.format ?? .text
    width = options.width
    colors =
      format.reader == .viewer
      ? TerminalCapabilities.colors(
        choice: options.color.depth, environment: environment, isTerminal: isTerminal) : .none
    unicode = !options.ascii && TerminalCapabilities.unicode(environment: environment)
    theme = options.theme ?? TerminalCapabilities.theme(environment: environment)
    isThemeChosen = options.theme != nil
    moves =
      !options.noMotion && environment["NN_REPL_MOTION"] != "0" && format.reader == .viewer
      && TerminalProbe.canEditLines && !options.plain
  }

  /// What the output can show; a window may have another width than a moment ago.
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
  /// - Parameter location: Where the line is, if the user does not see it.
  func show(_ reply: Reply, to line: String, at location: LineLocation? = nil) {
    var reply = reply
    if reply.error != nil, let location { reply.facts.merge(location.facts) { $1 } }
    let stream: StandardStream =
      switch format.reader {
      case .program: .output
      case .viewer, .listener: reply.error != nil && !isTerminal ? .error : .output
      }
    stream.write(renderer.render(reply, to: line, at: location?.text))
  }

  /// Shows what there is to say of a command that still runs. For programs that is on the standard
  /// error: on the standard output is one object a command, as always.
  func showMeanwhile(_ reply: Reply, of command: String) {
    let stream: StandardStream =
      switch format.reader {
      case .program: .error
      case .viewer, .listener: .output
      }
    stream.write(renderer.render(reply, to: command, at: nil))
  }

  /// Shows a reply to a person at the prompt: a screen at a time, with room below it.
  ///
  /// - Parameter mayMove: Whether there is time to watch it come to be.
  func show(_ reply: Reply, on terminal: TerminalGuard?, mayMove: Bool = false) {
    if mayMove, moves, let terminal, motion(of: reply, on: terminal)?.play() == true { return }
    let text = renderer.render(reply, to: "", at: nil)
    guard format.reader == .viewer else { return StandardStream.output.write(text) }
    Pager(terminal: terminal, renderer: TextRenderer(capabilities))
      .show(text.isEmpty ? "" : text + "\n", rows: TerminalProbe.windowSize.rows)
  }

  /// The reply's way to be, where all of it can be seen at once.
  private func motion(of reply: Reply, on terminal: TerminalGuard) -> ReplyMotion? {
    let room = TerminalProbe.windowSize.rows - 1
    let (frames, pause) = TextRenderer(capabilities).frames(of: reply, rows: room)
    guard let first = frames.first else { return nil }
    return ReplyMotion(
      terminal: terminal, frames: frames, pause: pause, gap: first.lines.count < room ? 1 : 0)
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
