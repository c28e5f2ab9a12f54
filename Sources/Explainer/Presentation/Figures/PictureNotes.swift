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

    /// Of the weights on pixels.
    public static let likes = Legend("likes ink", "dislikes it")
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
  /// What is pointed out.
  public var marked: Rectangle?
  /// How many columns of the terminal a pixel takes where there is room: 1 or 2.
  public var magnification = 1
  /// Rows and columns around the picture that may be cut where there is too little room: they are
  /// all nothing, or matter little.
  public var margin = 0

  /// Nothing besides the numbers.
  public init() {}
}
