/// How a curve is drawn, so that it differs from the others without colour.
struct CurveStroke {
  /// Of the dots along the curve, which are drawn: so many, then so many not.
  private let pattern: (on: Int, off: Int)
  /// What a cell with any dot shows where there are no dots.
  let letter: String
  /// A few columns of it.
  let sample: String

  init(_ index: Int, unicode: Bool) {
    let all: [(pattern: (Int, Int), letter: String, sample: String)] = [
      ((1, 0), "*", "⠒⠒⠒⠒"), ((1, 2), "o", "⠂⠐ ⠂"), ((6, 4), "+", "⠒⠒⠒ "),
      ((1, 5), ".", "⠂  ⠂"),
    ]
    letter = all[index % all.count].letter
    pattern = unicode ? all[index % all.count].pattern : (1, 0)
    sample = unicode ? all[index % all.count].sample : String(repeating: letter, count: 4)
  }

  /// Whether a dot along the curve is drawn.
  func draws(_ dot: Int) -> Bool { dot % (pattern.on + pattern.off) < pattern.on }
}

/// The field between the axes.
struct PlotArea {
  let axis: HorizontalAxis
  /// The height of the middle of the top row.
  let high: Double
  let rowsPerUnit: Double
  let rows: Int
  let unicode: Bool
  /// Whether a leap against the way on both sides is a pole, which nothing is drawn across.
  var showsPoles = true
  /// Whether curves leave the colours to what is drawn over them.
  var isPlain = false

  /// A character of the field.
  struct Position: Hashable {
    let row: Int
    let column: Int
  }

  /// Whether it lies in the field.
  func contains(_ position: Position) -> Bool {
    (0..<rows).contains(position.row) && (0..<axis.columns).contains(position.column)
  }

  /// Dots in a character: across and down.
  private var dots: (across: Int, down: Int) { unicode ? (2, 4) : (1, 1) }

  /// A cell's dots, one bit each, and the curve that is on top.
  private struct Cell {
    var bits: UInt32 = 0
    var curve = 0

    /// Letters cannot lie over one another: where two curves run together, each has every second.
    mutating func add(_ bit: UInt32, of curve: Int, sharing: Bool) {
      if !sharing || bits == 0 { self.curve = curve }
      bits |= bit
    }
  }

  /// The curves, and over them what else there is.
  func draw(_ curves: [Curve], under overlay: [Position: Span] = [:]) -> [Line] {
    var cells = [Cell](repeating: Cell(), count: rows * axis.columns)
    for (index, curve) in curves.enumerated().reversed() {
      let stroke = CurveStroke(index, unicode: unicode)
      for dot in self.path(of: curve) where stroke.draws(dot.number) {
        let row = min(max(dot.y / dots.down, 0), rows - 1)
        let column = min(max(dot.x / dots.across, 0), axis.columns - 1)
        cells[row * axis.columns + column].add(
          bit(dot.x % dots.across, dot.y % dots.down), of: index,
          sharing: !unicode && column % 2 > 0)
      }
    }
    return (0..<rows).map { row in
      (0..<axis.columns).reduce(into: Line()) { line, column in
        let cell = cells[row * axis.columns + column]
        let span =
          overlay[Position(row: row, column: column)]
          ?? (cell.bits == 0 ? background(row, column) : glyph(cell))
        if line.last?.style == span.style {
          line[line.count - 1].text += span.text
        } else {
          line.append(span)
        }
      }
    }
  }

  private func glyph(_ cell: Cell) -> Span {
    let braille = Unicode.Scalar(0x2800 + cell.bits).map { String(Character($0)) }
    let letter = CurveStroke(cell.curve, unicode: unicode).letter
    return Span(unicode ? braille ?? letter : letter, isPlain ? .plain : .series(cell.curve))
  }

  /// The lines on which x or y is 0.
  private func background(_ row: Int, _ column: Int) -> Span {
    let isZeroRow = Int(nearest: high * rowsPerUnit) == row
    let isZeroColumn = axis.from < 0 && axis.to > 0 && Int(nearest: axis.column(0)) == column
    let text =
      switch (isZeroRow, isZeroColumn) {
      case (true, true): unicode ? "┼" : "+"
      case (true, false): unicode ? "┄" : column % 2 == 0 ? "-" : " "
      case (false, true): unicode ? "┊" : ":"
      case (false, false): " "
      }
    return Span(text, text == " " ? .plain : .faint)
  }

  /// A dot of a curve, and its place along the curve.
  private struct Dot {
    var x: Int
    var y: Int
    var number: Int
  }

  /// Every dot on the way from sample to sample, except across gaps and poles.
  private func path(of curve: Curve) -> [Dot] {
    let dots = curve.points.map { point in
      point.y.map { (x: x(point.x), y: y($0)) }
    }
    let heights = curve.points.map(\.y)
    func height(_ index: Int) -> Double? { heights.indices.contains(index) ? heights[index] : nil }
    var path: [Dot] = []
    for (index, dot) in dots.enumerated() {
      guard let dot else { continue }
      let isPole =
        showsPoles
        && Jump.isPole(height(index - 2), height(index - 1), height(index), height(index + 1))
      guard index > 0, let before = dots[index - 1], !isPole else {
        path.append(Dot(x: dot.x, y: dot.y, number: path.count))
        continue
      }
      let length = max(abs(dot.x - before.x), abs(dot.y - before.y))
      for step in 0..<length {
        let share = Double(step + 1) / Double(length)
        path.append(
          Dot(
            x: before.x + Int(nearest: share * Double(dot.x - before.x)),
            y: before.y + Int(nearest: share * Double(dot.y - before.y)), number: path.count))
      }
    }
    return path
  }

  private func x(_ x: Double) -> Int {
    Int(nearest: axis.column(x) * Double(dots.across) + Double(dots.across - 1) / 2)
  }

  /// Counted down from the top; the middle of a row is the middle of its dots.
  private func y(_ y: Double) -> Int {
    let down = (high - y) * rowsPerUnit * Double(dots.down) + Double(dots.down - 1) / 2
    return Int(nearest: min(max(down, 0), Double(rows * dots.down - 1)))
  }

  /// Braille numbers its upper six dots by columns and adds the lowest two at the end.
  private func bit(_ x: Int, _ y: Int) -> UInt32 {
    y == 3 ? (x == 0 ? 0x40 : 0x80) : 1 << UInt32(x * 3 + y)
  }
}
