/// One key press, mouse report or paste, whatever bytes the terminal sent for it.
enum Key: Equatable, Sendable {
  /// A printable character.
  case character(Unicode.Scalar)
  /// Ctrl with a letter, written small: `ctrl("c")`.
  case ctrl(Character)
  /// Alt (or Escape just before) with a character.
  case alt(Unicode.Scalar)
  case enter, tab, backTab, backspace, escape
  case up, down, left, right, home, end, pageUp, pageDown, insert, delete
  /// Ctrl or Alt with Left and Right.
  case wordLeft, wordRight
  case function(Int)
  case mouse(MouseReport)
  /// Text pasted in one piece, with line feeds between its lines.
  case paste(String)
  /// The window has another size now, so everything has to be redrawn.
  case resize

  /// Whether it puts text into a line.
  var isText: Bool {
    switch self {
    case .character, .paste: true
    case .ctrl, .alt, .enter, .tab, .backTab, .backspace, .escape, .up, .down, .left, .right, .home,
      .end, .pageUp, .pageDown, .insert, .delete, .wordLeft, .wordRight, .function, .mouse, .resize:
      false
    }
  }
}

/// What the mouse did, and where.
struct MouseReport: Equatable, Sendable {
  enum Action: Equatable, Sendable {
    case press, release, drag, move, wheelUp, wheelDown
  }
  enum Button: Equatable, Sendable {
    case left, middle, right, none
  }

  var action: Action
  var button: Button
  /// Cells from the left edge, from 0.
  var column: Int
  /// Cells from the top edge, from 0.
  var row: Int
  /// Whether Shift was held.
  var isShifted = false
}
