/// How a line was before each change to it, to go back to.
struct LineUndo {
  private var earlier: [EditLine.Buffer] = []
  private var last = EditLine.Buffer(scalars: [], cursor: 0)
  /// Whether the last change was a letter typed, which the next one belongs to.
  private var isTyping = false

  /// More than these are forgotten, the oldest first.
  private static let most = 1000

  /// Takes note of the line as it stands. Letters typed one after another are one change, up to a
  /// space.
  mutating func note(_ line: EditLine.Buffer) {
    defer { last = line }
    guard line.scalars != last.scalars else {
      if line.cursor != last.cursor { isTyping = false }
      return
    }
    let isLetter = line.isTyped(after: last)
    let isNewWord = last.cursor == 0 || last.scalars[last.cursor - 1] == " "
    if !isLetter || !isTyping || isNewWord { earlier.append(last) }
    if earlier.count > Self.most { earlier.removeFirst() }
    isTyping = isLetter
  }

  /// The line before the last change; nil where there was none.
  mutating func step() -> EditLine.Buffer? {
    isTyping = false
    guard let line = earlier.popLast() else { return nil }
    last = line
    return line
  }
}

extension EditLine.Buffer {
  /// Whether it is another line with one character typed at its cursor.
  fileprivate func isTyped(after other: EditLine.Buffer) -> Bool {
    guard scalars.count == other.scalars.count + 1, cursor == other.cursor + 1 else { return false }
    return scalars[..<other.cursor] == other.scalars[..<other.cursor]
      && scalars[cursor...] == other.scalars[other.cursor...]
  }
}

extension EditLineEditor {
  /// Ctrl-_: takes the last change to the line back.
  func undoEdit() -> EditLine.Verdict {
    guard let line = undo.step() else { return .beep }
    editLine.replaceLine(line.text)
    editLine.moveCursor(line.cursor - line.scalars.count)
    return .refresh
  }
}
