/// What is painted over the line that libedit has drawn: the same characters, in colour.
///
/// Only what changed since the last painting is sent, from the first difference to the line's end,
/// as libedit may have moved or redrawn whatever follows an edit.
struct LinePainting: Equatable {
  /// A character as it was painted.
  struct Cell: Equatable {
    var scalar: Unicode.Scalar
    var style: String?
  }

  /// The line, character by character.
  var cells: [Cell] = []

  init() {}

  /// - Parameters:
  ///   - scalars: The line.
  ///   - styles: SGR numbers for ranges of scalars; later ones win.
  init(_ scalars: [Unicode.Scalar], styles: [(range: Range<Int>, style: String?)]) {
    cells = scalars.map { Cell(scalar: $0, style: nil) }
    for (range, style) in styles {
      for index in range.clamped(to: cells.indices) { cells[index].style = style }
    }
  }

  /// What to send so that the screen shows this painting where it showed another.
  ///
  /// - Parameters:
  ///   - old: What was painted before.
  ///   - layout: Where the characters are.
  ///   - cursor: The index of the character at which the terminal's cursor is.
  /// - Returns: Nothing if nothing differs. The cursor ends where it was.
  func output(over old: LinePainting, layout: LineLayout, cursor: Int) -> String {
    let same = zip(cells, old.cells).prefix { $0 == $1 }.count
    // What is shorter only, or plain and was never coloured, is right as libedit drew it.
    let isPlain = (cells[same...] + old.cells.dropFirst(same)).allSatisfy { $0.style == nil }
    guard same < cells.count, !isPlain else { return "" }
    var output = "\u{1b}7"
    var pen = layout.position(cursor)
    var index = same
    while index < cells.count {
      let start = layout.position(index)
      // Full rows are left by moving: the terminal's own wrapping is not to be relied on.
      if index == same || start.row != pen.row { output += CursorMove.from(pen, to: start) }
      pen = start
      var run = index + 1
      while run < cells.count, cells[run].style == cells[index].style,
        layout.position(run).row == start.row
      {
        run += 1
      }
      output += painted(index..<run)
      index = run
    }
    return output + "\u{1b}8"
  }

  private func painted(_ range: Range<Int>) -> String {
    let text = String(cells[range].map(\.scalar))
    guard let style = cells[range.lowerBound].style else { return text }
    return "\u{1b}[\(style)m\(text)\u{1b}[0m"
  }
}
