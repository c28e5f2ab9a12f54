import Explainer
import Lab
import Presentation

/// The loop: a line in, a reply out.
final class Program {
  private(set) var session: Session
  let host: FileHost
  let files: UserFiles
  let history: History
  let options: Options
  private(set) var output: Output
  private var hasFailed = false
  /// What has been typed of a formula whose next line is being typed.
  private var open = ""
  /// The keys, among which the terminal tells of itself.
  private var input: TerminalInput?
  /// The terminal, where there is one that lines and screens can be drawn on.
  private lazy var terminal =
    !options.plain && TerminalProbe.canEditLines ? TerminalGuard() : nil

  init(
    session: Session, host: FileHost, files: UserFiles, history: History, options: Options,
    output: Output
  ) {
    self.session = session
    self.host = host
    self.files = files
    self.history = history
    self.options = options
    self.output = output
    self.output.answers = { [unowned self] in input?.answers ?? TerminalAnswers() }
  }

  /// Runs all there is, and returns the process's exit status.
  func run(_ start: Start) -> Int32 {
    host.observer = { [unowned self] in trainingObserver }
    defer { output.finish() }
    switch start {
    case .command(let line): _ = execute(line, at: nil)
    case .lines(let lines): runAll(lines) { .option(lines[$0]) }
    case .script(let path):
      switch Script.lines(of: path, host) {
      case .success(let lines): runAll(lines) { .file(path, line: $0 + 1) }
      case .failure(let error):
        output.show(Reply(error), to: TypedLine(path))
        return 2
      }
    case .standardInput:
      let isInteractive = TerminalProbe.inputIsTerminal && TerminalProbe.outputIsTerminal
      if isInteractive, output.format.isConversation { return prompt() }
      if let failure = runStandardInput() {
        try? StandardStream.error.attempt(
          "Standard input can't be read (\(failure)).\n"
            + "Pipe lines into nn-repl, or type nn-repl -c 'digit 7'.\n")
        return 2
      }
    }
    return hasFailed ? 1 : 0
  }

  /// The reply to a line; while it takes long, a line says how far it has come.
  private func answer(_ line: String) -> Reply {
    guard output.format.reader == .viewer, TerminalProbe.outputIsTerminal else {
      return session.reply(to: line, host: host)
    }
    let progress = WorkProgress()
    host.showProgress = progress.advance
    defer {
      host.showProgress = { _ in }
      progress.end()
    }
    return session.reply(to: line, host: host)
  }

  /// Runs one line; false where the program should stop.
  private func execute(_ line: String, at location: LineLocation?) -> Bool {
    let limit = PlainLineEditor.defaultLimit
    let prompt = session.prompt
    let reply =
      line.utf8.count > limit
      ? Reply(SessionError.lineTooLong(limit: limit)) : answer(line)
    // Enter alone says nothing, but continues a lesson.
    if !line.allSatisfy(\.isWhitespace) || !reply.isEmpty {
      output.show(reply, to: TypedLine(line, after: prompt), at: location)
    }
    if reply.error != nil { hasFailed = true }
    return reply.next != .quit
  }

  private func runAll(_ lines: some Sequence<String>, at location: (Int) -> LineLocation) {
    var rest = lines.makeIterator()
    var supply = LineSupply { _ in rest.next().map(LineRead.line) ?? .end }
    while case .line(let first) = supply.next() {
      let location = location(supply.number - 1)
      guard runWhole(first, from: &supply, at: location), options.keepGoing || !hasFailed else {
        return
      }
    }
  }

  /// Runs a line with those that go on with it; false where the program should stop.
  private func runWhole(
    _ first: String, from supply: inout LineSupply, at location: LineLocation
  ) -> Bool {
    let line = session.whole(first, from: &supply)
    return line.isLeft || Script.isComment(line.text) || execute(line.text, at: location)
  }

  /// Runs what comes from a pipe; what is wrong with the pipe, if anything is.
  private func runStandardInput() -> String? {
    let editor = PlainLineEditor(showsPrompt: false)
    var supply = LineSupply { _ in editor.readLine(prompt: "") }
    while true {
      let read = supply.next()
      let location = LineLocation.standardInput(line: supply.number)
      switch read {
      case .line(let first):
        guard runWhole(first, from: &supply, at: location) else { return nil }
      case .tooLong(let limit):
        hasFailed = true
        output.show(Reply(SessionError.lineTooLong(limit: limit)), to: "", at: location)
      case .interrupted: continue
      case .end: return editor.failure?.text.lowercased()
      }
      if hasFailed, !options.keepGoing { return nil }
    }
  }

  /// The prompt for a person: failures are part of learning, so they do not end it.
  private func prompt() -> Int32 {
    // Without it no line is kept; commands that need the folder report that themselves.
    try? files.makeDataFolder()
    let terminal = terminal
    input = terminal?.input
    let editor = LineEditors.choose(
      terminal: terminal, services: services, history: history,
      usesColor: output.capabilities.colors != .none, question: output.question)
    host.hasScreen = terminal != nil && output.format.reader == .viewer
    host.confirm = { [output] question in
      Confirmation(question: output.line(question), terminal: terminal, editor: editor).isGiven
    }
    let invitation = session.invitation(host: host)
    output.show(Welcome(session, invitation: invitation).reply, on: terminal)
    while true {
      switch editor.readLine(prompt: session.prompt) {
      case .line(let text):
        guard execute(TypedLines(recalled(text)), from: editor, on: terminal) else { return 0 }
      case .tooLong(let limit):
        output.show(Reply(SessionError.lineTooLong(limit: limit)), on: terminal)
      case .interrupted: continue
      case .end: return 0
      }
    }
  }
}

