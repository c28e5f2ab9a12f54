/// Escape sequences that move the cursor between cells of the line.
enum CursorMove {
  /// Down never scrolls: both cells are on the screen already.
  static func from(_ start: LineLayout.Position, to end: LineLayout.Position) -> String {
    var move = "\r"
    if end.row < start.row { move += "\u{1b}[\(start.row - end.row)A" }
    if end.row > start.row { move += "\u{1b}[\(end.row - start.row)B" }
    if end.column > 0 { move += "\u{1b}[\(end.column)C" }
    return move
  }
}
