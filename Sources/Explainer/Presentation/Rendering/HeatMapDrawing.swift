import Core

/// Draws grids of numbers.
///
/// A character is about twice as tall as wide, so it shows two pixels, one above the other, each in a
/// colour of its own. Where there are no colours, one glyph stands for both.
struct HeatMapDrawing {
  let renderer: TextRenderer
  let width: Int

  private var capabilities: TerminalCapabilities { renderer.capabilities }
  private var glyphs: HeatMapGlyphs { HeatMapGlyphs(unicode: capabilities.hasFineMarks) }

  /// A title may be a little wider than a small picture before it is broken.
  private static let titleRoom = 38
  /// Taller, and nobody would see it whole.
  private static let mostRows = 80
  /// More in one gallery would be more than 20 KB to send.
  private static let mostPixels = 3500

  /// The title, the picture with its numbers, and what its signs mean.
  func draw(_ map: HeatMap) -> [Line] {
    let picture = FieldRowDrawing(renderer: renderer, width: width).draw(map) ?? ruled(map)
    let room = min(width, max(picture.first?.width ?? 0, Self.titleRoom))
    return renderer.title(map.title, to: room) + picture
      + (map.scale == .signed ? legend(map.notes.legend, of: picture, room) : [])
  }

  /// What the signs mean, and the mark of two that meet, where there is one.
  private func legend(
    _ legend: PictureNotes.Legend?, of picture: [Line], _ room: Int
  ) -> [Line] {
    guard let legend else { return [] }
    let hasCross =
      capabilities.colors == .none
      && picture.contains { $0.contains { $0.text.contains(HeatMapGlyphs.cross) } }
    let both = Prose(hasCross ? "  \(HeatMapGlyphs.both)" : "", .faint)
    return renderer.wrap(legend.prose + both, to: room)
  }
}

// MARK: Galleries

extension HeatMapDrawing {
  /// Pictures in rows, as many side by side as fit: whole where the window is large enough for all,
  /// else at a half or a third; where that is too much as well, so that no line is half empty.
  func draw(_ maps: [HeatMap]) -> [Line] {
    let rows = (capabilities.rows ?? 24) - 6
    let fits = [1, 2, 3].first { step in
      let pixels = maps.reduce(0) { $0 + $1.values.count / (step * step) }
      return pixels <= Self.mostPixels && tiled(maps, by: step).count <= rows
    }
    // Without colours smaller ones could not be read, and a pipe is as long as it likes.
    let pictures =
      capabilities.colors == .none
      ? tiled(maps, by: 2)
      : fits.map { tiled(maps, by: $0) }
        ?? tiled(maps.map { $0.withWholeLines(shrunkBy: 3) }, by: 3)
    return pictures + legend(maps.first?.notes.legend, of: pictures, width)
  }

  /// Pictures in two rows without titles, whole or at a half or a third of their size; nil where so
  /// many rows are not enough, and where small ones could not be read.
  func strip(_ maps: [HeatMap], rows: Int) -> [Line]? {
    guard maps.count > 1, showsPixels else { return nil }
    let perRow = (maps.count + 1) / 2
    for step in 1...3 {
      let small = maps.map { $0.shrunk(by: step) }
      let lines = (small[0].rows + 1) / 2
      guard 2 * lines <= rows, perRow * (small[0].columns + 1) - 1 <= width else { continue }
      let tiles = small.map { map in
        compact(map, map.pixels(SignedScale(map.values)).map(\.coarse)).lines
      }
      // Pictures of an odd height have half a line below them.
      let isApart = small[0].rows % 2 == 0 && 2 * lines < rows
      return row(tiles.prefix(perRow)) + (isApart ? [[]] : []) + row(tiles.dropFirst(perRow))
    }
    return nil
  }

  /// Pictures of one height side by side.
  private func row(_ tiles: ArraySlice<[Line]>) -> [Line] {
    (tiles.first ?? []).indices.map { line in
      Line(tiles.map { $0[line] }.joined(separator: [Span(" ")]))
    }
  }

