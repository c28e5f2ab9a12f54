import Testing

@testable import Course

struct TranscriptTests {
  @Test func `a record of many answers in one step is read, each with its line`() throws {
    let answers = (1...150).map { "784*\($0)  # not yet" } + ["784*16  # comment  # right"]
    let record =
      "---\ntranscript: 1\n---\n\n# Counting {#counting}\n\n## Here {#here}\n\n```typed\n"
    let lines = try Transcript.lines(
      of: LessonFile(
        name: "mine.md",
        bytes: Array((record + answers.joined(separator: "\n") + "\n```\n").utf8)))
    #expect(lines.count == 151)
    #expect(lines.map(\.number) == Array(10...160))
    #expect(lines.allSatisfy { $0.lesson == "counting" && $0.step == "here" })
    #expect(lines[149].text == "784*150" && lines[149].outcome == .wrong)
    #expect(lines[150].text == "784*16  # comment" && lines[150].outcome == .right)
  }

  @Test(arguments: ["right", "784", "784*16  # great", "784*16 # right", "  # "])
  func `a line without what came of it is told`(line: String) {
    let record = "---\ntranscript: 1\n---\n```typed\n\(line)\n```\n"
    #expect(throws: LessonLineError(.notAKey(line), line: 5)) {
      try Transcript.lines(of: LessonFile(name: "mine.md", bytes: Array(record.utf8)))
    }
  }

  @Test(
    arguments: [
      ("---\ntranscript: 1\n---\n", true), ("---\r\ntranscript: 1\r\n", true),
      ("\u{FEFF}---\ntranscript: 1\n", true), ("---\ntranscripts: 1", false), ("---", false),
      ("---\nlesson: transcript:", false), ("", false),
    ])
  func `a record is told from a lesson by how it starts`(text: String, isRecord: Bool) {
    #expect(Transcript.isTranscript(Array(text.utf8)) == isRecord)
  }
}
