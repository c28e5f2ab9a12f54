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
  static func notYet(
    _ given: GivenAnswer, _ result: AnswerKey.Result, _ key: AnswerKey, isOrdinal: Bool
  ) -> Prose {
    let value = result.given.value
    let plain = notYet(
      given.text, value, key.expected.shape, isWritten: result.given.written != nil)
    guard let clue = NearMiss(result.given, key.expected, isOrdinal: isOrdinal)?.clue else {
      return plain
    }
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
