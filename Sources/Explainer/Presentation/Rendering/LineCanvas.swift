/// Straight lines in characters: in dots, two by four a character, or in ASCII characters.
struct LineCanvas {
  /// How a line looks.
  struct Stroke {
    var style: Style
    /// A dot is drawn, then so many are not.
    var space = 0
    /// What a cell shows where there are no dots.
    var letter: String
  }

  private struct Cell {
    var bits: UInt32 = 0
    var stroke: Stroke
  }

  private let columns: Int
  private let unicode: Bool
  private var cells: [Cell?]

  init(columns: Int, lines: Int, unicode: Bool) {
    self.columns = columns
    self.unicode = unicode
    cells = Array(repeating: nil, count: columns * lines)
  }

  /// What stands in a cell; nil where no line comes through it.
  func span(_ column: Int, _ line: Int) -> Span? {
    guard column < columns else { return nil }
    return cells[line * columns + column].map { cell in
      let dots = Unicode.Scalar(0x2800 + cell.bits).map { String(Character($0)) }
      return Span(unicode ? dots ?? cell.stroke.letter : cell.stroke.letter, cell.stroke.style)
    }
  }

  /// A line over those before, from the middle of one cell to the middle of another.
  ///
  /// - Parameter part: how much of it is drawn, from where it begins.
  mutating func add(
    from: NetworkDiagramPlan.Anchor, to: NetworkDiagramPlan.Anchor, part: Double = 1,
    _ stroke: Stroke
  ) {
    let (across, down) = unicode ? (2, 4) : (1, 1)
    let start = (x: from.column * across + across / 2, y: from.line * down + down / 3)
    let end = (x: to.column * across, y: to.line * down + down / 3)
    let length = max(abs(end.x - start.x), abs(end.y - start.y), 1)
    let drawn = Int(nearest: part * Double(length))
    for step in stride(from: 0, through: drawn, by: 1 + (unicode ? stroke.space : 0)) {
      let x = start.x + Self.share(end.x - start.x, step, length)
      let y = start.y + Self.share(end.y - start.y, step, length)
      let index = y / down * columns + x / across
      let bits = (cells[index]?.bits ?? 0) | Self.bit(x % across, y % down)
      cells[index] = Cell(bits: bits, stroke: stroke)
    }
  }

  /// A part of a distance, rounded.
  private static func share(_ distance: Int, _ step: Int, _ length: Int) -> Int {
    let twice = 2 * abs(distance) * step + length
    return (distance < 0 ? -1 : 1) * (twice / (2 * length))
  }

  /// Braille numbers its upper six dots by columns and adds the lowest two at the end.
  private static func bit(_ x: Int, _ y: Int) -> UInt32 {
    y == 3 ? (x == 0 ? 0x40 : 0x80) : 1 << UInt32(x * 3 + y)
  }
}
