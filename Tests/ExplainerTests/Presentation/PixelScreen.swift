/// What a terminal shows of a text with colours: a reader of escape sequences that shares nothing with
/// the painter.
struct PixelScreen {
  struct Cell: Equatable {
    var character: Character
    var front = ""
    var back = ""

    /// The colours of its upper and its lower half.
    var halves: (top: String, bottom: String) {
      switch character {
      case "▀": (front, back)
      case "▄": (back, front)
      case "█": (front, front)
      default: (back, back)
      }
    }
  }

  let rows: [[Cell]]

  init(_ text: String) {
    rows = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var cells: [Cell] = []
      var look = Cell(character: " ")
      for (index, part) in line.split(
        separator: "\u{1B}[", omittingEmptySubsequences: false
      ).enumerated() {
        var visible = part
        if index > 0, let end = part.firstIndex(of: "m") {
          Self.apply(part[..<end].split(separator: ";").map(String.init), to: &look)
          visible = part[part.index(after: end)...]
        }
        cells += visible.map { Cell(character: $0, front: look.front, back: look.back) }
      }
      return cells
    }
  }

  private static func apply(_ numbers: [String], to look: inout Cell) {
    var numbers = numbers[...]
    while let number = numbers.popFirst() {
      let length = numbers.first == "2" ? 4 : numbers.first == "5" ? 2 : 0
      switch number {
      case "0": (look.front, look.back) = ("", "")
      case "38":
        look.front = numbers.prefix(length).dropFirst().joined(separator: ",")
        numbers = numbers.dropFirst(length)
      case "48":
        look.back = numbers.prefix(length).dropFirst().joined(separator: ",")
        numbers = numbers.dropFirst(length)
      case "39": look.front = ""
      case "49": look.back = ""
      default: break
      }
    }
  }

  /// The colours of a part of the screen, two rows of pixels a line.
  func pixels(lines: Range<Int>, columns: Range<Int>) -> [[String]] {
    lines.flatMap { y -> [[String]] in
      let cells = columns.map { x in
        x < rows[y].count ? rows[y][x] : Cell(character: " ")
      }
      return [cells.map(\.halves.top), cells.map(\.halves.bottom)]
    }
  }
}
