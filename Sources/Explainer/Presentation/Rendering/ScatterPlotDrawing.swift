extension ScatterPlot: FigureContent {
  static var kind: String { "map" }

  func drawn(by renderer: TextRenderer, width: Int) -> [Line] {
    ScatterPlotDrawing(renderer: renderer, width: width).draw(self)
  }
}

/// Draws points as the digits that they are, one a cell.
struct ScatterPlotDrawing {
  let renderer: TextRenderer
  let width: Int

  /// Wider would be stretched too far.
  private static let widest = 76

  static let mark = "@"

  func draw(_ plot: ScatterPlot) -> [Line] {
    let columns = max(min(width - 2, Self.widest), 8)
    let rows = max(min(plot.tallest, columns / 2), 4)
    let cells = plot.cells(columns: columns, rows: rows)
    let mark = plot.marked.map { plot.cell(of: $0, columns: columns, rows: rows) }
    let bar = renderer.capabilities.unicode ? "│" : "|"
    let lines = cells.enumerated().map { row, kinds -> Line in
      let spans = kinds.enumerated().map { column, kind -> Span in
        if let mark, mark.row == row, mark.column == column { return Span(Self.mark, .verdict) }
        return kind.map { Span(String($0), .series($0)) } ?? Span(" ")
      }
      return ([Span(bar, .faint)] + joined(spans)).trimmedEnd
    }
    let floor =
      renderer.capabilities.unicode
      ? "└" + String(repeating: "─", count: columns) : "+" + String(repeating: "-", count: columns)
    return renderer.title("up: \(plot.up)", to: width) + lines + [[Span(floor, .faint)]]
      + renderer.title("across: \(plot.across)", to: width)
  }

  /// Neighbours of one look in one span.
  private func joined(_ spans: [Span]) -> Line {
    spans.reduce(into: []) { line, span in
      if let last = line.last, last.style == span.style {
        line[line.count - 1].text += span.text
      } else {
        line.append(span)
      }
    }
  }
}
