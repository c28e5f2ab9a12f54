/// Where each character of an edited line is on the screen.
///
/// It follows libedit's own rules of drawing, as what is painted over its line has to agree with it
/// to the cell: a wide character that does not fit goes to the next row, and a row that is exactly
/// full puts the cursor at the start of the next.
struct LineLayout: Equatable {
  /// A cell, counted from where the prompt begins.
  struct Position: Equatable {
    var row: Int
    var column: Int
  }

  /// The cell of each scalar of the line, and of the position after the last.
  let positions: [Position]
  let columns: Int

  init(prompt: [Unicode.Scalar], line: [Unicode.Scalar], columns: Int) {
    self.columns = max(columns, 1)
    var pen = Pen(columns: self.columns)
    for scalar in prompt { pen.draw(scalar) }
    var positions: [Position] = []
    positions.reserveCapacity(line.count + 1)
    for scalar in line {
      pen.makeRoom(for: scalar)
      positions.append(pen.position)
      pen.draw(scalar)
    }
    self.positions = positions + [pen.position]
  }

  /// Where the line ends.
  var end: Position { positions.last ?? Position(row: 0, column: 0) }

  /// Where the cursor is when it stands before scalar `index`.
  func position(_ index: Int) -> Position { positions[min(max(index, 0), positions.count - 1)] }

  private struct Pen {
    let columns: Int
    var position = Position(row: 0, column: 0)

    mutating func makeRoom(for scalar: Unicode.Scalar) {
      if scalar.value >= 0x80, position.column + TextWidth.of(scalar) > columns { nextRow() }
    }

    mutating func draw(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x0a: nextRow()
      case 0x09: advance(8 - position.column % 8)
      case 0x00..<0x20, 0x7f: advance(2)  // libedit shows ^A
      default:
        makeRoom(for: scalar)
        advance(TextWidth.of(scalar))
      }
    }

    private mutating func advance(_ width: Int) {
      position.column += width
      if position.column >= columns { nextRow() }
    }

    private mutating func nextRow() {
      position = Position(row: position.row + 1, column: 0)
    }
  }
}
