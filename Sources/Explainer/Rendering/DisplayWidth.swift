extension String {
  /// How many terminal columns the text takes.
  var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }

  /// The text without characters that would command the terminal rather than be shown on it: the
  /// C0 and C1 controls, and the marks that turn the direction of reading.
  var withoutControls: String {
    // Most text is plain ASCII, which needs no look into Unicode's tables.
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return self }
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: unicodeScalars.lazy.filter { !$0.isControl })
    return String(kept)
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

/// Raised characters as they stand after a `^`: 10³⁸ is 10^38.
private let superscripts: [Character: String] = Dictionary(
  uniqueKeysWithValues: zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾", "0123456789+-()".map(String.init)))

private let asciiSpellings: [Character: String] = [
  "σ": "sigmoid", "·": "*", "⋅": "*", "⊙": ".*", "ᵀ": "'", "×": "x", "−": "-", "–": "-", "—": "-",
  "…": "...", "’": "'", "′": "'", "“": "\"", "”": "\"", "→": "->", "≤": "<=", "≥": ">=", "≠": "!=",
  "½": "1/2", "∞": "infinity", "Σ": "sum", "±": "+-", "≈": "~", "∂": "d", "√": "sqrt", "é": "e",
]

extension Unicode.Scalar {
  /// Whether it commands a terminal, or turns the direction of reading, rather than being shown. None
  /// of these is beyond U+FFFF.
  var isControl: Bool {
    switch properties.generalCategory {
    case .control: true
    case .format: (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
    case .lineSeparator, .paragraphSeparator, .surrogate: true
    default: false
    }
  }
}

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
