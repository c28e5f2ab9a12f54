import Core

/// Draws grids of numbers with characters.
///
/// A character is about twice as tall as wide, so it shows two pixels, one above the other. In
/// colour, ink shows both exactly (`▀`); everything else shows them together as one glyph.
struct HeatMapDrawing {
  let renderer: TextRenderer
  let width: Int

  private var capabilities: TerminalCapabilities { renderer.capabilities }

  /// A title may be a little wider than a small picture before it is broken.
  private static let titleRoom = 38

  /// The title, then the picture; small grids get two characters a number, so that each is seen.
  func draw(_ map: HeatMap) -> [Line] {
    let isSmall = map.rows <= 16 && map.columns * 2 <= width
    let picture = isSmall ? enlarged(map) : compact(map.fitted(columns: width, rows: 2 * 40))
    let room = min(width, max(picture.first?.width ?? 0, Self.titleRoom))
    return renderer.title(map.title, to: room) + picture
  }

  /// Half-size pictures in rows, as many side by side as fit.
  func draw(_ maps: [HeatMap]) -> [Line] {
    let thumbnails = maps.map { map in
      let picture = compact(map.fitted(columns: 14, rows: 14))
      let width = max(picture.first?.width ?? 0, 14)
      let title = renderer.speakable(Prose(map.title, .faint)).padded(to: width)
      return [title] + picture.map { $0.padded(to: width) }
    }
    let tile = (thumbnails.first?.first?.width ?? 14) + 2
    let perRow = max(1, (width + 2) / tile)
    return stride(from: 0, to: thumbnails.count, by: perRow).flatMap { start -> [Line] in
      let row = thumbnails[start..<min(start + perRow, thumbnails.count)]
      let height = row.map(\.count).max() ?? 0
      let lines = (0..<height).map { y in
        Line(row.map { $0[min(y, $0.count - 1)] }.joined(separator: [Span("  ")]))
      }
      return start == 0 ? lines : [[]] + lines
    }
  }

  private func enlarged(_ map: HeatMap) -> [Line] {
    let largest = map.largest
    return (0..<map.rows).map { row in
      merged(
        (0..<map.columns).map { column in
          let cell = glyph(map[row, column], map.scale, largest)
          return Span(cell.text + cell.text, cell.style)
        })
    }
  }

  private func compact(_ map: HeatMap) -> [Line] {
    let largest = map.largest
    let exact = capabilities.colors > .sixteen && capabilities.unicode && map.scale == .ink
    return stride(from: 0, to: map.rows, by: 2).map { row in
      merged(
        (0..<map.columns).map { column in
          let top = map[row, column]
          let bottom = row + 1 < map.rows ? map[row + 1, column] : 0
          return exact
            ? Span("▀", .pixels(top: top, bottom: bottom))
            : glyph(map.scale.together(top, bottom), map.scale, largest)
        })
    }
  }

  private func glyph(_ value: Float, _ scale: HeatMap.Scale, _ largest: Float) -> Span {
    switch scale {
    case .ink:
      let level = min(max(value.isNaN ? 0 : value, 0), 1)
      return Span(Ramp.ink(capabilities.unicode).glyph(level))
    case .signed:
      guard value != 0, largest > 0, value.isFinite else { return Span(" ") }
      let strength = Strength.of(value, largest: largest)
      let negative = Ramp.negative(capabilities.unicode).glyph(strength)
      if capabilities.colors > .sixteen {
        // The colour fills the field; strokes mark the negative ones.
        return Span(value > 0 ? " " : negative, .field(value > 0 ? strength : -strength))
      }
      let positive = Ramp.positive(capabilities.unicode).glyph(strength)
      return Span(value > 0 ? positive : negative, .field(value > 0 ? strength : -strength))
    }
  }

  /// Neighbours of one style as one piece.
  private func merged(_ cells: [Span]) -> Line {
    cells.reduce(into: []) { line, cell in
      if line.last?.style == cell.style {
        line[line.count - 1].text += cell.text
      } else {
        line.append(cell)
      }
    }
  }
}

extension HeatMap.Scale {
  /// What one character shows of two pixels: grey for ink, but of two weights the stronger one, as
  /// opposite weights side by side are the very edges that a neuron looks for.
  fileprivate func together(_ top: Float, _ bottom: Float) -> Float {
    switch self {
    case .ink: (top + bottom) / 2
    case .signed: abs(bottom) > abs(top) ? bottom : top
    }
  }
}

/// Characters from light to dense.
struct Ramp {
  private let glyphs: [String]

  /// The character for a strength from 0 to 1: the first for 0 alone.
  func glyph(_ strength: Float) -> String {
    let position = (strength * Float(glyphs.count - 1)).rounded(.up)
    return glyphs[min(max(Int(nearest: position), 0), glyphs.count - 1)]
  }

  static func ink(_ unicode: Bool) -> Ramp { unicode ? inks : plainInks }
  /// Solid shades, like the plus sign's weight; never one of the negative glyphs.
  static func positive(_ unicode: Bool) -> Ramp { unicode ? positives : plainPositives }
  /// Horizontal strokes, like the minus sign.
  static func negative(_ unicode: Bool) -> Ramp { unicode ? negatives : plainNegatives }

  // Made once: a picture asks for them at every character.
  private static let inks = Ramp("·░▒▓█")
  private static let plainInks = Ramp(" .:-=+*#%@")
  private static let positives = Ramp(" ░▒▓█")
  private static let plainPositives = Ramp(" .+*#")
  private static let negatives = Ramp(" ╌─═≡")
  private static let plainNegatives = Ramp(" '-~=")

  private init(_ glyphs: String) { self.glyphs = glyphs.map { String($0) } }
}

/// How strongly a weight shows.
enum Strength {
  /// (|value| / largest)^0.3: in proportion, most of a trained layer would look empty. From
  /// `logarithm` and `exponential`, so that pictures too are the same on every machine.
  static func of(_ value: Float, largest: Float) -> Float {
    guard value != 0, largest > 0 else { return 0 }
    return min(max(exponential(0.3 * logarithm(abs(value) / largest)), 0), 1)
  }
}

extension TerminalCapabilities.ColorDepth: Comparable {
  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// Fewer colours come first.
  public static func < (first: Self, second: Self) -> Bool { first.rank < second.rank }
}

extension HeatMap {
  subscript(row: Int, column: Int) -> Float { values[row * columns + column] }

  /// The largest size of a finite entry.
  fileprivate var largest: Float { values.reduce(0) { $1.isFinite ? max($0, abs($1)) : $0 } }

  /// The same picture with no more columns and rows than given, by averaging.
  fileprivate func fitted(columns most: Int, rows mostRows: Int) -> HeatMap {
    let step = max(
      (columns + most - 1) / max(most, 1), (rows + mostRows - 1) / max(mostRows, 1), 1)
    guard step > 1 else { return self }
    let newRows = (rows + step - 1) / step
    let newColumns = (columns + step - 1) / step
    var result: [Float] = []
    for row in 0..<newRows {
      for column in 0..<newColumns {
        result.append(mean(row * step, column * step, step))
      }
    }
    return HeatMap(title, rows: newRows, columns: newColumns, values: result, scale: scale)
  }

  private func mean(_ row: Int, _ column: Int, _ size: Int) -> Float {
    var sum: Float = 0
    var count: Float = 0
    for r in row..<min(row + size, rows) {
      for c in column..<min(column + size, columns) {
        sum += self[r, c]
        count += 1
      }
    }
    return count > 0 ? sum / count : 0
  }
}
