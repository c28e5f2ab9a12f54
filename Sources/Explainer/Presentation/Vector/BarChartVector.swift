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

  /// More bars stand in several columns.
  private static let perColumn = 40
  /// More would not be read one by one.
  private static let most = 200

  /// The title, then for each number its label, its bar and the number.
  func drawing(_ chart: BarChart) -> Graphic {
    let shown = chart.bars.indices.prefix(Self.most)
    let shares = BarShares(chart)
    let columns = stride(from: 0, to: shown.count, by: Self.perColumn).map { start in
      column(chart, shares, start..<min(start + Self.perColumn, shown.count))
    }
    let hidden = chart.bars.count - shown.count
    let note =
      "The first \(Self.most) are drawn; \(Number.grouped(hidden)) more are not."
    return pen.titled(
      chart.title, .rows(columns, within: .infinity, gap: 24),
      hidden > 0
        ? pen.paragraph(note, within: Pen.titleRoom, pen.paint(.quiet)) : .empty)
  }

  /// Some of the bars, one below another.
  private func column(_ chart: BarChart, _ shares: BarShares, _ range: Range<Int>) -> Graphic {
    let numbers = Array(chart.numbers[range])
    func longest(_ texts: [String]) -> Double {
      texts.map { Lettering.width(of: $0, size: Pen.usual, isBold: true) }.max() ?? 0
    }
    let left = longest(chart.bars[range].map(\.label)) + Self.gap
    let right = left + Self.length + Self.gap + longest(numbers)
    var bars = Graphic(Graphic.Size(right, Self.pitch * Double(range.count)))
    for (line, index) in range.enumerated() {
      let middle = Self.pitch * (Double(line) + 0.5)
      let isChosen = chart.pointsOut(index)
      let paint = pen.paint(of: chart.look(of: index))
      bars.shapes.append(
        pen.text(chart.bars[index].label, left - Self.gap, middle + 4, .end, bold: isChosen, paint))
      bars.shapes += shapes(shares, index, isChosen, left, middle)
      bars.shapes.append(pen.text(numbers[line], right, middle + 4, .end, bold: isChosen, paint))
    }
    if shares.hasNegative {
      let zero = left + shares.zero * Self.length
      bars.shapes.append(
        .line(
          [Graphic.Point(zero, 0), Graphic.Point(zero, bars.size.height)],
          Graphic.Stroke(pen.axis, width: 1)))
    }
    return bars
  }

  /// What is not 0 is never drawn as nothing, and what is not all never as all.
  private static func seen(_ share: Double) -> Double {
    share > 0 && share < 1 ? min(max(share, 1 / length), 1 - 1 / length) : share
  }

  /// The track of a bar and the bar; those of numbers below 0 go left from the line of 0.
  private func shapes(
    _ shares: BarShares, _ index: Int, _ isChosen: Bool, _ left: Double, _ middle: Double
  ) -> [Graphic.Shape] {
    let top = middle - Self.thickness / 2
    func box(_ from: Double, _ to: Double, _ role: Palette.Role) -> Graphic.Shape {
      .box(
        Graphic.Box(
          left + min(from, to) * Self.length, top, abs(to - from) * Self.length, Self.thickness),
        pen.paint(role))
    }
    let share = shares.values[index]
    guard shares.hasNegative else {
      let track = Graphic.Box(left, top, Self.length, Self.thickness)
      let bar = box(0, Self.seen(share), isChosen ? .verdict : .bar)
      return [.box(track, pen.rule)] + (share > 0 ? [bar] : [])
    }
    let zero = shares.zero
    let length = Self.seen(share.magnitude / (shares.reach.below + shares.reach.above))
    guard share != 0 else { return [] }
    return [
      share < 0 ? box(zero - length, zero, .negative) : box(zero, zero + length, .positive)
    ]
  }
}

extension BarShares {
  /// Where 0 lies, as a part of the length of all bars.
  fileprivate var zero: Double { reach.below / (reach.below + reach.above) }
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
