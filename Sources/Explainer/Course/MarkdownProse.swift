import Presentation

/// Markdown as the blocks of a reply.
enum MarkdownProse {
  /// A block of the document, for reading.
  static func blocks(_ node: Markdown.Node) throws(LessonFault) -> [Block] {
    switch node.kind {
    case .paragraph: return [try paragraph(node)]
    case .heading: return [.heading(try prose(node))]
    case .code(_, let literal): return [block(ofCode: literal)]
    case .list: return [.lines(try listLines(node, indent: 0))]
    case .quote:
      var blocks: [Block] = []
      for child in node.children { blocks += try Self.blocks(child) }
      return blocks
    case .html(let text) where isComment(text): return []
    case .html: throw LessonFault(.html, line: node.line)
    default: return []
    }
  }

  /// Text as it stands, such as a small drawing.
  static func block(ofCode literal: String) -> Block {
    let lines = literal.split(separator: "\n", omittingEmptySubsequences: false)
    return .lines(
      lines.prefix { _ in true }.dropLast(lines.last == "" ? 1 : 0).map {
        Prose("  " + $0, .code)
      })
  }

  /// A paragraph; breaks that the author made are kept.
  private static func paragraph(_ node: Markdown.Node) throws(LessonFault) -> Block {
    let lines = try lines(node)
    return lines.count == 1 ? .prose(lines[0]) : .lines(lines)
  }

  /// The text of a block, in one line.
  static func prose(_ node: Markdown.Node) throws(LessonFault) -> Prose {
    try lines(node).reduce(Prose([])) { $0.spans.isEmpty ? $1 : $0 + " " + $1 }
  }

  private static func listLines(
    _ list: Markdown.Node, indent: Int
  ) throws(LessonFault) -> [Prose] {
    guard case .list(let first) = list.kind else { return [] }
    var result: [Prose] = []
    for (offset, item) in list.children.enumerated() {
      let mark = first.map { "\($0 + offset). " } ?? "- "
      var isFirst = true
      for child in item.children {
        if case .list = child.kind {
          result += try listLines(child, indent: indent + 2)
          continue
        }
        for line in try lines(child) {
          let lead = isFirst ? mark : String(repeating: " ", count: mark.count)
          result.append(Prose(String(repeating: " ", count: indent) + lead) + line)
          isFirst = false
        }
      }
    }
    return result
  }

  private static func lines(_ node: Markdown.Node) throws(LessonFault) -> [Prose] {
    var lines = [Prose([])]
    try append(node.children, in: node, style: .plain, to: &lines)
    return lines
  }

  private static func append(
    _ nodes: [Markdown.Node], in block: Markdown.Node, style: Prose.Style, to lines: inout [Prose]
  ) throws(LessonFault) {
    func add(_ text: String, _ style: Prose.Style) {
      let last = lines.count - 1
      // The parser ends a piece of text at every sign that might have meant something.
      if lines[last].spans.last?.style == style {
        lines[last].spans[lines[last].spans.count - 1].text += text
      } else {
        lines[last].spans.append(.init(text, style))
      }
    }
    for node in nodes {
      switch node.kind {
      case .text(let text): add(text, style)
      case .span(let text): add(text, .code)
      case .softBreak: add(" ", style)
      case .lineBreak: lines.append(Prose([]))
      case .emphasis, .strong: try append(node.children, in: block, style: .strong, to: &lines)
      case .link(let target):
        try append(node.children, in: block, style: style, to: &lines)
        let text = node.children.map { if case .text(let text) = $0.kind { text } else { "" } }
        if text.joined() != target { add(" (\(target.withoutControls))", .faint) }
      case .html(let text) where isComment(text): continue
      case .html: throw LessonFault(.html, line: block.line)
      default: try append(node.children, in: block, style: style, to: &lines)
      }
    }
  }

  /// A note of the author's to themselves.
  private static func isComment(_ html: String) -> Bool {
    let text = html.trimmed
    return text.hasPrefix("<!--") && text.hasSuffix("-->")
  }
}
