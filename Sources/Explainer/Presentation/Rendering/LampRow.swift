/// The neurons of a layer in a line: bright or dark as they are.
struct LampRow {
  let renderer: TextRenderer
  let width: Int

  private var capabilities: TerminalCapabilities { renderer.capabilities }
  private var hasLamps: Bool { capabilities.colors > .none && capabilities.unicode }

  /// The layer's name and its lamps; those that do not fit are counted.
  func draw(_ layer: HandView.Layer) -> Line {
    let title = renderer.speakable(Prose(layer.title + "  ", .faint))
    let room = width - title.width
    let count = layer.brightness.count
    let isWide = 2 * count <= room
    let shown = count <= room ? count : max(room - 4, 0)
    let lamps = layer.brightness.prefix(shown).map { lamp($0, isWide ? 2 : 1) }
    return title + lamps + renderer.speakable(Prose(shown < count ? " …" : "", .faint))
  }

  private func lamp(_ level: Float, _ columns: Int) -> Span {
    guard hasLamps else {
      return Span(String(repeating: glyph(level), count: columns))
    }
    return capabilities.hasFineMarks
      ? Span(String(repeating: "▆", count: columns), .glow(.lamp(level)))
      : Span(String(repeating: " ", count: columns), .field(.ink(level)))
  }

  private func glyph(_ level: Float) -> String {
    let glyphs = (capabilities.unicode ? "·░▒▓█" : ".:+#@").map { String($0) }
    let inside = min(max(level.isNaN ? 0 : level, 0), 1)
    return glyphs[Int(nearest: inside * Float(glyphs.count - 1))]
  }

  private static let field = 5

  /// The layer's name, and under it fields with numbers; in so many lines at most.
  func fields(_ layer: HandView.Layer, most: Int) -> [Line] {
    let perLine = min(max(width / Self.field, 1), 4)
    let all = Array(zip(layer.activations, layer.brightness))
    let lines = stride(from: 0, to: all.count, by: perLine).prefix(most).map { start in
      Line(
        all[start..<min(start + perLine, all.count)].flatMap { value, level -> Line in
          let text = FieldRowDrawing.short(value)
          let padding = String(repeating: " ", count: max(4 - text.count, 0))
          return [
            hasLamps ? Span(padding + text, .glow(.number(level))) : Span(padding + text),
            Span(" "),
          ]
        })
    }
    return [renderer.speakable(Prose(layer.title, .faint))] + lines
  }
}
