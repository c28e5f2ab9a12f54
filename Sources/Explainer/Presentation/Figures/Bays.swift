/// Where ink leaves room that is open to one side only, as a 3 does to the left: rows in which it
/// begins much further in than in rows above and below.
struct Bays {
  /// The rows of each, from top to bottom.
  let left: [ClosedRange<Int>]
  /// The same on the other side.
  let right: [ClosedRange<Int>]

  init(_ map: HeatMap) {
    left = Self.bays(map) { $0 }
    right = Self.bays(map) { map.columns - 1 - $0 }
  }

  /// ", open to the left in rows 9 to 12"; nothing where there are none.
  var words: String {
    let sides = [("left", left), ("right", right)].filter { !$0.1.isEmpty }.map { side, bays in
      "to the \(side) in rows \(listed(bays.map { "\($0.lowerBound) to \($0.upperBound)" }))"
    }
    return sides.isEmpty ? "" : "; open " + sides.joined(separator: " and ")
  }

  /// - Parameter column: The column so many pixels from the side.
  private static func bays(_ map: HeatMap, _ column: (Int) -> Int) -> [ClosedRange<Int>] {
    let edges = (0..<map.rows).map { row in
      (0..<map.columns).first { map.values[row * map.columns + column($0)] > 0 }
    }
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
