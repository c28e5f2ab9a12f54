extension BarChart: FigureContent {
  func drawn(by renderer: TextRenderer, width: Int) -> [Line] {
    BarChartDrawing(renderer: renderer, width: width).draw(self)
  }
}

/// Draws labelled numbers as horizontal bars.
struct BarChartDrawing {
  let renderer: TextRenderer
  let width: Int

  /// The longest bar; more would not be read better.
  private static let longest = 24

  /// The title, then for each number its label, the number and its bar.
  func draw(_ chart: BarChart) -> [Line] {
    let numbers = chart.bars.map { Number.shown($0.value) }
    let labelWidth = chart.bars.map(\.label.displayWidth).max() ?? 0
    let numberWidth = numbers.map(\.count).max() ?? 0
    let hasNegative = chart.bars.contains { $0.value < 0 }
    // The axis in the middle takes a column of its own.
    let used = labelWidth + numberWidth + 4 + (hasNegative ? 1 : 0)
    let room = max(0, min(Self.longest, width - used))
    let lines = zip(chart.bars, numbers).enumerated().map { index, bar -> Line in
      let (entry, number) = bar
      let isHighlighted = chart.highlighted == index
      let label = String(repeating: " ", count: labelWidth - entry.label.displayWidth) + entry.label
      let padding = String(repeating: " ", count: numberWidth - number.count)
      let share = entry.value / chart.fullLength
      let drawn =
        hasNegative
        ? diverging(share, length: room) : [Span(Bar(renderer).text(share, length: room))]
      let head = Span(label + "  " + padding + number, isHighlighted ? .strong : .plain)
      return renderer.speakable([head]) + [Span("  ")] + drawn
    }
    return renderer.title(chart.title, to: width) + lines
  }

  /// Positive bars go right from the middle, negative ones left, in their own glyphs.
  private func diverging(_ share: Double, length: Int) -> Line {
    let half = length / 2
    let size = min(half, Int(nearest: abs(share) * Double(half)))
    let bar = Bar(renderer)
    let axis = Span(renderer.capabilities.unicode ? "│" : "|", .faint)
    let empty = Span(String(repeating: " ", count: half - size))
    let blank = Span(String(repeating: " ", count: half))
    return share < 0
      ? [empty, Span(String(repeating: bar.negative, count: size), .negative(1)), axis]
      : [blank, axis, Span(String(repeating: bar.positive, count: size), .positive(1))]
  }
}

/// The characters of a bar.
struct Bar {
  private let unicode: Bool

  init(_ renderer: TextRenderer) { unicode = renderer.capabilities.unicode }

  var positive: String { unicode ? "█" : "#" }
  var negative: String { unicode ? "═" : "=" }

  /// A bar for a share from 0 to 1, to an eighth of a character where there are such characters.
  func text(_ share: some BinaryFloatingPoint, length: Int) -> String {
    let inside = min(max(share.isNaN ? 0 : Double(share), 0), 1)
    guard unicode else {
      return String(repeating: positive, count: Int(nearest: inside * Double(length)))
    }
    let eighths = Int(nearest: inside * Double(length * 8))
    let part = eighths % 8
    return String(repeating: positive, count: eighths / 8)
      + (part > 0 ? String(Array("▏▎▍▌▋▊▉")[part - 1]) : "")
  }
}
