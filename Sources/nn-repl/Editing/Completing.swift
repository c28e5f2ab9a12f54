import Explainer
import Presentation

/// What Tab does with the candidates there are.
enum CompletionStep: Equatable {
  /// There is no candidate.
  case nothing
  /// Put `text` in place of so many characters before the cursor.
  case replace(characters: Int, text: String)
  /// Nothing more can be filled in: show them.
  case show([Completions.Candidate])

  /// - Parameters:
  ///   - completions: What may stand before the cursor.
  ///   - before: The line up to the cursor.
  ///   - after: What follows the cursor.
  init(_ completions: Completions, before: String, after: String) {
    let candidates = completions.candidates
    let typed = String(before.suffix(completions.replacedLength))
    guard let first = candidates.first else {
      self = .nothing
      return
    }
    if candidates.count == 1 {
      // A quote that stands after the cursor is the closing one.
      let isClosed = first.text.hasSuffix("\"") && after.hasPrefix("\"")
      let space = first.isComplete && !isClosed && !after.hasPrefix(" ") ? " " : ""
      let text = isClosed ? String(first.text.dropLast()) : first.text
      self = .replace(characters: typed.count, text: text + space)
      return
    }
    let common = candidates.dropFirst().reduce(first.text) { $0.commonPrefix(with: $1.text) }
    let isProgress = common.count > typed.count || (common.count == typed.count && common != typed)
    self = isProgress ? .replace(characters: typed.count, text: common) : .show(candidates)
  }
}

extension String {
  /// The characters with which both texts begin.
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}

extension EditLineEditor {
  /// Tab: fills in what is certain, else lists what is possible, and then goes through it.
  ///
  /// - Parameter back: Whether to go through it from its end.
  func complete(back: Bool = false) -> EditLine.Verdict {
    let buffer = editLine.buffer
    if let cycle, cycle.line == buffer { return choose(cycle.next(back: back)) }
    let before = buffer.textBeforeCursor
    let after = String(buffer.scalars[buffer.cursor...])
    let completions = services.completions(before)
    switch CompletionStep(completions, before: before, after: after) {
    case .nothing: return .beep
    case .replace(let characters, let text):
      editLine.deleteBeforeCursor(String(before.suffix(characters)).unicodeScalars.count)
      editLine.insert(text.withoutControls)
      return .refresh
    case .show(let candidates):
      cycle = CompletionCycle(
        candidates: candidates, typed: String(before.suffix(completions.replacedLength)),
        line: buffer)
      show(candidates)
      return .keep
    }
  }

  /// Ctrl-D at the end of a line: lists what may stand there.
  func list() -> EditLine.Verdict {
    let candidates = services.completions(editLine.buffer.textBeforeCursor).candidates
    guard !candidates.isEmpty else { return .beep }
    show(candidates)
    return .keep
  }

  private func show(_ candidates: [Completions.Candidate]) {
    moveToEndOfLine()
    writeToTerminal("\r\n" + listing(candidates).lines.map { $0 + "\r\n" }.joined())
    redraw()
  }

  private func listing(
    _ candidates: [Completions.Candidate], choosing chosen: Int? = nil
  ) -> CompletionListing {
    CompletionListing(
      candidates, columns: terminal.size.columns, rows: max(terminal.size.rows - 2, 1),
      choosing: chosen, inColor: settings.usesColor)
  }

  /// Escape: puts back what was typed before Tab chose.
  func cancelCompletion() -> EditLine.Verdict {
    guard let cycle, cycle.line == editLine.buffer else { return .beep }
    defer { self.cycle = nil }
    return choose(nil)
  }

  /// Puts a candidate in place of the one before, and marks it in the list above; without one, what
  /// was typed.
  private func choose(_ index: Int?) -> EditLine.Verdict {
    guard var cycle else { return .beep }
    let rowsAbove = rowsToList(cycle)
    editLine.deleteBeforeCursor(TextWidth.editable(cycle.text).unicodeScalars.count)
    cycle.chosen = index
    editLine.insert(cycle.text)
    cycle.line = editLine.buffer
    self.cycle = cycle
    guard let rowsAbove else { return .refresh }
    let lines = listing(cycle.candidates, choosing: index).lines
    writeToTerminal("\r\u{1b}[\(rowsAbove)A\u{1b}[J" + lines.map { $0 + "\r\n" }.joined())
    redraw()
    return .keep
  }

  /// How many rows the list begins above the cursor; nil where it is not all on the screen.
  private func rowsToList(_ cycle: CompletionCycle) -> Int? {
    let layout = layout(of: cycle.line)
    let rows = listing(cycle.candidates).lines.count
    guard rows + layout.end.row < terminal.size.rows else { return nil }
    return rows + layout.position(cycle.line.cursor).row
  }
}
