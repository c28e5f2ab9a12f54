/// The point of the box 0…1 nearest to a center that satisfies some linear conditions.
///
/// The dual has one multiplier λ ≥ 0 a condition, and the point is the center plus Σ λ·row, clipped to
/// the box. Multipliers are found in turn, each by Newton's steps on a piecewise straight line.
enum NearestPoint {
  private static let mostSweeps = 60
  private static let mostSteps = 24

  /// - Parameters:
  ///   - center: where it should be.
  ///   - rows: one a condition, each as long as the center.
  ///   - least: what each row's product with the point has to be at least.
  /// - Returns: The nearest point; where there is none, one that comes near to the conditions.
  static func find(center: [Double], rows: [[Double]], least: [Double]) -> [Double] {
    var open = center
    var multipliers = [Double](repeating: 0, count: rows.count)
    for _ in 0..<mostSweeps {
      var moved = 0.0
      for k in rows.indices {
        let change = settle(&open, rows[k], least[k], multipliers[k])
        multipliers[k] += change
        moved = max(moved, abs(change) * (rows[k].map(abs).max() ?? 0))
      }
      if moved < 1e-7 { break }
    }
    return open.map { min(max($0, 0), 1) }
  }

  /// Moves along one row until its condition holds just so, or its multiplier is 0; by how much the
  /// multiplier has changed.
  private static func settle(
    _ open: inout [Double], _ row: [Double], _ least: Double, _ multiplier: Double
  ) -> Double {
    var change = 0.0
    for _ in 0..<mostSteps {
      var product = 0.0
      var free = 0.0
      for index in row.indices {
        let value = open[index]
        product += row[index] * min(max(value, 0), 1)
        if value > 0, value < 1 || value == 1 && row[index] < 0 { free += row[index] * row[index] }
        if value == 0, row[index] > 0 { free += row[index] * row[index] }
      }
      let missing = least - product
      if missing <= 0, multiplier + change <= 0 { break }
      guard abs(missing) > 1e-10 * (1 + abs(least)) else { break }
      guard free > 0 else { break }
      let step = max(missing / free, -(multiplier + change))
      guard step.isFinite, step != 0 else { break }
      for index in row.indices { open[index] += step * row[index] }
      change += step
    }
    return change
  }
}
