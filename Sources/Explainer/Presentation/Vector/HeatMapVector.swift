extension HeatMap {
  func graphic(by pen: Pen) -> Graphic {
    HeatMapVector(pen: pen).drawing(self)
  }
}

/// Draws grids of numbers: every number a square.
struct HeatMapVector {
  let pen: Pen

  /// A picture is about as wide as this, in points; a pixel is a whole number of them.
  private static let width = 280
  private static let largestPixel = 28
  /// More columns or rows would be smaller than the eye tells apart.
  private static let most = 400
  /// The number of every so many rows and columns.
  private static let tick = 4
  /// Longer rows of numbers are a picture like any other.
  private static let mostFields = 40

  /// The title, the picture with its numbers, and what its signs mean.
  func drawing(_ map: HeatMap) -> Graphic {
    guard !map.values.isEmpty else { return pen.title(map.title, over: Pen.titleRoom) }
    let picture = map.rows == 1 && map.columns <= Self.mostFields ? fields(map) : ruled(map)
    return pen.titled(map.title, picture, legend([map], within: picture.size.width))
  }

  /// What signs and marks mean, where there are any.
  func legend(_ maps: [HeatMap], within width: Double) -> Graphic {
    guard let map = maps.first, map.scale == .signed else { return .empty }
    let words = map.notes.legend ?? .signs
    return pen.legend(
      [
        (pen.swatch(pen.paint(.signed(0.75))), words.positive),
        (pen.swatch(pen.paint(.signed(-0.75))), words.negative),
      ], within: max(width, Pen.titleRoom))
  }

  /// The squares alone.
  ///
  /// - Parameter side: how wide one is; nil for the usual.
  func squares(_ map: HeatMap, side: Int? = nil) -> Graphic {
    let map = map.fitted(columns: Self.most, rows: Self.most)
    let side = Double(
      side ?? min(max(Self.width / max(map.columns, map.rows), 2), Self.largestPixel))
    let size = Graphic.Size(Double(map.columns) * side, Double(map.rows) * side)
    let colors = map.pixels(SignedScale(map.scale == .signed ? map.values : []))
      .map { pen.paint($0).rgb }
    return Graphic(
      size,
      [
        .squares(
          Graphic.Squares(
            at: Graphic.Point(0, 0), side: side, columns: map.columns, colors))
      ])
  }
}

// MARK: Numbers beside the picture

extension HeatMapVector {
  /// The squares with the numbers of rows on the left and of columns above, and a frame around what
  /// is pointed out.
  private func ruled(_ map: HeatMap) -> Graphic {
    var picture = squares(map)
    let isWhole = picture.size.width >= Double(map.columns) && map.columns <= Self.most
    let side = picture.size.width / Double(map.columns)
    if let marked = map.notes.marked, isWhole { picture.shapes += frame(marked, side) }
    guard map.notes.hasRuler, isWhole, map.rows <= Self.most else { return picture }
    let (left, top) = (20.0, 14.0)
    var drawing = Graphic(Graphic.Size(picture.size.width + left, picture.size.height + top))
    drawing.add(picture, at: Graphic.Point(left, top))
    let first = map.notes.first
    for column in 0..<map.columns where (column + first) % Self.tick == 0 {
      drawing.shapes.append(
        pen.text(
          String(column + first), left + (Double(column) + 0.5) * side, top - 4, .middle, size: 9,
          pen.paint(.quiet)))
    }
    for row in 0..<map.rows where (row + first) % Self.tick == 0 {
      drawing.shapes.append(
        pen.text(
          String(row + first), left - 5, top + (Double(row) + 0.5) * side + 3, .end, size: 9,
          pen.paint(.quiet)))
    }
    return drawing
  }

  private func frame(_ marked: PictureNotes.Rectangle, _ side: Double) -> [Graphic.Shape] {
    let (left, right) = (
      Double(marked.columns.lowerBound) * side, Double(marked.columns.upperBound) * side
    )
    let (top, bottom) = (
      Double(marked.rows.lowerBound) * side, Double(marked.rows.upperBound) * side
    )
    let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
    return [
      .line(
        corners.map { Graphic.Point($0.0, $0.1) },
        Graphic.Stroke(Pen.onDark.paint(.verdict), width: 1.5))
    ]
  }

  // MARK: A row of numbers

  private static let field = Graphic.Size(44, 28)
  private static let mostInRow = 10

  /// A single row of numbers as fields with the numbers in them, and over each its place.
  private func fields(_ map: HeatMap) -> Graphic {
    let scale = SignedScale(map.scale == .signed ? map.values : [])
    let pitch = Self.field.height + 20
    let rows = (map.columns + Self.mostInRow - 1) / Self.mostInRow
    let perRow = (map.columns + rows - 1) / rows
    var drawing = Graphic(
      Graphic.Size(
        Double(perRow) * Self.field.width, Double(rows) * pitch - 4))
    for (index, value) in map.values.enumerated() {
      let left = Double(index % perRow) * Self.field.width
      let top = Double(index / perRow) * pitch + 16
      let pixel: Pixel = map.scale == .ink ? .ink(value) : .signed(scale.strength(value))
      let middle = left + Self.field.width / 2
      drawing.shapes += [
        pen.text(String(index), middle, top - 4, .middle, size: 9, pen.paint(.quiet)),
        // On a rim, as white fields would not be seen on white paper.
        .box(Graphic.Box(left + 1, top, Self.field.width - 2, Self.field.height), pen.axis),
        .box(
          Graphic.Box(left + 2, top + 1, Self.field.width - 4, Self.field.height - 2),
          pen.paint(pixel)),
        pen.text(
          value.isNaN ? "?" : FieldRowDrawing.short(value), middle, top + 18, .middle,
          pen.ink(on: pixel)),
      ]
    }
    return drawing
  }
}

// MARK: Galleries

extension Gallery {
  func graphic(by pen: Pen) -> Graphic {
    let drawer = HeatMapVector(pen: pen)
    let largest = maps.map { max($0.rows, $0.columns) }.max() ?? 1
    let side = max(140 / largest, 1)
    let tiles = maps.map { map -> Graphic in
      let picture = drawer.squares(map, side: side)
      return .column(
        [
          pen.paragraph(
            map.title, within: max(picture.size.width, 40), size: Pen.small, pen.paint(.quiet)),
          picture,
        ], gap: 2)
    }
    let width = tiles.map(\.size.width).max() ?? 0
    // As many rows as columns, or a few more of these.
    var columns = 1
    while columns * columns < tiles.count { columns += 1 }
    let gap = 12.0
    let all = Graphic.rows(
      tiles.map { tile in
        var tile = tile
        tile.size.width = width
        return tile
      }, within: Double(columns) * (width + gap), gap: gap)
    return .column([all, drawer.legend(maps, within: all.size.width)], gap: Pen.gap)
  }
}
