/// Draws rows and columns so that what belongs together lines up.
struct TableDrawing {
  let renderer: TextRenderer
  let width: Int

  /// Between columns; the second where the first is too much.
  private static let gaps = [2, 1]
  private static let barLength = 12
  /// A last column of text narrower than this would be hard to read.
  private static let narrowestText = 16

  /// Whether all columns, or all but spare ones, stand side by side.
  func fits(_ table: Table) -> Bool { sideBySide(table) != nil }

  /// The rows, no cell broken but for a last one of text. A table that is too wide has its columns
  /// closer together, then gives up its bars and its spare columns, then has its last one below the
  /// others, and at last each row flows from cell to cell.
  func draw(_ table: Table) -> [Line] {
    guard let lines = sideBySide(table) ?? folded(table) else { return flowing(table) }
    return lines
  }

  private func sideBySide(_ table: Table) -> [Line]? {
    let narrower = (0...table.spareColumns.count).map { count in
      table.withoutBars.without(columns: Set(table.spareColumns.prefix(count)))
    }
    return ([table] + narrower).lazy.flatMap { table in
      Self.gaps.lazy.compactMap { Grid(table, gap: $0, line: line) }
    }.first { $0.width <= width }.map { grid in
      grid.rows.map { $0.map { grid.line($0) } ?? rule(grid.width) }
    }
  }

  /// The last column beside the others and broken there, or else in lines of its own below them.
  private func folded(_ table: Table) -> [Line]? {
    let grid = Grid(table.withoutBars, gap: Self.gaps[0], line: line)
    guard let grid, let last = grid.columns.last, last.alignment == .leading else { return nil }
    let left = grid.width - last.width
    let isBeside = width - left >= Self.narrowestText
    guard isBeside || left - Self.gaps[0] <= width else { return nil }
    let indent = isBeside ? left : min(grid.columns[0].width + Self.gaps[0], width / 4)
    let spaces = Span(String(repeating: " ", count: indent))
    return grid.rows.enumerated().flatMap { index, row -> [Line] in
      guard let row else { return [rule(min(grid.width, width))] }
      guard row.count == grid.columns.count, let text = row.last else { return [grid.line(row)] }
      let start = grid.line(row.dropLast())
      let pieces = renderer.wrap(text, to: width - indent).filter { !$0.isEmpty }
      guard isBeside, let first = pieces.first else {
        // The name of a column that is none any more would only be in the way.
        let isHead = index == 0 && table.reading == .headed
        return [start] + (isHead ? [] : pieces.map { [spaces] + $0 })
      }
      return [start.padded(to: left) + first] + pieces.dropFirst().map { [spaces] + $0 }
    }
  }

  /// Every row as long as it may be, broken between its cells.
  private func flowing(_ table: Table) -> [Line] {
    table.rows.flatMap { row -> [Line] in
      guard case .cells(let cells) = row else { return [rule(width)] }
      return cells.map(line).filter { $0.width > 0 }.reduce(into: [Line]()) { lines, cell in
        let indent = Span(lines.isEmpty ? "" : "  ")
        if let last = lines.last, last.width + Self.gaps[0] + cell.width <= width {
          lines[lines.count - 1] += [Span("  ")] + cell.blanked
        } else {
          lines += renderer.wrap(cell.blanked, to: width - 2).map { [indent] + $0 }
        }
      }
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

/// A table's cells as lines, and where they stand.
private struct Grid {
  let columns: [Column]
  let gap: Int
  /// Nil for a rule.
  let rows: [[Line]?]

  /// Nil for a table without columns.
  init?(_ table: Table, gap: Int, line: (Table.Cell) -> Line) {
    let rows = table.rows.map { row -> [Line]? in
      guard case .cells(let cells) = row else { return nil }
      return cells.map(line)
    }
    let columns = table.alignments.indices.map { column in
      Column(
        alignment: table.alignments[column],
        lines: rows.compactMap { $0.flatMap { column < $0.count ? $0[column] : nil } })
    }
    guard !columns.isEmpty else { return nil }
    (self.rows, self.columns, self.gap) = (rows, columns, gap)
  }

  /// Columns of the screen; what is empty at the end takes none.
  var width: Int {
    let seen = columns.reversed().drop { $0.width == 0 }
    return seen.map(\.width).reduce(0, +) + gap * max(seen.count - 1, 0)
  }

  /// A row, every cell in its column.
  func line(_ row: [Line]) -> Line {
    Line(
      zip(row, columns).map { $1.aligned($0).blanked }
        .joined(separator: [Span(String(repeating: " ", count: gap))])
    ).trimmedEnd
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

  func aligned(_ line: Line) -> Line {
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
  /// The same with nothing in place of its bars: the numbers stand beside them.
  fileprivate var withoutBars: Table {
    var table = self
    table.rows = rows.map { row in
      switch row {
      case .cells(let cells): .cells(cells.map { $0.isBar ? .text("") : $0 })
      case .rule: .rule
      }
    }
    return table
  }

  fileprivate func without(columns left: Set<Int>) -> Table {
    func kept<T>(_ all: [T]) -> [T] {
      all.enumerated().filter { !left.contains($0.offset) }.map(\.element)
    }
    var table = self
    table.alignments = kept(alignments)
    table.rows = rows.map { row in
      switch row {
      case .cells(let cells): .cells(kept(cells))
      case .rule: .rule
      }
    }
    return table
  }
}

extension Table.Cell {
  fileprivate var isBar: Bool {
    switch self {
    case .bar: true
    case .text: false
    }
  }
}
