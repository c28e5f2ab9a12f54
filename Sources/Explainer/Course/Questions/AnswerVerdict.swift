import Formulas
import Lab
import Presentation

/// What is to be said to an answer.
struct AnswerVerdict {
  let isRight: Bool
  let blocks: [Block]
  /// What is written down of the answer.
  let outcome: JournalEntry.Outcome
  /// Of an estimate: how far it is from the truth.
  var distance: Double?
  /// Of an estimate: what was thought, and what is so.
  var guess: Progress.Guess?
  /// Which misconception it shows.
  var wrong: Int?
  /// Whether it is nearly right, which nobody is to be blamed for.
  var isClose = false

  /// Whether the question is over: it was answered, or any answer will do.
  var closes: Bool { isRight || outcome == .estimate }

  /// What is said to a right or a wrong answer.
  init(isRight: Bool, _ blocks: [Block], wrong: Int? = nil) {
    self.isRight = isRight
    self.blocks = blocks
    self.wrong = wrong
    outcome = isRight ? .right : .wrong
  }

  /// What is said to an answer that is nearly right, and is to be given again.
  init(close blocks: [Block]) {
    isRight = false
    isClose = true
    self.blocks = blocks
    outcome = .wrong
  }

  /// What is said to an estimate, which is taken as it is.
  init(
    estimateWithin isRight: Bool, _ blocks: [Block], distance: Double?, wrong: Int?,
    guess: Progress.Guess?
  ) {
    self.isRight = isRight
    self.blocks = blocks
    self.distance = distance
    self.guess = guess
    self.wrong = wrong
    outcome = .estimate
  }
}

extension Lab {
  /// The value of an answer.
  func value(ofAnswer answer: FormulaLine) throws(CourseError) -> Value {
    try onBench { () throws(LabError) in try value(of: answer) }
  }

  /// The value of an expression of the lesson's.
  func lessonValue(_ expression: Lesson.Expression) throws(CourseError) -> Value {
    do { return try value(of: expression) } catch {
      throw .lab(.formula(error, line: expression.text))
    }
  }
}
