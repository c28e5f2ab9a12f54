import Presentation

/// How people type one and the same answer: the table that each lesson is proved with.
enum AnswerSpellings {
  /// What a spelling can be made of.
  enum Fit {
    /// Any number.
    case any
    case negative
    /// From a thousand.
    case grouped
    /// With decimals.
    case decimal
    /// Decimals and nothing before them.
    case share
    /// Whole and not negative.
    case count
    /// Whole, from 1 to 20.
    case small
    /// The same, where it is asked which one.
    case ordinal
  }

  private struct Spelling {
    let fit: Fit
    let write: @Sendable (String) -> String

    init(_ fit: Fit, _ write: @escaping @Sendable (String) -> String) {
      (self.fit, self.write) = (fit, write)
    }

    /// With the number in place of #.
    init(_ fit: Fit, _ pattern: String) {
      self.init(fit) { pattern.replacing("#", with: $0) }
    }
  }

  private static let numbers: [Spelling] =
    [
      "#", "  #  ", "#.", "#!", "#?", "= #", "=#", "it is #", "It's #", "it's #.", "its #",
      "that is #", "That's #!", "I think #", "i think it is #", "i guess #", "maybe #", "is it #?",
      "the answer is #", "Answer: #", "my answer is #", "so #", "# I think", "#, i think",
      "#, right?",
      "(#)", "[#]", "\"#\"", "“#”", "'#'", "# + 0", "0 + # = #", "#*1", "# x 1", "# × 1", "# · 1",
      "#⋅1", "# times 1", "#/1", "1 * #", "exactly #", "about #", "~#", "≈ #", "roughly #",
      "around #",
      "approx. #", "\u{A0}#\u{A0}", "#\u{200B}", "# exactly", "# or so", "well, #", "must be #",
      "ok: #", "I'd say #", "I get #", "so it's #",
    ].map { Spelling(.any, $0) }
    + ["−", "–", "—", "﹣", "－", "‐", "‑", "minus ", "- ", "negative "].map { sign in
      Spelling(.negative) { $0.replacing("-", with: sign) }
    }
    + [",", " ", "_", "'", "’", "\u{A0}", "\u{202F}", "\u{2009}"].map { mark in
      Spelling(.grouped) { Number.grouped(Int($0) ?? 0).replacing(",", with: mark) }
    }
    + [
      Spelling(.any) { String($0.map { Self.wide[$0] ?? $0 }) },
      Spelling(.decimal) { $0.replacing(".", with: ",") },
      Spelling(.decimal, "#e0"), Spelling(.decimal) { $0.replacing(".", with: "．") },
      Spelling(.share) { $0.replacing("0.", with: ".") },
      Spelling(.share) { hundredfold($0) + " %" }, Spelling(.share) { hundredfold($0) + "%" },
      Spelling(.share) { hundredfold($0) + " percent" },
      Spelling(.share) { "about " + hundredfold($0) + " per cent" },
    ]
    + [
      "# pixels", "# weights", "# of them", "# in all", "# neurons in total", "there are #",
      "there are # of them", "number #", "#px", "#.0", "#e0", "0#", "+#",
    ].map { Spelling(.count, $0) }
    + [
      Spelling(.small) { words[Int($0) ?? 0] },
      Spelling(.small) { "It is \(words[Int($0) ?? 0])." },
      Spelling(.small) { "\(words[Int($0) ?? 0]) pixels" }, Spelling(.ordinal) { ordinal($0) },
      Spelling(.ordinal) { "the \(ordinal($0))" }, Spelling(.ordinal) { "neuron \($0)" },
    ]

  private static let words = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty",
  ]

  private static let wide: [Character: Character] = Dictionary(
    uniqueKeysWithValues: zip("0123456789", "０１２３４５６７８９"))

  private static func ordinal(_ digits: String) -> String {
    let isTeen = digits.count == 2 && digits.hasPrefix("1")
    let endings: [Character: String] = isTeen ? [:] : ["1": "st", "2": "nd", "3": "rd"]
    return digits + (digits.last.flatMap { endings[$0] } ?? "th")
  }

  /// A share in hundredths, moving the point: 0.119 is 11.9.
  private static func hundredfold(_ text: String) -> String {
    let isNegative = text.hasPrefix("-")
    let decimals = text.split(separator: ".").last.map(String.init) ?? ""
    let padded = decimals + String(repeating: "0", count: max(0, 2 - decimals.count))
    let whole = padded.prefix(2).drop { $0 == "0" }
    let rest = padded.dropFirst(2)
    return (isNegative ? "-" : "") + (whole.isEmpty ? "0" : whole)
      + (rest.isEmpty ? "" : "." + rest)
  }

  /// How many ways of typing there are in the tables.
  static var count: Int {
    numbers.count + yesNo(true).count + yesNo(false).count + optionPatterns.count
      + orderMarks.count + orderFrames.count + 1
  }
}

