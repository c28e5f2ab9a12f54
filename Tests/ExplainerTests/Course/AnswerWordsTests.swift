import Testing

@testable import Course

/// Lines that are no answers.
struct AnswerWordsTests {
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
