extension String {
  /// How many terminal columns the text takes.
  var displayWidth: Int {
    isPlain ? unicodeScalars.count : reduce(0) { $0 + $1.displayWidth }
  }

  /// Whether each of its scalars is a character of one column, as in nearly all that is drawn: nothing
  /// has to be looked up in Unicode's tables.
  var isPlain: Bool { unicodeScalars.allSatisfy(\.isPlain) }

  /// The text without what would command a terminal rather than be shown on it: the C0 and C1
  /// controls, what turns the direction of reading or has no width, and a mark at its start, which
  /// would fall on whatever stands before it.
  ///
  /// All that comes from outside (files' names, lines typed before, arguments, lessons) goes through
  /// this on its way to a terminal.
  public var withoutControls: String {
    if isPlain { return self }
    let startsWithMark = unicodeScalars.first?.isMark == true
    guard startsWithMark || unicodeScalars.contains(where: \.isControl) else { return self }
    let kept = unicodeScalars.lazy.filter { !$0.isControl }.drop { $0.isMark }
    return String(String.UnicodeScalarView(kept))
  }

  /// The text in ASCII: the signs this program uses are spelled out, all others become `?`.
  var spelledInASCII: String {
    guard !utf8.allSatisfy({ $0 < 0x80 }) else { return self }
    var isRaised = false
    return reduce(into: "") { result, character in
      let raised = superscripts[character]
      if raised != nil, !isRaised { result += "^" }
      isRaised = raised != nil
      result += raised ?? (character.isASCII ? String(character) : asciiSpellings[character] ?? "?")
    }
  }
}

extension String {
  /// The text in characters that can be shown.
  func spelled(in characters: TerminalCapabilities.Characters) -> String {
    switch characters {
    case .all: self
    case .ascii: spelledInASCII
    case .blocks: map { $0.isOnConsoles ? String($0) : String($0).spelledInASCII }.joined()
    }
  }
}

extension Character {
  /// Whether a console's font has it, as far as this program uses it; what others typed stays.
  fileprivate var isOnConsoles: Bool {
    "σδΣ·½±≈≤≥∞√²■é".contains(self)
      || superscripts[self] == nil && asciiSpellings[self] == nil
  }
}

/// Raised characters as they stand after a `^`: 10³⁸ is 10^38.
private let superscripts: [Character: String] = Dictionary(
  uniqueKeysWithValues: zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ˣᶻ", "0123456789+-()xz".map(String.init)))

private let asciiSpellings: [Character: String] = [
  "σ": "sigmoid", "·": "*", "⋅": "*", "⊙": ".*", "ᵀ": "'", "×": "x", "−": "-", "–": "-", "—": "-",
  "…": "...", "’": "'", "′": "'", "“": "\"", "”": "\"", "→": "->", "≤": "<=", "≥": ">=", "≠": "!=",
  "½": "1/2", "∞": "infinity", "Σ": "sum", "±": "+-", "≈": "~", "∂": "d", "√": "sqrt", "é": "e",
  "δ": "delta", "Δ": "delta ", "■": "#", "□": "=", "✓": "*", "✗": "x",
]

extension Unicode.Scalar {
  /// Whether it is a character of its own, one column wide, whatever stands beside it: ASCII, Latin 1,
  /// Greek letters, arrows, signs of maths, lines and blocks, and patterns of dots.
  fileprivate var isPlain: Bool {
    switch value {
    case 0x20..<0x7F, 0xA1..<0xAD, 0xAE...0xFF, 0x391...0x3C9, 0x2190...0x22FF, 0x2500...0x25FC,
      0x2800...0x28FF:
      true
    default: false
    }
  }

  /// Whether it commands a terminal, turns the direction of reading or has no width, rather than
  /// being shown. None of these is beyond U+FFFF.
  var isControl: Bool {
    guard !isASCII else { return value < 0x20 || value == 0x7F }
    return switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: true
    case .format: unseenFormats.contains { $0.contains(value) }
    default: false
    }
  }

  /// Whether it is drawn over the character before it.
  fileprivate var isMark: Bool {
    guard !isASCII else { return false }
    return [.nonspacingMark, .enclosingMark].contains(properties.generalCategory)
  }
}

/// Unicode's format characters that show nothing; a few others do.
private let unseenFormats: [ClosedRange<UInt32>] = [
  0xAD...0xAD, 0x61C...0x61C, 0x180E...0x180E, 0x200B...0x200F, 0x202A...0x202E,
  0x2060...0x206F, 0xFEFF...0xFEFF, 0xFFF9...0xFFFB,
]

extension Character {
  /// 2 for the wide characters of East Asia and for emoji, 0 for a lone mark, otherwise 1.
  fileprivate var displayWidth: Int {
    guard let first = unicodeScalars.first, !isASCII else { return 1 }
    if first.properties.generalCategory == .nonspacingMark { return 0 }
    if first.properties.isEmojiPresentation { return 2 }
    return wideRanges.contains { $0.contains(first.value) } ? 2 : 1
  }
}

/// Unicode's East Asian Width property: the ranges that are wide or fullwidth.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
  0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
  0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
]