// MARK: Spellings of one answer

extension AnswerSpellings {
  /// A number in all the ways that suit it.
  ///
  /// - Parameter isOrdinal: whether it says which one of several.
  static func number(_ value: Double, isOrdinal: Bool = false) -> [String] {
    guard value.isFinite, value.magnitude < 1e9 else { return [] }
    let texts =
      value == value.rounded()
      ? [String(Int(value))]
      : roundings(value)
    let all = texts.prefix(1).flatMap { text in
      numbers.filter { suits($0.fit, text, value, isOrdinal) }.map { $0.write(text) }
    }
    return all + texts.dropFirst()
  }

  private static func suits(
    _ fit: Fit, _ text: String, _ value: Double, _ isOrdinal: Bool
  ) -> Bool {
    let isWhole = !text.contains(".")
    return switch fit {
    case .any: true
    case .negative: value < 0
    case .grouped: isWhole && value >= 1000
    case .decimal: !isWhole
    case .share: text.hasPrefix("0.") || text.hasPrefix("-0.")
    case .count: isWhole && value >= 0
    case .small: isWhole && (1...20).contains(value)
    case .ordinal: isOrdinal && isWhole && (1...20).contains(value)
    }
  }

  /// The number to fewer and fewer digits, as long as it is no more than 2.5 % off; the first as it
  /// is shown.
  private static func roundings(_ value: Double) -> [String] {
    (1...6).reversed().compactMap { places -> String? in
      let scale = (0..<places).reduce(1.0) { power, _ in power * 10 }
      let units = (value * scale).rounded()
      guard units != 0, abs(units / scale - value) <= RoundingRule.most * abs(value) else {
        return nil
      }
      let text = Number.decimal(Int(units), places: places).replacing(",", with: "")
      return text
    }
  }

  private static let optionPatterns: [@Sendable (_ text: String, _ mark: String) -> String] = [
    { $1 }, { $1 + ")" }, { "(\($1))" }, { $1 + "." }, { $1 + "!" }, { $1 + "?" },
    { "option \($1)" },
    { "Option \($1)." }, { "the answer is \($1)" }, { "I think \($1)" }, { "it's \($1)" },
    { "number \($1)" }, { "answer \($1)" }, { "choice \($1)" }, { "maybe \($1)" }, { "“\($1)”" },
    { $1.uppercased() }, { text, _ in text }, { text, _ in text.uppercased() },
    { text, _ in text.trimmingEnd(of: ".!") }, { text, _ in text.trimmingEnd(of: ".") + "." },
    { text, _ in text + "!" }, { "\($1)) \($0)" }, { "\($1). \($0)" }, { "(\($1)) \($0)" },
    { text, _ in text.split(separator: " ").joined(separator: "  ") },
    { text, _ in text.replacing(" the ", with: " ") }, { text, _ in "\"\(text)\"" },
    { text, _ in text.replacing("'", with: "’") }, { text, _ in text.replacing("−", with: "-") },
  ]

  private static let ordinals = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
  ]

  /// An option by its mark, its place and its text.
  static func option(_ text: String, mark: String, position: Int) -> [String] {
    let placed = ordinals.dropFirst(position).prefix(1).flatMap { word in
      [word, "the \(word)", "the \(word) one", "The \(word) option.", "I think the \(word)"]
    }
    return optionPatterns.map { $0(text, mark) } + placed
  }

  static func yesNo(_ answer: Bool) -> [String] {
    answer
      ? [
        "yes", "Yes", "YES", "yes.", "yes!", "y", "Y", "yeah", "yep", "yup", "true", "True",
        "it is true",
        "yes, it does", "Yes, they do.", "I think yes", "correct", "sure",
        "of course", "that's true", "it does", "they do", "definitely",
      ]
      : [
        "no", "No", "NO", "no.", "no!", "n", "N", "nope", "nah", "false", "False", "it is false",
        "no, it does not", "No, they don't.", "I think not", "i think no", "not at all", "never",
        "of course not", "it doesn't", "It doesn’t", "they don't", "not really", "that's wrong",
      ]
  }

  private static let orderMarks = [
    " ", "", ", ", ",", "-", " - ", " > ", ">", " -> ", "→", " → ", "; ", " then ", ", then ", "/",
  ]

  private static let orderFrames: [(before: String, mark: String, after: String)] = [
    ("", "", "?"), ("", "", "."), ("first ", ", then ", " …"), ("it is ", " ", ""),
    ("(", ", ", ")"),
    ("the order is ", ", ", "!"),
  ]

  /// The letters of an order.
  static func order(_ letters: [String]) -> [String] {
    orderMarks.map(letters.joined(separator:)) + [letters.joined().uppercased()]
      + orderFrames.map { $0.before + letters.joined(separator: $0.mark) + $0.after }
  }
}
