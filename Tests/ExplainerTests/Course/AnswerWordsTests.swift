import Testing

@testable import Course

/// Answers in plain words.
struct AnswerWordsTests {
  @Test(
    arguments: [
      ("zero", "0"), ("three", "3"), ("Twenty!", "20"), ("twenty-one", nil), ("half", "0.5"),
      ("a quarter", "0.25"), ("nothing", "0"), ("none", "0"), ("it is seven", "7"),
      ("three four", nil), ("", nil), ("the", nil), ("twelve.", "12"), ("nineteen", "19"),
      ("seven one", nil),
    ] as [(String, String?)])
  func `a number in words`(line: String, digits: String?) {
    #expect(AnswerWords.number(line) == digits)
  }

  @Test(
    arguments: [
      ("the first", 1), ("the second one", 2), ("ninth", 9), ("tenth", nil), ("a", 1), ("b", 2),
      ("I", 9), ("j", nil), ("option b", 2), ("number two", 2), ("the", nil), ("one", 1),
      ("second two one", nil), ("first second", nil), ("first two", nil), ("an", nil),
    ] as [(String, Int?)])
  func `a position in words`(line: String, position: Int?) {
    #expect(AnswerWords.position(line) == position)
  }

  @Test(
    arguments: [
      ("I don't know", true), ("why?", true), ("?", true), ("no idea!", true), ("well-known", true),
      ("3", false), ("a1", false), ("x + y", false), ("", false), ("...", false), ("   ", false),
      ("it is 3", false), ("hm, what’s that?", true),
    ])
  func `talk is no answer`(line: String, isTalk: Bool) {
    #expect(AnswerWords.isTalk(line) == isTalk)
  }
}
