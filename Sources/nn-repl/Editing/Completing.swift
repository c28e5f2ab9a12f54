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
  /// Tab: fills in what is certain, else lists what is possible.
  func complete() -> EditLine.Verdict {
    let buffer = editLine.buffer
    let before = buffer.textBeforeCursor
    let after = String(buffer.scalars[buffer.cursor...])
    switch CompletionStep(services.completions(before), before: before, after: after) {
    case .nothing: return .beep
    case .replace(let characters, let text):
      editLine.deleteBeforeCursor(String(before.suffix(characters)).unicodeScalars.count)
      editLine.insert(text.withoutControls)
      return .refresh
    case .show(let candidates):
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
    let size = terminal.size
    let listing = CompletionListing(candidates, columns: size.columns, rows: max(size.rows - 2, 1))
    moveToEndOfLine()
    writeToTerminal("\r\n" + listing.lines.map { $0 + "\r\n" }.joined())
    redraw()
  }
}
