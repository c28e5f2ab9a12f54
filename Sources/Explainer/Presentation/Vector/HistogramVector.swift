extension Histogram {
  func graphic(by pen: Pen) -> Graphic { HistogramVector(pen: pen).drawing(self) }
}

/// Draws a bar for each bin, side by side from low to high.
struct HistogramVector {
  let pen: Pen

  private static let width = 480.0
  private static let height = 220.0

  /// The title, then the bars between an axis of counts and one of numbers.
  func drawing(_ histogram: Histogram) -> Graphic {
    guard let first = histogram.bins.first, let last = histogram.bins.last else {
      return pen.titled(
        histogram.title,
        pen.paragraph(
          "\(counted(histogram.count, "number")), none of them finite", within: Self.width,
          pen.paint(.quiet)))
    }
    let most = histogram.bins.map(\.count).max() ?? 1
    let frame = PlotFrame(
      x: PlotAxis(from: first.from, to: last.to, ticks: edges(histogram)), y: Self.counts(most),
      width: Self.width, height: Self.height)
    var drawing = Graphic(frame.size, frame.axes(pen))
    let slot = Self.width / Double(histogram.bins.count)
    for (index, bin) in histogram.bins.enumerated() where bin.count > 0 {
      let left = frame.field.left + Double(index) * slot
      // What is there is seen, however little it is.
      let top = min(frame.position(first.from, Double(bin.count)).y, frame.field.bottom - 1)
      drawing.shapes += [
        .box(Graphic.Box(left + 1, top, slot - 2, frame.field.bottom - top), pen.axis),
        pen.text(
          Number.grouped(bin.count), left + slot / 2, top - 4, .middle, size: 9,
          pen.paint(.quiet)),
      ]
    }
    // The axis lies over the feet of the bars.
    drawing.shapes.append(
      .line(
        [
          Graphic.Point(frame.field.left, frame.field.bottom),
          Graphic.Point(frame.field.right, frame.field.bottom),
        ], Graphic.Stroke(pen.axis, width: 1)))
    return pen.titled(histogram.title, drawing)
  }

  /// The ends of bins, as many as have room.
  private func edges(_ histogram: Histogram) -> [(value: Double, label: String)] {
    let longest =
      histogram.edges.map { Lettering.width(of: $0, size: Pen.small) }.max() ?? 0
    let slot = Self.width / Double(histogram.bins.count)
    let step = max(Int(nearest: ((longest + 8) / slot).rounded(.up)), 1)
    let values = histogram.bins.map(\.from) + histogram.bins.suffix(1).map(\.to)
    return stride(from: 0, to: values.count, by: step).map { (values[$0], histogram.edges[$0]) }
  }

  /// From 0 to the fullest bin and the number over it; what is counted is whole.
  private static func counts(_ most: Int) -> PlotAxis {
    let scale = RoundScale.fromZero(to: Double(most), rows: 7)
    let top = max(scale.value(scale.multiples.upperBound), Double(most) * 1.08)
    return PlotAxis(
      from: 0, to: top,
      ticks: scale.multiples.compactMap { multiple in
        let value = scale.value(multiple)
        return value.rounded() == value ? (value, Number.grouped(Int(nearest: value))) : nil
      })
  }
}
