extension TrainingCurves: FigureContent {
  func drawn(by renderer: TextRenderer, width: Int) -> [Line] {
    TrainingCurvesDrawing(renderer: renderer, width: width).draw(self)
  }
}

/// Draws the two plots of a training: the cost, and the shares that are read rightly.
struct TrainingCurvesDrawing {
  let renderer: TextRenderer
  let width: Int

  private var unicode: Bool { renderer.capabilities.unicode }

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
    let now = curves.cost.last.map { Number.shown($0.value) } ?? ""
    let title = renderer.speakable([Span("mean cost  ", .faint), Span(now, .strong)])
    return [title] + plot([curves.cost], curves.epochs, width, rows, hasAxis)
  }

  /// The shares read rightly, in percent, in the same manner; the legend is the title.
  func accuracy(
    _ curves: TrainingCurves, _ width: Int, rows: Int, hasAxis: Bool = true
  ) -> [Line] {
    let both = [("held out", curves.heldOut), ("training", curves.shown)].filter { !$0.1.isEmpty }
    let legend = both.enumerated().map { index, curve -> Line in
      let sample = String(CurveStroke(index, unicode: unicode).sample.prefix(2))
      let now = curve.1.last.map { Number.shortPercent($0.value) } ?? ""
      return [Span(sample, .series(index)), Span(" \(curve.0) ", .faint), Span(now, .strong)]
    }
    let title = Line(legend.joined(separator: [Span("  ")]))
    let percent = both.map {
      $0.1.map { TrainingCurves.Point(epoch: $0.epoch, value: 100 * $0.value) }
    }
    return [title] + plot(percent, curves.epochs, width, rows, hasAxis)
  }

  // MARK: One plot

  /// A plot that keeps its height whatever it shows.
  private func plot(
    _ curves: [[TrainingCurves.Point]], _ epochs: Int, _ width: Int, _ rows: Int, _ hasAxis: Bool
  ) -> [Line] {
    let seen = curves.map(Self.withoutStart)
    let heights = seen.joined().map(\.value).filter(\.isFinite)
    let scale = self.scale(heights, rows)
    let labels = scale.labels
    let labelWidth = max(labels.map(\.count).max() ?? 0, 4)
    let axis = HorizontalAxis(from: 0, to: Double(epochs), columns: width - labelWidth - 2)
    let high = scale.value(scale.multiples.upperBound)
    let perUnit = Double(rows - 1) / (scale.step * Double(scale.intervals))
    let area = PlotArea(
      axis: axis, high: high, rowsPerUnit: perUnit, rows: rows, unicode: unicode, showsPoles: false)
    let low = scale.value(scale.multiples.lowerBound)
    let drawn = area.draw(seen.map { Self.curve($0, within: low...high) })
    var ticks: [Int: String] = [:]
    for (index, label) in labels.reversed().enumerated() {
      ticks[Int(nearest: Double(index * (rows - 1)) / Double(scale.intervals))] = label
    }
    let lines = drawn.enumerated().map { row, cells -> Line in
      [Span(edge(ticks[row], labelWidth), .faint)] + cells
    }
    let margin = String(repeating: " ", count: labelWidth + 1)
    return hasAxis ? lines + axis.draw(margin: margin, unicode: unicode) : lines
  }

  private func edge(_ label: String?, _ width: Int) -> String {
    let text = label ?? ""
    let mark = label == nil ? (unicode ? "│" : "|") : unicode ? "┤" : "+"
    return String(repeating: " ", count: width - text.count) + text + " " + mark
  }

  private func scale(_ heights: [Double], _ rows: Int) -> RoundScale {
    let (low, high) = (heights.min() ?? 0, heights.max() ?? 1)
    let most = rows > 4 ? min(max(rows - 1, 4), 6) : 4
    // A level curve has room above and below.
    let room = high - low > abs(high) * 1e-5 ? 0 : max(abs(high) / 2, 0.5)
    return .covering(low - room, high + room, intervals: most)
  }

  /// The steep start would flatten all that comes after: once there is more to see, it is cut off.
  private static func withoutStart(_ points: [TrainingCurves.Point]) -> [TrainingCurves.Point] {
    guard let end = points.last?.epoch else { return [] }
    let rest = points.filter { $0.epoch >= end * 0.06 }
    return rest.count > 1 ? rest : points
  }

  private static func curve(
    _ points: [TrainingCurves.Point], within range: ClosedRange<Double>
  ) -> Curve {
    let slack = (range.upperBound - range.lowerBound) * 1e-6
    return Curve(
      points.map { point in
        let isInside =
          point.value >= range.lowerBound - slack && point.value <= range.upperBound + slack
        return .init(x: point.epoch, y: isInside ? point.value : nil)
      })
  }
}
