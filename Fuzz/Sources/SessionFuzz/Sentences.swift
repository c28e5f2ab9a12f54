import Course
import Explainer
import Lab
import Presentation

extension Look {
  /// What the program says in its own words reads as people write.
  func atSentences(_ violations: inout Violations) {
    for text in Self.proses(reply.blocks).map(\.text) + problemTexts { check(text, &violations) }
    for prose in Self.paragraphs(reply.blocks) {
      for span in prose.spans where span.style == .plain || span.style == .strong {
        let gap = span.text.contains("  ") && !typed.contains("  ")
        violations.expect(!gap, "one space between words", prose.text)
      }
      // A value alone is no sentence, and neither is a line to type.
      guard prose.text.first?.isUppercase == true, prose.text.contains(" "),
        prose.spans.last?.style != .code, !(prose.text.contains(" = ") && line.contains("="))
      else { continue }
      violations.expect(
        prose.text.last.map { ".!?:…)»”\"".contains($0) } ?? false, "a sentence ends", prose.text)
    }
    if let problem = reply.error {
      violations.expect(
        problem.message.last.map { ".!?)".contains($0) } ?? false, "a sentence ends",
        problem.message)
      // A hint may end on what to type.
      violations.expect(
        problem.hint.text.last.map { ".!?)…".contains($0) } ?? false
          || problem.hint.spans.last?.style == .code || problem.hint.text.contains(": "),
        "a sentence ends", problem.hint.text)
    }
    let shown = Set(plain.split { !($0.isLetter || $0.isNumber || "_().".contains($0)) })
    for word in ["Optional(", "nil", "inf", "-inf", "nan", "Explainer.", "Core."] {
      let isShown = shown.contains { $0 == word || word.last == "(" && $0.hasPrefix(word) }
      violations.expect(!isShown || quotes(word[...]), "no words of the compiler", word)
    }
  }

  private var problemTexts: [String] {
    reply.error.map { [$0.message, $0.hint.text] } ?? []
  }

  /// Whether somebody typed it, so that it may come back.
  private func quotes(_ text: Substring) -> Bool { typed.contains(text.lowercased()) }

  private static let plurals: Set = [
    "entries", "knobs", "numbers", "digits", "weights", "biases", "neurons", "pixels", "inputs",
    "outputs", "layers", "rows", "columns", "epochs", "examples", "drawings", "lines", "lessons",
    "steps", "questions", "characters", "terms", "curves", "lists", "products", "problems", "files",
    "values", "places", "pictures", "operations", "bytes", "others", "parts", "hints", "degrees",
    "parameters",
  ]
  /// Before a number that is a name.
  private static let numbered: Set = [
    "layer", "neuron", "digit", "epoch", "lesson", "step", "output", "row", "column",
  ]

  private func check(_ text: String, _ violations: inout Violations) {
    let words = text.split(separator: " ", omittingEmptySubsequences: true)
    for (first, second) in zip(words, words.dropFirst()) {
      let bare = second.prefix { $0.isLetter || $0.isNumber }
      if quotes("\(first) \(bare)") { continue }
      let isVowel = ["8", "11", "18"].contains(bare) || bare.count == 2 && bare.first == "8"
      let isConsonant = bare.allSatisfy(\.isNumber) && !bare.isEmpty && !isVowel
      let article = first.lowercased()
      if article == "a", isVowel { violations.add("an 8", text) }
      if article == "an", isConsonant, !bare.hasPrefix("8") { violations.add("a 3", text) }
    }
    for index in words.indices.dropLast() where words[index] == "1" {
      let next = words[index + 1].prefix { $0.isLetter }
      let before = index > 0 ? words[index - 1] : ""
      let isName = Self.numbered.contains(before.lowercased()) || before.last?.isLetter == false
      if !isName, Self.plurals.contains(String(next)) {
        violations.expect(quotes("1 \(next)"), "one is not many", text)
      }
    }
    let hasGap = [" .", " ,", " ;", " !"].contains { text.contains($0 + " ") || text.hasSuffix($0) }
    // What is missing may be missing next to a comma.
    if hasGap, !text.contains("between"), !typed.contains(where: { ".,;!".contains($0) }) {
      violations.add("no space before a mark", text)
    }
  }

  /// Everything that is said, in any kind of block.
  private static func proses(_ blocks: [Block]) -> [Prose] {
    leaves(blocks).flatMap { block -> [Prose] in
      switch block {
      case .heading(let prose), .prose(let prose): [prose]
      case .lines(let lines): lines
      case .figure, .table, .tight, .spare, .beside, .layouts, .fitting, .step: []
      }
    }
  }

  /// Whole sentences.
  private static func paragraphs(_ blocks: [Block]) -> [Prose] {
    leaves(blocks).compactMap { if case .prose(let prose) = $0 { prose } else { nil } }
  }

  /// The blocks that hold no others.
  static func leaves(_ blocks: [Block]) -> [Block] {
    blocks.flatMap { block -> [Block] in
      switch block {
      case .heading, .prose, .lines, .figure, .table, .step: [block]
      case .tight(let blocks), .spare(let blocks): leaves(blocks)
      case .beside(let groups): leaves(groups.flatMap { $0 })
      case .layouts, .fitting: leaves(block.meaning)
      }
    }
  }
}
