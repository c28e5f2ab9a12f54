/// What a screen shows: a line for each row, from the top.
struct ScreenFrame {
  /// Lines with their colours, without line feeds.
  let lines: [String]
  /// The window they are for.
  let size: WindowSize

  /// What makes the window show this, in one piece: nothing is cleared first, so nothing flickers. A
  /// line that the window has become too narrow for is cut, not wrapped.
  ///
  /// - Parameter before: what the window shows now, if that is known: rows that stay are not written.
  func update(over before: ScreenFrame? = nil) -> String {
    let known = before?.size == size ? before?.lines ?? [] : []
    let rows = (0..<size.rows).filter { row in
      !known.indices.contains(row) || !lines.indices.contains(row) || known[row] != lines[row]
    }
    // After a character in the last column the cursor is still on it: erasing would take it away.
    let text = rows.map { row in
      let line = row < lines.count ? lines[row] : ""
      return "\u{1b}[\(row + 1)H" + line + (line.visibleWidth < size.columns ? "\u{1b}[K" : "")
    }
    return text.isEmpty ? "" : Self.inOnePiece(text.joined())
  }

  private static let modes = [TerminalMode.heldOutput, .cutLines]

  /// What a terminal is sent to show changes at once, with no line broken where the window ends.
  static func inOnePiece(_ text: String) -> String {
    (modes.map(\.on) + [text] + modes.reversed().map(\.off)).joined()
  }
}

extension String {
  /// How many columns the text takes once its colours are set.
  fileprivate var visibleWidth: Int {
    var isInSequence = false
    return unicodeScalars.reduce(0) { width, scalar in
      if scalar == "\u{1b}" { isInSequence = true }
      defer { if scalar == "m" { isInSequence = false } }
      return isInSequence ? width : width + TextWidth.of(scalar)
    }
  }
}
