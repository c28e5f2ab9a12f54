import Presentation

/// What a screen shows: a frame from the top of a window.
struct ScreenFrame {
  let frame: Frame
  /// The window it is for.
  let size: WindowSize

  /// What makes the window show this, in one piece: nothing is cleared first, so nothing flickers. A
  /// line that the window has become too narrow for is cut, not wrapped.
  ///
  /// - Parameter before: what the window shows now, if that is known: what stays is not written.
  func update(over before: ScreenFrame? = nil) -> String {
    let text =
      if let before, before.size == size {
        frame.changes(from: before.frame).map { change in
          "\u{1b}[\(change.line + 1);\(change.column + 1)H" + change.written
        }
      } else {
        rows
      }
    return text.isEmpty ? "" : Self.inOnePiece(text.joined())
  }

  /// All rows as wholes. After a character in the last column the cursor is still on it: erasing would
  /// take it away.
  private var rows: [String] {
    let (lines, widths) = (frame.lines, frame.widths)
    return (0..<size.rows).map { row in
      let isThere = row < lines.count
      let isFull = isThere && widths[row] >= size.columns
      return "\u{1b}[\(row + 1)H" + (isThere ? lines[row] : "") + (isFull ? "" : "\u{1b}[K")
    }
  }

  private static let modes = [TerminalMode.heldOutput, .cutLines]

  /// What a terminal is sent to show changes at once, with no line broken where the window ends.
  static func inOnePiece(_ text: String) -> String {
    (modes.map(\.on) + [text] + modes.reversed().map(\.off)).joined()
  }
}
