extension LinePlot {
  func graphic(by pen: Pen) -> Graphic { LinePlotVector(pen: pen).drawing(self) }
}

/// Draws curves between axes, and a tangent over them.
struct LinePlotVector {
  let pen: Pen

  private static let width = 480.0
  /// Points a row of characters.
  private static let rowHeight = 24.0
  /// How far a tangent goes either way.
  private static let reach = 80.0
  private static let ballRadius = 5.0

  /// The legend, then the curves with a labelled axis on the left and one below.
  func drawing(_ plot: LinePlot) -> Graphic {
    let frame = PlotFrame(
      x: PlotAxis(from: plot.from, to: plot.to, length: Self.width), y: PlotAxis(plot.scale),
      width: Self.width, height: Self.rowHeight * Double(max(plot.tallest, 6)))
    var drawing = Graphic(frame.size, frame.axes(pen))
    for (index, series) in plot.series.enumerated().reversed() {
      drawing.shapes += frame.lines(series.curve, stroke(index, plot))
    }
    if let tangent = plot.tangent { drawing.shapes += shapes(tangent, frame) }
    return .column([legend(plot, frame), drawing], gap: Pen.gap)
  }

  /// A curve leaves its colour to the tangent over it.
  private func stroke(_ index: Int, _ plot: LinePlot) -> Graphic.Stroke {
    plot.tangent == nil ? pen.series(index) : Graphic.Stroke(pen.ink, width: 1.5)
  }

  private func legend(_ plot: LinePlot, _ frame: PlotFrame) -> Graphic {
    var items = plot.series.enumerated().map { index, series in
      (sample: pen.swatch(stroke(index, plot)), name: series.label)
    }
    if let tangent = plot.tangent {
      let ball = Graphic(
        Graphic.Size(12, Pen.lineHeight), [ball(Graphic.Point(6, Pen.lineHeight / 2))])
      items += [
        (sample: pen.swatch(touching), name: "its slope there"),
        (sample: ball, name: tangent.label),
      ]
    }
    let legend = pen.legend(items, within: frame.field.width)
    return Graphic(
      Graphic.Size(legend.size.width + frame.field.left, legend.size.height)
    ).adding(legend, at: Graphic.Point(frame.field.left, 0))
  }

  // MARK: The tangent

  private var touching: Graphic.Stroke { Graphic.Stroke(pen.paint(.hand), width: 3) }

  private func ball(_ center: Graphic.Point) -> Graphic.Shape {
    .disc(
      center, radius: Self.ballRadius, fill: Pen.onDark.paint(.verdict),
      rim: Graphic.Stroke(pen.paint(.verdict), width: 1.5))
  }

  /// As long whatever its slope, a ball where it touches, and a mark on the axis below.
  private func shapes(_ tangent: LinePlot.Tangent, _ frame: PlotFrame) -> [Graphic.Shape] {
    let center = frame.position(tangent.x, tangent.y)
    let beside = frame.position(tangent.x + (frame.x.to - frame.x.from), tangent.y)
    let (across, height) = (frame.field.width, frame.y.to - frame.y.from)
    // How far it falls, in points, on the way across the field.
    let fall =
      -tangent.slope * ((frame.x.to - frame.x.from) / height) * frame.field.height
    guard beside.x.isFinite, fall.isFinite, center.y.isFinite, center.x.isFinite else { return [] }
    let length = (across * across + fall * fall).squareRoot()
    let (dx, dy) = (across / length * Self.reach, fall / length * Self.reach)
    let ends = frame.field.clipped(
      Graphic.Point(center.x - dx, center.y - dy), Graphic.Point(center.x + dx, center.y + dy))
    let foot = frame.field.bottom
    let mark: [Graphic.Point] = [
      Graphic.Point(center.x, foot + 1), Graphic.Point(center.x - 4, foot + 8),
      Graphic.Point(center.x + 4, foot + 8), Graphic.Point(center.x, foot + 1),
    ]
    return [
      .line(
        [Graphic.Point(center.x, center.y), Graphic.Point(center.x, foot)],
        Graphic.Stroke(pen.paint(.verdict), width: 1, dash: .init(on: 2, off: 4))),
      .line(ends, touching), .line(mark, Graphic.Stroke(pen.paint(.verdict), width: 2)),
      ball(center),
    ]
  }
}

extension Graphic {
  /// The picture with another one on it.
  func adding(_ other: Graphic, at position: Point) -> Graphic {
    var all = self
    all.add(other, at: position)
    return all
  }
}

extension Graphic.Box {
  /// The part of a line that lies inside.
  fileprivate func clipped(_ from: Graphic.Point, _ to: Graphic.Point) -> [Graphic.Point] {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    var (start, end) = (0.0, 1.0)
    for (way, room) in [
      (-dx, from.x - left), (dx, right - from.x), (-dy, from.y - top), (dy, bottom - from.y),
    ] {
      if way < 0 { start = max(start, room / way) }
      if way > 0 { end = min(end, room / way) }
      if way == 0, room < 0 { return [] }
    }
    guard start <= end else { return [] }
    return [start, end].map { Graphic.Point(from.x + $0 * dx, from.y + $0 * dy) }
  }
}
