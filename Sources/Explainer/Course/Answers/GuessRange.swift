import Formulas
import Presentation

/// The range that a question states for guesses: "Type your guess, from 0 to 1."
struct GuessRange: Equatable {
  private let range: ClosedRange<Double>
  /// Whether it is an activation that is to be guessed.
  private let isOfActivation: Bool

  /// Nil where the question states none.
  init?(_ question: String) {
    let words = question.split(separator: " ").map { String($0).trimmingEnd(of: ".,?!") }
    guard let asked = words.lastIndex(where: { $0.lowercased() == "guess" }),
      let range = (asked..<words.count).lazy.compactMap({ Self.range(words[$0...].dropFirst()) })
        .last
    else { return nil }
    self.range = range
    let small = question.lowercased()
    isOfActivation =
      range == 0...1 && ["bright", "activation", "sigmoid"].contains(where: small.contains)
  }

  private static func range(_ words: ArraySlice<String>) -> ClosedRange<Double>? {
    let four = Array(words.prefix(4))
    guard four.count == 4, [["from", "to"], ["between", "and"]].contains([four[0], four[2]]),
      let low = number(four[1]), let high = number(four[3]), low < high
    else { return nil }
    return low...high
  }

  private static func number(_ text: String) -> Double? {
    WrittenNumber.readings(of: AnswerTypography.plain(text)).first?.value
  }

  /// Whether a value can be such a guess.
  func holds(_ value: Value) -> Bool { value.entries.allSatisfy(range.contains) }

  /// What is said to a guess that cannot be.
  var refusal: ErrorMessage {
    let (low, high) = (range.lowerBound.words, range.upperBound.words)
    return ErrorMessage(
      isOfActivation
        ? "An activation lies between 0 and 1." : "It lies between \(low) and \(high).",
      "Guess a number from \(low) to \(high).")
  }
}
