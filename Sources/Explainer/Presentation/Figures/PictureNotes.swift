/// What a picture of numbers shows besides its numbers.
public struct PictureNotes: Equatable, Sendable {
  /// What the two signs mean.
  public struct Legend: Equatable, Sendable {
    /// What a number above 0 says.
    public var positive: String
    /// What a number below 0 says.
    public var negative: String

    /// What the two signs mean.
    public init(_ positive: String, _ negative: String) {
      self.positive = positive
      self.negative = negative
    }

    /// Both, each with a sample of how it looks.
    public var prose: Prose {
      Prose([
        Prose.Span("■", .positive(1)), Prose.Span(" \(positive)  ", .faint),
        Prose.Span("■", .negative(1)), Prose.Span(" \(negative)", .faint),
      ])
    }

    /// Of the weights on pixels.
    public static let likes = Legend("likes ink", "dislikes it")
    /// Of the terms of a sum.
    public static let votes = Legend("for", "against")
    /// Of numbers that mean nothing yet.
    public static let signs = Legend("above 0", "below 0")
  }

  /// Some rows and columns of a picture.
  public struct Rectangle: Equatable, Sendable {
    /// From the top, from 0.
    public var rows: Range<Int>
    /// From the left, from 0.
    public var columns: Range<Int>

    /// Some rows and columns of a picture.
    public init(rows: Range<Int>, columns: Range<Int>) {
      self.rows = rows
      self.columns = columns
    }

    /// Whether a pixel lies in it.
    public func contains(_ row: Int, _ column: Int) -> Bool {
      rows.contains(row) && columns.contains(column)
    }
  }

  /// Stands under the picture; nil where it is said elsewhere.
  public var legend: Legend?
  /// Whether rows and columns are numbered.
  public var hasRuler = false
  /// Whether the numbers of a single row stand in their fields where there is room.
  public var hasNumbers = false
  /// Pixels that stand in the colour of a sign, by their place: above 0 or below.
  public var tints: [Int: Float] = [:]
  /// What is pointed out.
  public var marked: Rectangle?
  /// The number of its first row and of its first column: not 0 where a rim is left out.
  public var first = 0
  /// Whether it is drawn at twice the usual size where the line is long enough.
  public var isLarge = false
  /// Whether two rows share a line, however small the picture is.
  public var isDense = false
  /// Whether all of it is drawn, also where most of it is nothing.
  public var isWhole = false

  /// Nothing besides the numbers.
  public init() {}
}

extension HeatMap {
  /// The same picture with other notes.
  public func noted(_ change: (inout PictureNotes) -> Void) -> HeatMap {
    var map = self
    change(&map.notes)
    return map
  }

  /// The picture at twice the usual size.
  package var large: HeatMap { noted { $0.isLarge = true } }

  /// The picture without its outermost rows and columns.
  package var withoutRim: HeatMap {
    precondition(rows > 2 && columns > 2)
    let inside = (1..<rows - 1).flatMap { row in
      values[row * columns + 1..<(row + 1) * columns - 1]
    }
    var map = HeatMap(
      title, rows: rows - 2, columns: columns - 2, values: Array(inside), scale: scale)
    map.notes = notes
    map.notes.first += 1
    return map
  }

  /// A picture of light without its empty rows above and below: two rows share a line, so an even
  /// number goes. All of it where nothing is lit.
  package var withoutEmptyRows: HeatMap {
    guard scale == .ink, rows > 16 else { return self }
    let inked = (0..<rows).filter { row in
      notes.marked?.rows.contains(row) == true
        || values[row * columns..<(row + 1) * columns].contains { $0 != 0 }
    }
    guard let first = inked.first, let last = inked.last else { return self }
    let top = first / 2 * 2
    let bottom = min(rows, (last + 2) / 2 * 2)
    var map = HeatMap(
      title, rows: bottom - top, columns: columns,
      values: Array(values[top * columns..<bottom * columns]), scale: scale)
    map.notes = notes
    map.notes.tints = [:]
    map.notes.marked = notes.marked.map { marked in
      .init(
        rows: marked.rows.lowerBound - top..<marked.rows.upperBound - top, columns: marked.columns)
    }
    return map
  }

  /// The part of the picture with anything but 0 in another one of the same size, or with what is
  /// marked, and one row and column around it; all of it where there is nothing.
  package func around(_ other: HeatMap) -> HeatMap {
    precondition(other.rows == rows && other.columns == columns)
    let positions = other.values.indices.filter {
      other.values[$0] != 0 || notes.marked?.contains($0 / columns, $0 % columns) == true
    }
    func span(_ numbers: [Int], _ count: Int) -> Range<Int> {
      guard let low = numbers.min(), let high = numbers.max() else { return 0..<count }
      return max(0, low - 1)..<min(count, high + 2)
    }
    let (down, across) = (
      span(positions.map { $0 / columns }, rows), span(positions.map { $0 % columns }, columns)
    )
    var map = HeatMap(
      title, rows: down.count, columns: across.count,
      values: down.flatMap { row in across.map { values[row * columns + $0] } }, scale: scale)
    map.notes = notes
    map.notes.tints = [:]
    map.notes.hasRuler = false
    map.notes.marked = notes.marked.map { marked in
      .init(
        rows: marked.rows.lowerBound - down.lowerBound..<marked.rows.upperBound - down.lowerBound,
        columns: marked.columns.lowerBound - across.lowerBound..<marked.columns.upperBound
          - across.lowerBound)
    }
    return map
  }

  /// Whether the outermost rows and columns are all nothing.
  package var hasEmptyRim: Bool {
    values.indices.allSatisfy { index in
      let (row, column) = (index / columns, index % columns)
      let isRim = row == 0 || row == rows - 1 || column == 0 || column == columns - 1
      return !isRim || values[index] == 0
    }
  }
}
