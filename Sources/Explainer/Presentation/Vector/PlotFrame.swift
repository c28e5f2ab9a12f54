/// An axis of a plot: from where to where it goes, and the round numbers on it.
struct PlotAxis {
  let from: Double
  let to: Double
  let ticks: [(value: Double, label: String)]

  /// An axis with ticks where they are wanted.
  init(from: Double, to: Double, ticks: [(value: Double, label: String)]) {
    (self.from, self.to, self.ticks) = (from, to, ticks)
  }

  /// From one round number to another, all those of a scale between.
  init(_ scale: RoundScale, unit: String = "") {
    from = scale.value(scale.multiples.lowerBound)
    to = scale.value(scale.multiples.upperBound)
    ticks = zip(scale.multiples, scale.labels).map { (scale.value($0), $1 + unit) }
  }

  /// From anywhere to anywhere: the finest round numbers whose labels do not touch on so many points.
  init(from: Double, to: Double, length: Double) {
    self.from = from
    self.to = to
    let scale = RoundScale.finest(from, to) { scale in
      let spacing = length * (scale.step / (to - from))
      let longest = scale.labels.map { Lettering.width(of: $0, size: Pen.small) }.max() ?? 0
      return scale.intervals <= 10 && spacing >= max(longest + 14, 40)
    }
    // Where there is no room for two labels, a round number may lie beyond the ends.
    let slack = (to - from) * 1e-9
    ticks = zip(scale.multiples, scale.labels).map { (value: scale.value($0), label: $1) }
      .filter { from - slack <= $0.value && $0.value <= to + slack }
  }

  /// How far along the axis a value lies: 0 to 1.
  func share(_ value: Double) -> Double { to > from ? (value - from) / (to - from) : 0.5 }

  /// How long the longest label is.
  var labelWidth: Double {
    ticks.map { Lettering.width(of: $0.label, size: Pen.small) }.max() ?? 0
  }
}

/// The field between the axes, where curves are.
struct PlotFrame {
  let x: PlotAxis
  let y: PlotAxis
  let field: Graphic.Box
  /// The field and what stands beside and below it.
  let size: Graphic.Size

  /// A field of a width and a height with axes at its left and its lower edge.
  init(x: PlotAxis, y: PlotAxis, width: Double, height: Double) {
    self.x = x
    self.y = y
    let ends = x.ticks.last.map { Lettering.width(of: $0.label, size: Pen.small) / 2 } ?? 0
    field = Graphic.Box(y.labelWidth + 10, 6, width, height)
    size = Graphic.Size(field.right + max(ends, 6), field.bottom + 22)
  }

  /// Where a point lies.
  func position(_ x: Double, _ y: Double) -> Graphic.Point {
    Graphic.Point(
      field.left + self.x.share(x) * field.width, field.bottom - self.y.share(y) * field.height)
  }

  /// The axes with their ticks, and faint lines behind the curves.
  func axes(_ pen: Pen) -> [Graphic.Shape] {
    let stroke = Graphic.Stroke(pen.axis, width: 1)
    func line(_ a: Graphic.Point, _ b: Graphic.Point, _ stroke: Graphic.Stroke) -> Graphic.Shape {
      .line([a, b], stroke)
    }
    var shapes: [Graphic.Shape] = []
    for tick in y.ticks {
      let left = position(x.from, tick.value)
      let isZero = tick.value == 0
      shapes.append(
        line(
          left, position(x.to, tick.value),
          Graphic.Stroke(isZero ? pen.axis : pen.rule, width: isZero ? 0.75 : 1)))
      shapes.append(line(Graphic.Point(left.x - 4, left.y), left, stroke))
      shapes.append(
        pen.text(
          tick.label, left.x - 7, left.y + 3.5, .end, size: Pen.small, pen.paint(.quiet)))
    }
    for tick in x.ticks {
      let bottom = position(tick.value, y.from)
      if tick.value == 0, x.from < 0 {
        shapes.append(line(bottom, position(0, y.to), Graphic.Stroke(pen.axis, width: 0.75)))
      }
      shapes.append(line(bottom, Graphic.Point(bottom.x, bottom.y + 4), stroke))
      shapes.append(
        pen.text(
          tick.label, bottom.x, bottom.y + 16, .middle, size: Pen.small, pen.paint(.quiet)))
    }
    shapes.append(line(position(x.from, y.from), position(x.from, y.to), stroke))
    shapes.append(line(position(x.from, y.from), position(x.to, y.from), stroke))
    return shapes
  }

  /// A curve as lines, interrupted at gaps and, where they are shown, at poles.
  func lines(
    _ curve: Curve, _ stroke: Graphic.Stroke, showsPoles: Bool = true
  ) -> [Graphic.Shape] {
    let heights = curve.points.map { (x: $0.x, y: $0.y) }
    var runs: [[Graphic.Point]] = []
    for (index, point) in heights.enumerated() {
      guard let y = point.y else { continue }
      let continues =
        index > 0 && heights[index - 1].y != nil && !(showsPoles && Jump.isPole(heights, index))
      if !continues || runs.isEmpty { runs.append([]) }
      runs[runs.count - 1].append(position(point.x, y))
    }
    return runs.map { .line($0, stroke) }
  }
}
