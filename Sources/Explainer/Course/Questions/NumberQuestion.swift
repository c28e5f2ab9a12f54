import Lab
import Presentation

/// `ask number`: something of this value, however it is written.
struct NumberQuestion: QuestionKind {
  static let name = "number"
  static let keys = [
    AskKey("question"), AskKey("answer"), AskKey("tolerance"), AskKey("wrong", repeats: true),
    AskKey("right"), AskKey("hint", repeats: true), AskKey("solution"),
  ]

  let answer: Lesson.Expression
  /// Nil where the answer must be as exact as it is shown.
  let tolerance: Lesson.Expression?

  init(_ fields: LessonFields) throws(LessonLineError) {
    answer = try fields.requiredExpression("answer")
    tolerance = try fields.expression("tolerance")
  }

  var instruction: String { "Type a number or a formula" }
  var takesNamed: Bool { true }

  func judge(
    _ answer: FormulaLine, to question: Question, on lab: inout Lab, _ model: LessonModel
  ) throws(CourseError) -> AnswerVerdict {
    try verdict(on: answer, question, key(question, lab), lab)
  }

  private func key(_ question: Question, _ lab: Lab) throws(CourseError) -> AnswerKey {
    try AnswerKey(answer, tolerance: tolerance, question, on: lab)
  }

  private func verdict(
    on line: FormulaLine, _ question: Question, _ key: AnswerKey, _ lab: Lab
  ) throws(CourseError) -> AnswerVerdict {
    let asked = AskedNumber(question, count: key.expected.shape.count)
    let given = try AnswerReading(line.text).given(line, on: lab, for: asked)
    guard let result = key.result(given.candidates) else {
      throw .notAnAnswer(notUnderstood(line.text))
    }
    if let verdict = unlike(given, result, key) { return verdict }
    switch result.finding {
    case .right:
      return AnswerVerdict(
        isRight: true, [.prose(CoursePhrases.right(question, given, key, result))])
    case .wrong(let index):
      let message = CoursePhrases.wrong(question.wrongs[index].message)
      return AnswerVerdict(isRight: false, [.prose(message)], wrong: index)
    case .close(let agreement):
      return AnswerVerdict(close: [.prose(CoursePhrases.close(agreement, result.given.written))])
    case .unknown:
      return AnswerVerdict(
        isRight: false,
        [.prose(CoursePhrases.notYet(given, result, key, isOrdinal: asked.isOrdinal))])
    }
  }

  /// Of a sum that does not come to what stands after its equals sign, one may still be right.
  private func unlike(
    _ given: GivenAnswer, _ result: AnswerKey.Result, _ key: AnswerKey
  ) -> AnswerVerdict? {
    guard let sum = given.unlike, let value = sum.candidates.first?.value else { return nil }
    let isRight = (key.result(sum.candidates)?.finding).map(\.isRight) ?? false
    guard isRight || result.finding.isRight else { return nil }
    return AnswerVerdict(
      close: [.prose(CoursePhrases.unlike(sum.text, value, given.text, sumIsRight: isRight))])
  }

  func modelAnswer(_ solution: Lesson.Expression?) -> [String] { [solution?.text ?? answer.text] }

  var about: Lesson.Expression? { answer }

  func truth(on lab: Lab) -> Prose? {
    (try? lab.value(of: answer)).flatMap(CoursePhrases.shown).map { Prose($0) }
  }

  func solutionBlocks(_ lines: [String], on lab: Lab) -> [Block] {
    let line = lines.first ?? ""
    let shown = (try? lab.value(of: answer)).flatMap(CoursePhrases.shown)
    guard let shown, shown != line else {
      return [.prose("It is \(code: line).")]
    }
    return [.prose("\(code: line) is \(shown).")]
  }
}

// MARK: Proving

extension NumberQuestion {
  func errors(_ check: QuestionCheck, _ lab: inout Lab) -> [LessonError] {
    let unsound = [check.noValue(answer, lab), check.tolerance(tolerance, lab)].compactMap { $0 }
    guard unsound.isEmpty else { return unsound }
    if let tolerance, isNeedless(on: lab) {
      return [check.error(.needlessTolerance(tolerance.text), at: tolerance.location)]
    }
    let bench = lab
    func judge(_ line: String) throws(CourseError) -> AnswerVerdict { try check.judge(line, bench) }
    return check.solutionErrors(judge) + check.emptyErrors(judge) + check.samples(lab, judge)
      + spellings(check, lab)
  }

  /// Whether a tolerance allows no more than the rule for all questions does.
  private func isNeedless(on lab: Lab) -> Bool {
    guard let most = lab.tolerance(tolerance), let value = (try? lab.value(of: answer))?.number
    else { return false }
    return most <= abs(value) * (value == value.rounded() ? 0.001 : RoundingRule.most)
  }

  /// However the right answer and the wrong ones are typed, they stay what they are.
  private func spellings(_ check: QuestionCheck, _ lab: Lab) -> [LessonError] {
    guard let key = try? key(check.question, lab) else { return [] }
    return check.spellings(key) { line throws(CourseError) in
      try verdict(on: FormulaLine(line), check.question, key, lab)
    }
  }

  func leak(in hint: Prose, on lab: Lab) -> String? {
    HintSecrets.value(of: answer, in: hint, on: lab)
  }
}
