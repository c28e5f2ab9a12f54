import Core
import Course
import Explainer
import Foundation
import FuzzDriver
import Lab
import Lessons
import Presentation

/// A world whose only file is the one of progress.
private final class ProgressHost: CourseHost {
  private(set) var kept: [UInt8]

  init(_ kept: [UInt8]) { self.kept = kept }

  func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] { throw .notFound(path) }
  func write(_ bytes: [UInt8], to path: String) throws(FileError) { throw .notAllowed(path) }
  func names(inFolder path: String) -> [String] { [] }
  var dataFolder: String? { nil }
  var history: [String] { [] }
  func loadProgress() throws(FileError) -> [UInt8]? { kept }

  func saveProgress(_ update: ([UInt8]?) -> ProgressUpdate) throws(FileError) {
    kept = update(kept).bytes
    let again = update(kept)
    precondition(again.bytes == kept && !again.setsAside, "what was written is read the same")
  }
}

private let fresh: Session = {
  let lesson = "---\nlesson: counting\ntitle: A\n---\n\nHello.\n\n## Two {#two}\n\nThere.\n"
  guard let network = try? NetworkFile(Lessons.network),
    let drawings = try? DrawingFile.parse(Lessons.drawings),
    (try? Lesson(LessonFile(name: "01-a.md", bytes: Array(lesson.utf8)))) != nil
  else { preconditionFailure("the content is readable") }
  return Session(
    content: Session.Content(
      network: network, drawings: drawings,
      lessons: [LessonFile(name: "01-a.md", bytes: Array(lesson.utf8))]))
}()

private let renderer = TextRenderer(
  TerminalCapabilities(columns: 40, colors: .trueColor, unicode: true))

/// Reads bytes as a file of progress, goes on with the course, and writes it.
@main
enum Fuzzer {
  static func main() { exit(fuzz { bytes, count in Fuzzer.read(input(bytes, count)) }) }

  static func read(_ bytes: [UInt8]) -> CInt {
    let host = ProgressHost(bytes)
    var session = fresh
    _ = session.invitation(host: host)
    for line in ["lessons", "lesson", "", "", "review"] {
      _ = renderer.render(session.reply(to: line, host: host))
    }
    return 0
  }
}
