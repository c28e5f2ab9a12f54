import Explainer
import Presentation

/// Where replies go, and in which form.
struct Output {
  let format: OutputFormat
  private let isTerminal = TerminalProbe.outputIsTerminal
  private let width: Int?
  private let colors: TerminalCapabilities.ColorDepth
  private let characters: TerminalCapabilities.Characters
  /// What was chosen, or else is known before the terminal is asked.
  private let theme: TerminalCapabilities.Theme
  private let isThemeChosen: Bool
  private let graphics: GraphicsChoice
  /// What the terminal has told of itself.
  var answers: () -> TerminalAnswers = { TerminalAnswers() }
  /// What is written as a whole, such as a page.
  private let document = Document()

  /// Whether something was written of it.
  private final class Document { var isBegun = false }
  /// Whether anything may move that is only to be watched.
  let moves: Bool

  init(options: Options, environment: [String: String]) {
    format = options.format ?? .text
    width = options.width
    colors =
      format.reader == .viewer
      ? TerminalCapabilities.colors(
        choice: options.color.depth, environment: environment, isTerminal: isTerminal) : .none
    characters = options.ascii ? .ascii : TerminalCapabilities.characters(environment: environment)
    theme = options.theme ?? TerminalCapabilities.theme(environment: environment)
    isThemeChosen = options.theme != nil
    graphics = options.graphics
    moves =
      !options.noMotion && environment["NN_REPL_MOTION"] != "0" && format.reader == .viewer
      && TerminalProbe.canEditLines && !options.plain
  }

  /// What the output can show; a window may have another width than a moment ago.
  var capabilities: TerminalCapabilities {
    let columns = width ?? (isTerminal ? TerminalProbe.windowSize.columns : 80)
    return TerminalCapabilities(
      columns: columns, rows: isTerminal ? TerminalProbe.windowSize.rows : nil, colors: colors,
      characters: characters, theme: isThemeChosen ? theme : answers().theme ?? theme)
  }

  /// What matters of that which the terminal can be asked.
  var question: TerminalQuestion {
    guard colors != .none,
      TerminalGround.mayBeAsked(type: TerminalProbe.environment("TERM") ?? "")
    else { return [] }
    var question: TerminalQuestion = []
    if !isThemeChosen { question.insert(.ground) }
    if graphics == .auto {
      question.insert(TerminalProbe.isWithinTerminal ? .innerImages : .images)
    }
    return question
  }

  /// How figures are shown as pictures made of pixels; nil where they are not.
  private var images: TerminalImages? {
    guard format.reader == .viewer else { return nil }
    let told = answers()
    let cell = TerminalProbe.cellSize ?? told.cell
    switch graphics {
    case .off: return nil
    case .chosen(let way):
      return TerminalImages(
        by: way, cell: cell ?? .usual,
        isPassedThrough: TerminalProbe.environment("TMUX")?.isEmpty == false)
    case .auto:
      guard isTerminal, colors != .none, let way = told.imageProtocol else { return nil }
      return TerminalImages(by: way, cell: cell ?? .usual)
    }
  }

  private var renderer: any ReplyRenderer {
    var capabilities = capabilities
    capabilities.images = images
    let window = isTerminal ? capabilities.columns : nil
    return format.renderer(OutputDestination(capabilities, width: width ?? window))
  }

  /// Shows the reply to a line. Into a pipe, problems go to the standard error, so that what was
  /// asked for stays clean; a program has them where it has everything else.
  ///
  /// - Parameter location: Where the line is, if the user does not see it.
  func show(_ reply: Reply, to line: TypedLine, at location: LineLocation? = nil) {
    var reply = reply
    if reply.error != nil, let location { reply.facts.merge(location.facts) { $1 } }
    let stream: StandardStream =
      switch format.reader {
      case .program, .browser: .output
      case .viewer, .listener: reply.error != nil && !isTerminal ? .error : .output
      }
    let renderer = renderer
    begin(renderer, reply, line)
    stream.write(renderer.render(reply, to: line, at: location?.text))
  }

  /// Writes what stands after the last reply, and before a first one if there was none.
  func finish() {
    let renderer = renderer
    begin(renderer, Reply(), "")
    write(renderer.closing)
  }

  private func begin(_ renderer: any ReplyRenderer, _ reply: Reply, _ line: TypedLine) {
    guard !document.isBegun else { return }
    document.isBegun = true
    write(renderer.opening(for: reply, to: line))
  }

  private func write(_ part: String) {
    if !part.isEmpty { StandardStream.output.write(part) }
  }

  /// Shows what there is to say of a command that still runs. For programs that is on the standard
  /// error: on the standard output is one object a command, as always. So it is for a page, which
  /// nobody reads yet, in plain lines.
  func showMeanwhile(_ reply: Reply, of command: String) {
    switch format.reader {
    case .program:
      StandardStream.error.write(renderer.render(reply, to: TypedLine(command), at: nil))
    case .browser: StandardStream.error.write(TextRenderer(.pipe).render(reply))
    case .viewer, .listener:
      StandardStream.output.write(renderer.render(reply, to: TypedLine(command), at: nil))
    }
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
      terminal: terminal, frames: frames, pause: pause, gap: first.height < room ? 1 : 0)
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
