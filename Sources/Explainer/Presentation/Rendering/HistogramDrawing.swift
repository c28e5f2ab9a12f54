extension Histogram: FigureContent {
  static var kind: String { "histogram" }

  func drawn(by renderer: TextRenderer, width: Int) -> [Line] {
    HistogramDrawing(renderer: renderer, width: width).draw(self)
  }
}

/// Draws a bar for each bin, from low to high.
struct HistogramDrawing {
  let renderer: TextRenderer
  let width: Int

  /// The longest bar; more would not be read better.
  private static let longest = 40

  /// The title, then for each bin its ends, how many numbers it holds, and a bar.
  func draw(_ histogram: Histogram) -> [Line] {
    let edges = histogram.edges
    let counts = histogram.bins.map { Number.grouped($0.count) }
    let edgeWidth = edges.map(\.count).max() ?? 0
    let countWidth = counts.map(\.count).max() ?? 0
    let most = histogram.bins.map(\.count).max() ?? 1
    let room = min(Self.longest, max(width - 2 * edgeWidth - countWidth - 8, 0))
    let least = Double(most) / Double(4 * max(room, 1))
    let lines = histogram.bins.enumerated().map { index, bin -> Line in
      let ends = padded(edges[index], edgeWidth) + " to " + padded(edges[index + 1], edgeWidth)
      let share = Double(bin.count) / Double(most)
      let line = [Span(ends, .faint), Span("  " + padded(counts[index], countWidth))]
      let bar = Double(bin.count) < least ? sliver : Bar(renderer).text(share, length: room)
      return bin.count == 0 ? line : line + [Span("  "), Span(bar, .bar)]
    }
    let hasSliver = histogram.bins.contains { $0.count > 0 && Double($0.count) < least }
    let legend = Prose("\(sliver)  too few for a bar on this scale", .faint)
    return renderer.title(histogram.title, to: width) + lines
      + (hasSliver ? renderer.wrap(legend, to: width) : [])
  }

  /// Stands for less than the shortest bar would.
  private var sliver: String { renderer.capabilities.hasFineMarks ? "╴" : "'" }

  private func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
