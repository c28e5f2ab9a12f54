/// The signs and words of the language that are neither names nor numbers.
package enum Symbol: String, CaseIterable, Sendable {
  case plus = "+"
  case minus = "-"
  case times = "·"
  case entryTimes = ".*"
  case divide = "/"
  case entryDivide = "./"
  case power = "^"
  case less = "<"
  case greater = ">"
  case atMost = "≤"
  case atLeast = "≥"
  case equal = "=="
  case notEqual = "≠"
  /// A comparison, too, but where a line starts with a name before it.
  case assign = "="
  case and, or, not
  case transpose = "ᵀ"
  case openParenthesis = "("
  case closeParenthesis = ")"
  case openBracket = "["
  case closeBracket = "]"
  case comma = ","
  case range = ".."
  /// Between the ends of a slice of which the second is left out, as in Python.
  case colon = ":"
  case root = "√"
  case sum = "∑"
  /// One of the two around a number whose sign is dropped.
  case bar = "|"

  /// The same by the first character, the longest first.
  static let starting: [Character: [(spelling: [Character], symbol: Symbol)]] = {
    let signs = spellings.filter { words[$0.key] == nil }.map { (Array($0.key), $0.value) }
    let grouped = Dictionary(grouping: signs) { $0.0[0] }
    return grouped.mapValues { group in group.sorted { $0.0.count > $1.0.count } }
  }()

  /// Every way of writing a symbol.
  static let spellings: [String: Symbol] = {
    var spellings = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
    for (symbol, others) in otherSpellings {
      for spelling in others { spellings[spelling] = symbol }
    }
    return spellings
  }()

  /// The symbols that are words.
  package static let words: [String: Symbol] = ["and": .and, "or": .or, "not": .not]

  private static let otherSpellings: [(Symbol, [String])] = [
    (.plus, ["＋"]), (.minus, ["−", "–", "—", "‒", "‐", "‑", "﹣", "－"]),
    (.times, ["*", "⋅", "×", "@", "∗", "∙", "•", "✕", "✖"]), (.entryTimes, ["⊙", "∘"]),
    (.divide, ["÷", "∕", "／"]), (.power, ["**", ".^"]), (.atMost, ["<=", "⩽"]),
    (.atLeast, [">=", "⩾"]), (.notEqual, ["!=", "~="]), (.and, ["&&"]), (.or, ["||"]),
    (.transpose, ["'", "′", "’", ".T"]), (.range, ["...", "…"]), (.sum, ["Σ"]),
  ]

  /// What a Tab offers beside names, with the spelling that every keyboard has.
  static let offered: [(text: String, note: String)] = [
    ("·", "product, also *"), ("⊙", "product entry by entry, also .*"),
    ("ᵀ", "transpose, also '"), ("−", "minus, also -"), ("≤", "at most, also <="),
    ("≥", "at least, also >="), ("≠", "not equal, also !="), ("and", "both hold"),
    ("or", "one of them holds"), ("not", "turns 1 into 0"),
  ]

  /// How tightly an operator between two values holds them; nil for all other symbols.
  var precedence: Int? {
    switch self {
    case .or: 1
    case .and: 2
    case .less, .greater, .atMost, .atLeast, .equal, .notEqual, .assign: Self.comparison
    case .plus, .minus: 5
    case .times, .entryTimes, .divide, .entryDivide: Self.product
    case .power, .not, .transpose, .openParenthesis, .closeParenthesis, .openBracket, .closeBracket,
      .comma, .range, .colon, .root, .sum, .bar:
      nil
    }
  }

  /// How tightly a product holds its factors, written with a sign or without.
  static let product = 6

  /// `not` holds what follows more loosely than a comparison: not a > b is not (a > b).
  static let comparison = 4

  /// The bracket that closes this one.
  var closing: Symbol? {
    switch self {
    case .openParenthesis: .closeParenthesis
    case .openBracket: .closeBracket
    case .plus, .minus, .times, .entryTimes, .divide, .entryDivide, .power, .less, .greater,
      .atMost,
      .atLeast, .equal, .notEqual, .assign, .and, .or, .not, .transpose, .closeParenthesis,
      .closeBracket, .comma, .range, .colon, .root, .sum, .bar:
      nil
    }
  }

  /// Whether a bracket ends here.
  var closes: Bool { self == .closeParenthesis || self == .closeBracket }

  /// What an operator does, for an explanation.
  var note: String {
    switch self {
    case .plus, .minus, .divide, .entryDivide, .entryTimes, .power: "entry by entry"
    case .times: "each row's products, added up"
    case .transpose: "rows become columns"
    case .and, .or, .not, .less, .greater, .atMost, .atLeast, .equal, .notEqual, .assign:
      "1 if it holds, 0 if not"
    case .openParenthesis, .closeParenthesis, .openBracket, .closeBracket, .comma, .range, .colon,
      .root, .sum, .bar:
      ""
    }
  }
}
