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

  /// The mean cost from 0 up: a title, `rows` rows of curve, and the axis of epochs.
  func cost(_ curves: TrainingCurves, _ width: Int, rows: Int, hasAxis: Bool = true) -> [Line] {
    let runs = [("mean cost", curves.cost), (Self.earlier, curves.earlier?.cost ?? [])]
      .filter { !$0.1.isEmpty }
    let title = legend(
      runs.isEmpty ? [("mean cost", [])] : runs, width, hasSamples: runs.count > 1
    ) {
      Number.shown($0)
    }
    let seen = runs.map { Self.withoutStart($0.1) }
    let most = seen.joined().map(\.value).filter(\.isFinite).max() ?? 0
    let scale = RoundScale.fromZero(to: most > 0 ? most : 1, rows: rows)
    return [title] + plot(seen, curves.epochsShown, scale, width, rows, hasAxis)
  }

  /// The shares read rightly, in percent, in the same manner: from 0 to 100, or from 80 where all are
  /// above.
  func accuracy(
    _ curves: TrainingCurves, _ width: Int, rows: Int, hasAxis: Bool = true
  ) -> [Line] {
    let runs = shares(curves).filter { !$0.1.isEmpty }
    let title = legend(runs, width, hasSamples: true, Number.shortPercent)
    let seen = runs.map { run in
      Self.withoutStart(
        run.1.map { TrainingCurves.Point(epoch: $0.epoch, value: 100 * $0.value) })
    }
    let isHigh = seen.joined().allSatisfy { $0.value >= 80 } && !seen.joined().isEmpty
    let scale = RoundScale.percent(from: isHigh ? 80 : 0, rows: rows)
    return [title] + plot(seen, curves.epochsShown, scale, width, rows, hasAxis, unit: "%")
  }

  /// Both shares of this training; where there is another, one of each.
  private func shares(_ curves: TrainingCurves) -> [(String, [TrainingCurves.Point])] {
    guard let earlier = curves.earlier else {
      return [("held out", curves.heldOut), ("training", curves.shown)]
    }
    return curves.heldOut.isEmpty || earlier.heldOut.isEmpty
      ? [("training", curves.shown), (Self.earlier, earlier.shown)]
      : [("held out", curves.heldOut), (Self.earlier, earlier.heldOut)]
  }

  /// What the training before this one is called: it may have been of another network.
  private static let earlier = "previous run"

  /// The curves with what they came to; shorter names where the line would be too long.
  private func legend(
    _ runs: [(String, [TrainingCurves.Point])], _ width: Int, hasSamples: Bool,
    _ write: (Double) -> String
  ) -> Line {
    let line = legend(runs, hasSamples: hasSamples, write)
    guard line.width > width else { return line }
    let short = runs.map { ($0.0 == Self.earlier ? "previous" : $0.0, $0.1) }
    return legend(short, hasSamples: hasSamples, write)
  }

  private func legend(
    _ runs: [(String, [TrainingCurves.Point])], hasSamples: Bool, _ write: (Double) -> String
  ) -> Line {
    let items = runs.enumerated().map { index, run -> Line in
      let sample = String(CurveStroke(index, unicode: unicode).sample.prefix(2))
      let now = run.1.last.map { write($0.value) } ?? ""
      let name = Span((hasSamples ? " " : "") + run.0 + " ", .faint)
      return (hasSamples ? [Span(sample, .series(index))] : []) + [name, Span(now, .strong)]
    }
    return renderer.speakable(Line(items.joined(separator: [Span("  ")])))
  }

  // MARK: One plot

  /// A plot that keeps its height whatever it shows; its ticks stand equally far apart.
  private func plot(
    _ curves: [[TrainingCurves.Point]], _ epochs: Int, _ scale: RoundScale, _ width: Int,
    _ rows: Int, _ hasAxis: Bool, unit: String = ""
  ) -> [Line] {
    let labels = scale.labels.map { $0 + unit }
    let labelWidth = max(labels.map(\.count).max() ?? 0, 4)
    let axis = HorizontalAxis(from: 0, to: Double(epochs), columns: width - labelWidth - 2)
    let rowsPerTick = max((rows - 1) / max(scale.intervals, 1), 1)
    // What is left over stands above the highest tick.
    let spare = max(rows - 1 - rowsPerTick * scale.intervals, 0)
    let perUnit = Double(rowsPerTick) / scale.step
    let (low, top) = (
      scale.value(scale.multiples.lowerBound), scale.value(scale.multiples.upperBound)
    )
    let area = PlotArea(
      axis: axis, high: top + Double(spare) / perUnit, rowsPerUnit: perUnit, rows: rows,
      unicode: unicode, showsPoles: false)
    let drawn = area.draw(curves.map { Self.curve($0, within: low...top) })
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
