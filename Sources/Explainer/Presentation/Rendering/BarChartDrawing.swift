extension BarChart: FigureContent {
  static var kind: String { "bars" }

  func drawn(by renderer: TextRenderer, width: Int) -> [Line] {
    BarChartDrawing(renderer: renderer, width: width).draw(self)
  }
}

/// Draws labelled numbers as horizontal bars, all on one scale.
struct BarChartDrawing {
  let renderer: TextRenderer
  let width: Int

  /// Shorter bars would say nothing.
  private static let shortest = 4

  private var unicode: Bool { renderer.capabilities.unicode }
  /// Whether what is pointed out needs a sign of its own.
  private var needsSign: Bool { renderer.capabilities.colors == .none || !unicode }

  /// The title, then for each number its label, its bar and the number.
  func draw(_ chart: BarChart) -> [Line] {
    let numbers = chart.numbers
    let labelWidth = chart.bars.map(\.label.displayWidth).max() ?? 0
    let numberWidth = numbers.map(\.count).max() ?? 0
    let sign = needsSign && chart.highlighted != nil ? 2 : 0
    let room = min(chart.longestBar, width - labelWidth - numberWidth - 3 - sign)
    let bars = room < Self.shortest ? nil : self.bars(chart, room)
    let lines = zip(chart.bars, numbers).enumerated().map { index, bar -> Line in
      let look = chart.look(of: index)
      let label = leading(bar.0.label, labelWidth) + "  "
      let number = leading(bar.1, numberWidth)
      let mark = chart.pointsOut(index) && needsSign ? " <" : ""
      return renderer.speakable([Span(label, look)]) + (bars.map { $0[index] + [Span(" ")] } ?? [])
        + renderer.speakable([Span(number + mark, chart.isWaiting ? .hidden : look)])
    }
    return renderer.title(chart.title, to: width) + lines
  }

  private func leading(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.displayWidth)) + text
  }

  /// All of one width.
  private func bars(_ chart: BarChart, _ length: Int) -> [Line] {
    let bar = Bar(renderer)
    let shares = BarShares(chart)
    guard shares.hasNegative else {
      return shares.values.enumerated().map { index, share in
        bar.line(share, length: length, chart.pointsOut(index) ? .verdict : .bar)
      }
    }
    let sides = Sides(shares.reach, length - 1)
    return shares.values.map { diverging($0, sides) }
  }

  /// Positive bars go right from the zero line, negative ones left.
  private func diverging(_ share: Double, _ sides: Sides) -> Line {
    let bar = Bar(renderer)
    let axis = Span(unicode ? "│" : "|", .faint)
    let below = share < 0 ? bar.textToLeft(sides.left(-share), length: sides.left) : ""
    let above = share > 0 ? bar.text(sides.right(share), length: sides.right) : ""
    return [
      Span(String(repeating: " ", count: sides.left - below.count)), Span(below, .negative(1)),
      axis, Span(above, .positive(1)),
      Span(String(repeating: " ", count: sides.right - above.count)),
    ]
  }
}

/// The columns left and right of a zero line: as many as each side needs, on one scale.
private struct Sides {
  let left: Int
  let right: Int
  /// Columns for a share of 1.
  private let unit: Double

  init(_ reach: (below: Double, above: Double), _ length: Int) {
    guard reach.above > 0 else {
      (left, right, unit) = (length, 0, Double(length) / reach.below)
      return
    }
    let ideal = Int(nearest: Double(length) * reach.below / (reach.below + reach.above))
    left = min(max(ideal, 1), length - 1)
    right = length - left
    unit = min(Double(left) / reach.below, Double(right) / reach.above)
  }

  /// The part of the left side that a size takes.
  func left(_ size: Double) -> Double { size * unit / Double(left) }

  /// The same of the right side.
  func right(_ size: Double) -> Double { size * unit / Double(right) }
}

/// How long the bars of a chart are.
struct BarShares {
  /// The part of the full length, from −1 to 1, of each number as it is written: what is written as 0
  /// has no bar.
  let values: [Double]
  /// How far the bars go below and above 0 as parts of the full length: as far as the longest on each
  /// side, or all the way where the full length is the same for all charts of a kind.
  let reach: (below: Double, above: Double)

  init(_ chart: BarChart) {
    let full = chart.fullLength
    let isTiny = chart.isTiny
    values = chart.bars.map { bar in
      guard !chart.isWaiting, isTiny || !chart.isWrittenAsZero(bar.value) else { return 0 }
      return bar.value.isNaN ? 0 : min(max(bar.value / full, -1), 1)
    }
    reach =
      chart.length == nil ? (-min(values.min() ?? 0, 0), max(values.max() ?? 0, 0)) : (1, 1)
  }

  /// Whether a bar goes left.
  var hasNegative: Bool { values.contains { $0 < 0 } }
}

extension BarChart {
  /// Whether a bar stands out by its colour.
  func pointsOut(_ index: Int) -> Bool { index == highlighted || index == rival }

  /// How a bar's label and number look: where one is pointed out, only the next two stand out from
  /// the rest.
  func look(of index: Int) -> Style {
    guard highlighted != nil else { return .plain }
    guard !isWaiting else { return .faint }
    guard !pointsOut(index) else { return .verdict }
    let value = bars[index].value
    let before = bars.count { $0.value > value }
    return before <= 2 && !isWrittenAsZero(value) ? .plain : .faint
  }
}
