/// Draws groups of blocks next to each other: pictures and tables as wide as they are, and text in
/// what they leave of the line.
struct BesideDrawing {
  let renderer: TextRenderer
  let width: Int

  /// Between groups; the second where the first is too much.
  private static let gaps = [3, 1]
  /// Narrower, and text beside a picture would be hard to read.
  private static let narrowestText = 40
  private static let widestText = 76

  private struct Column {
    var lines: [Line]
    var width: Int
  }

  /// The groups side by side; one under another where they do not fit.
  func draw(_ groups: [[Block]]) -> [Line] {
    for gap in Self.gaps {
      if let columns = columns(groups, gap) { return joined(columns, gap) }
    }
    return Array(groups.map { renderer.stacked($0, width: width) }.joined(separator: [[]]))
  }

  private func columns(_ groups: [[Block]], _ gap: Int) -> [Column]? {
    let asDrawn = groups.map { group -> Column? in
      guard !group.contains(where: \.isText) else { return nil }
      let lines = renderer.stacked(group, width: width)
      return Column(lines: lines, width: lines.map(\.width).max() ?? 0)
    }
    let texts = asDrawn.count { $0 == nil }
    let room =
      width - asDrawn.reduce(0) { $0 + ($1?.width ?? 0) } - gap * max(groups.count - 1, 0)
    guard texts > 0 else { return room >= 0 ? asDrawn.compactMap(\.self) : nil }
    let share = min(room / texts, Self.widestText)
    guard share >= Self.narrowestText else { return nil }
    return zip(groups, asDrawn).map { group, drawn in
      drawn ?? Column(lines: renderer.stacked(group, width: share), width: share)
    }
  }

  private func joined(_ columns: [Column], _ gap: Int) -> [Line] {
    let height = columns.map(\.lines.count).max() ?? 0
    let space = Span(String(repeating: " ", count: gap))
    return (0..<height).map { row in
      Line(
        columns.map { column in
          (row < column.lines.count ? column.lines[row] : []).padded(to: column.width)
        }.joined(separator: [space]))
    }
  }
}

extension Block {
  /// Whether it is broken into lines as wide as there is room.
  fileprivate var isText: Bool {
    switch self {
    case .heading, .prose, .step: true
    case .lines, .figure, .table: false
    case .tight(let blocks), .spare(let blocks): blocks.contains(where: \.isText)
    case .beside(let groups): groups.joined().contains(where: \.isText)
    case .fitting(let arrangements): arrangements.joined().contains(where: \.isText)
    case .layouts(let layouts): layouts.flatMap(\.blocks).contains(where: \.isText)
    }
  }
}
