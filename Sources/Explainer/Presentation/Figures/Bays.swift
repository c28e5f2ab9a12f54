/// Where ink leaves room that is open to one side only, as a 3 does to the left and a 4 to the top:
/// rows, or columns, in which it begins much further in than in those on both sides.
struct Bays {
  /// The rows of each, from top to bottom.
  let left: [ClosedRange<Int>]
  /// The same on the other side.
  let right: [ClosedRange<Int>]
  /// The columns of each, from left to right.
  let top: [ClosedRange<Int>]
  /// The same from below.
  let bottom: [ClosedRange<Int>]

  init(_ map: HeatMap) {
    let (rows, columns) = (map.rows, map.columns)
    func isLit(_ row: Int, _ column: Int) -> Bool { map.values[row * columns + column] > 0 }
    left = Self.bays(rows, columns) { isLit($0, $1) }
    right = Self.bays(rows, columns) { isLit($0, columns - 1 - $1) }
    top = Self.bays(columns, rows) { isLit($1, $0) }
    bottom = Self.bays(columns, rows) { isLit(rows - 1 - $1, $0) }
  }

  /// ", open to the left in rows 9 to 12"; nothing where there are none.
  var words: String {
    let all = [
      ("to the left in rows", left), ("to the right in rows", right),
      ("at the top in columns", top), ("at the bottom in columns", bottom),
    ]
    let sides = all.filter { !$0.1.isEmpty }.map { side, bays in
      "\(side) \(listed(bays.map { "\($0.lowerBound) to \($0.upperBound)" }))"
    }
    return sides.isEmpty ? "" : "; open " + listed(sides)
  }

  /// - Parameter isLit: Whether there is ink in a line, so many pixels from the side.
  private static func bays(
    _ lines: Int, _ length: Int, _ isLit: (Int, Int) -> Bool
  ) -> [ClosedRange<Int>] {
    let edges = (0..<lines).map { line in (0..<length).first { isLit(line, $0) } }
    // A third of how far it goes in at most, so that a slant or a dent is none.
    let ends = edges.compactMap(\.self)
    guard let low = ends.min(), let high = ends.max() else { return [] }
    let least = max((high - low) / 3, 3)
    let deep = edges.indices.filter { row in
      guard let edge = edges[row] else { return false }
      let above = edges[..<row].compactMap(\.self).min() ?? edge
      let below = edges[(row + 1)...].compactMap(\.self).min() ?? edge
      return edge - max(above, below) >= least
    }
    return deep.reduce(into: [ClosedRange<Int>]()) { runs, row in
      if let last = runs.last, last.upperBound == row - 1 {
        runs[runs.count - 1] = last.lowerBound...row
      } else {
        runs.append(row...row)
      }
    }.filter { $0.count > 1 }
  }
}
