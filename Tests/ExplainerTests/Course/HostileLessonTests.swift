import Testing

@testable import Course
@testable import Lab

/// Files that nobody would write by mistake: none of them traps or takes long.
struct HostileLessonTests {
  private static let front = "---\nlesson: sample\ntitle: Sample\n---\n\n"

  private func error(_ bytes: [UInt8]) -> LessonError.Kind? {
    do {
      _ = try Lesson(LessonFile(name: "x.md", bytes: bytes))
      return nil
    } catch {
      return error.kind
    }
  }

  @Test func `a line of 100 MB is too long, wherever it stands`() {
    let line = [UInt8](repeating: 0x61, count: 100_000_000)
    #expect(error(line) == .lineTooLong(limit: LessonText.lineLimit))
    #expect(error(Array(Self.front.utf8) + line) == .lineTooLong(limit: LessonText.lineLimit))
  }

  @Test func `a file of many lines is too large`() {
    let bytes = Array((Self.front + String(repeating: "word\n\n", count: 100_000)).utf8)
    #expect(error(bytes) == .tooLarge(limit: LessonText.fileLimit))
  }

  @Test func `bytes that are not UTF-8 are told with their line`() {
    do {
      _ = try Lesson(LessonFile(name: "x.md", bytes: Array(Self.front.utf8) + [0x61, 0xFF, 0x0A]))
      Issue.record("it was read")
    } catch {
      #expect(error.kind == .notUTF8)
      #expect(error.location.line == 6)
    }
  }

  @Test(arguments: [
    String(repeating: "> ", count: 1000) + "x", String(repeating: "- ", count: 1000) + "x",
    String(repeating: "*a ", count: 300) + String(repeating: "a* ", count: 300),
  ])
  func `what lies deep inside is refused or flat`(text: String) {
    let kind = error(Array((Self.front + text).utf8))
    #expect(kind == .tooDeep(limit: Markdown.depthLimit))
  }

  /// Patterns for which a careless parser needs time that grows with the square of the text.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "[", "![[]()", "`", "*_", "<!--", "&#", "[a](", "](", "<a ", "![l](", "\\", "a\\`", "[^", "|",
    ])
  func `patterns that slow parsers down come to an end`(pattern: String) {
    let line = String(repeating: pattern, count: 3900 / pattern.utf8.count)
    let text = Self.front + Array(repeating: line, count: 30).joined(separator: "\n")
    _ = error(Array(text.utf8))
  }

  @Test func `escape sequences do not reach the screen`() throws {
    let text =
      Self.front.replacing("Sample", with: "\u{1B}]0;mine\u{7}S\u{202E}ample")
      + "Look \u{1B}[2J\u{9B}31mhere\r. &#27;[1m\n\n```run\npar\u{1B}ams\n```\n"
    var session = try session(with: file(text))
    let shown = session.play("lesson sample")
    #expect(
      shown.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 32 && $0.value != 0x9B })
    #expect(shown.contains("Look"))
  }

  @Test func `the other lessons still work beside a broken one`() throws {
    var session = try session(with: file("junk", "00-junk.md"), file(soundLesson))
    let list = session.play("lessons")
    #expect(list.contains("00-junk.md:1:1: a lesson starts with ---"))
    #expect(session.play("lesson sample").contains("  1/5"))
  }

  @Test func `a lesson cannot write, even by a command that nobody thought of`() throws {
    let host = ScriptedHost()
    host.files.contents["net"] = [1, 2, 3]
    let sealed = SealedHost(host: host)
    #expect(throws: FileError.notAllowed("net")) { try sealed.read("net", limit: 10) }
    #expect(throws: FileError.notAllowed("net")) { try sealed.write([], to: "net") }
    #expect(sealed.names(inFolder: ".").isEmpty)
    #expect(host.files.contents["net"] == [1, 2, 3])
  }

  @Test(.timeLimit(.minutes(2))) func `an expression that would never end is refused`() throws {
    let endless = "answer: sum(W1·W1ᵀ·W1·W1ᵀ) + "
    let text = soundLesson.replacing(
      "answer: count(W1)",
      with: endless + Array(repeating: "sum(W1ᵀ·W1·W1ᵀ·W1)", count: 40).joined(separator: " + "))
    let problems = try problems(in: file(text))
    #expect(problems.contains { $0.contains("24:") && $0.contains("has no value") })
  }

  @Test(arguments: [
    "save net", "open net", "export net", "history", "quit", "check .", "digit ./drawing.png",
    "lesson sample", "sav net", "digit draw", "train drawn epochs=100000",
    "train drawn examples=1000000", "train drawn epochs=50 examples=3000",
  ])
  func `a command that leaves the lesson, touches a file or takes ages is refused where it stands`(
    command: String
  ) throws {
    let text = soundLesson.replacing("```run\nparams\n", with: "```run\n\(command)\n")
    let found = try problems(in: file(text))
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("01-sample.md:19:1: ") == true, "\(found)")
  }

  @Test(arguments: [
    "train train", "accuracy test", "plot x^x^x^x^x^x", "explain 9^9^9^9", "sum(W1ᵀ·W1)",
    "new 784 9000000 10",
  ])
  func `work that would never end is an error or is soon done`(command: String) throws {
    let text = soundLesson.replacing("```run\nparams\n", with: "```run\n\(command)\n")
    let time = try ContinuousClock().measure { _ = try problems(in: file(text)) }
    #expect(time < .seconds(10), "\(command)")
  }
}
