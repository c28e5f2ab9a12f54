import Foundation
import Testing

@testable import Course

/// The guide for authors says what is so.
struct WritingLessonsTests {
  private func guide() throws -> String {
    let file = packageFolder.appending(path: "docs/WRITING-LESSONS.md")
    return try String(contentsOf: file, encoding: .utf8)
  }

  @Test func `its lesson is sound and has every kind of question`() throws {
    let parts = try guide().components(separatedBy: "````")
    try #require(parts.count == 3)
    let lesson = String(parts[1].dropFirst("markdown\n".count))
    #expect(try problems(in: file(lesson)) == [])
    for kind in QuestionKinds.all {
      #expect(lesson.contains("```ask \(kind.name)\n"), "\(kind.name)")
    }
  }

  @Test func `it names every kind and every key`() throws {
    let guide = try guide()
    for kind in QuestionKinds.all { #expect(guide.contains("| `\(kind.name)` |")) }
    for key in AskParser.allKeys {
      #expect(["`", " ", ":"].contains { guide.contains("`\(key)\($0)") }, "\(key)")
    }
  }
}
