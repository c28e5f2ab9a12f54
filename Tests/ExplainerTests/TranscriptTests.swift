import Foundation
import Testing

@testable import Course
@testable import Explainer
@testable import Formulas
@testable import Lab
@testable import Presentation

struct TranscriptTests {
  @Test func `the README's transcript is what the program says`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let parts = readme.components(separatedBy: "```")
    let block = try #require(parts.first { $0.hasPrefix("transcript\n") })
    let exchanges = block.components(separatedBy: "nn> ").dropFirst()
    #expect(exchanges.count >= 3)
    var session = try bundledSession()
    for exchange in exchanges {
      let lines = exchange.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      let shown = text(session.reply(to: String(lines[0]), host: ScriptedHost()))
      #expect(
        shown.trimmingCharacters(in: .newlines) == lines[1].trimmingCharacters(in: .newlines))
    }
  }

  @Test func `a record of many answers in one step is read, each with its place`() throws {
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
}
