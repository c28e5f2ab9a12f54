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
    let size =
      "\(counted(rows.count, "row")) from \(firstRow), \(counted(columns, "column")) from \(firstColumn)"
    let lines = rows.enumerated().map { "row \(firstRow + $0): \(Self.words($1))" }
    return ([titled(title, size)] + lines).joined(separator: "\n")
  }

  /// The numbers of a row; where 0 stands several times in a row, how often.
  private static func words(_ row: [Double]) -> String {
    guard row.contains(where: { $0 != 0 }) else {
      return row.count == 1 ? "0" : "all \(row.count) are 0"
    }
    var words: [String] = []
    var zeros = 0
    func addZeros() {
      if zeros > 0 { words.append(zeros == 1 ? "0" : "\(zeros) times 0") }
      zeros = 0
    }
    for value in row {
      guard value != 0 else {
        zeros += 1
        continue
      }
      addZeros()
      words.append(shown(value))
    }
    addZeros()
    return words.joined(separator: ", ")
  }

  /// Two decimals, as many as the grid has room for; large numbers with all theirs.
  static func shown(_ value: Double) -> String {
    guard abs(value) < 1000 else { return Number.shown(value) }
    return Number.decimal(Int(nearest: value * 100), places: 2)
  }
}
