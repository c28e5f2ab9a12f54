import Testing

@testable import Course

/// The spellings that every lesson is proved with are those that people type, and spell what they
/// should.
@Suite struct AnswerSpellingsTests {
  private static let spelt: [(Double, [String])] = [
    (3.0, ["3", "it's 3.", "3 pixels", "three", "It is three.", "+3", "3.0"]),
    (12_544, ["12,544", "12 544", "12_544", "12'544", "12544 weights", "１２５４４"]),
    (-5, ["-5", "−5", "minus 5", "negative 5", "- 5", "I think -5"]),
    (0.1192, [".119200", "0,119200", "11.9200%", "11.9200 percent", "0.12", "0.119"]),
    (0.05, ["5.0000%", "0.05"]), (-0.25, ["-25.0000 %", "minus 0.250000", "-.250000"]),
    (2.5, ["2.500000", "2,500000", "2.500000e0", "2.5"]),
  ]

  @Test(arguments: spelt)
  func `a number is spelt as people spell it`(value: Double, expected: [String]) {
    let all = AnswerSpellings.number(value)
    for spelling in expected { #expect(all.contains(spelling), "\(all)") }
  }

  @Test(arguments: [
    (1.0, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"),
    (20, "20th"),
  ])
  func `which one is spelt with its ending`(value: Double, expected: String) {
    let all = AnswerSpellings.number(value, isOrdinal: true)
    #expect(all.contains(expected) && all.contains("the \(expected)"))
    #expect(!AnswerSpellings.number(value).contains(expected))
  }

  @Test func `a number is spelt only as suits it`() {
    #expect(!AnswerSpellings.number(-5).contains { $0.contains("pixels") })
    #expect(
      !AnswerSpellings.number(999).contains("999 ") && !AnswerSpellings.number(21).contains("zero"))
    #expect(!AnswerSpellings.number(2.5).contains { $0.contains("%") })
    #expect(!AnswerSpellings.number(0.1192).contains("0.1"))
    #expect(AnswerSpellings.number(.infinity).isEmpty && AnswerSpellings.number(1e9).isEmpty)
    #expect(
      AnswerSpellings.number(0).contains("0 pixels") && !AnswerSpellings.number(0).contains("zero"))
  }

  @Test func `an option is named by its mark, its position and its text`() {
    let all = AnswerSpellings.option("It's the sum.", mark: "b", position: 1)
    for spelling in [
      "b", "B", "(b)", "Option b.", "second", "the second one", "It's the sum.", "It's the sum",
      "It’s the sum.", "b) It's the sum.", "IT'S THE SUM.", "It's sum.",
    ] {
      #expect(all.contains(spelling), "\(spelling)")
    }
    #expect(!all.contains("first") && !all.contains("third"))
  }

  @Test func `yes and no are said in many ways, and in none of both`() {
    let (yes, no) = (Set(AnswerSpellings.yesNo(true)), Set(AnswerSpellings.yesNo(false)))
    #expect(yes.isSuperset(of: ["yes", "y", "yep", "true", "it does"]))
    #expect(no.isSuperset(of: ["no", "n", "nope", "false", "it doesn't"]))
    #expect(yes.isDisjoint(with: no))
  }
}
