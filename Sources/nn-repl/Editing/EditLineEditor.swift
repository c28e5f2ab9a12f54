import Explainer

/// Lines from a terminal, edited with libedit.
///
/// libedit keeps the line and draws it. Keys, signals, completion and colours are ours: it asks
/// `nextKey` for every key and hands our own commands to `perform`.
final class EditLineEditor: LineEditor {
  let editLine: EditLine
  let terminal: TerminalGuard
  let services: EditorServices
  let history: History
  let settings: EditorSettings

  /// The prompt that is shown now.
  var prompt = PromptText("")
  /// What libedit gets before the next key is read.
  var queue: [UInt32] = []
  /// Text pasted and not yet inserted.
  var pasted = ""
  /// A key that ended a search and is still to be acted upon.
  var replayed: Key?
  /// What is painted over the line.
  var overlay = Overlay()
  /// The line as it was when a key was last waited for.
  var shown: [Unicode.Scalar] = []
  /// Whether the cursor was above the window then, in a line that is taller.
  var cursorWasAbove = false
  /// Where Up and Down have led.
  var walk: HistoryWalk?
  /// Which candidate Tab has chosen.
  var cycle: CompletionCycle?
  /// The word of an earlier line that Alt-. has inserted.
  var lastWord: LastWord?
  /// How the line was before.
  var undo = LineUndo()
  /// How the read ended, if not with a line.
  private var ending = LineRead.end
  private var isPrepared = false
  /// When the terminal was asked for the colour behind its characters.
  private var asked: ContinuousClock.Instant?

  /// - Parameters:
  ///   - terminal: The terminal to read from.
  ///   - services: What may stand in a line, and how it is coloured.
  ///   - history: Lines to go back to; what is typed is added to it.
  ///   - settings: Colour, the user's key bindings, the terminal's habits.
  /// - Returns: Nil if libedit does not know this type of terminal.
  init?(
    terminal: TerminalGuard, services: EditorServices, history: History,
    settings: EditorSettings = EditorSettings()
  ) {
    guard let editLine = EditLine(program: "nn-repl") else { return nil }
    self.editLine = editLine
    self.terminal = terminal
    self.services = services
    self.history = history
    self.settings = settings
    editLine.delegate = self
    bindKeys()
  }

  func readLine(prompt text: String) -> LineRead {
    prompt = PromptText(text, style: settings.usesColor ? Palette.prompt : nil)
    queue = []
    replayed = nil
    walk = nil
    cycle = nil
    lastWord = nil
    undo = LineUndo()
    overlay = Overlay()
    shown = []
    cursorWasAbove = false
    // A Ctrl-C so far was for the command before.
    InterruptFlag().reset()
    writeToTerminal(prompt.above)
    editLine.setPrompt(prompt.forEditLine)
    let line = terminal.whileEditing {
      // libedit would do so only once it has shown the prompt, to which some are quick to answer.
      editLine.setEditing(true)
      ask()
      return editLine.readLine()
    }
    awaitAnswers()
    guard let line else { return ending }
    return .line(line)
  }

  /// Asks once, as soon as nothing is echoed. The answer comes among the keys and takes nobody's time.
  private func ask() {
    guard !settings.question.isEmpty, asked == nil else { return }
    asked = .now
    writeToTerminal(settings.question.text)
  }

  /// Gives a first line that comes at once the answer to be shown by; and nothing of it is left for
  /// whoever has the terminal after us.
  private func awaitAnswers() {
    // What was typed ahead may be meant for them, and what is read cannot be given back.
    guard let asked, !settings.question.isAnswered(by: terminal.input.answers),
      !terminal.input.isPending, asked.duration(to: .now) < TerminalQuestion.patience
    else { return }
    terminal.borrow { _ in
      terminal.input.awaitAnswers(
        to: settings.question, until: asked + TerminalQuestion.patience)
    }
  }

  /// Ends the read without a line.
  func end(with ending: LineRead) {
    self.ending = ending
  }

  /// An entry may be of several lines; one that is empty at its end is none.
  func remember(_ line: String) {
    let line = String(line.unicodeScalars.reversed().drop { $0 == "\n" }.reversed())
    if history.add(line) { editLine.addHistory(line, unique: true) }
  }

  /// What can wait until the prompt is on the screen: the history, which may be long.
  func prepareAfterFirstPrompt() {
    guard !isPrepared else { return }
    isPrepared = true
    editLine.limitHistory(to: history.limit)
    for entry in history.entries { editLine.addHistory(entry, unique: false) }
  }

  private func bindKeys() {
    editLine.setKeymap(.emacs)
    DefaultBindings.apply(to: editLine)
    for setting in settings.bindings {
      editLine.run(setting: setting)
      // These two throw all bindings away, ours too.
      let words = setting.split(separator: " ")
      if words.first?.hasSuffix("bind") == true, words.contains("-v") || words.contains("-e") {
        DefaultBindings.apply(to: editLine)
      }
    }
  }

  // MARK: Where things are on the screen

  /// The line's layout for the window's width as libedit knows it.
  func layout(of buffer: EditLine.Buffer, columns: Int? = nil) -> LineLayout {
    LineLayout(
      prompt: prompt.visible, line: buffer.scalars, columns: columns ?? terminal.size.columns)
  }

  /// Moves the terminal's cursor from where libedit has it to the end of the line.
  func moveToEndOfLine() {
    let buffer = editLine.buffer
    let layout = layout(of: buffer)
    let rows = terminal.size.rows
    // libedit loses the row of a cursor that is above the window, but the end is on the last row.
    guard layout.end.row < rows else {
      writeToTerminal("\u{1b}[\(rows);\(layout.end.column + 1)H")
      return
    }
    writeToTerminal(CursorMove.from(layout.position(buffer.cursor), to: layout.end))
  }
}

extension EditLineEditor: EditLine.Delegate {
  func perform(_ command: EditCommand) -> EditLine.Verdict {
    switch command {
    case .complete: complete()
    case .completeBack: complete(back: true)
    case .cancelCompletion: cancelCompletion()
    case .acceptWord: acceptSuggestion(wordOnly: true)
    case .lastWord: insertLastWord()
    case .undo: undoEdit()
    case .editOutside: editOutside()
    case .list: list()
    case .acceptSuggestion: acceptSuggestion()
    case .paste: insertPaste()
    case .up: moveLine(up: true) ?? walkHistory(back: true)
    case .down: moveLine(up: false) ?? walkHistory(back: false)
    case .search: search()
    case .lineStart: moveWithinLine(toEnd: false)
    case .lineEnd: moveWithinLine(toEnd: true)
    }
  }
}
