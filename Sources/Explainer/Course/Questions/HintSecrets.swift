import Formulas
import Lab
import Presentation

/// What a hint must not say, unless it is the last.
enum HintSecrets {
  /// Something to type that comes to the answer's value, or the value itself among the words.
  static func value(
    of answer: Lesson.Expression, in hint: Prose, on lab: Lab
  ) -> String? {
    guard let value = try? lab.value(of: answer) else { return nil }
    func gives(_ text: String) -> Value? {
      guard let given = try? lab.value(of: FormulaLine(text)), AnswerCheck.matches(given, value)
      else { return nil }
      return given
    }
    for span in hint.spans where span.style == .code && gives(span.text) != nil {
      return span.text
    }
    let words = hint.text.split { $0.isWhitespace || $0 == ";" || $0 == "(" || $0 == ")" }
    for (index, word) in words.enumerated() {
      let text = String(word).trimmingEnd(of: ".,:?!")
      guard text.contains(where: \.isNumber), let given = gives(text),
        !isName(words, index, given)
      else { continue }
      return text
    }
    return nil
  }

  /// `layer 3` is a name, and gives away nothing of an answer that is 3.
  private static func isName(_ words: [Substring], _ index: Int, _ value: Value) -> Bool {
    guard index > 0, let number = value.number, abs(number) < 100 else { return false }
    return ["layer", "neuron", "row", "column", "digit", "pixel", "step", "number", "a"]
      .contains(words[index - 1].lowercased())
  }
}

extension String {
  /// The text without some characters at its end.
  func trimmingEnd(of characters: String) -> String {
    var text = self
    while let last = text.last, characters.contains(last) { text.removeLast() }
    return text
  }
}
