extension NumberGrid: FigureContent {
  static var kind: String { "grid" }

  func drawn(by renderer: TextRenderer, width: Int) -> [Line] {
    NumberGridDrawing(renderer: renderer, width: width).draw(self)
  }
}

/// Draws numbers in rows and columns, with their positions on the top and on the left.
struct NumberGridDrawing {
  let renderer: TextRenderer
  let width: Int

  /// The title, then the numbers; columns that do not fit continue below as another band. So that
  /// there are fewer of those, 1.00 is then written as 1.
  func draw(_ grid: NumberGrid) -> [Line] {
    let whole = grid.rows.map { $0.map(short) }
    let columns = whole.map(\.count).max() ?? 0
    let labelWidth = String(grid.firstRow + max(whole.count - 1, 0)).count
    func cellWidth(_ numbers: [[String]]) -> Int {
      let widest = numbers.joined().map(\.count).max() ?? 1
      return max(widest, String(grid.firstColumn + max(columns - 1, 0)).count)
    }
    let isWide = (width - labelWidth) / (cellWidth(whole) + 1) >= columns
    let numbers = isWide ? whole : whole.map { $0.map { $0 == "1.00" ? "1" : $0 } }
    let cellWidth = cellWidth(numbers)
    let most = max(1, (width - labelWidth) / (cellWidth + 1))
    // Bands of equal width, where that takes no more of them.
    let count = max(1, (columns + most - 1) / most)
    let perBand = max(1, (columns + count - 1) / count)
    let bands = stride(from: 0, to: columns, by: perBand).map { start -> [Line] in
      let range = start..<min(start + perBand, columns)
      let head = range.map { padded(String(grid.firstColumn + $0), cellWidth) }.joined(
        separator: " ")
      let lines = numbers.enumerated().map { index, row -> Line in
        [
          Span(padded(String(grid.firstRow + index), labelWidth) + " ", .faint),
          Span(
            row[range.clamped(to: row.indices)].map { padded($0, cellWidth) }.joined(separator: " ")
          ),
        ]
      }
      return [[Span(padded("", labelWidth) + " " + head, .faint)]] + lines
    }
    return renderer.title(grid.title, to: width) + bands.joined(separator: [[]])
  }

  private func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// Two decimals, without a zero before the point; a lone dot for exactly nothing.
  private func short(_ value: Double) -> String {
    guard value != 0 else { return renderer.capabilities.unicode ? "·" : "." }
    guard abs(value) < 1000 else { return Number.shown(value) }
    let hundredths = Int(nearest: value.magnitude * 100)
    let whole = hundredths < 100 ? "" : String(hundredths / 100)
    let part = hundredths % 100
    return (value < 0 ? "-" : "") + whole + (part < 10 ? ".0\(part)" : ".\(part)")
  }
}
