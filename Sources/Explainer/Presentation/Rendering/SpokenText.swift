/// Text as it is said aloud.
struct SpokenText {
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
  var isDrawing: Bool {
    guard let scalar = unicodeScalars.first else { return false }
    return 0x2500...0x25FF ~= scalar.value || 0x2800...0x28FF ~= scalar.value
  }
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
