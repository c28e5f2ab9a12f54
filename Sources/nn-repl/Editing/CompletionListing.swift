import Explainer
import Presentation

/// Candidates laid out for the screen: one a line with its note, or in columns where there is
/// nothing to note or no room for it.
struct CompletionListing {
  let lines: [String]

  init(_ candidates: [Completions.Candidate], columns: Int, rows: Int) {
    let clean = candidates.map {
      (text: $0.text.withoutControls, note: $0.note.withoutControls)
    }
    if clean.contains(where: { !$0.note.isEmpty }), clean.count <= rows {
      lines = Self.noted(clean, columns: columns)
    } else {
      lines = Self.inColumns(clean.map(\.text), columns: columns, rows: rows)
    }
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
    let width = min((texts.map(TextWidth.of(_:)).max() ?? 0) + 2, max(columns - 2, 1))
    let across = max((columns - 2) / width, 1)
    let down = (texts.count + across - 1) / across
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

  private static func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - TextWidth.of(text)))
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