  private func tiled(_ maps: [HeatMap], by step: Int) -> [Line] {
    let size = maps.reduce(0) { $0 + $1.values.count / (step * step) }
    let tiles = maps.map { map in
      let small = map.shrunk(by: step)
      let scale = SignedScale(map.scale == .signed ? small.values : [])
      let picture = compact(small, small.pixels(scale).map { $0.coarse(among: size) }).lines
      let width = small.columns
      let title = renderer.wrap(Prose(map.title, .faint), to: width)[0].padded(to: width)
      return [title] + picture.map { $0.padded(to: width) }
    }
    let gap = step == 1 ? 2 : 1
    let tile = (tiles.first?.first?.width ?? Digit.side) + gap
    let most = max(1, (width + gap) / tile)
    // Rows of equal length, where that takes no more of them.
    let count = (tiles.count + most - 1) / most
    let perRow = count > 0 ? (tiles.count + count - 1) / count : most
    return stride(from: 0, to: tiles.count, by: perRow).flatMap { start -> [Line] in
      let row = tiles[start..<min(start + perRow, tiles.count)]
      let height = row.map(\.count).max() ?? 0
      return (0..<height).map { y in
        let gap = Span(String(repeating: " ", count: gap))
        return Line(row.map { y < $0.count ? $0[y] : [] }.joined(separator: [gap]))
      }
    }
  }
}

// MARK: Pictures

/// A picture's lines, and which row of it each begins with.
private struct Drawn {
  var lines: [Line]
  var firstRow = 0
  var firstColumn = 0
  var rowsPerLine: Int
  var columnsPerPixel: Int
}

extension HeatMapDrawing {
  private func plain(_ map: HeatMap) -> [Line] { drawn(map, room: width).lines }

  /// The picture with the numbers of its rows on the left and of its columns above.
  private func ruled(_ map: HeatMap) -> [Line] {
    let margin = 3
    guard map.notes.hasRuler, map.columns + margin <= width else { return plain(map) }
    let drawn = drawn(map, room: width - margin)
    guard drawn.columnsPerPixel * map.columns + margin <= width else { return drawn.lines }
    return [[Span(String(repeating: " ", count: margin))] + columnNumbers(drawn, map)]
      + drawn.lines.enumerated().map { index, line in
        [rowNumber(drawn.firstRow + index * drawn.rowsPerLine, drawn, map)] + line
      }
  }

  private func rowNumber(_ row: Int, _ drawn: Drawn, _ map: HeatMap) -> Span {
    let inLine = row..<row + drawn.rowsPerLine
    if let marked = map.notes.marked?.rows, let edge = marked.edge(in: inLine) {
      return Span(edge.leading(2) + " ", .verdict)
    }
    let isEvery = drawn.isNarrow || row % Self.tick == 0
    return Span((isEvery ? row.leading(2) : "  ") + " ", .faint)
  }

  /// A number every so many columns; those at the edges of what is marked in place of their
  /// neighbours.
  private func columnNumbers(_ drawn: Drawn, _ map: HeatMap) -> Line {
    let columns = (drawn.lines.first?.width ?? 0) / drawn.columnsPerPixel
    let range = drawn.firstColumn..<drawn.firstColumn + columns
    let marked = map.notes.marked?.columns
    let edges = marked.map { Set([$0.lowerBound, $0.upperBound - 1]) } ?? []
    let step = drawn.columnsPerPixel == 2 && drawn.isNarrow ? 2 : Self.tick
    var line: Line = []
    for column in range {
      let isEdge = edges.contains(column)
      guard isEdge || column % step == 0 else { continue }
      let start = (column - drawn.firstColumn) * drawn.columnsPerPixel
      let isHidden = !isEdge && edges.contains { abs($0 - column) * drawn.columnsPerPixel < 3 }
      guard start >= line.width, !isHidden else { continue }
      line.append(Span(String(repeating: " ", count: start - line.width)))
      line.append(Span(String(column), isEdge ? .verdict : .faint))
    }
    return line
  }

  private static let tick = 4

  private func drawn(_ map: HeatMap, room: Int) -> Drawn {
    let map = map.fitted(columns: room, rows: Self.mostRows)
    let scale = SignedScale(map.scale == .signed ? map.values : [])
    let isSmall = map.rows <= 16 && map.columns * 2 <= room && !map.notes.isDense
    let isLarge = map.notes.isLarge && map.columns * 2 <= room
    // Twice as large, finer steps would be more than 20 KB to send.
    let pixels = map.pixels(scale).map { isLarge ? $0.rounded(to: 7) : $0 }
    if capabilities.colors == .none, map.scale == .signed, scale.isFlat, !map.notes.isWhole,
      let part = map.partWithNumbers, part.columns.count * 2 <= room
    {
      return Drawn(
        lines: part.rows.map { row in
          glyphLine(part.columns.map { glyph(pixels[row * map.columns + $0]) }, times: 2)
        }, firstRow: part.rows.lowerBound, firstColumn: part.columns.lowerBound, rowsPerLine: 1,
        columnsPerPixel: 2)
    }
    guard isSmall || isLarge else { return compact(map, pixels) }
    return Drawn(
      lines: (0..<map.rows).map { row in
        let cells = pixels[row * map.columns..<(row + 1) * map.columns]
        return showsPixels
          ? cells.map { Span("  ", .pixels(top: $0, bottom: $0)) }
          : glyphLine(cells.map(glyph), times: 2)
      }, rowsPerLine: 1, columnsPerPixel: 2)
  }

