import Explainer
import Presentation

/// Candidates laid out for the screen: one a line with its note, or in columns where there is
/// nothing to note or no room for it.
struct CompletionListing {
  private(set) var lines: [String]

  /// - Parameters:
  ///   - chosen: Which one to mark, if any.
  ///   - inColor: Whether to mark it by turning its colours round, else by a sign before it.
  init(
    _ candidates: [Completions.Candidate], columns: Int, rows: Int, choosing chosen: Int? = nil,
    inColor: Bool = true
  ) {
    let clean = candidates.map {
      (text: $0.text.withoutControls, note: $0.note.withoutControls)
    }
    if clean.contains(where: { !$0.note.isEmpty }), clean.count <= rows {
      lines = Self.noted(clean, columns: columns)
      if let chosen { mark(clean[chosen].text, onLine: chosen, at: 2, inColor) }
    } else {
      let texts = clean.map(\.text)
      lines = Self.inColumns(texts, columns: columns, rows: rows)
      let grid = Grid(texts, columns: columns)
      if let chosen, chosen % grid.down < min(lines.count, rows) {
        let before = stride(from: chosen % grid.down, to: chosen, by: grid.down)
        let start = before.reduce(2) { $0 + Self.pad(texts[$1], to: grid.width).count }
        mark(texts[chosen], onLine: chosen % grid.down, at: start, inColor)
      }
    }
  }

  /// Marks a text that begins at a character of a line, as far as it is there.
  private mutating func mark(_ text: String, onLine line: Int, at start: Int, _ inColor: Bool) {
    let shown = Array(lines[line])
    let range = (start..<start + text.count).clamped(to: 0..<shown.count)
    guard !range.isEmpty else { return }
    let (before, after) = (String(shown[..<range.lowerBound]), String(shown[range.upperBound...]))
    let marked = String(shown[range])
    lines[line] =
      inColor
      ? "\(before)\u{1b}[7m\(marked)\u{1b}[27m\(after)" : "\(before.dropLast())>\(marked)\(after)"
  }

  private static func noted(_ candidates: [(text: String, note: String)], columns: Int) -> [String]
  {
    let width = candidates.map { TextWidth.of($0.text) }.max() ?? 0
    return candidates.map { text, note in
      let line = note.isEmpty ? text : pad(text, to: width + 2) + note
      return TextWidth.cut("  " + line, to: columns - 1)
    }
  }

  private static func inColumns(_ texts: [String], columns: Int, rows: Int) -> [String] {
    let grid = Grid(texts, columns: columns)
    let (width, down) = (grid.width, grid.down)
    let shown = min(down, down > rows ? max(rows - 1, 1) : rows)
    var lines = (0..<shown).map { row in
      let cells = stride(from: row, to: texts.count, by: down).map { pad(texts[$0], to: width) }
      return TextWidth.cut("  " + trimmed(cells.joined()), to: columns - 1)
    }
    if shown < down {
      let hidden = texts.indices.count { $0 % down >= shown }
      lines.append(TextWidth.cut("  … and \(hidden) more", to: columns - 1))
    }
    return lines
  }

  /// How texts lie in columns, from top to bottom.
  private struct Grid {
    /// Of a column.
    let width: Int
    /// How many stand in a column.
    let down: Int

    init(_ texts: [String], columns: Int) {
      width = min((texts.map(TextWidth.of(_:)).max() ?? 0) + 2, max(columns - 2, 1))
      let across = max((columns - 2) / width, 1)
      down = (texts.count + across - 1) / across
    }
  }

  private static func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - TextWidth.of(text)))
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
