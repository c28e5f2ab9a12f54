extension ScatterPlot {
  func graphic(by pen: Pen) -> Graphic { ScatterPlotVector(pen: pen).drawing(self) }
}

/// Draws points as the digits that they are, in a field between two axes.
struct ScatterPlotVector {
  let pen: Pen

  private static let width = 480.0
  private static let height = 360.0
  /// Places that a digit has room in.
  private static let columns = 72
  private static let rows = 44

  func drawing(_ plot: ScatterPlot) -> Graphic {
    let (across, up) = (plot.span(\.x), plot.span(\.y))
    func axis(_ span: (low: Double, high: Double), _ length: Double) -> PlotAxis {
      span.high > span.low
        ? PlotAxis(from: span.low, to: span.high, length: length)
        : PlotAxis(from: span.low, to: span.high, ticks: [])
    }
    let frame = PlotFrame(
      x: axis(across, Self.width), y: axis(up, Self.height), width: Self.width,
      height: Self.height)
    var drawing = Graphic(frame.size, frame.axes(pen))
    let cells = plot.cells(columns: Self.columns, rows: Self.rows)
    for (row, kinds) in cells.enumerated() {
      for (column, kind) in kinds.enumerated() {
        guard let kind else { continue }
        let place = center(column, row, in: frame.field)
        drawing.shapes.append(
          pen.text(
            String(kind), place.x, place.y + 3.5, .middle, size: Pen.small,
            pen.paint(Palette.series(kind))))
      }
    }
    if let mark = plot.marked {
      let cell = plot.cell(of: mark, columns: Self.columns, rows: Self.rows)
      drawing.shapes.append(
        .disc(
          center(cell.column, cell.row, in: frame.field), radius: 5,
          fill: Pen.onDark.paint(.verdict),
          rim: Graphic.Stroke(pen.paint(.verdict), width: 1.5)))
    }
    return .column(
      [words("up: \(plot.up)"), drawing, words("across: \(plot.across)")], gap: Pen.gap)
  }

  private func center(_ column: Int, _ row: Int, in field: Graphic.Box) -> Graphic.Point {
    Graphic.Point(
      field.left + (Double(column) + 0.5) / Double(Self.columns) * field.width,
      field.top + (Double(row) + 0.5) / Double(Self.rows) * field.height)
  }

  private func words(_ text: String) -> Graphic {
    let width = Lettering.width(of: text, size: Pen.small)
    return Graphic(
      Graphic.Size(width, Pen.lineHeight),
      [pen.text(text, 0, 11, size: Pen.small, pen.paint(.quiet))])
  }
}
