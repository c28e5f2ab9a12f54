import Testing

@testable import Course
@testable import Explainer
@testable import Formulas
@testable import Presentation

/// What a hint gives away of an answer, and what it does not.
struct HintSecretsTests {
  private func leak(_ answer: String, _ hint: Prose) throws -> String? {
    let expression = Lesson.Expression(
      text: answer, syntax: try syntax(answer), location: Lesson.Location(line: 1, column: 1))
    return HintSecrets.value(of: expression, in: hint, on: try session().classroom.lab)
  }

  @Test(
    arguments: [
      ("3", "It is 3.", "3"), ("3", "3 of them", "3"), ("3", "Look at layer 3.", nil),
      ("3", "Layer 3 has it.", nil), ("3", "So many layers: 3!", "3"), ("12", "Try (12);", "12"),
      ("99", "See pixel 99.", nil), ("100", "See pixel 100.", "100"), ("-99", "a -99", nil),
      ("-100", "a -100", "-100"), ("12544", "Nearly 12,544?", "12,544"),
      ("10", "There are ten.", nil),
      ("count(W1)", "784*16 or so", "784*16"), ("3", "No more than 4.", nil), ("3", "", nil),
      ("3", "a3 and b", nil),
    ] as [(String, String, String?)])
  func `a number among the words`(answer: String, hint: String, secret: String?) throws {
    #expect(try leak(answer, Prose(hint)) == secret)
  }

  @Test func `something to type that comes to the answer`() throws {
    #expect(try leak("12544", "Type \(code: "784*16") now.") == "784*16")
    #expect(try leak("12544", "Type \(code: "784*15") now.") == nil)
    #expect(try leak("3", "In layer \(code: "3").") == "3")
  }

  @Test func `signs at an end are taken off`() {
    #expect("12?!".trimmingEnd(of: ".,:?!") == "12" && "?!".trimmingEnd(of: "?!") == "")
    #expect(".5.".trimmingEnd(of: ".") == ".5" && "".trimmingEnd(of: ".") == "")
  }
}
