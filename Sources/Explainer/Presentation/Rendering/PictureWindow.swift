/// The part of a picture that is drawn beside a network, and at which size.
struct PictureWindow {
  private let rows: Range<Int>
  private let columns: Range<Int>
  /// The columns of the whole picture.
  private let stride: Int
  private let size: NetworkDiagramPlan.Size.Picture

  /// As much as a digit needs that is drawn as they usually are.
  private static let side = 22

  /// The middle of a picture, moved to where its ink is; all of it where the ink needs more room, or
  /// where it is drawn at half its size.
  init(_ map: HeatMap, _ size: NetworkDiagramPlan.Size.Picture) {
    self.size = size
    stride = map.columns
    let lit = map.values.indices.filter { map.values[$0] != 0 }
    let inked = (lit.map { $0 / map.columns }, lit.map { $0 % map.columns })
    let part =
      size == .halved
      ? nil
      : Self.part(of: map.rows, inked.0).flatMap { rows in
        Self.part(of: map.columns, inked.1).map { (rows, $0) }
      }
    (rows, columns) = part ?? (0..<map.rows, 0..<map.columns)
  }

  private static func part(of count: Int, _ inked: [Int]) -> Range<Int>? {
    guard count > side else { return 0..<count }
    let first = inked.min() ?? 0
    let last = inked.max() ?? 0
    guard last - first < side else { return nil }
    let middle = (count - side) / 2
    let start = inked.isEmpty ? middle : max(min(middle, first), last + 1 - side)
    return start..<start + side
  }

  /// Its columns on the screen.
  var width: Int {
    switch size {
    case .halved: columns.count / 2
    case .usual: columns.count
    case .doubled: columns.count * 2
    }
  }

  /// Its lines on the screen.
  var lines: Int { (rows.count + rowsPerLine - 1) / rowsPerLine }

  private var rowsPerLine: Int {
    switch size {
    case .halved: 4
    case .usual: 2
    case .doubled: 1
    }
  }

  /// The line of the window that shows a pixel.
  func line(of pixel: Int) -> Int {
    let row = min(max(pixel / stride - rows.lowerBound, 0), rows.count - 1)
    return min(row / rowsPerLine, lines - 1)
  }

  /// What is seen, with the pixels tinted where lines start.
  func picture(of map: HeatMap, sources: [NetworkDiagram.Connection]) -> HeatMap {
    let whole = rows.count == map.rows && columns.count == map.columns
    var part =
      whole
      ? map
      : HeatMap(
        "", rows: rows.count, columns: columns.count,
        values: rows.flatMap { row in columns.map { map[row, $0] } }, scale: map.scale)
    let step = size == .halved ? 2 : 1
    part = part.shrunk(by: step)
    part.title = ""
    part.notes = PictureNotes()
    part.notes.isLarge = size == .doubled
    for source in sources {
      let row = (source.from / stride - rows.lowerBound) / step
      let column = (source.from % stride - columns.lowerBound) / step
      guard 0..<part.rows ~= row, 0..<part.columns ~= column else { continue }
      part.notes.tints[row * part.columns + column] = source.term > 0 ? 1 : -1
    }
    return part
  }
}
