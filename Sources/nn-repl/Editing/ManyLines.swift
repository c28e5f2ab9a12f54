/// Several lines in one, as a paste brings them.
struct ManyLines: Equatable {
  /// Where the line with the cursor begins and ends, in scalars.
  let current: Range<Int>
  /// The same of the line before it; nil for the first.
  let previous: Range<Int>?
  /// The same of the line after it; nil for the last.
  let next: Range<Int>?

  init(_ scalars: [Unicode.Scalar], cursor: Int) {
    func line(at index: Int) -> Range<Int> {
      let start = scalars[..<index].lastIndex(of: "\n").map { $0 + 1 } ?? 0
      return start..<(scalars[index...].firstIndex(of: "\n") ?? scalars.count)
    }
    let current = line(at: cursor)
    self.current = current
    previous = current.lowerBound > 0 ? line(at: current.lowerBound - 1) : nil
    next = current.upperBound < scalars.count ? line(at: current.upperBound + 1) : nil
  }
}

extension EditLineEditor {
  /// Inserts what was pasted. A line end at the very end of it would only begin an empty line.
  func insertPaste() -> EditLine.Verdict {
    var text = pasted.unicodeScalars[...]
    if editLine.buffer.isAtEnd { while text.last == "\n" { text.removeLast() } }
    editLine.insert(String(text))
    pasted = ""
    return .refresh
  }

  /// Up and Down among several lines; nil at the first and last line, where the history takes over.
  func moveLine(up: Bool) -> EditLine.Verdict? {
    let buffer = editLine.buffer
    let lines = ManyLines(buffer.scalars, cursor: buffer.cursor)
    guard let line = up ? lines.previous : lines.next else { return nil }
    let column = buffer.cursor - lines.current.lowerBound
    move(to: min(line.lowerBound + column, line.upperBound), from: buffer)
    return .moveCursor
  }

  /// Home and End, of the line that the cursor is in.
  func moveWithinLine(toEnd: Bool) -> EditLine.Verdict {
    let buffer = editLine.buffer
    let line = ManyLines(buffer.scalars, cursor: buffer.cursor).current
    move(to: toEnd ? line.upperBound : line.lowerBound, from: buffer)
    return .moveCursor
  }

  private func move(to index: Int, from buffer: EditLine.Buffer) {
    editLine.moveCursor(index - buffer.cursor)
  }
}
