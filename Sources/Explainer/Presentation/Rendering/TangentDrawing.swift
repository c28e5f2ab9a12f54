/// Draws a tangent over a curve: thick, in quarters of a character, and as long on the screen whatever
/// its slope, so that it is seen where both run together; and a ball where it touches.
struct TangentDrawing {
  let area: PlotArea

  /// How far it goes either way at most, in columns and in rows.
  private static let reach = (columns: 12.0, rows: 4.0)
  /// Enough places along it that no quarter is left out.
  private static let steps = 48

  private static let quarters = Array(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█").map { String($0) }

  /// The look of the tangent: it is what the hand does.
  static let style = Style.series(0)

  /// A piece of it, for a legend.
  static func sample(unicode: Bool) -> String { unicode ? "▚▖" : "--" }
  /// The ball.
  static func ball(unicode: Bool) -> String { unicode ? "●" : "O" }

  /// What stands in which place of the field.
  func cells(_ tangent: LinePlot.Tangent) -> [PlotArea.Position: Span] {
    let column = area.axis.column(tangent.x)
    let row = (area.high - tangent.y) * area.rowsPerUnit
    // Rows down for a column to the right.
    let fall = -tangent.slope * area.rowsPerUnit / area.axis.columnsPerUnit
    guard row.isFinite, fall.isFinite, row.magnitude < 1e6 else { return [:] }
    let length = min(Self.reach.columns, Self.reach.rows / max(fall.magnitude, 1e-9))
    var cells = area.unicode ? thick(column, row, fall, length) : thin(column, row, fall, length)
    let position = PlotArea.Position(row: Int(nearest: row), column: Int(nearest: column))
    if area.contains(position) {
      cells[position] = Span(Self.ball(unicode: area.unicode), .verdict)
    }
    return cells
  }

  private func thick(
    _ column: Double, _ row: Double, _ fall: Double, _ length: Double
  ) -> [PlotArea.Position: Span] {
    var bits: [PlotArea.Position: Int] = [:]
    for (x, y) in way(column, row, fall, length) {
      // The middle of a character lies between its quarters.
      let (across, down) = (Int(nearest: 2 * x + 0.5), Int(nearest: 2 * y + 0.5))
      guard across >= 0, down >= 0 else { continue }
      bits[PlotArea.Position(row: down / 2, column: across / 2), default: 0] |=
        1 << (down % 2 * 2 + across % 2)
    }
    return bits.filter { area.contains($0.key) }.mapValues { Span(Self.quarters[$0], Self.style) }
  }

  private func thin(
    _ column: Double, _ row: Double, _ fall: Double, _ length: Double
  ) -> [PlotArea.Position: Span] {
    let letter = fall.magnitude < 0.2 ? "-" : fall.magnitude > 3 ? "|" : fall < 0 ? "/" : "\\"
    let points = way(column, row, fall, length).map {
      PlotArea.Position(row: Int(nearest: $0.y), column: Int(nearest: $0.x))
    }
    return points.filter(area.contains).reduce(into: [:]) { $0[$1] = Span(letter, Self.style) }
  }

  private func way(
    _ column: Double, _ row: Double, _ fall: Double, _ length: Double
  ) -> [(x: Double, y: Double)] {
    (-Self.steps...Self.steps).map { step in
      let along = length * Double(step) / Double(Self.steps)
      return (column + along, row + fall * along)
    }
  }
}
