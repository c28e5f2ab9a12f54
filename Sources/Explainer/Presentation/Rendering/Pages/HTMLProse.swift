/// Text in its styles, as markup.
struct HTMLProse {
  private let prose: Prose

  init(_ prose: Prose) { self.prose = prose }

  /// The pieces in reading order.
  var pieces: [Markup] {
    // All of it is still to come.
    if !prose.text.isEmpty, prose.spans.allSatisfy({ $0.style == .hidden || $0.text.isEmpty }) {
      return [.element("span", ["class": "quiet"], [.text("…")])]
    }
    return prose.spans.filter { !$0.text.isEmpty }.map(piece)
  }

  private func piece(_ span: Prose.Span) -> Markup {
    let text = [Markup.text(span.text)]
    return switch span.style {
    case .plain: text[0]
    case .strong: .element("strong", [:], text)
    case .faint: .element("span", ["class": "quiet"], text)
    case .prompt: .element("samp", [:], text)
    case .code where prose.isTyped: .element("kbd", [:], text)
    case .code: .element("code", [:], text)
    case .problem: .element("strong", ["class": "against"], text)
    case .positive: .element("span", ["class": "for"], text)
    case .negative: .element("span", ["class": "against"], text)
    case .verdict: .element("strong", ["class": "verdict"], text)
    case .hidden: .none
    }
  }
}

extension Prose {
  /// Whether it is a line that was typed, after its prompt.
  var isTyped: Bool { spans.contains { $0.style == .prompt } }
}

/// Lines that keep their breaks, as markup.
struct HTMLLines {
  private let lines: [Prose]

  init(_ lines: [Prose]) { self.lines = lines }

  /// What is to be typed as it stands, or lines that hang where they begin with a mark.
  var markup: Markup {
    if lines.allSatisfy(\.isCode), lines.contains(where: { !$0.spans.isEmpty }) {
      let indent = lines.filter { !$0.text.isEmpty }.map(\.indent).min() ?? 0
      let code = lines.map { String($0.text.dropFirst(indent)) }
      let text = code.map { [Markup.text($0)] }.joined(separator: [.lineFeed])
      return .element("pre", [:], [.element("code", [:], Array(text))])
    }
    return .element("div", ["class": "lines"], lines.map(line))
  }

  private func line(_ prose: Prose) -> Markup {
    let (indent, hang) = (prose.indent, prose.hang)
    guard indent + hang > 0 else { return .element("p", [:], HTMLProse(prose).pieces) }
    return .element(
      "p", ["style": "margin-inline-start:\(indent + hang)ch;text-indent:-\(hang)ch"],
      HTMLProse(prose.withoutIndent).pieces)
  }
}

extension Prose {
  fileprivate var isCode: Bool {
    spans.allSatisfy { $0.style == .code || $0.text.allSatisfy { $0 == " " } }
  }

  /// Spaces at the beginning; no more than a page can show.
  fileprivate var indent: Int { min(text.prefix { $0 == " " }.count, 40) }

  /// Characters of the mark that the line begins with, and of the spaces after it: `- `, `2. `.
  fileprivate var hang: Int {
    let rest = text.drop { $0 == " " }
    let mark = rest.prefix { $0 != " " }
    let isMark =
      ["-", "?"].contains(mark)
      || mark.count < 4 && mark.last == "." && mark.first?.isNumber == true
      || mark.count == 1 && rest.dropFirst(1).prefix(2) == "  "
    guard isMark, !mark.isEmpty else { return 0 }
    return mark.count + rest.dropFirst(mark.count).prefix { $0 == " " }.count
  }

  /// The same without the spaces at its beginning.
  fileprivate var withoutIndent: Prose {
    var left = indent
    return Prose(
      spans.compactMap { span in
        let spaces = min(span.text.prefix { $0 == " " }.count, left)
        guard left > 0 else { return span }
        left = spaces == span.text.count ? left - spaces : 0
        let text = String(span.text.dropFirst(spaces))
        return text.isEmpty ? nil : Span(text, span.style)
      })
  }
}

/// What is said of a line that could not be done, as markup.
struct HTMLProblem {
  private let error: ErrorMessage

  init(_ error: ErrorMessage) { self.error = error }

  /// The line with the part at fault marked, what happened, and what to type.
  var markup: Markup {
    .element(
      "div", ["class": "problem"],
      (error.excerpt.map { [marked($0)] } ?? []) + [
        .element("p", [:], [.element("strong", ["class": "against"], [.text(error.message)])]),
        .element("p", [:], HTMLProse(error.hint).pieces),
      ])
  }

  private func marked(_ excerpt: ErrorMessage.Excerpt) -> Markup {
    let characters = Array(excerpt.line)
    let range = excerpt.range.clamped(to: 0..<characters.count)
    let part = range.isEmpty ? "\u{A0}" : String(characters[range])
    return .element(
      "pre", [:],
      [
        .element(
          "code", [:],
          [
            .text(String(characters[..<range.lowerBound])), .element("mark", [:], [.text(part)]),
            .text(String(characters[range.upperBound...])),
          ])
      ])
  }
}
