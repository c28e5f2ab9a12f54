extension LinePlot: FigureContent {
  func drawn(by renderer: TextRenderer, width: Int) -> [Line] {
    LinePlotDrawing(renderer: renderer, width: width).draw(self)
  }
}

/// Draws curves between axes: in dots, two by four a character, or in ASCII characters.
struct LinePlotDrawing {
  let renderer: TextRenderer
  let width: Int

  /// More columns would not be read better.
  private static let widest = 97

  private var unicode: Bool { renderer.capabilities.unicode }

  /// The legend, then the curves with a labelled axis on the left and one below.
  func draw(_ plot: LinePlot) -> [Line] {
    let scale = plot.scale
    let labels = scale.labels
    let labelWidth = labels.map(\.count).max() ?? 0
    let axis = HorizontalAxis(
      from: plot.from, to: plot.to,
      columns: min(width - labelWidth - 2, Self.widest))
    let legend = self.legend(plot)
    let room = max(plot.tallest - 2 * max(legend.count - 1, 0), 6)
    let rowsPerTick = max(1, room / max(scale.intervals, 1))
    let area = PlotArea(
      axis: axis, high: scale.value(scale.multiples.upperBound),
      rowsPerUnit: Double(rowsPerTick) / scale.step, rows: scale.intervals * rowsPerTick + 1,
      unicode: unicode)
    let rows = area.draw(plot.series.map(\.curve)).enumerated().map { index, cells -> Line in
      let isTick = index % rowsPerTick == 0
      let label = isTick ? labels[labels.count - 1 - index / rowsPerTick] : ""
      return [Span(leading(label, labelWidth) + " " + (isTick ? tick : bar), .faint)] + cells
    }
    let margin = String(repeating: " ", count: labelWidth + 1)
    return legend + rows + axis.draw(margin: margin, unicode: unicode)
  }

  private var tick: String { unicode ? "┤" : "+" }
  private var bar: String { unicode ? "│" : "|" }

  private func leading(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// A piece of each curve before its name, as many in a row as fit; a curve alone needs none.
  private func legend(_ plot: LinePlot) -> [Line] {
    guard plot.series.count > 1 else { return [] }
    return plot.series.enumerated().reduce(into: []) { lines, entry in
      let sample = Span(CurveStroke(entry.offset, unicode: unicode).sample, .series(entry.offset))
      let names = renderer.wrap(Prose(entry.element.label), to: width - sample.text.count - 1)
      let gap = Span("   ")
      let item = [sample, Span(" ")] + names[0]
      if names.count == 1, let last = lines.last, last.width + gap.text.count + item.width <= width
      {
        lines[lines.count - 1] += [gap] + item
      } else {
        let indent = Span(String(repeating: " ", count: sample.text.count + 1))
        lines += [item] + names.dropFirst().map { [indent] + $0 }
      }
    }
  }
}

/// The x axis: which x stands in which column, and the ticks below.
struct HorizontalAxis {
  let from: Double
  let to: Double
  let columns: Int
  private let scale: RoundScale

  /// The finest ticks whose labels do not touch; where they divide the axis evenly, it is as long as
  /// puts each on a column of its own.
  init(from: Double, to: Double, columns most: Int) {
    self.from = from
    self.to = to
    let span = to - from
    func fits(_ scale: RoundScale) -> Bool {
      let spacing = Double(most - 1) * (scale.step / span)
      return scale.intervals <= 8 && spacing >= Double((scale.labels.map(\.count).max() ?? 0) + 3)
    }
    let scales = RoundScale.inside(from, to)
    let chosen = scales.first(where: fits) ?? scales[scales.count - 1]
    let isEven =
      chosen.intervals > 0 && abs(chosen.step * Double(chosen.intervals) / span - 1) < 1e-6
    columns = isEven ? (most - 1) / chosen.intervals * chosen.intervals + 1 : most
    scale = chosen
  }

  /// How far along the axis an x lies, in columns.
  func column(_ x: Double) -> Double { (x - from) / (to - from) * Double(columns - 1) }

  /// The line with its ticks, and the numbers below, each in the middle under its tick.
  func draw(margin: String, unicode: Bool) -> [Line] {
    let ticks = scale.multiples.map { Int(nearest: column(scale.value($0))) }
    let line = (0..<columns).map { column in
      ticks.contains(column) ? (unicode ? "┬" : "+") : unicode ? "─" : "-"
    }
    var numbers = ""
    for (tick, label) in zip(ticks, scale.labels) {
      let end = margin.count + 1 + columns
      let start = min(max(margin.count + 1 + tick - label.count / 2, 0), end - label.count)
      numbers += String(repeating: " ", count: max(start - numbers.count, 0)) + label
    }
    return [
      [Span(margin + (unicode ? "└" : "+") + line.joined(), .faint)], [Span(numbers, .faint)],
    ]
  }
}

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

  func draw(_ curves: [Curve]) -> [Line] {
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
        let span = cell.bits == 0 ? background(row, column) : glyph(cell)
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
    return Span(unicode ? braille ?? letter : letter, .series(cell.curve))
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
    let places = curve.points.map { point in
      point.y.map { (x: x(point.x), y: y($0)) }
    }
    let heights = curve.points.map(\.y)
    func height(_ index: Int) -> Double? { heights.indices.contains(index) ? heights[index] : nil }
    var path: [Dot] = []
    for (index, place) in places.enumerated() {
      guard let place else { continue }
      let isPole =
        showsPoles
        && Jump.isPole(height(index - 2), height(index - 1), height(index), height(index + 1))
      guard index > 0, let before = places[index - 1], !isPole else {
        path.append(Dot(x: place.x, y: place.y, number: path.count))
        continue
      }
      let length = max(abs(place.x - before.x), abs(place.y - before.y))
      for step in 0..<length {
        let share = Double(step + 1) / Double(length)
        path.append(
          Dot(
            x: before.x + Int(nearest: share * Double(place.x - before.x)),
            y: before.y + Int(nearest: share * Double(place.y - before.y)), number: path.count))
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
