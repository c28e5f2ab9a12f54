import Core
import Course
import Explainer
import Foundation
import FuzzDriver
import Lab
import Lessons
import Presentation

/// A world without files, in which long commands are asked to stop at once.
private struct HastyHost: CourseHost {
  func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] { throw .notFound(path) }
  func write(_ bytes: [UInt8], to path: String) throws(FileError) { throw .notAllowed(path) }
  func names(inFolder path: String) -> [String] { [] }
  var dataFolder: String? { nil }
  var history: [String] { [] }
  var isInterrupted: Bool { true }
}

private let bundled: Session.Content = {
  guard let network = try? NetworkFile(Lessons.network),
    let drawings = try? DrawingFile.parse(Lessons.drawings)
  else { preconditionFailure("the bundled content is readable") }
  return Session.Content(network: network, drawings: drawings)
}()

private let renderer = TextRenderer(
  TerminalCapabilities(columns: 40, colors: .trueColor, unicode: true))

/// Reads bytes as a lesson, and takes it as somebody would who knows nothing: an error that points
/// into the file, or a lesson that can be gone through.
@main
enum Fuzzer {
  static func main() { exit(fuzz { bytes, count in Fuzzer.read(input(bytes, count)) }) }

  static func read(_ bytes: [UInt8]) -> CInt {
    let file = LessonFile(name: "01-fuzz.md", bytes: bytes)
    do {
      let lesson = try Lesson(file)
      precondition(!lesson.id.isEmpty && !lesson.steps.isEmpty)
    } catch {
      precondition(error.location.line >= 1 && error.location.column >= 1)
      return 0
    }
    // Millions of random weights are no finding, only slow.
    guard !String(decoding: bytes, as: UTF8.self).contains("new") else { return 0 }
    var content = bundled
    content.lessons = [file]
    var session = Session(content: content)
    for line in ["lesson 1", "", "hint", "7", "hint", "solution", "skip", "", "back", "where"] {
      _ = renderer.render(session.reply(to: line, host: HastyHost()))
    }
    return 0
  }
}
