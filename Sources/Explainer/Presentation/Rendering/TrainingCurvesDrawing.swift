extension TrainingCurves: FigureContent {
  static var kind: String { "training" }

  func drawn(by renderer: TextRenderer, width: Int) -> [Line] {
    TrainingCurvesDrawing(renderer: renderer, width: width).draw(self)
  }
}

/// Draws the two plots of a training: the cost, and the shares that are read rightly.
struct TrainingCurvesDrawing {
  let renderer: TextRenderer
  let width: Int

  private var unicode: Bool { renderer.capabilities.hasFineMarks }

  /// Between plots that stand side by side.
  private static let gap = 3
  /// Narrower plots would not be read.
  private static let narrowest = 34
  private static let widest = 60

  /// Both plots side by side; where there is no room, the one that counts.
  func draw(_ curves: TrainingCurves) -> [Line] {
    let half = min((width - Self.gap) / 2, Self.widest)
    // One above the other they would push the words out of a small window.
    guard half >= Self.narrowest else { return accuracy(curves, width, rows: 5) }
    let gap = Span(String(repeating: " ", count: Self.gap))
    return zip(cost(curves, half, rows: 7), accuracy(curves, half, rows: 7)).map {
      $0.padded(to: half) + [gap] + $1
    }
  }

  /// The mean cost: a title, `rows` rows of curve, and the axis of epochs.
  func cost(_ curves: TrainingCurves, _ width: Int, rows: Int, hasAxis: Bool = true) -> [Line] {
    let plot = curves.costPlot(rows: rows)
    return [legend(plot.runs, width, hasSamples: plot.runs.count > 1)]
      + draw(plot, curves.epochsShown, width, rows, hasAxis)
  }

  /// The shares read rightly, in the same manner.
  func accuracy(
    _ curves: TrainingCurves, _ width: Int, rows: Int, hasAxis: Bool = true
  ) -> [Line] {
    let plot = curves.accuracyPlot(rows: rows)
    return [legend(plot.runs, width, hasSamples: true)]
      + draw(plot, curves.epochsShown, width, rows, hasAxis)
  }

  /// The curves with what they came to; shorter names where the line would be too long.
  private func legend(_ runs: [TrainingCurves.Run], _ width: Int, hasSamples: Bool) -> Line {
    let line = legend(runs.map { ($0.name, $0.now) }, hasSamples: hasSamples)
    guard line.width > width else { return line }
    return legend(runs.map { ($0.shortName, $0.now) }, hasSamples: hasSamples)
  }

  private func legend(_ runs: [(name: String, now: String?)], hasSamples: Bool) -> Line {
    let items = runs.enumerated().map { index, run -> Line in
      let sample = String(CurveStroke(index, unicode: unicode).sample.prefix(2))
      let name = Span((hasSamples ? " " : "") + run.name + " ", .faint)
      return (hasSamples ? [Span(sample, .series(index))] : []) + [
        name, Span(run.now ?? "", .strong),
      ]
    }
    return renderer.speakable(Line(items.joined(separator: [Span("  ")])))
  }

  // MARK: One plot

  /// A plot that keeps its height whatever it shows; its ticks stand equally far apart.
  private func draw(
    _ plot: TrainingCurves.Plot, _ epochs: Int, _ width: Int, _ rows: Int, _ hasAxis: Bool
  ) -> [Line] {
    let scale = plot.scale
    let labels = scale.labels.map { $0 + plot.unit }
    let labelWidth = max(labels.map(\.count).max() ?? 0, 4)
    let axis = HorizontalAxis(from: 0, to: Double(epochs), columns: width - labelWidth - 2)
    let rowsPerTick = max((rows - 1) / max(scale.intervals, 1), 1)
    // What is left over stands above the highest tick.
    let spare = max(rows - 1 - rowsPerTick * scale.intervals, 0)
    let perUnit = Double(rowsPerTick) / scale.step
    let top = scale.value(scale.multiples.upperBound)
    let area = PlotArea(
      axis: axis, high: top + Double(spare) / perUnit, rowsPerUnit: perUnit, rows: rows,
      unicode: unicode, showsPoles: false)
    let drawn = area.draw(plot.curves)
    let lines = drawn.enumerated().map { row, cells -> Line in
      let ticks = (row - spare) / rowsPerTick
      let isTick = row >= spare && (row - spare) % rowsPerTick == 0 && ticks < labels.count
      return [Span(edge(isTick ? labels[labels.count - 1 - ticks] : nil, labelWidth), .faint)]
        + cells
    }
    let margin = String(repeating: " ", count: labelWidth + 1)
    return hasAxis ? lines + axis.draw(margin: margin, unicode: unicode) : lines
  }

  private func edge(_ label: String?, _ width: Int) -> String {
    let text = label ?? ""
    let mark = label == nil ? (unicode ? "│" : "|") : unicode ? "┤" : "+"
    return String(repeating: " ", count: width - text.count) + text + " " + mark
  }
}
