/// A search back through the history for lines that contain what is typed.
struct HistorySearch {
  private(set) var pattern = ""
  /// Where the last match is; the entries' count before there was any.
  private(set) var index: Int
  /// Whether the last step found nothing.
  private(set) var hasFailed = false

  init(entries: [String]) {
    index = entries.count
  }

  /// Adds to the pattern, and stays on the same line while that matches.
  mutating func extend(_ text: String, in entries: [String]) {
    pattern += text
    look(from: index, back: true, in: entries)
  }

  /// Takes the pattern's last character away, and begins again with the latest line.
  mutating func shorten(in entries: [String]) {
    pattern = String(pattern.dropLast())
    index = entries.count
    look(from: index, back: true, in: entries)
  }

  /// Moves to the next older or newer line that matches.
  mutating func step(back: Bool, in entries: [String]) {
    look(from: back ? index - 1 : index + 1, back: back, in: entries)
  }

  private mutating func look(from start: Int, back: Bool, in entries: [String]) {
    guard !pattern.isEmpty else {
      hasFailed = false
      return
    }
    let shown = entries.indices.contains(index) ? entries[index] : nil
    let candidates =
      back
      ? Array((0..<entries.count).prefix(start + 1).reversed())
      : Array(max(start, 0)..<max(start, entries.count))
    let found = candidates.first {
      entries[$0].contains(pattern) && ($0 == index || entries[$0] != shown)
    }
    hasFailed = found == nil
    if let found { index = found }
  }

  /// The line found, and where in it the pattern is, in scalars.
  func match(in entries: [String]) -> (line: String, range: Range<Int>)? {
    guard !pattern.isEmpty, entries.indices.contains(index) else { return nil }
    let line = entries[index]
    guard let range = line.firstRange(of: pattern) else { return nil }
    let start = line.unicodeScalars.distance(from: line.startIndex, to: range.lowerBound)
    return (line, start..<start + pattern.unicodeScalars.count)
  }
}

extension EditLineEditor {
  private enum SearchStep { case proceed, done, undo }

  /// Ctrl-R: looks for a line, a character at a time, until a key says what to do with it.
  func search() -> EditLine.Verdict {
    let before = (prompt: prompt, buffer: editLine.buffer)
    var search = HistorySearch(entries: history.entries)
    var step = SearchStep.proceed
    while step == .proceed {
      show(search)
      step = take(terminal.input.next(), into: &search)
    }
    overlay.match = nil
    changeOnScreen {
      prompt = before.prompt
      if step == .undo {
        editLine.replaceLine(before.buffer.text)
        editLine.moveCursor(before.buffer.cursor - before.buffer.scalars.count)
      }
    }
    return .keep
  }

  private func show(_ search: HistorySearch) {
    let label = search.hasFailed ? "no earlier line with" : "earlier line with"
    let found = search.match(in: history.entries)
    changeOnScreen {
      prompt = PromptText(
        "\(label) '\(String(search.pattern.map { $0 == "\n" ? " " : $0 }))': ",
        style: settings.usesColor ? Palette.prompt : nil)
      if let found {
        editLine.replaceLine(found.line)
        editLine.moveCursor(found.range.lowerBound - found.line.unicodeScalars.count)
      }
    }
    overlay.match = found?.range
    paint()
  }

  private func take(
    _ event: TerminalInput.Event, into search: inout HistorySearch
  ) -> SearchStep {
    switch event {
    case .key(.character(let scalar)): look(for: String([scalar]), with: &search)
    case .key(.paste(let text)): look(for: text, with: &search)
    case .key(.backspace), .key(.ctrl("h")): search.shorten(in: history.entries)
    case .key(.ctrl("r")): search.step(back: true, in: history.entries)
    case .key(.ctrl("s")): search.step(back: false, in: history.entries)
    case .key(.ctrl("g")): return .undo
    case .key(.escape): return .done
    case .key(let key):
      // Any other key takes the line and acts on it.
      replayed = key
      return .done
    case .signal where WatchedSignal.interrupt.came: return .undo
    case .signal: _ = actOnSignals()
    case .timeout: break
    case .end: return .done
    }
    if search.hasFailed { writeToTerminal("\u{07}") }
    return .proceed
  }

  private func look(for text: String, with search: inout HistorySearch) {
    let text = TextWidth.editable(text)
    if !text.isEmpty { search.extend(text, in: history.entries) }
  }

  /// Redraws prompt and line, after a change to them, where they were before.
  private func changeOnScreen(_ change: () -> Void) {
    let buffer = editLine.buffer
    let row = layout(of: buffer).position(buffer.cursor).row
    writeToTerminal("\r" + (row > 0 ? "\u{1b}[\(row)A" : "") + "\u{1b}[J")
    change()
    editLine.setPrompt(prompt.forEditLine)
    redraw()
  }
}
