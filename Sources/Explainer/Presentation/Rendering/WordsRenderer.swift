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
  public func render(_ reply: Reply, to line: TypedLine, at place: String?) -> String {
    var lines = said(reply.blocks) + wayOn(reply.next)
    if let error = reply.error { lines += said(error, at: place) }
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

  private func said(_ error: ErrorMessage, at place: String?) -> [String] {
    let start = place.map { Prose($0, .code) + ": " } ?? ""
    let message = SpokenText(start + Prose(error.message)).sentence
    let excerpt = error.excerpt.map { [SpokenText(Prose(Self.place(of: $0))).sentence] } ?? []
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
  private static func place(of excerpt: ErrorMessage.Excerpt) -> String {
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

// MARK: Tables

/// A table read row by row.
private struct SpokenTable {
  private let table: Table
  private let heads: [String]

  init(_ table: Table) {
    self.table = table
    guard table.reading == .headed, case .cells(let cells)? = table.rows.first else {
      heads = []
      return
    }
    heads = cells.map { Self.text($0) ?? "" }
  }

  var sentences: [String] {
    let rows = table.rows.dropFirst(heads.isEmpty ? 0 : 1)
    return rows.compactMap { row in
      switch row {
      case .rule: nil
      case .cells(let cells): sentence(cells)
      }
    }
  }

  /// What a cell says; nil for a bar, whose number stands beside it, and for a dot that stands for
  /// nothing.
  private static func text(_ cell: Table.Cell) -> String? {
    switch cell {
    case .bar: nil
    case .text(let prose) where prose.text.trimmed == "·": nil
    case .text(let prose): SpokenText(prose).text
    }
  }

  private func sentence(_ cells: [Table.Cell]) -> String? {
    let texts = cells.map { Self.text($0) ?? "" }
    guard let first = texts.firstIndex(where: { !$0.isEmpty }) else { return nil }
    let rest = texts.indices.dropFirst(first + 1).filter { !texts[$0].isEmpty }
    let isAlone = rest.count == 1 && !startsWithNumber(texts[first])
    let values = rest.map { isAlone ? texts[$0] : named(texts[$0], $0) }
    let name = startsWithNumber(texts[first]) ? named(texts[first], first) : texts[first]
    guard !values.isEmpty else { return SpokenText.ended(name) }
    let isName = !startsWithNumber(texts[first]) || head(first).isEmpty
    let separator = ([name] + values).contains { $0.contains(": ") } ? "; " : ", "
    return SpokenText.ended(name + (isName ? ": " : separator) + joined(values, separator))
  }

  private func head(_ column: Int) -> String { column < heads.count ? heads[column] : "" }

  /// A value with the head of its column before it.
  private func named(_ text: String, _ column: Int) -> String {
    let head = head(column)
    if head.isEmpty { return heads.contains("0") ? "row \(text)" : text }
    if head.allSatisfy(\.isASCIIDigit) { return "column \(head) is \(text)" }
    // A formula, and then its value.
    let isFormula = head.contains(" times ") || head.contains("(")
    return isFormula ? "\(head): \(text)" : "\(head) \(text)"
  }

  /// A number and what there is so much of are one phrase; other cells stand apart.
  private func joined(_ values: [String], _ separator: String) -> String {
    // What an equals sign leads to has a name of its own.
    let values = values.map { $0.hasSuffix(" =") && !heads.isEmpty ? String($0.dropLast(2)) : $0 }
    return values.dropFirst().reduce((text: values[0], last: values[0])) { sentence, value in
      let isPhrase =
        table.reading == .phrase
        || heads.isEmpty && sentence.last.allSatisfy(\.isPartOfNumber)
          && value.first?.isLowercase == true
      let isProduct = table.reading == .phrase && sentence.last.contains(" times ")
      let link = isProduct ? " is " : isPhrase ? " " : separator
      return (sentence.text + link + value, value)
    }.text
  }

  private func startsWithNumber(_ text: String) -> Bool {
    text.first?.isNumber == true || text.hasPrefix("minus ")
  }
}

extension Character {
  fileprivate var isPartOfNumber: Bool { isASCIIDigit || ",. ".contains(self) }
}

extension Completions {
  /// The same with notes as they are said aloud.
  public var spoken: Completions {
    Completions(
      replacing: replacedLength,
      candidates: candidates.map {
        Candidate($0.text, note: SpokenText(Prose($0.note)).text, isComplete: $0.isComplete)
      })
  }
}

// MARK: Text

/// Text as it is said aloud.
private struct SpokenText {
  private var pieces: [(text: String, isCode: Bool)]
  private let isToCome: Bool

  init(_ prose: Prose) {
    let seen = prose.spans.filter { $0.style != .hidden }
    isToCome = seen.isEmpty && prose.spans.contains { $0.style == .hidden && !$0.text.isEmpty }
    // Styles may change within a word, which is said as a whole.
    let runs = seen.reduce(into: [(text: String, isCode: Bool)]()) { runs, span in
      let isCode = span.style == .code
      if runs.last?.isCode == isCode {
        runs[runs.count - 1].text += span.text.withoutControls
      } else {
        runs.append((span.text.withoutControls, isCode))
      }
    }
    pieces = runs.map { run in
      let code = run.text.filter { !$0.isDrawing }.spelledInASCII
      return run.isCode ? (Self.signs[run.text] ?? code, true) : (Self.spoken(run.text), false)
    }
    dropSecondSpellings()
  }

  /// What may be typed in two ways that sound the same is said once.
  private mutating func dropSecondSpellings() {
    let links = ["or", ", or", "or with", ", or with"]
    var index = 0
    while index + 2 < pieces.count {
      let isSame = pieces[index].isCode && pieces[index].text == pieces[index + 2].text
      if isSame, pieces[index + 2].isCode, links.contains(pieces[index + 1].text.trimmed) {
        pieces.removeSubrange(index + 1...index + 2)
      } else {
        index += 1
      }
    }
  }

  /// The text in one line.
  var text: String {
    isToCome ? "to come" : Self.evened(pieces.map(\.text).joined())
  }

  /// The text as a line of its own. After what is to be typed stands no full stop, which might be
  /// typed too.
  var sentence: String {
    let last = pieces.last { !$0.text.allSatisfy(\.isWhitespace) }
    guard last?.isCode == false else { return text }
    return Self.ended(text.hasPrefix("? ") ? "Question: " + text.dropFirst(2) : text)
  }

  /// With a full stop, where nothing else ends it.
  static func ended(_ text: String) -> String {
    guard let last = text.last(where: { !")\"'".contains($0) }) else { return text }
    return ".?!:".contains(last) ? text : text + "."
  }

  /// Signs that stand alone, by their names.
  static let signs: [String: String] = [
    "(": "opening parenthesis", ")": "closing parenthesis", "[": "opening bracket",
    "]": "closing bracket", ",": "comma", ".": "point", "+": "plus sign",
    "-": "minus sign", "*": "star", "/": "slash", "^": "caret", "=": "equals sign",
    "'": "apostrophe", "\"": "quotation mark", ":": "colon", ";": "semicolon",
    "?": "question mark", "!": "exclamation mark", "#": "number sign", "%": "percent sign",
    "&": "ampersand", "|": "bar", "<": "less-than sign", ">": "greater-than sign",
    "·": "dot", " ": "space",
  ]

  // MARK: Signs

  private static let words: [Character: String] = [
    "σ": "sigmoid", "⋅": " times ", "·": " times ", "⊙": " times, entry by entry, ",
    "ᵀ": " transposed", "→": " to ", "≤": " at most ", "≥": " at least ", "≠": " is not ",
    "≈": " about ", "±": "plus or minus ", "½": "one half", "∞": "infinity", "√": "square root of ",
    "Σ": "sum of ", "δ": "delta", "Δ": "the change of ", "′": " prime", "↑": "Up", "↓": "Down",
    "←": "Left", "—": ", ", "’": "'", "✓": "", "✗": "",
    "“": "\"", "”": "\"",
  ]

  /// Plain text with words for signs that many voices leave out, a minus before a number first of all.
  private static func spoken(_ text: String) -> String {
    let characters = Array(apart(text))
    var result = ""
    for (index, character) in characters.enumerated() {
      let before = index > 0 ? characters[index - 1] : " "
      let after = index + 1 < characters.count ? characters[index + 1] : " "
      switch character {
      case "-" where !before.isLetter && !before.isNumber && (after.isNumber || after == "."),
        "-" where !before.isLetter && !before.isNumber && after == "∞":
        result += "minus "
      case "−" where before == " " && after == " ": result += "minus"
      case "−": result += before.isLetter || before.isNumber ? " minus " : "minus "
      case "^": result += " to the "
      // Alone it is the letter; what it computes has a name.
      case "σ" where after != "(" && after != "′": result += "sigma"
      case "×": result += before.isNumber && after.isNumber ? " by " : " times "
      case "–": result += before.isNumber && after.isNumber ? " to " : ", "
      case "…" where before.isNumber && after.isNumber: result += " to "
      case "…": result += before == " " ? "and so on" : "..."
      case "e" where before.isNumber && (after.isNumber || after == "-"):
        result += " times 10 to the "
      case "∂": result += before == "/" ? "" : "slope of "
      case "/" where after == "∂": result += " by "
      case "²" where !after.isRaised && !before.isRaised: result += " squared"
      case "³" where !after.isRaised && !before.isRaised: result += " cubed"
      case _ where character.isRaised:
        result += before.isRaised ? "" : " to the "
        result += String(character).spelledInASCII.dropFirst()
      case _ where character.isDrawing: continue
      default: result += words[character] ?? String(character)
      }
    }
    return result.replacing(" to the -", with: " to the minus ")
  }

  /// Single spaces between words, none at the ends.
  private static func evened(_ text: String) -> String {
    text.split(separator: " ").joined(separator: " ")
  }

  /// Runs of spaces, which put things apart for the eye, as a comma, or as a colon after the number
  /// or the letter of an item.
  private static func apart(_ text: String) -> String {
    var result = ""
    var spaces = 0
    for character in text {
      guard character != " " else {
        spaces += 1
        continue
      }
      if spaces > 0 {
        let start = result.drop { $0 == " " }
        let isItem = start.count == 1 || !start.isEmpty && start.allSatisfy(\.isASCIIDigit)
        let isOpen = result.isEmpty || character == "(" || result.last?.isPunctuation == true
        result += spaces == 1 || isOpen ? " " : isItem ? ": " : ", "
      }
      spaces = 0
      result.append(character)
    }
    return result + (spaces > 0 ? " " : "")
  }
}

extension Character {
  fileprivate var isRaised: Bool { "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ˣᶻ".contains(self) }

  /// Whether it is a piece of a drawing: a box, a block or a pattern of dots.
  fileprivate var isDrawing: Bool {
    guard let scalar = unicodeScalars.first else { return false }
    return 0x2500...0x25FF ~= scalar.value || 0x2800...0x28FF ~= scalar.value
  }
}
