extension OutputFormat {
  /// Sentences, for whoever hears them or feels them line by line.
  public static let words = OutputFormat("words", for: .listener) { WordsRenderer(width: $0.width) }
}

/// Makes a reply into plain sentences, each with a meaning of its own: nothing is drawn, no spaces
/// line anything up, figures say themselves, and signs that a voice would leave out are words.
public struct WordsRenderer: ReplyRenderer {
  /// How long a line may be; nil where the place breaks lines itself.
  private let width: Int?

  /// A renderer for a voice or for Braille.
  public init(width: Int? = nil) { self.width = width }

  /// One line for each thing said.
  public func render(_ reply: Reply, to line: TypedLine, at location: String?) -> String {
    var lines = said(reply.blocks) + wayOn(reply.next)
    if let error = reply.error { lines += said(error, at: location) }
    // Of a drawing that a lesson holds nothing is left.
    return lines.filter { !$0.isEmpty }.map { broken($0) + "\n" }.joined()
  }

  // MARK: Blocks

  private func said(_ blocks: [Block]) -> [String] {
    // What a figure says may be said below it as well.
    blocks.flatMap(said).reduce(into: []) { lines, line in
      if lines.last != line { lines.append(line) }
    }
  }

  private func said(_ block: Block) -> [String] {
    switch block {
    case .heading(let prose), .prose(let prose):
      prose.isForEyes ? [] : [SpokenText(prose).sentence]
    case .lines(let lines):
      lines.map { SpokenText($0).sentence }
    case .figure(let figure):
      figure.sentence.split(separator: "\n").map { SpokenText(Prose(String($0))).sentence }
    case .table(let table): SpokenTable(table).sentences
    case .tight(let blocks), .spare(let blocks): said(blocks)
    case .beside(let groups): groups.flatMap(said)
    case .layouts, .fitting: said(block.meaning)
    case .step(let title): [SpokenText(title.sentence).sentence]
    }
  }

  /// The lines that keys would stand for.
  private func wayOn(_ next: Reply.Next) -> [String] {
    guard case .keys(let bindings) = next else { return [] }
    let lines = bindings.map(\.line).filter { !$0.isEmpty }
    guard let last = lines.last else { return [] }
    guard lines.count > 1 else { return ["Go on with \(last)."] }
    return ["Go on with \(lines.dropLast().joined(separator: ", ")) or \(last)."]
  }

  private func said(_ error: ErrorMessage, at location: String?) -> [String] {
    let start = location.map { Prose($0, .code) + ": " } ?? ""
    let message = SpokenText(start + Prose(error.message)).sentence
    let excerpt = error.excerpt.map { [SpokenText(Prose(Self.location(of: $0))).sentence] } ?? []
    return [message] + excerpt + [SpokenText(Self.typable(error.hint)).sentence]
  }

  /// A hint with its formulas as they are typed, not as they are read: a voice must not offer what
  /// the program would not take.
  private static func typable(_ hint: Prose) -> Prose {
    Prose(
      hint.spans.flatMap { span -> [Prose.Span] in
        guard span.style == .plain else { return [span] }
        let words = span.text.split(separator: " ", omittingEmptySubsequences: false)
        return words.enumerated().flatMap { index, word -> [Prose.Span] in
          let isFormula =
            word.contains { "·⋅⊙ᵀ*^=−".contains($0) } && word.contains(where: \.isLetter)
          let space = index > 0 ? [Prose.Span(" ")] : []
          return space + [Prose.Span(String(word), isFormula ? .code : .plain)]
        }
      })
  }

  /// Where in the line the mistake is, as carets under it would show.
  private static func location(of excerpt: ErrorMessage.Excerpt) -> String {
    let characters = Array(excerpt.line)
    let start = excerpt.range.lowerBound
    guard start < characters.count else { return "That is at the end of the line" }
    let end = min(max(excerpt.range.upperBound, start + 1), characters.count)
    let part = String(characters[start..<end]).excerpt
    let name = SpokenText.signs[part] ?? part
    return "That is at character \(start + 1) of the line: \(name)"
  }

  /// The line, broken at spaces where it is longer than the place has room for.
  private func broken(_ line: String) -> String {
    guard let width, line.count > width else { return line }
    var used = 0
    return line.split(separator: " ").reduce(into: "") { text, word in
      let fits = used == 0 || used + 1 + word.count <= width
      if used > 0 { text += fits ? " " : "\n" }
      text += word
      used = fits ? used + (used > 0 ? 1 : 0) + word.count : word.count
    }
  }
}
