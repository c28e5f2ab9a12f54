extension TrainingCurves {
  func graphic(by pen: Pen) -> Graphic { TrainingCurvesVector(pen: pen).drawing(self) }
}

/// Draws the two plots of a training side by side: the cost, and the shares that are read rightly.
struct TrainingCurvesVector {
  let pen: Pen

  private static let width = 330.0
  private static let height = 200.0
  /// Ticks stand as far apart as those of a plot of so many rows.
  private static let rows = 7

  func drawing(_ curves: TrainingCurves) -> Graphic {
    let cost = curves.costPlot(rows: Self.rows)
    let accuracy = curves.accuracyPlot(rows: Self.rows)
    return .rows(
      [cost, accuracy].map { plot($0, epochs: curves.epochsShown) }, within: .infinity, gap: 24)
  }

  private func plot(_ plot: TrainingCurves.Plot, epochs: Int) -> Graphic {
    let frame = PlotFrame(
      x: PlotAxis(from: 0, to: Double(epochs), length: Self.width),
      y: PlotAxis(plot.scale, unit: plot.unit), width: Self.width, height: Self.height)
    var drawing = Graphic(frame.size, frame.axes(pen))
    for (index, curve) in plot.curves.enumerated().reversed() {
      drawing.shapes += frame.lines(curve, pen.series(index), showsPoles: false)
    }
    drawing.size.height += 14
    drawing.shapes.append(
      pen.text(
        "epochs", frame.field.right, frame.size.height + 10, .end, size: Pen.small,
        pen.paint(.quiet)))
    let legend = pen.legend(
      plot.runs.enumerated().map { index, run in
        (
          sample: pen.swatch(pen.series(index)), name: run.name + (run.now.map { " " + $0 } ?? "")
        )
      }, within: frame.field.width)
    return .column(
      [
        Graphic(Graphic.Size(frame.field.left + legend.size.width, legend.size.height))
          .adding(legend, at: Graphic.Point(frame.field.left, 0)),
        drawing,
      ], gap: 6)
  }
}
