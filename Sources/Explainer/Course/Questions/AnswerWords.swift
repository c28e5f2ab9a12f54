/// Words that are no answer.
enum AnswerWords {
  /// Whether a line is talk: words, or a question back, and no formula.
  static func isTalk(_ line: String) -> Bool {
    let text = line.trimmed
    return text.contains { $0.isLetter || $0 == "?" }
      && text.allSatisfy { $0.isLetter || $0.isWhitespace || "?!.,'’-".contains($0) }
  }
}
