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

  func judge(
    _ answer: FormulaLine, to question: Question, on lab: inout Lab, _ model: LessonModel
  ) throws(CourseError) -> AnswerVerdict {
    let given = try lab.value(ofAnswer: answer)
    let value = try lab.lessonValue(self.answer)
    if AnswerCheck.matches(given, value, tolerance: lab.tolerance(tolerance)) {
      return AnswerVerdict(
        isRight: true, [.prose(CoursePhrases.right(question, answer.text, value))])
    }
    let wrong = question.misconception(of: given, on: lab)
    let message = wrong.map { CoursePhrases.wrong(question.wrongs[$0].message) }
    return AnswerVerdict(
      isRight: false,
      [.prose(message ?? CoursePhrases.notYet(answer.text, given, value.shape))], wrong: wrong)
  }

  func modelAnswer(_ solution: Lesson.Expression?) -> [String] { [solution?.text ?? answer.text] }

  func solutionBlocks(_ lines: [String], on lab: Lab) -> [Block] {
    let line = lines.first ?? ""
    let shown = (try? lab.value(of: answer)).flatMap(CoursePhrases.shown)
    guard let shown, shown != line else {
      return [.prose("It is \(code: line). Type it, or \(code: "skip").")]
    }
    return [.prose("\(code: line) is \(shown). Type it, or \(code: "skip").")]
  }
}

// MARK: Proving

extension NumberQuestion {
  func errors(_ check: QuestionCheck, _ lab: inout Lab) -> [LessonError] {
    let unsound = [check.noValue(answer, lab), check.tolerance(tolerance, lab)].compactMap { $0 }
    guard unsound.isEmpty else { return unsound }
    let bench = lab
    func judge(_ line: String) throws(CourseError) -> AnswerVerdict { try check.judge(line, bench) }
    return check.solutionErrors(judge) + check.emptyErrors(judge) + check.samples(lab, judge)
  }

  func leak(in hint: Prose, on lab: Lab) -> String? {
    HintSecrets.value(of: answer, in: hint, on: lab)
  }
}
