extension TrainingCurves {
  /// A curve in a plot.
  struct Run {
    /// What it is called.
    var name: String
    /// What it has come to; nil where nothing is known yet.
    var now: String?

    /// The same in less room.
    var shortName: String { name == TrainingCurves.previous ? "previous" : name }
  }

  /// What the training before this one is called: it may have been of another network.
  private static let previous = "previous run"

  /// One of the two plots of a training, however it is drawn.
  struct Plot {
    /// What is drawn, and what it has come to; one more where nothing is known yet.
    var runs: [Run]
    /// One a run.
    var curves: [Curve]
    /// The heights shown.
    var scale: RoundScale
    /// Stands behind each of their numbers.
    var unit = ""
  }

  /// The mean cost from 0 up.
  func costPlot(rows: Int) -> Plot {
    let runs = [("mean cost", cost), (Self.previous, earlier?.cost ?? [])].filter { !$0.1.isEmpty }
    let seen = runs.map { Self.withoutStart($0.1) }
    let most = seen.joined().map(\.value).filter(\.isFinite).max() ?? 0
    return plot(
      runs.isEmpty ? [("mean cost", [])] : runs, seen,
      .fromZero(to: most > 0 ? most : 1, rows: rows)
    ) { Number.shown($0) }
  }

  /// The shares read rightly, in percent: from 0 to 100, or from 80 where all are above.
  func accuracyPlot(rows: Int) -> Plot {
    let runs = shares.filter { !$0.1.isEmpty }
    let seen = runs.map { run in
      Self.withoutStart(run.1.map { Point(epoch: $0.epoch, value: 100 * $0.value) })
    }
    let isHigh = seen.joined().allSatisfy { $0.value >= 80 } && !seen.joined().isEmpty
    return plot(
      runs, seen, .percent(from: isHigh ? 80 : 0, rows: rows), unit: "%", Number.shortPercent)
  }

  private func plot(
    _ runs: [(String, [Point])], _ seen: [[Point]], _ scale: RoundScale, unit: String = "",
    _ write: (Double) -> String
  ) -> Plot {
    let low = scale.value(scale.multiples.lowerBound)
    let top = scale.value(scale.multiples.upperBound)
    return Plot(
      runs: runs.map { run in Run(name: run.0, now: run.1.last.map { write($0.value) }) },
      curves: seen.map { Self.curve($0, within: low...top) }, scale: scale, unit: unit)
  }

  /// Both shares of this training; where there is another, one of each.
  private var shares: [(String, [Point])] {
    guard let earlier else { return [("held out", heldOut), ("training", shown)] }
    return heldOut.isEmpty || earlier.heldOut.isEmpty
      ? [("training", shown), (Self.previous, earlier.shown)]
      : [("held out", heldOut), (Self.previous, earlier.heldOut)]
  }

  /// The steep start would flatten all that comes after: once there is more to see, it is cut off.
  private static func withoutStart(_ points: [Point]) -> [Point] {
    guard let end = points.last?.epoch else { return [] }
    let rest = points.filter { $0.epoch >= end * 0.06 }
    return rest.count > 1 ? rest : points
  }

  private static func curve(_ points: [Point], within range: ClosedRange<Double>) -> Curve {
    let slack = (range.upperBound - range.lowerBound) * 1e-6
    return Curve(
      points.map { point in
        let isInside =
          point.value >= range.lowerBound - slack && point.value <= range.upperBound + slack
        return .init(x: point.epoch, y: isInside ? point.value : nil)
      })
  }
}
