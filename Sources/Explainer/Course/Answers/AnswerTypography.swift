/// A typed line in the signs of one plain keyboard, whatever keyboard or page it came from.
enum AnswerTypography {
  /// Each sign, and all that stands for it somewhere.
  private static let spellings: [(sign: String, others: String)] = [
    ("-", "−–—﹣－‐‑‒―⁃➖"), ("+", "＋﹢➕"), ("*", "×⋅·✕✖✗∙∗⨯⨉＊"), ("/", "÷∕⁄／➗"),
    ("=", "＝﹦→⇒"), (".", "．﹒。"), (",", "，﹐、٬"), ("%", "％﹪"), ("'", "‘’‚′`´ʼ＇"),
    ("\"", "“”„«»″＂"), ("(", "（﹙"), (")", "）﹚"), ("!", "！"), ("?", "？"), (":", "："),
    ("~", "≈∼～≃"), (">", "＞›"), (" ", "\u{A0}\u{202F}\u{2009}\u{2007}\u{200A}\u{3000}\t"),
    ("", "\u{200B}\u{2060}\u{FEFF}\u{AD}\u{200E}\u{200F}"), ("...", "…"),
    ("(1/2)", "½"), ("(1/3)", "⅓"), ("(2/3)", "⅔"), ("(1/4)", "¼"), ("(3/4)", "¾"), ("(1/5)", "⅕"),
    ("(2/5)", "⅖"), ("(3/5)", "⅗"), ("(4/5)", "⅘"), ("(1/8)", "⅛"), ("(1/10)", "⅒"),
  ]

  private static let plain: [Character: String] = Dictionary(
    uniqueKeysWithValues: spellings.flatMap { spelling in
      spelling.others.map { ($0, spelling.sign) }
    })

  /// The line with one space between words and none around it.
  static func plain(_ line: String) -> String {
    var text = ""
    for character in line {
      if character.isASCII {
        text.append(character)
      } else if let sign = plain[character] {
        // `2½` is two and a half.
        let isPart = sign.hasPrefix("(") && sign.count > 1 && text.last?.isASCIIDigit == true
        text += isPart ? " " + sign.filter { !"()".contains($0) } : sign
      } else if let digit = digit(character) {
        text += digit
      } else {
        text.append(character)
      }
    }
    return text.split { $0.isWhitespace }.joined(separator: " ")
  }

  /// A digit of another script or another width.
  private static func digit(_ character: Character) -> String? {
    guard character.unicodeScalars.count == 1,
      character.unicodeScalars.first?.properties.generalCategory == .decimalNumber
    else { return nil }
    return character.wholeNumberValue.map(String.init)
  }
}
