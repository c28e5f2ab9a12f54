/// The numbers themselves, in rows and columns with their positions.
public struct NumberGrid: Equatable, Sendable {
  /// Shown above the numbers.
  public var title: String
  /// The number of the first row.
  public var firstRow: Int
  /// The number of the first column.
  public var firstColumn: Int
  /// Row after row, all of one length but for the last, which may be shorter.
  public var rows: [[Double]]

  /// Numbers whose rows and columns are counted from the given ones.
  public init(_ title: String, firstRow: Int, firstColumn: Int, rows: [[some BinaryFloatingPoint]])
  {
    self.title = title
    self.firstRow = firstRow
    self.firstColumn = firstColumn
    self.rows = rows.map { row in row.map { Double($0) } }
  }

  /// What it shows, in words.
  public var sentence: String {
    let columns = rows.first?.count ?? 0
    return "\(title): \(rows.count) rows from \(firstRow), \(columns) columns from \(firstColumn)"
  }
}
