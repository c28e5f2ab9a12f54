/// Answers in plain words: a number such as `three`, a position such as `the second`, or talk that is
/// no answer at all.
enum AnswerWords {
  private static let numbers = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty",
  ]
  private static let ordinals = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
  ]
  private static let letters = ["a", "b", "c", "d", "e", "f", "g", "h", "i"]
  private static let fractions = ["nothing": "0", "none": "0", "half": "0.5", "quarter": "0.25"]

  /// The digits for a number in words; nil for anything else.
  static func number(_ line: String) -> String? {
    guard let word = only(telling(line)) else { return nil }
    return numbers.firstIndex(of: word).map(String.init) ?? fractions[word]
  }

  /// From `the second one` its position, counted from 1; also from `b`.
  static func position(_ line: String) -> Int? {
    let words = telling(line)
    // "The second one" is the second.
    guard let word = only(words.count == 2 && words[1] == "one" ? [words[0]] : words) else {
      return nil
    }
    if let index = ordinals.firstIndex(of: word) { return index + 1 }
    return numbers.firstIndex(of: word) ?? letters.firstIndex(of: word).map { $0 + 1 }
  }

  /// Whether a line is talk: words, or a question back, and no formula.
  static func isTalk(_ line: String) -> Bool {
    let text = line.trimmed
    return text.contains { $0.isLetter || $0 == "?" }
      && text.allSatisfy { $0.isLetter || $0.isWhitespace || "?!.,'’-".contains($0) }
  }

  /// The words that say something.
  private static func telling(_ line: String) -> [String] {
    line.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
      .filter {
        !["the", "a", "an", "it", "is", "option", "number"].contains($0) || line.count == 1
      }
  }

  private static func only(_ words: [String]) -> String? { words.count == 1 ? words[0] : nil }
}
