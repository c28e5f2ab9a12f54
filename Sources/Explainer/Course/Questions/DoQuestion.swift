import Lab
import Presentation

/// `ask do`: anything that makes a predicate of the bench true.
struct DoQuestion: TaskQuestion {
  static let name = "do"
  static let keys = [
    AskKey("question"), AskKey("start", repeats: true), AskKey("expect"),
    AskKey("wrong", repeats: true), AskKey("halfway", repeats: true), AskKey("slip", repeats: true),
    AskKey("right"),
    AskKey("hint", repeats: true), AskKey("solution", repeats: true),
  ]

  let preparation: [Lesson.Command]
  let expect: Lesson.Expression
  let solution: [Lesson.Command]

  init(_ fields: LessonFields) throws(LessonLineError) {
    _ = try fields.required("solution")
    preparation = try fields.commands("start")
    expect = try fields.requiredExpression("expect")
    solution = try fields.commands("solution")
  }

  var instruction: String { "Type commands until it is done" }
  var reminder: Prose { "There is something to do first, or \(code: "skip") it." }
}
