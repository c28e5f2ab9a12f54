extension CellStrip: FigureContent {
  static var kind: String { "neurons" }

  func drawn(by renderer: TextRenderer, width: Int) -> [Line] {
    CellStripDrawing(renderer: renderer, width: width).draw(self)
  }
}

/// Draws a row of cells in one line.
struct CellStripDrawing {
  let renderer: TextRenderer
  let width: Int

  private var unicode: Bool { renderer.capabilities.unicode }

  /// The title, the cells with the current one in brackets, and how many are computed. Where not all
  /// cells fit, those around the current one are shown.
  func draw(_ strip: CellStrip) -> [Line] {
    let known = strip.cells.count { $0 != nil }
    let title = renderer.speakable(Prose(strip.title + "  ", .faint))
    let count = renderer.speakable(Prose("  \(known) of \(strip.cells.count)", .faint))
    let room = width - title.width - count.width
    // Room enough: every cell has a column of its own on both sides.
    let isWide = strip.cells.count * 2 + 1 <= room
    let range = strip.cells.count + 2 <= room ? strip.cells.indices : window(strip, room - 4)
    var line = title
    if range.lowerBound > 0 { line.append(Span(dots, .faint)) }
    for index in range {
      let isCurrent = index == strip.current
      let opens = isCurrent ? "[" : isWide && index != strip.current + 1 ? " " : ""
      line.append(Span(opens, .strong))
      line.append(cell(strip.cells[index], isCurrent))
      line.append(Span(isCurrent ? "]" : "", .strong))
    }
    if range.upperBound < strip.cells.count { line.append(Span(dots, .faint)) }
    return [line + count]
  }

  private var dots: String { unicode ? "…" : "~" }

  /// So many cells, the current one in the middle where it can be.
  private func window(_ strip: CellStrip, _ room: Int) -> Range<Int> {
    let count = min(max(room, 1), strip.cells.count)
    let start = min(max(strip.current - count / 2, 0), strip.cells.count - count)
    return start..<start + count
  }

  /// A computed neuron is never shown as one to come, however dark it is.
  private func cell(_ value: Float?, _ isCurrent: Bool) -> Span {
    guard let value else { return Span(unicode ? "·" : "_", .faint) }
    return Span(glyph(value), isCurrent ? .strong : .plain)
  }

  private func glyph(_ value: Float) -> String {
    let glyphs = (unicode ? "░▒▓█" : ".:+#@").map { String($0) }
    let level = min(max(value.isNaN ? 0 : value, 0), 1) * Float(glyphs.count - 1)
    return glyphs[Int(nearest: level)]
  }
}
