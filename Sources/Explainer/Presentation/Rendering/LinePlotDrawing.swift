extension LinePlot: FigureContent {
  static var kind: String { "plot" }

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

  private var unicode: Bool { renderer.capabilities.hasFineMarks }

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
      unicode: unicode, isPlain: plot.tangent != nil)
    let overlay = plot.tangent.map { TangentDrawing(area: area).cells($0) } ?? [:]
    let rows = area.draw(plot.series.map(\.curve), under: overlay).enumerated().map {
      index, cells -> Line in
      let isTick = index % rowsPerTick == 0
      let label = isTick ? labels[labels.count - 1 - index / rowsPerTick] : ""
      return [Span(leading(label, labelWidth) + " " + (isTick ? tick : bar), .faint)] + cells
    }
    let margin = String(repeating: " ", count: labelWidth + 1)
    return legend + rows + axis.draw(margin: margin, unicode: unicode, marking: plot.tangent?.x)
  }

  private var tick: String { unicode ? "┤" : "+" }
  private var bar: String { unicode ? "│" : "|" }

  private func leading(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// A piece of each curve before its name, as many in a row as fit; a curve alone needs none.
  private func legend(_ plot: LinePlot) -> [Line] {
    return samples(plot).reduce(into: []) { lines, entry in
      let sample = entry.sample
      let names = renderer.wrap(Prose(entry.name), to: width - sample.text.count - 1)
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

extension LinePlotDrawing {
  /// What there is to tell apart, and what it is called.
  private func samples(_ plot: LinePlot) -> [(sample: Span, name: String)] {
    let curves = plot.series.enumerated().map { index, series in
      let style = plot.tangent == nil ? Style.series(index) : .plain
      return (
        sample: Span(CurveStroke(index, unicode: unicode).sample, style), name: series.label
      )
    }
    guard let tangent = plot.tangent else { return curves.count > 1 ? curves : [] }
    return (plot.namesCurve ? curves : []) + [
      (
        sample: Span(TangentDrawing.sample(unicode: unicode), TangentDrawing.style),
        name: "its slope there"
      ),
      (sample: Span(TangentDrawing.ball(unicode: unicode), .verdict), name: tangent.label),
    ]
  }
}
