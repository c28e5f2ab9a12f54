extension NumberGrid {
  /// The numbers in rows and columns, with their positions on the top and on the left.
  func graphic(by pen: Pen) -> Graphic {
    let size = Pen.small
    let pitch = 15.0
    let numbers = rows.map { $0.map { $0 == 0 ? "·" : Self.shown($0) } }
    let columns = numbers.map(\.count).max() ?? 0
    func longest(_ texts: some Sequence<String>) -> Double {
      texts.map { Lettering.width(of: $0, size: size) }.max() ?? 0
    }
    let left = longest(numbers.indices.map { String(firstRow + $0) }) + 4
    let cell =
      max(longest(numbers.joined()), longest((0..<columns).map { String(firstColumn + $0) })) + 9
    var grid = Graphic(
      Graphic.Size(left + Double(columns) * cell, Double(numbers.count + 1) * pitch + 4))
    func add(_ text: String, _ right: Double, _ line: Int, _ paint: Graphic.Paint) {
      let y = pitch * (Double(line) + 0.75) + (line > 0 ? 4 : 0)
      grid.shapes.append(pen.text(text, right, y, .end, size: size, paint))
    }
    for column in 0..<columns {
      add(
        String(firstColumn + column), left + Double(column + 1) * cell, 0, pen.paint(.quiet))
    }
    grid.shapes.append(
      .line(
        [Graphic.Point(left, pitch + 1), Graphic.Point(grid.size.width, pitch + 1)],
        Graphic.Stroke(pen.axis, width: 0.75)))
    for (index, row) in numbers.enumerated() {
      add(String(firstRow + index), left - 4, index + 1, pen.paint(.quiet))
      for (column, text) in row.enumerated() {
        add(
          text, left + Double(column + 1) * cell, index + 1,
          text == "·" ? pen.paint(.quiet) : pen.ink)
      }
    }
    return pen.titled(title, grid)
  }
}
