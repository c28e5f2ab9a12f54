import Explainer

/// What the editor has painted on the screen beside what libedit has drawn.
struct Overlay {
  var painting = LinePainting()
  /// How the line might continue, shown after its end.
  var suggestion: String?
  /// The part of the line that a search has found.
  var match: Range<Int>?
}

extension EditLineEditor {
  /// Longer lines stay plain: painting them again with every key would be slow enough to notice.
  private static let paintedLength = 2000

  /// Colours the line and suggests how it may continue, while no key is waiting.
  func paint() {
    guard settings.usesColor else { return }
    let buffer = editLine.buffer
    let layout = layout(of: buffer)
    // libedit's own dialogues put a line feed into the line, and no one can tell where they draw it.
    guard buffer.scalars.count <= Self.paintedLength, !buffer.scalars.contains("\n"),
      layout.end.row < terminal.size.rows
    else { return forgetPainting() }
    let painting = LinePainting(buffer.scalars, styles: styles(of: buffer))
    var output = painting.output(
      over: overlay.painting, layout: layout, cursor: buffer.cursor)
    overlay.painting = painting
    overlay.suggestion = suggestion(for: buffer)
    if let suggestion = overlay.suggestion {
      output += shown(suggestion, room: terminal.size.columns - layout.end.column - 1)
    }
    if !output.isEmpty { writeToTerminal(output) }
  }

  /// Takes the suggestion off the screen: libedit believes that nothing follows the line.
  func unpaint() {
    if overlay.suggestion != nil { writeToTerminal("\u{1b}[K") }
  }

  /// Call this where libedit redraws the line, which it does without colours.
  func forgetPainting() {
    overlay.painting = LinePainting()
    overlay.suggestion = nil
  }

  /// At the end of a line: takes the suggestion over, or its next word.
  func acceptSuggestion(wordOnly: Bool = false) -> EditLine.Verdict {
    guard let suggestion = overlay.suggestion else { return .beep }
    overlay.suggestion = nil
    editLine.insert(wordOnly ? suggestion.firstWord : suggestion)
    return .refresh
  }

  private func shown(_ suggestion: String, room: Int) -> String {
    let text = TextWidth.cut(suggestion.replacing("\n", with: " "), to: room)
    return text.isEmpty ? "" : "\u{1b}7\u{1b}[\(Palette.suggestion)m\(text)\u{1b}[0m\u{1b}8"
  }

  private func styles(of buffer: EditLine.Buffer) -> [(range: Range<Int>, style: String?)] {
    let text = buffer.text
    // Highlights count characters, which may be several scalars each.
    var starts = [0]
    for character in text { starts.append((starts.last ?? 0) + character.unicodeScalars.count) }
    var styles: [(range: Range<Int>, style: String?)] = []
    for highlight in services.highlights(text) {
      let range = highlight.range.clamped(to: 0..<starts.count - 1)
      styles.append(
        (starts[range.lowerBound]..<starts[range.upperBound], Palette.style(of: highlight.role)))
    }
    if let match = overlay.match { styles.append((match, Palette.match)) }
    return styles
  }

  /// How the line may continue: like the latest line with the same start, else with the first completion.
  private func suggestion(for buffer: EditLine.Buffer) -> String? {
    guard buffer.isAtEnd, overlay.match == nil, let last = buffer.scalars.last else { return nil }
    let text = buffer.text
    if let line = history.latest(startingWith: text) { return String(line.dropFirst(text.count)) }
    guard last != " " else { return nil }
    let completions = services.completions(text)
    let typed = String(text.suffix(completions.replacedLength))
    guard !typed.isEmpty,
      let candidate = completions.candidates.first(where: { $0.text.hasPrefix(typed) }),
      candidate.text.count > typed.count
    else { return nil }
    return String(candidate.text.dropFirst(typed.count)).withoutControls
  }
}

extension String {
  /// Up to the end of the first word, with the spaces before it.
  fileprivate var firstWord: String {
    let start = firstIndex { $0 != " " } ?? endIndex
    return String(self[..<(self[start...].firstIndex(of: " ") ?? endIndex)])
  }
}
