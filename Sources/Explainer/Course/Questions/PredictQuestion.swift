import Formulas
import Lab
import Presentation

/// `ask predict`: an estimate, before the reveal shows what is so.
struct PredictQuestion: QuestionKind {
  static let name = "predict"
  static let keys = [
    AskKey("question"), AskKey("reveal"), AskKey("answer"), AskKey("tolerance"),
    AskKey("wrong", repeats: true), AskKey("right"), AskKey("hint", repeats: true),
    AskKey("solution"),
  ]

  private let answer: Lesson.Expression
  /// Nil where only the very number is a good guess.
  private let tolerance: Lesson.Expression?
  private let reveal: Lesson.Command

  init(_ fields: LessonFields) throws(LessonLineError) {
    answer = try fields.requiredExpression("answer")
    tolerance = try fields.expression("tolerance")
    reveal = try LessonCommandRule.command(try fields.required("reveal"))
  }

  var instruction: String { "Type your guess" }
  var reminder: Prose { "Guess first: any number will do. Or \(code: "skip") it." }
  var consequences: [Lesson.Command] { [reveal] }

  func notUnderstood(_ line: String) -> ErrorMessage {
    ErrorMessage(
      "'\(line.trimmed.excerpt)' is no number.",
      "Any number will do: it is only a guess. \(code: "hint") helps.")
  }

  /// An estimate is taken as it is, unless it cannot be one; then the truth is shown, and the
  /// distance told.
  func judge(
    _ answer: FormulaLine, to question: Question, on lab: inout Lab, _ model: LessonModel
  ) throws(CourseError) -> AnswerVerdict {
    let given = try AnswerReading(answer.text).given(
      answer, on: lab, for: AskedNumber(question, count: 1))
    var after = lab
    let replies = model.execute([reveal], &after)
    let shown = LessonModel.blocks([reveal], replies)
    let verdict = try verdict(
      on: given, question, AnswerKey(self.answer, tolerance: tolerance, question, on: after),
      after: shown)
    if verdict.closes { lab = after }
    return verdict
  }

  private func verdict(
    on given: GivenAnswer, _ question: Question, _ key: AnswerKey, after shown: [Block]
  ) throws(CourseError) -> AnswerVerdict {
    let range = GuessRange(question.text.text)
    let possible = given.candidates.filter { range?.holds($0.value) ?? true }
    guard let result = key.result(possible.isEmpty ? given.candidates : possible) else {
      throw .notAnAnswer(notUnderstood(given.text))
    }
    if let range, possible.isEmpty, !result.finding.isRight {
      guard case .wrong(let index) = result.finding else {
        throw .notAnAnswer(range.refusal)
      }
      let message = CoursePhrases.wrong(question.wrongs[index].message)
      return AnswerVerdict(isRight: false, [.prose(message)], wrong: index)
    }
    return told(result, question, key, after: shown)
  }

  private func told(
    _ result: AnswerKey.Result, _ question: Question, _ key: AnswerKey, after shown: [Block]
  ) -> AnswerVerdict {
    var estimate = result.given.value
    var opening: [Prose] = []
    if case .right(.percent) = result.finding, let written = result.given.written {
      estimate = .number(written.asPercent.value)
      opening = [
        "\(CoursePhrases.percent(written)) is right; as a share it is \(written.asPercent.value.words)."
      ]
    }
    var wrong: Int?
    if case .wrong(let index) = result.finding { wrong = index }
    let isRight = result.finding.isRight
    let distance = AnswerCheck.distance(estimate, key.expected)
    let remark =
      isRight ? nil : NearMiss(result.given, key.expected, isOrdinal: false).flatMap(\.remark)
    let told = [wrong.map { question.wrongs[$0].message } ?? remark, question.praise]
      .compactMap { $0 }
    let all =
      opening + [CoursePhrases.estimate(estimate, key.expected, distance, isRight: isRight)] + told
    return AnswerVerdict(
      estimateWithin: isRight, shown + all.map { .prose($0) }, distance: distance, wrong: wrong,
      guess: Progress.Guess(said: estimate, measured: key.expected))
  }

  func modelAnswer(_ solution: Lesson.Expression?) -> [String] { [solution?.text ?? answer.text] }

  var about: Lesson.Expression? { answer }

  func truth(on lab: Lab) -> Prose? {
    (try? lab.value(of: answer)).flatMap(CoursePhrases.shown).map { Prose($0) }
  }

  func solutionBlocks(_ lines: [String], on lab: Lab) -> [Block] {
    [
      .prose(
        "Any guess will do: then you see how near it is. The exact number is \(code: lines.first ?? "")."
      )
    ]
  }
}

// MARK: Proving

extension PredictQuestion {
  func errors(_ check: QuestionCheck, _ lab: inout Lab) -> [LessonError] {
    let failures = check.execute([reveal], &lab)
    let unsound = [check.noValue(answer, lab), check.tolerance(tolerance, lab)].compactMap { $0 }
    guard unsound.isEmpty,
      let key = try? AnswerKey(answer, tolerance: tolerance, check.question, on: lab)
    else { return failures + unsound }
    if let range = GuessRange(check.question.text.text), !range.holds(key.expected) {
      return failures + [check.error(.truthOutOfRange, at: answer.location)]
    }
    let bench = lab
    func judge(_ line: String) throws(CourseError) -> AnswerVerdict {
      let given = try AnswerReading(line).given(
        FormulaLine(line), on: bench, for: AskedNumber(check.question, count: 1))
      return try verdict(on: given, check.question, key, after: [])
    }
    return failures + check.solutionErrors(judge) + check.samples(lab, judge)
      + check.spellings(key, judge)
  }

  func leak(in hint: Prose, on lab: Lab) -> String? {
    HintSecrets.value(of: answer, in: hint, on: lab)
  }
}
