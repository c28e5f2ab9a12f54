/// Many points in a plane, each of one of ten kinds.
public struct ScatterPlot: Equatable, Sendable {
  /// One point.
  public struct Point: Equatable, Sendable {
    /// To the right.
    public var x: Double
    /// Up.
    public var y: Double
    /// Which kind it is: the digit that stands where it lies.
    public var kind: Int

    /// A point of a kind, 0 to 9.
    public init(x: Double, y: Double, kind: Int) {
      (self.x, self.y, self.kind) = (x, y, kind)
    }
  }

  /// What stands where, all finite.
  public let points: [Point]
  /// What is pointed out: a place.
  public var marked: (x: Double, y: Double)?
  /// What the way across means.
  public var across: String
  /// What the way up means.
  public var up: String
  /// Rows of characters it takes at most, without its words.
  public var tallest = 16

  /// Points in a plane; what is not finite is left out.
  public init(_ points: [Point], across: String, up: String) {
    self.points = points.filter { $0.x.isFinite && $0.y.isFinite && (0...9).contains($0.kind) }
    (self.across, self.up) = (across, up)
  }

  /// Whether both show the same.
  public static func == (one: Self, other: Self) -> Bool {
    one.points == other.points && one.marked?.x == other.marked?.x
      && one.marked?.y == other.marked?.y && one.across == other.across && one.up == other.up
      && one.tallest == other.tallest
  }

  /// The same, lower.
  var low: ScatterPlot {
    var plot = self
    plot.tallest = 10
    return plot
  }

  // MARK: Cells

  /// Which kind has most points in each cell of a grid, rows from the top; of equals the smallest.
  func cells(columns: Int, rows: Int) -> [[Int?]] {
    var counts = [Int: [Int]]()
    for point in points {
      let (column, row) = cell(of: (point.x, point.y), columns: columns, rows: rows)
      counts[row * columns + column, default: [Int](repeating: 0, count: 10)][point.kind] += 1
    }
    return (0..<rows).map { row in
      (0..<columns).map { column in
        counts[row * columns + column].flatMap { counts in
          counts.max().flatMap(counts.firstIndex)
        }
      }
    }
  }

  /// In which cell of a grid a place lies, from the top left.
  func cell(
    of place: (x: Double, y: Double), columns: Int, rows: Int
  ) -> (column: Int, row: Int) {
    func share(_ value: Double, _ low: Double, _ high: Double) -> Double {
      high > low ? min(max((value - low) / (high - low), 0), 1) : 0.5
    }
    let (across, up) = (span(\.x), span(\.y))
    return (
      Int(nearest: share(place.x, across.low, across.high) * Double(columns - 1)),
      Int(nearest: (1 - share(place.y, up.low, up.high)) * Double(rows - 1))
    )
  }

  /// From where to where the points go one way, the marked place with them.
  func span(_ way: KeyPath<Point, Double>) -> (low: Double, high: Double) {
    let mark = marked.map { Point(x: $0.x, y: $0.y, kind: 0)[keyPath: way] }
    let all = points.map { $0[keyPath: way] } + [mark].compactMap(\.self).filter(\.isFinite)
    return (all.min() ?? 0, all.max() ?? 0)
  }

  // MARK: Words

  /// The middle of each kind that is there.
  private var middles: [Point] {
    (0...9).compactMap { kind in
      let those = points.filter { $0.kind == kind }
      guard !those.isEmpty else { return nil }
      let count = Double(those.count)
      return Point(
        x: those.reduce(0) { $0 + $1.x / count }, y: those.reduce(0) { $0 + $1.y / count },
        kind: kind)
    }
  }

  /// What it shows, in words.
  public var sentence: String {
    guard !points.isEmpty else { return "no points" }
    let middles = middles
    let start =
      "\(counted(points.count, "point")); across, \(across); up, \(up)"
    let left = middles.sorted { ($0.x, $0.kind) < ($1.x, $1.kind) }.map { String($0.kind) }
    let below = middles.sorted { ($0.y, $0.kind) < ($1.y, $1.kind) }.map { String($0.kind) }
    let order =
      middles.count < 2
      ? "; all of them are \(left[0])"
      : "; the middles of the digits from left to right: \(left.joined(separator: ", ")); from the bottom up: \(below.joined(separator: ", "))"
    return start + order + markWords(middles)
  }

  private func markWords(_ middles: [Point]) -> String {
    guard let marked else { return "" }
    func distance(_ point: Point) -> Double {
      let (dx, dy) = (point.x - marked.x, point.y - marked.y)
      return dx * dx + dy * dy
    }
    let nearest = middles.min { distance($0) < distance($1) }
    return nearest.map { "; the marked one lies nearest to the middle of \($0.kind)" } ?? ""
  }
}
