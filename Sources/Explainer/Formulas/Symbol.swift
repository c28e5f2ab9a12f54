/// The signs and words of the language that are neither names nor numbers.
package enum Symbol: String, CaseIterable, Sendable {
  case plus = "+"
  case minus = "-"
  case times = "·"
  case entryTimes = ".*"
  case divide = "/"
  case entryDivide = "./"
  case power = "^"
  /// The power of each entry, of a matrix as well.
  case entryPower = ".^"
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
  /// What is left over by a division; after a number alone, hundredths.
  case modulo = "%"
  /// The whole part of a quotient.
  case wholeQuotient = "//"
  /// Before what is asked of a value: a1.sum().
  case member = "."
  case degree = "°"
  /// After a number its factorial, before a condition `not`.
  case bang = "!"
  /// Between a condition and what is chosen where it holds.
  case question = "?"
  /// Between the rows of a matrix.
  case semicolon = ";"
  /// Only around what is raised, lowered or divided: e^{-x}.
  case openBrace = "{"
  case closeBrace = "}"
  /// Between the name and the body of a function without a name.
  case arrow = "->"
  /// Another spelling of = after the name of something that is defined.
  case define = ":="
  /// Before two values in braces.
  case fraction = "\\frac"

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
    (.plus, ["＋", ".+"]), (.minus, [".-", "−", "–", "—", "‒", "‐", "‑", "﹣", "－"]),
    (.times, ["%*%", "*", "⋅", "×", "@", "∗", "∙", "•", "✕", "✖"]), (.entryTimes, ["⊙", "∘"]),
    (.divide, ["÷", "∕", "／"]), (.power, ["**"]), (.entryPower, [".**"]), (.atMost, ["<=", "⩽"]),
    (.atLeast, [">=", "⩾"]), (.notEqual, ["!=", "~=", "<>"]), (.and, ["&&", "&"]), (.or, ["||"]),
    (.transpose, ["'", "′", "’", ".T"]), (.range, ["...", "…"]), (.sum, ["Σ"]),
    (.bang, ["¬"]), (.modulo, ["%%"]), (.wholeQuotient, ["%/%"]), (.arrow, ["=>", "→", "↦"]),
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
    case .times, .entryTimes, .divide, .entryDivide, .modulo, .wholeQuotient: Self.product
    case .power, .entryPower, .not, .transpose, .openParenthesis, .closeParenthesis, .openBracket,
      .closeBracket,
      .comma, .range, .colon, .root, .sum, .bar, .member, .degree, .bang, .question, .semicolon,
      .openBrace, .closeBrace, .arrow, .define, .fraction:
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
    case .openBrace: .closeBrace
    case .plus, .minus, .times, .entryTimes, .divide, .entryDivide, .power, .entryPower, .less,
      .greater,
      .atMost, .atLeast, .equal, .notEqual, .assign, .and, .or, .not, .transpose,
      .closeParenthesis, .closeBracket, .comma, .range, .colon, .root, .sum, .bar, .modulo,
      .wholeQuotient, .member, .degree, .bang, .question, .semicolon, .closeBrace, .arrow, .define,
      .fraction:
      nil
    }
  }

  /// Whether a bracket ends here.
  var closes: Bool {
    self == .closeParenthesis || self == .closeBracket || self == .closeBrace
  }

  /// Whether a factor begins here even with no sign before it: 2(x + 1), 2√x.
  var beginsFactor: Bool {
    switch self {
    case .openParenthesis, .root, .sum, .fraction: true
    case .plus, .minus, .times, .entryTimes, .divide, .entryDivide, .power, .entryPower, .less,
      .greater,
      .atMost, .atLeast, .equal, .notEqual, .assign, .and, .or, .not, .transpose,
      .closeParenthesis, .openBracket, .closeBracket, .comma, .range, .colon, .bar, .modulo,
      .wholeQuotient, .member, .degree, .bang, .question, .semicolon, .openBrace, .closeBrace,
      .arrow, .define:
      false
    }
  }

  /// Words between two values that say what a sign says.
  static let spoken: [String: Symbol] = [
    "times": .times, "plus": .plus, "minus": .minus, "mod": .modulo, "div": .wholeQuotient,
    "dot": .times,
  ]

  /// What an operator does, for an explanation.
  var note: String {
    switch self {
    case .plus, .minus, .divide, .entryDivide, .entryTimes, .power, .entryPower: "entry by entry"
    case .modulo: "what is left over, entry by entry"
    case .wholeQuotient: "the whole part of a quotient"
    case .times: "each row's products, added up"
    case .transpose: "rows become columns"
    case .and, .or, .not, .less, .greater, .atMost, .atLeast, .equal, .notEqual, .assign:
      "1 if it holds, 0 if not"
    case .openParenthesis, .closeParenthesis, .openBracket, .closeBracket, .comma, .range, .colon,
      .root, .sum, .bar, .member, .degree, .bang, .question, .semicolon, .openBrace, .closeBrace,
      .arrow, .define, .fraction:
      ""
    }
  }
}
