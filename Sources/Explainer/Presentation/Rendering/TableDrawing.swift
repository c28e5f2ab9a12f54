/// Draws rows and columns so that what belongs together lines up.
struct TableDrawing {
  let renderer: TextRenderer
  let width: Int

  private static let gap = 2
  private static let barLength = 12

  /// The rows; a table that is wider than the terminal gives up its last columns' width first.
  func draw(_ table: Table) -> [Line] {
    let lines = drawn(table)
    guard let spare = table.spareColumn, lines.isTooWide else { return lines.rows }
    return drawn(table.without(column: spare)).rows
  }

  /// The rows, and whether some had to be folded.
  private func drawn(_ table: Table) -> (rows: [Line], isTooWide: Bool) {
    let cells = table.rows.map { row -> [Line]? in
      guard case .cells(let cells) = row else { return nil }
      return cells.map(line)
    }
    let columns = table.alignments.indices.map { column in
      Column(
        alignment: table.alignments[column],
        lines: cells.compactMap { $0.flatMap { column < $0.count ? $0[column] : nil } })
    }
    let total = columns.map(\.width).reduce(0, +) + Self.gap * max(columns.count - 1, 0)
    let rows = cells.flatMap { row -> [Line] in
      guard let row else { return [rule(min(total, width))] }
      var line: Line = []
      for (index, cell) in row.enumerated() where index < columns.count {
        if index > 0 { line.append(Span(String(repeating: " ", count: Self.gap))) }
        line += columns[index].place(cell).blanked
      }
      return line.trimmedEnd.width <= width ? [line.trimmedEnd] : folded(row, line, columns)
    }
    return (rows, total > width)
  }

  /// A row that is too wide: its last cell goes on below itself, or the whole row is broken where
  /// that would leave too little room.
  private func folded(_ row: [Line], _ line: Line, _ columns: [Column]) -> [Line] {
    let indent = columns.dropLast().reduce(0) { $0 + $1.width + Self.gap }
    guard let last = row.last, row.count == columns.count, width - indent >= 16 else {
      return renderer.wrap(line, to: width)
    }
    let spaces = Span(String(repeating: " ", count: indent))
    let start = row.dropLast().enumerated().reduce(into: Line()) { start, cell in
      start +=
        columns[cell.offset].place(cell.element) + [Span(String(repeating: " ", count: Self.gap))]
    }
    return renderer.wrap(last, to: width - indent).enumerated().map { index, piece in
      (index == 0 ? start : [spaces]) + piece
    }
  }

  private func line(_ cell: Table.Cell) -> Line {
    switch cell {
    case .text(let prose): renderer.speakable(prose)
    case .bar(let share): Bar(renderer).line(share, length: Self.barLength)
    }
  }

  private func rule(_ width: Int) -> Line {
    [Span(String(repeating: renderer.capabilities.unicode ? "─" : "-", count: width), .faint)]
  }

}

/// One column of a table, with the places its numbers' points stand at.
private struct Column {
  let alignment: Table.Alignment
  let width: Int
  private let before: Int

  init(alignment: Table.Alignment, lines: [Line]) {
    self.alignment = alignment
    if alignment == .decimal {
      let numbers = lines.filter(\.isNumber)
      let before = numbers.map(\.lengthToPoint).max() ?? 0
      let after = numbers.map { $0.width - $0.lengthToPoint }.max() ?? 0
      self.before = before
      width = max(before + after, lines.map(\.width).max() ?? 0)
    } else {
      before = 0
      width = lines.map(\.width).max() ?? 0
    }
  }

  func place(_ line: Line) -> Line {
    let room = width - line.width
    let lead =
      switch alignment {
      case .leading: 0
      case .trailing: room
      case .decimal: line.isNumber ? before - line.lengthToPoint : 0
      }
    let spaces = Span(String(repeating: " ", count: max(lead, 0)))
    return ([spaces] + line).padded(to: width)
  }
}

extension Line {
  /// Whether the text can line up on a decimal point.
  fileprivate var isNumber: Bool {
    guard let last = map(\.text).joined().last else { return false }
    return last.isNumber
  }

  /// Columns before the decimal point, or all of them.
  fileprivate var lengthToPoint: Int {
    map(\.text).joined().prefix { $0 != "." }.reduce(0) { $0 + String($1).displayWidth }
  }
}

extension Table {
  fileprivate func without(column: Int) -> Table {
    var table = self
    table.alignments.remove(at: column)
    table.rows = rows.map { row in
      guard case .cells(var cells) = row, column < cells.count else { return row }
      cells.remove(at: column)
      return .cells(cells)
    }
    return table
  }
}
