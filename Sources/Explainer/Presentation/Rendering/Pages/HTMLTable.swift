/// A table, as markup.
struct HTMLTable {
  private let table: Table
  /// Places after the point in the longest number of each column.
  private let places: [Int]

  init(_ table: Table) {
    self.table = table
    places = table.alignments.indices.map { column in
      table.rows.map { row in
        guard case .cells(let cells) = row, column < cells.count else { return 0 }
        return cells[column].placesAfterPoint ?? 0
      }.max() ?? 0
    }
  }

  /// The table; where the window is narrower it can be moved under it.
  var markup: Markup {
    var rows = table.rows[...]
    var head: [Markup] = []
    if table.reading == .headed, case .cells(let cells)? = rows.first {
      head = [.element("thead", [:], [.element("tr", [:], headCells(cells))])]
      rows = rows.dropFirst()
    }
    return .element(
      "div", ["class": "table"],
      [.element("table", [:], head + [.element("tbody", [:], bodyRows(rows))])])
  }

  // MARK: Rows

  private func headCells(_ cells: [Table.Cell]) -> [Markup] {
    cells.enumerated().map { column, cell in
      guard !cell.isEmpty else { return .element("td", [:], []) }
      return .element(
        "th", ["scope": "col", "class": alignment(column)], content(cell))
    }
  }

  private func bodyRows(_ rows: ArraySlice<Table.Row>) -> [Markup] {
    var isBelowRule = false
    return rows.compactMap { row in
      guard case .cells(let cells) = row else {
        isBelowRule = true
        return nil
      }
      defer { isBelowRule = false }
      return .element(
        "tr", isBelowRule ? ["class": "total"] : [:], cells.indices.map { self.cell(cells, $0) })
    }
  }

  private func cell(_ cells: [Table.Cell], _ column: Int) -> Markup {
    let cell = cells[column]
    let isLast = column == cells.count - 1
    let isShort = isLast && cells.count < table.alignments.count
    let span = String(table.alignments.count - column)
    let content = content(cell)
    let kind = cell.isLong ? "long" : alignment(column)
    if column == 0, !cell.isEmpty {
      return .element(
        "th",
        isShort
          ? ["scope": "row", "class": kind, "colspan": span] : ["scope": "row", "class": kind],
        content)
    }
    guard kind == "number", let places = cell.placesAfterPoint else {
      return .element(
        "td", isShort ? ["class": kind, "colspan": span] : ["class": kind], content)
    }
    // Points stand one under another where shorter numbers keep room for the places they lack.
    let missing = self.places[column] - places
    return .element("td", ["class": "number", "style": "--missing:\(missing)"], content)
  }

  private func alignment(_ column: Int) -> String {
    guard column < table.alignments.count else { return "text" }
    return switch table.alignments[column] {
    case .leading: "text"
    case .trailing: "end"
    case .decimal: "number"
    }
  }

  private func content(_ cell: Table.Cell) -> [Markup] {
    switch cell {
    case .text(let prose): HTMLProse(prose).pieces
    case .bar(let share): [.bar(share)]
    }
  }
}

extension Table.Cell {
  fileprivate var isEmpty: Bool {
    if case .text(let prose) = self { prose.text.allSatisfy(\.isWhitespace) } else { false }
  }

  /// Whether it is text that may be broken into lines.
  fileprivate var isLong: Bool {
    if case .text(let prose) = self { prose.text.count > 28 } else { false }
  }

  /// Characters from the point on, of a number; nil of anything else.
  fileprivate var placesAfterPoint: Int? {
    guard case .text(let prose) = self, prose.text.last?.isNumber == true else { return nil }
    return prose.text.drop { $0 != "." }.count
  }
}
