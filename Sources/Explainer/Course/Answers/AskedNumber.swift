import Formulas
import Presentation

/// What a question wants that a number answers.
struct AskedNumber {
  /// Whether it asks which one of several, so that `the fourth` answers it.
  let isOrdinal: Bool
  /// How many numbers it wants.
  let count: Int

  /// - Parameter count: of the numbers in the right answer.
  init(_ question: Question, count: Int) {
    let words = AnswerReading.words(of: question.text.text)
    isOrdinal = words.contains("which") || words.contains("place") || words.contains("position")
    self.count = count
  }

  /// What is said to `the fourth`, where it is asked how many.
  func notHowMany(_ text: String) -> ErrorMessage {
    ErrorMessage(
      "'\(text.excerpt)' says which one, and not how many.", "Type a number. \(Self.stuck)")
  }

  /// What is said to so many numbers, or to one that is denied.
  static func several(_ given: Int, of count: Int) -> ErrorMessage {
    guard given > 1 else {
      return ErrorMessage("That says what it isn't.", "Type what it is. \(stuck)")
    }
    return ErrorMessage(
      "You gave \(given) numbers, and the question asks for \(count == 1 ? "one" : "\(count)").",
      count == 1 ? "Type the one you mean. \(stuck)" : "Type all of them. \(stuck)")
  }

  /// What is said to `3 > 2`.
  static func comparison(_ line: String) -> ErrorMessage {
    ErrorMessage(
      "'\(line.trimmed.excerpt)' is true or false, and a number is asked.",
      "Type the number. \(stuck)")
  }

  /// What is said to a line with words in it that mean nothing in a formula.
  static func loose(_ line: String) -> ErrorMessage {
    ErrorMessage(
      "'\(line.trimmed.excerpt)' isn't a number or a formula.",
      "Type one, with + - * / between numbers. \(stuck)")
  }

  private static let stuck: Prose = "Stuck? Type \(code: "hint")."
}
