import Core
import Lessons
import Testing

@testable import Course
@testable import Explainer
@testable import Lab
@testable import Presentation

/// A world that a test has written.
struct ScriptedHost: CourseHost {
  final class Files {
    var contents: [String: [UInt8]] = [:]
    /// Questions that were asked, and how they are answered.
    var questions: [String] = []
    var answer = true
  }

  let files = Files()
  var dataFolder: String?
  var history: [String] = []
  var hasScreen = false

  func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    guard let bytes = files.contents[path] else { throw .notFound(path) }
    return bytes
  }

  func size(of path: String) throws(FileError) -> Int? { files.contents[path]?.count }

  func confirms(_ question: Prose) -> Bool {
    files.questions.append(question.text)
    return files.answer
  }

  func write(_ bytes: [UInt8], to path: String) throws(FileError) { files.contents[path] = bytes }

  func names(inFolder path: String) -> [String] {
    let folder = path == "." ? "" : path.hasSuffix("/") ? path : path + "/"
    return files.contents.keys.filter { $0.hasPrefix(folder) }.map {
      String($0.dropFirst(folder.count))
    }
  }
}

/// A session with the bundled content.
func bundledSession(
  lessons: [LessonFile] = Lessons.course.map { LessonFile(name: $0.name, bytes: $0.bytes) }
) throws -> Session {
  Session(content: try bundledContent(lessons: lessons))
}

/// What the program carries.
func bundledContent(
  lessons: [LessonFile] = Lessons.course.map { LessonFile(name: $0.name, bytes: $0.bytes) }
) throws -> Session.Content {
  Session.Content(
    network: try NetworkFile(Lessons.network), drawings: try DrawingFile.parse(Lessons.drawings),
    lessons: lessons)
}

/// The reply to the last of some lines.
func reply(_ lines: String..., host: ScriptedHost = ScriptedHost()) throws -> Reply {
  var session = try bundledSession()
  return lines.reduce(Reply()) { session.reply(to: $1, host: host) }
}

/// The reply as it is shown in a pipe.
func text(
  _ reply: Reply, columns: Int = 80, colors: TerminalCapabilities.ColorDepth = .none,
  unicode: Bool = true
) -> String {
  TextRenderer(TerminalCapabilities(columns: columns, colors: colors, unicode: unicode))
    .render(reply)
}

/// Checks that a line's reply contains a text.
func expectReply(
  to line: String, _ part: String, host: ScriptedHost = ScriptedHost(),
  at location: SourceLocation = #_sourceLocation
) throws {
  let shown = text(try reply(line, host: host))
  #expect(shown.contains(part), "\(shown)", sourceLocation: location)
}

/// Checks that a line fails with exactly these two sentences and changes nothing.
func expectProblem(
  _ line: String, _ message: String, _ hint: String, host: ScriptedHost = ScriptedHost(),
  at location: SourceLocation = #_sourceLocation
) throws {
  var session = try bundledSession()
  let before = session
  let problem = session.reply(to: line, host: host).error
  #expect(problem?.message == message, sourceLocation: location)
  #expect(problem?.hint.text == hint, sourceLocation: location)
  #expect(session.network == before.network, sourceLocation: location)
  #expect(session.current == before.current, sourceLocation: location)
}
