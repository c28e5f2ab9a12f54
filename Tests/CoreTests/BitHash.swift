import Core

/// A few digits in strokes, apart from those of the lessons, which may be redrawn.
let fixedDrawings: [Drawing] = [
  drawing(0, [(50, 5), (15, 40), (20, 80), (50, 95), (82, 75), (85, 30), (50, 5)]),
  drawing(1, [(30, 20), (52, 4), (50, 96)]),
  drawing(2, [(15, 25), (45, 4), (80, 22), (60, 60), (12, 95), (12, 95), (88, 93)]),
  drawing(4, [(30, 5), (12, 55), (88, 52)], [(65, 20), (62, 97)]),
  drawing(6, [(72, 6), (25, 45), (22, 85), (60, 95), (75, 68), (45, 55), (22, 75)]),
  drawing(7, [(12, 8), (86, 6), (86, 6), (40, 96)]),
  drawing(9, [(78, 25), (45, 8), (22, 30), (48, 50), (78, 25), (70, 95)]),
]

private func drawing(_ digit: Int, _ strokes: [(Float, Float)]...) -> Drawing {
  Drawing(digit: digit, strokes: strokes.map { $0.map { Drawing.Point(x: $0, y: $1) } })
}

extension Sequence<Float> {
  /// FNV-1a over the bits of every number: another bit anywhere, another hash.
  var bitHash: UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for number in self {
      for byte in 0..<4 as Range<UInt32> {
        hash ^= UInt64(number.bitPattern >> (8 * byte) & 0xFF)
        hash &*= 0x100_0000_01B3
      }
    }
    return hash
  }
}

extension Network {
  /// Of every weight, column after column, and every bias, layer after layer.
  var bitHash: UInt64 { layers.flatMap { $0.weights.columnMajor + $0.biases }.bitHash }
}
