/// The x axis: which x stands in which column, and the ticks below.
struct HorizontalAxis {
  let from: Double
  let to: Double
  /// How many there are.
  private(set) var columns: Int
  private let scale: RoundScale
  /// Whole, so that all ticks stand equally far apart; 0 where there are no two ticks.
  private var columnsPerTick: Int
  /// The column of the first tick.
  private let firstTick: Int

  /// The finest ticks whose labels do not touch, each on a column of its own.
  init(from: Double, to: Double, columns most: Int) {
    self.from = from
    self.to = to
    let span = to - from
    scale = RoundScale.finest(from, to) { scale in
      let spacing = Double(most - 1) * (scale.step / span)
      return scale.intervals <= 8 && spacing >= Double((scale.labels.map(\.count).max() ?? 0) + 3)
    }
    columns = most
    columnsPerTick = 0
    guard scale.intervals > 0 else {
      firstTick = 0
      return
    }
    let first = scale.value(scale.multiples.lowerBound)
    columnsPerTick = Int(nearest: (Double(most - 1) * (scale.step / span) + 1e-6).rounded(.down))
    let perTick = Double(columnsPerTick)
    firstTick = Int(nearest: (first - from) / scale.step * perTick)
    columns = min(firstTick + Int(nearest: (to - first) / scale.step * perTick) + 1, most)
  }

  /// How many columns an x of 1 takes.
  var columnsPerUnit: Double {
    columnsPerTick > 0 ? Double(columnsPerTick) / scale.step : Double(columns - 1) / (to - from)
  }

  /// How far along the axis an x lies, in columns.
  func column(_ x: Double) -> Double {
    guard columnsPerTick > 0 else { return (x - from) / (to - from) * Double(columns - 1) }
    let ticks = (x - scale.value(scale.multiples.lowerBound)) / scale.step
    return Double(firstTick) + ticks * Double(columnsPerTick)
  }

  /// The line with its ticks, and the numbers below, each in the middle under its tick; a place may be
  /// marked on it.
  func draw(margin: String, unicode: Bool, marking value: Double? = nil) -> [Line] {
    let ticks = scale.multiples.map { Int(nearest: column(scale.value($0))) }
    let line = (0..<columns).map { column in
      ticks.contains(column) ? (unicode ? "┬" : "+") : unicode ? "─" : "-"
    }
    var numbers = ""
    for (tick, label) in zip(ticks, scale.labels) {
      let end = margin.count + 1 + columns
      let start = min(max(margin.count + 1 + tick - label.count / 2, 0), end - label.count)
      numbers += String(repeating: " ", count: max(start - numbers.count, 0)) + label
    }
    let corner = Span(margin + (unicode ? "└" : "+"), .faint)
    let mark = value.map { Int(nearest: column($0)) }.flatMap {
      line.indices.contains($0) ? $0 : nil
    }
    let drawn =
      mark.map { mark in
        [
          corner, Span(line[..<mark].joined(), .faint), Span(unicode ? "▲" : "^", .verdict),
          Span(line[(mark + 1)...].joined(), .faint),
        ]
      } ?? [Span(corner.text + line.joined(), .faint)]
    return [drawn, [Span(numbers, .faint)]]
  }
}
