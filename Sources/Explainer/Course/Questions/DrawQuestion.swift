import Lab
import Presentation

/// `ask draw`: a picture of the learner's own that makes a predicate of the bench true. Where nobody
/// can draw, strokes that are typed, a file of them or one of the program's drawings does as well.
struct DrawQuestion: TaskQuestion {
  static let name = "draw"
  static let keys = [
    AskKey("question"), AskKey("digit"), AskKey("start", repeats: true), AskKey("expect"),
    AskKey("wrong", repeats: true), AskKey("halfway", repeats: true), AskKey("slip", repeats: true),
    AskKey("right"), AskKey("hint", repeats: true), AskKey("strokes", repeats: true),
  ]

  /// Which digit it should become; nil where it is to be none.
  let digit: Int?
  let preparation: [Lesson.Command]
  let expect: Lesson.Expression
  let solution: [Lesson.Command]

  init(_ fields: LessonFields) throws(LessonLineError) {
    let first = try fields.required("strokes")
    digit = try fields["digit"].map { field throws(LessonLineError) in
      guard let digit = Int(field.value), (0...9).contains(digit) else {
        throw LessonLineError(
          .question("a digit is 0 to 9, not '\(field.value.excerpt)'."), at: field.valueLocation)
      }
      return digit
    }
    let start = try fields.commands("start")
    preparation =
      start.isEmpty ? [.init(content: "digit blank", location: first.location)] : start
    expect = try fields.requiredExpression("expect")
    let line = "draw " + fields.all("strokes").map(\.value).joined(separator: " / ")
    solution = [try LessonCommandRule.command(line, at: first.valueLocation)]
  }

  var instruction: String {
    "Type draw" + (digit.map { "; one of ours does as well, such as digit \($0) 4" } ?? "")
  }
  var reminder: Prose { "There is something to draw first, or \(code: "skip") it." }
  var needsMisconceptions: Bool { false }

  /// What the network saw in the drawing.
  func remark(on lab: Lab) -> Prose? { lab.seen(meaning: digit) }
}