extension Program {
  /// Runs what a person typed or pasted, up to the first line that fails; false where the
  /// program should stop.
  private func execute(
    _ typed: TypedLines, from editor: any LineEditor, on terminal: TerminalGuard?
  ) -> Bool {
    // A paste is kept as it is, a line with all that goes on with it.
    let count = typed.all.count
    if count > 1 { keep(typed.all.joined(separator: "\n"), editor) }
    var supply = supply(of: typed, from: editor)
    while case .line(let first) = supply.next() {
      if typed.isSilent(first) { continue }
      let line = session.whole(first, from: &supply)
      if count == 1 || supply.number > count { keep(line.text, editor) }
      if line.isLeft { return true }
      // A command that ended a formula is run even if the formula fails.
      let isAhead = supply.isPutBack && supply.number >= count
      let isLast = supply.number >= count && !isAhead
      let reply = answer(line.text)
      show(reply, on: terminal, mayMove: isLast)
      if reply.next == .quit { return false }
      guard reply.error == nil || isAhead, !InterruptFlag().isRaised else {
        if let notice = typed.notice(stoppedAfter: supply.number) {
          output.show(notice, on: terminal)
        }
        return true
      }
      if isLast { return true }
    }
    return true
  }

  /// Keeps a line to go back to.
  private func keep(_ line: String, _ editor: any LineEditor) {
    history.add(line)
    editor.remember(line)
  }

  /// The lines that have been typed, and what is typed as long as the last of them stays open.
  private func supply(of typed: TypedLines, from editor: any LineEditor) -> LineSupply {
    var rest = typed.all[...]
    return LineSupply { [unowned self] open in
      if let line = rest.popFirst() { return .line(line) }
      self.open = open
      defer { self.open = "" }
      return editor.readLine(prompt: session.continuationPrompt)
    }
  }

  /// Shows a reply to a person; one with keys has a screen of its own where there is a terminal, and
  /// what it showed last stays above the next prompt.
  private func show(_ reply: Reply, on terminal: TerminalGuard?, mayMove: Bool) {
    if reply.next == .clear, terminal != nil { writeToTerminal(TerminalMode.clearedScreen) }
    guard let terminal, output.format.reader == .viewer else {
      return output.show(reply, on: terminal, mayMove: mayMove)
    }
    if case .hand(let hand) = reply.next {
      let kept = HandStage(terminal: terminal, output: output).run(hand)
      let reply =
        kept.map { session.keep($0, host: host) } ?? Reply([.prose("Nothing has changed.")])
      return output.show(reply, on: terminal)
    }
    guard case .keys = reply.next else {
      return output.show(reply, on: terminal, mayMove: mayMove)
    }
    let screen = KeyScreen(terminal: terminal, output: output) { [self] line in
      answer(line)
    }
    let (shown, ending) = screen.run(reply)
    output.keep(shown, below: terminal)
    if let ending { output.show(ending, on: terminal) }
  }

  /// The observer of a training that begins: as much as the output can show.
  private var trainingObserver: any TrainingObserver {
    guard output.format.reader == .viewer, TerminalProbe.outputIsTerminal else {
      return EpochReport { [output] in output.showMeanwhile($0, of: "train") }
    }
    guard output.moves else { return ProgressLine(output: output) }
    return TrainingScreen(terminal: { [unowned self] in terminal }, output: output)
  }

  /// What the editor asks while a line is typed: always about the session as it is then.
  private var services: EditorServices {
    EditorServices(
      completions: { [unowned self] in
        let completions = session.completions(for: $0, after: open, host: host)
        guard output.format.reader != .listener else { return completions.spoken }
        return output.capabilities.unicode ? completions : completions.inASCII
      },
      highlights: { [unowned self] in session.highlights(of: $0, after: open) })
  }
}

/// A file of commands.
enum Script {
  /// The lines of a file of commands, one at a time; 16 MB are more than any course.
  static func lines(
    of path: String, _ host: FileHost
  ) -> Result<UnfoldSequence<String, ArraySlice<UInt8>?>, FileError> {
    do {
      let bytes = try host.read(path, limit: 1 << 24)
      return .success(
        sequence(state: bytes.withoutByteOrderMark) { rest in
          guard let bytes = rest else { return nil }
          let end = bytes.firstIndex(of: 0x0A)
          rest = end.map { bytes[($0 + 1)...] }
          let line = bytes[..<(end ?? bytes.endIndex)]
          return String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
        })
    } catch {
      return .failure(error)
    }
  }

  /// Lines that start with `#` are for people.
  static func isComment(_ line: String) -> Bool {
    line.first { !$0.isWhitespace } == "#"
  }
}
