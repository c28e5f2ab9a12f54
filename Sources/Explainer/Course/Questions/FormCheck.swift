import Formulas
import Lab
import Presentation

/// What is wrong with a question whatever its kind: what stands in it twice, what gives it away, and
/// what it tells the learner to type and cannot be typed.
struct FormCheck {
  let check: QuestionCheck
  let lab: Lab

  private var question: Question { check.question }

  func errors() -> [LessonError] { repeated + traps + typed }

  private func twice(_ texts: [String]) -> Int? {
    let plain = texts.map { $0.lowercased().filter { !$0.isWhitespace && $0 != "." } }
    return plain.indices.first { plain[..<$0].contains(plain[$0]) }
  }

  private var repeated: [LessonError] {
    var errors: [LessonError] = []
    if let index = twice(question.hints.map(\.content.text)) {
      errors.append(check.error(.hintRepeats(index + 1), at: question.hints[index].location))
    }
    if let index = twice(question.kind.options.map(\.text)) {
      errors.append(check.error(.optionRepeats(question.kind.options[index].text)))
    }
    if let index = twice(question.wrongs.map(\.text)) {
      errors.append(
        check.error(.wrongRepeats(question.wrongs[index].text), at: question.wrongs[index].location)
      )
    }
    if let praise = question.praise, question.hints.contains(where: { $0.content == praise }) {
      errors.append(check.error(.praiseIsHint))
    }
    return errors
  }

  /// Hints of a value that tell the learner to type what is wrong.
  private var traps: [LessonError] {
    guard question.kind.answering == .byValue else { return [] }
    return question.hints.enumerated().flatMap { index, hint -> [LessonError] in
      HintLines(hint.content).lines.suffix(1).compactMap { line in
        guard (try? lab.value(of: FormulaLine(line))) != nil else {
          return check.error(.hintFails(line, reason: "it has no value."), at: hint.location)
        }
        let verdict = try? check.judge(line, lab)
        if verdict?.wrong != nil, verdict?.closes != true {
          return check.error(.hintIntoTrap(index + 1), at: hint.location)
        }
        let isLast = index == question.hints.count - 1
        let isRight = verdict?.closes == true
        return isLast && !isRight ? check.error(.lastHintFails, at: hint.location) : nil
      }
    }
  }

  /// Lines of the question itself that fail.
  private var typed: [LessonError] {
    var bench = lab
    for line in HintLines(question.text).lines {
      if let error = bench.perform(line, host: check.sealedHost).error {
        return [check.error(.questionFails(line, reason: error.message))]
      }
    }
    return []
  }
}
