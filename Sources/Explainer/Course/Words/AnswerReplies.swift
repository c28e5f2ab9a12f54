import Formulas
import Presentation

// What is said to a number that answers a question.

extension CoursePhrases {
  /// To a right number: the insight, and how it was given where that is not how the program has it.
  static func right(
    _ question: Question, _ given: GivenAnswer, _ key: AnswerKey, _ result: AnswerKey.Result
  ) -> Prose {
    guard let written = result.given.written, let exact = shown(key.expected) else {
      return right(question, given.text, key.expected)
    }
    let value = key.expected.entries[0]
    let told: Prose? =
      if case .right(.percent) = result.finding {
        "\(good("Right:")) \(percent(written)) is right; as a share it is \(exact)."
      } else if isSame(written, value, exact) {
        nil
      } else {
        "\(good("Right:")) \(exact)\(result.finding.way(written, value))."
      }
    return (told ?? good("Right.")) + praise(question)
  }

  private static func isSame(_ written: WrittenNumber, _ value: Double, _ exact: String) -> Bool {
    abs(written.value - value) <= 2e-6 * abs(value)
      || WrittenNumber.readings(of: exact).first?.value == written.value
  }

  /// `95%`.
  static func percent(_ written: WrittenNumber) -> String { "\(written.value.words)%" }

  /// To a number that is nearly right.
  static func close(_ agreement: RoundingRule.Agreement, _ written: WrittenNumber?) -> Prose {
    switch agreement {
    case .nearCount: "\(near): this one is a count, so give it exactly."
    case .coarse, .none, .percent, .cutOff, .rounded, .exact:
      (written?.digits ?? 0) < 2 ? "\(near): give two digits." : "\(near): give three digits."
    }
  }

  /// To `784 + 16 = 810`.
  static func unlike(_ sum: String, _ value: Value, _ result: String, sumIsRight: Bool) -> Prose {
    let sum = sum.excerpt
    let comesTo = shown(value).map { "\(sum) is \($0), not \(result.excerpt)." } ?? ""
    return sumIsRight
      ? "\(near): the sum is right, and \(comesTo) Type it again."
      : "\(near): \(result.excerpt) is right, but \(comesTo) Type the one you mean."
  }

  /// To a wrong number of which the lesson knows nothing: what is right about it, or which way to go.
  static func notYet(_ given: GivenAnswer, _ result: AnswerKey.Result, _ key: AnswerKey) -> Prose {
    let value = result.given.value
    let plain = notYet(
      given.text, value, key.expected.shape, isWritten: result.given.written != nil)
    guard value.shape.count == 1, key.expected.shape.count == 1,
      let clue = NearMiss(value.entries[0], key.expected.entries[0])?.clue
    else { return plain }
    return "\(plain) \(clue)"
  }

  private static func notYet(
    _ line: String, _ value: Value, _ expected: Shape, isWritten: Bool
  ) -> Prose {
    guard value.shape.count == expected.count else {
      return "\(bad): the answer is \(expected), and this is \(value.shape)."
    }
    guard !isWritten, let shown = shown(value), shown != line.trimmed else { return "\(bad)." }
    return "\(bad): \(line.trimmed.excerpt) is \(shown)."
  }

  /// What is near, by color and word.
  private static let near = Prose("Close", .strong)
}

extension AnswerKey.Finding {
  /// How a number was given, where it is not quite the number.
  fileprivate func way(_ written: WrittenNumber, _ value: Double) -> String {
    guard case .right(let agreement) = self else { return "" }
    let rounded = RoundingRule.agreement(of: GivenNumber(written), with: .number(value))
    return switch agreement == .exact ? rounded : agreement {
    case .cutOff: " (you cut it off)"
    case .rounded, .exact: " (you rounded)"
    case .none, .coarse, .nearCount, .percent: ""
    }
  }
}

/// What is right about a number that is wrong.
enum NearMiss {
  case sign
  case point
  case swapped
  case oneMore, oneLess
  case tooLarge, tooSmall

  /// Nil where nothing that could be said would help: of small whole numbers, which may be names.
  init?(_ given: Double, _ expected: Double) {
    func isLike(_ value: Double) -> Bool { abs(value - expected) <= 0.001 * abs(expected) }
    guard given.isFinite, given != 0, expected != 0 else { return nil }
    if isLike(-given) {
      self = .sign
    } else if [0.001, 0.01, 0.1, 10, 100, 1000].contains(where: { isLike(given * $0) }) {
      self = .point
    } else if Self.areSwapped(given, expected) {
      self = .swapped
    } else if expected == expected.rounded(), abs(expected) < 20 {
      return nil
    } else if expected == expected.rounded(), abs(given - expected) == 1 {
      self = given > expected ? .oneMore : .oneLess
    } else {
      self = given > expected ? .tooLarge : .tooSmall
    }
  }

  /// Whether two digits that are neighbors have changed places; of two digits alone it may be chance.
  private static func areSwapped(_ given: Double, _ expected: Double) -> Bool {
    guard abs(expected) >= 100, let whole = Int(exactly: given), let right = Int(exactly: expected)
    else { return false }
    let (typed, meant) = (Array(String(whole)), Array(String(right)))
    guard typed.count == meant.count else { return false }
    let unlike = typed.indices.filter { typed[$0] != meant[$0] }
    guard unlike.count == 2, unlike[0] + 1 == unlike[1] else { return false }
    return typed[unlike[0]] == meant[unlike[1]] && typed[unlike[1]] == meant[unlike[0]]
  }

  var clue: String {
    switch self {
    case .sign: "The size is right; look at the sign."
    case .point: "The digits are right; look at the size."
    case .swapped: "Two of its digits have changed places."
    case .oneMore: "That's one too many."
    case .oneLess: "That's one too few."
    case .tooLarge: "That's too large."
    case .tooSmall: "That's too small."
    }
  }
}
