import Testing

@testable import Course

/// How near is near enough, just inside and just outside.
struct AnswerToleranceTests {
  @Test(arguments: [
    // Any number to the four decimals it is shown with.
    ("0.85876", "0.858712", true), ("0.85877", "0.858712", false), ("0.8588", "0.858712", false),
    ("0.50005", "0.5001", true), ("0.50004", "0.5001", false), ("-0.4999", "-0.49994", true),
    ("-0.4999", "-0.49996", false), ("0.4999", "-0.4999", false),
    // A whole number must be met.
    ("12.0001", "12", false), ("0.0000009", "0", true), ("0.0000012", "0", false),
    ("-0.0000012", "0", false), ("13", "12", false), ("1.00001", "1", false),
    // What a Float cannot tell apart is alike.
    ("12544.024", "12544", true), ("12544.027", "12544", false), ("12543.97", "12544", false),
    ("100000.65", "100000.5", true), ("100000.8", "100000.5", false),
  ])
  func `without a tolerance`(given: String, wanted: String, isRight: Bool) throws {
    #expect(AnswerCheck.matches(try value(given), try value(wanted)) == isRight)
  }

  @Test(arguments: [
    ("0.5099", "0.5", true), ("0.5101", "0.5", false), ("0.4901", "0.5", true),
    ("0.4899", "0.5", false), ("7.009", "7", true), ("7.011", "7", false),
    ("[1, 2.009]", "[1, 2]", true), ("[1, 2.011]", "[1, 2]", false),
  ])
  func `with a tolerance of a hundredth`(given: String, wanted: String, isRight: Bool) throws {
    #expect(AnswerCheck.matches(try value(given), try value(wanted), tolerance: 0.01) == isRight)
  }

  @Test func `a lesson's tolerance is the one it says`() throws {
    let lesson = """
      ---
      lesson: sample
      title: A sample
      minutes: 3
      needs:
      teaches: digit
      video: 11:34
      ---

      # A sample

      Prose.

      ## Guess {#guess}

      ```ask number
      question: What is a half?
      answer: 1/2
      tolerance: 0.1/2
      wrong 1: All of it.
      hint: Less than one.
      hint: More than a quarter.
      ```
      """
    for (answer, isRight) in [("0.549", true), ("0.551", false), ("0.451", true), ("0.449", false)]
    {
      var session = try session(with: file(lesson))
      _ = session.play("lesson sample 2")
      #expect(session.play(answer).contains("Right") == isRight, "\(answer)")
    }
  }
}