  /// Two rows a line.
  private func compact(_ map: HeatMap, _ pixels: [Pixel]) -> Drawn {
    let nothing: Pixel = map.scale == .ink ? .ink(0) : .signed(0)
    return Drawn(
      lines: stride(from: 0, to: map.rows, by: 2).map { row in
        let pairs = (0..<map.columns).map { column in
          let bottom = row + 1 < map.rows ? pixels[(row + 1) * map.columns + column] : nothing
          return (pixels[row * map.columns + column], bottom)
        }
        return showsPixels
          ? pairs.map { Span("▀", .pixels(top: $0, bottom: $1)) }
          : glyphLine(pairs.map(glyph), times: 1)
      }, rowsPerLine: 2, columnsPerPixel: 1)
  }

  private var showsPixels: Bool { capabilities.colors > .none && capabilities.unicode }

  private func glyph(_ pixel: Pixel) -> String {
    switch pixel {
    case .ink(let level): glyphs.ink(level)
    case .signed(let strength), .coarse(let strength): glyphs.signed(strength)
    case .marked: glyphs.mark
    }
  }

  private func glyph(_ top: Pixel, _ bottom: Pixel) -> String {
    switch (top, bottom) {
    case (.ink(let top), .ink(let bottom)): glyphs.ink(top, bottom)
    case (.signed(let top), .signed(let bottom)), (.coarse(let top), .coarse(let bottom)):
      glyphs.signed(top, bottom)
    default: glyphs.mark
    }
  }

  private func glyphLine(_ glyphs: [String], times: Int) -> Line {
    [Span(glyphs.map { String(repeating: $0, count: times) }.joined())]
  }
}

extension Drawn {
  /// Whether only a part of the picture is shown, so that every row is numbered.
  fileprivate var isNarrow: Bool { rowsPerLine == 1 && (firstRow > 0 || lines.count < 20) }
}

extension Range<Int> {
  /// The first or the last of the range, if it lies in another one.
  fileprivate func edge(in other: Range<Int>) -> Int? {
    other.contains(lowerBound)
      ? lowerBound : other.contains(upperBound - 1) ? upperBound - 1 : nil
  }
}

extension Pixel {
  /// In fewer steps: among many pictures finer ones are not seen, and among very many pixels they
  /// would take too long to send.
  fileprivate func coarse(among count: Int) -> Pixel {
    switch self {
    case .signed: count > 1500 ? coarse : rounded(to: 6)
    case .ink, .coarse, .marked: self
    }
  }

  /// A signed strength in so many steps from nothing to full.
  fileprivate func rounded(to steps: Float) -> Pixel {
    switch self {
    case .signed(let strength): .signed((strength * steps).rounded() / steps)
    case .ink, .coarse, .marked: self
    }
  }

  /// In the fewest bytes.
  fileprivate var coarse: Pixel {
    switch self {
    case .signed(let strength): .coarse(strength)
    case .ink, .coarse, .marked: self
    }
  }
}

extension Int {
  fileprivate func leading(_ width: Int) -> String {
    String(repeating: " ", count: Swift.max(0, width - String(self).count)) + String(self)
  }
}

extension TerminalCapabilities.ColorDepth: Comparable {
  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// Fewer colours come first.
  public static func < (first: Self, second: Self) -> Bool { first.rank < second.rank }
}

extension HeatMap {
  subscript(row: Int, column: Int) -> Float { values[row * columns + column] }

  /// Row after row as they look.
  func pixels(_ scale: SignedScale) -> [Pixel] {
    values.enumerated().map { index, value in
      if notes.marked?.contains(index / columns, index % columns) == true { return .marked(value) }
      if let tint = notes.tints[index] { return .signed(tint * 0.7) }
      return self.scale == .ink ? .ink(value) : .signed(scale.strength(value))
    }
  }

  /// The rows and columns of a large picture that hold anything but 0, and one more around them; nil
  /// where that is most of it.
  fileprivate var partWithNumbers: (rows: Range<Int>, columns: Range<Int>)? {
    let nonzero = values.indices.filter { values[$0] != 0 }
    guard rows > 16, let first = nonzero.first, let last = nonzero.last,
      let left = nonzero.map({ $0 % columns }).min(),
      let right = nonzero.map({ $0 % columns }).max()
    else { return nil }
    let part = max(0, first / columns - 1)..<min(rows, last / columns + 2)
    return part.count <= rows / 2 ? (part, max(0, left - 1)..<min(columns, right + 2)) : nil
  }
}
