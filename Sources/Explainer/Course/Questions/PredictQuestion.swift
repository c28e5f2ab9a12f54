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

  /// An estimate is taken as it is; then the truth is shown, and the distance told.
  func judge(
    _ answer: FormulaLine, to question: Question, on lab: inout Lab, _ model: LessonModel
  ) throws(CourseError) -> AnswerVerdict {
    let estimate = try lab.value(ofAnswer: answer)
    let replies = model.execute([reveal], &lab)
    let shown = LessonModel.blocks([reveal], replies)
    return try verdict(on: estimate, question, lab, after: shown)
  }

  private func verdict(
    on estimate: Value, _ question: Question, _ lab: Lab, after shown: [Block]
  ) throws(CourseError) -> AnswerVerdict {
    let truth = try lab.lessonValue(answer)
    let isRight = AnswerCheck.matches(estimate, truth, tolerance: lab.tolerance(tolerance))
    let distance = AnswerCheck.distance(estimate, truth)
    let wrong = isRight ? nil : question.misconception(of: estimate, on: lab)
    let told = [wrong.map { question.wrongs[$0].message }, question.praise].compactMap { $0 }
    let opening = CoursePhrases.estimate(estimate, truth, distance, isRight: isRight)
    return AnswerVerdict(
      estimateWithin: isRight, shown + ([opening] + told).map { .prose($0) }, distance: distance,
      wrong: wrong)
  }

  func modelAnswer(_ solution: Lesson.Expression?) -> [String] { [solution?.text ?? answer.text] }

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
    guard unsound.isEmpty else { return failures + unsound }
    let bench = lab
    func judge(_ line: String) throws(CourseError) -> AnswerVerdict {
      try verdict(
        on: bench.value(ofAnswer: FormulaLine(line)), check.question, bench, after: [])
    }
    return failures + check.solutionErrors(judge) + check.samples(lab, judge)
  }

  func leak(in hint: Prose, on lab: Lab) -> String? {
    HintSecrets.value(of: answer, in: hint, on: lab)
  }
}
