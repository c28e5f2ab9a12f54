/// Pictures to read: with several digits, with one, with none, and one that is broken off.
enum Pictures {
  static let files: [String: [UInt8]] = [
    "number.pgm": picture(width: 40, [14...16, 24...25, 32...33]),
    "one.pgm": picture(width: 20, [9...11]),
    "paper.pgm": picture(width: 20, []),
    "short.pgm": Array(picture(width: 20, [9...11]).dropLast(30)),
  ]

  /// Upright strokes of dark ink on light paper, in some columns.
  private static func picture(width: Int, _ strokes: [ClosedRange<Int>]) -> [UInt8] {
    let height = 24
    let pixels = (0..<width * height).map { index -> UInt8 in
      let (row, column) = (index / width, index % width)
      let isInk = (4..<20).contains(row) && strokes.contains { $0.contains(column) }
      return isInk ? 20 : 230
    }
    return Array("P5 \(width) \(height) 255\n".utf8) + pixels
  }
}
