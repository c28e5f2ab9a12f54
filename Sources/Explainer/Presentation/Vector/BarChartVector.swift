extension BarChart {
  func graphic(by pen: Pen) -> Graphic { BarChartVector(pen: pen).drawing(self) }
}

/// Draws labelled numbers as horizontal bars, all on one scale.
struct BarChartVector {
  let pen: Pen

  private static let length = 260.0
  private static let pitch = 20.0
  private static let thickness = 10.0
  private static let gap = 8.0

  /// The title, then for each number its label, its bar and the number.
  func drawing(_ chart: BarChart) -> Graphic {
    let numbers = chart.bars.map { Number.shown($0.value) }
    func longest(_ texts: [String]) -> Double {
      texts.map { Lettering.width(of: $0, size: Pen.usual) }.max() ?? 0
    }
    let left = longest(chart.bars.map(\.label)) + Self.gap
    let right = left + Self.length + Self.gap + longest(numbers)
    var bars = Graphic(Graphic.Size(right, Self.pitch * Double(chart.bars.count)))
    for (index, bar) in chart.bars.enumerated() {
      let middle = Self.pitch * (Double(index) + 0.5)
      let isChosen = index == chart.highlighted
      let paint = pen.paint(of: chart.look(of: index))
      bars.shapes.append(
        pen.text(bar.label, left - Self.gap, middle + 4, .end, bold: isChosen, paint))
      bars.shapes += shapes(chart, index, left, middle)
      bars.shapes.append(pen.text(numbers[index], right, middle + 4, .end, bold: isChosen, paint))
    }
    if chart.hasNegative {
      let zero = left + zero(chart) * Self.length
      bars.shapes.append(
        .line(
          [Graphic.Point(zero, 0), Graphic.Point(zero, bars.size.height)],
          Graphic.Stroke(pen.axis, width: 1)))
    }
    return pen.titled(chart.title, bars)
  }

  /// Where 0 lies, as a part of the length.
  private func zero(_ chart: BarChart) -> Double {
    let reach = chart.reach
    return reach.below / (reach.below + reach.above)
  }

  /// The track of a bar and the bar; those of numbers below 0 go left from the line of 0.
  private func shapes(
    _ chart: BarChart, _ index: Int, _ left: Double, _ middle: Double
  ) -> [Graphic.Shape] {
    let top = middle - Self.thickness / 2
    func box(_ from: Double, _ to: Double, _ role: Palette.Role) -> Graphic.Shape {
      .box(
        Graphic.Box(
          left + min(from, to) * Self.length, top, abs(to - from) * Self.length, Self.thickness),
        pen.paint(role))
    }
    let share = chart.share(of: index)
    guard chart.hasNegative else {
      let bar = box(0, share, index == chart.highlighted ? .verdict : .bar)
      return [box(0, 1, .track)] + (share > 0 ? [bar] : [])
    }
    let (zero, reach) = (zero(chart), chart.reach)
    let end = zero + share / (reach.below + reach.above)
    return share == 0 ? [] : [box(zero, end, share < 0 ? .negative : .positive)]
  }
}

extension Pen {
  /// The colour of text of a look.
  func paint(of style: Style) -> Graphic.Paint {
    switch style {
    case .verdict: paint(.verdict)
    case .faint: paint(.quiet)
    case .plain, .strong, .code, .problem, .positive, .negative, .bar, .track, .pixels, .glow,
      .field, .series, .hidden, .image:
      ink
    }
  }
}
