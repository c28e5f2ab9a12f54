/// What a hint must not say, unless it is the last.
struct HintSecrets {
  private let question: Question
  private let lab: Session
  private var value: Value?

  init(_ question: Question, _ lab: Session) {
    self.question = question
    self.lab = lab
    switch question.kind {
    case .number(let answer, _), .predict(let answer, _, _): value = try? lab.value(of: answer)
    default: value = nil
    }
  }

  /// The part of a hint that gives the answer away.
  func leak(in hint: Prose) -> String? {
    switch question.kind {
    case .number, .predict: number(in: hint)
    case .choice(let options, let answer): choice(options, answer.content, in: hint)
    case .act(_, _, let solution): command(solution.map(\.content), in: hint)
    }
  }

  /// Something to type that comes to the answer, or the answer itself among the words.
  private func number(in hint: Prose) -> String? {
    guard let value else { return nil }
    for span in hint.spans where span.style == .code {
      if let given = try? lab.answerValue(span.text), AnswerCheck.matches(given, value) {
        return span.text
      }
    }
    let words = hint.text.split { $0.isWhitespace || $0 == ";" || $0 == "(" || $0 == ")" }
    for (index, word) in words.enumerated() {
      let text = String(word).trimmingEnd(of: ".,:?!")
      guard text.contains(where: \.isNumber), let given = try? lab.answerValue(text),
        AnswerCheck.matches(given, value), !Self.isName(words, index, given)
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

  private func choice(_ options: [Prose], _ answer: Int, in hint: Prose) -> String? {
    let text = hint.text.lowercased()
    let option = options[answer - 1].text.lowercased().trimmingEnd(of: ".")
    if text.contains(option) { return options[answer - 1].text }
    return text.contains("option \(answer)") ? "option \(answer)" : nil
  }

  /// All the lines of the solution, each as something to type.
  private func command(_ solution: [String], in hint: Prose) -> String? {
    let text = hint.text
    return !solution.isEmpty && solution.allSatisfy { text.contains($0) } ? solution[0] : nil
  }
}

extension String {
  fileprivate func trimmingEnd(of characters: String) -> String {
    var text = self
    while let last = text.last, characters.contains(last) { text.removeLast() }
    return text
  }
}
