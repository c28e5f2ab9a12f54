/// The cells of a diagram, on top of its lines.
struct NetworkDiagramCanvas {
  private let plan: NetworkDiagramPlan
  private let lines: LineCanvas
  private let blank: Style
  private var cells: [[Int: Span]]

  init(_ plan: NetworkDiagramPlan, _ lines: LineCanvas, blank: Style) {
    self.plan = plan
    self.lines = lines
    self.blank = blank
    cells = Array(repeating: [:], count: plan.height)
  }

  /// Writes characters over what is there.
  mutating func put(_ spans: Line, _ column: Int, _ line: Int) {
    var x = column
    for span in spans {
      for character in span.text {
        cells[line][x] = Span(String(character), span.style)
        x += 1
      }
    }
  }

  /// All of it up to a column, and the picture in front of it from a line on.
  func lines(beside picture: [Line], from top: Int, to right: Int) -> [Line] {
    let left = picture.map(\.width).max() ?? 0
    return (0..<plan.height).map { line in
      let isPicture = picture.indices.contains(line - top)
      var drawn =
        isPicture
        ? picture[line - top] : [Span(String(repeating: " ", count: left), blank)]
      for column in left..<right {
        let span = cells[line][column] ?? lines.span(column, line) ?? Span(" ", blank)
        if drawn.last?.style == span.style {
          drawn[drawn.count - 1].text += span.text
        } else {
          drawn.append(span)
        }
      }
      return drawn
    }
  }
}
