import Testing

@testable import Course
@testable import Explainer
@testable import Lab

/// A world with a file of progress.
final class KeptProgress: CourseHost {
  var bytes: [UInt8]?
  var aside: [[UInt8]] = []
  var failure: FileError?
  var today = 20_000
  let dataFolder: String? = nil
  let history: [String] = []

  func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] { throw .notFound(path) }
  func write(_ bytes: [UInt8], to path: String) throws(FileError) {}
  func names(inFolder path: String) -> [String] { [] }

  func loadProgress() throws(FileError) -> [UInt8]? {
    if let failure { throw failure }
    return bytes
  }

  func saveProgress(_ update: ([UInt8]?) -> ProgressUpdate) throws(FileError) {
    if let failure { throw failure }
    let update = update(bytes)
    if update.setsAside, let bytes { aside.append(bytes) }
    bytes = update.bytes
  }
}

struct ProgressTests {
  private func type(_ lines: String..., in session: inout Session, _ host: KeptProgress) -> String {
    lines.map { text(session.reply(to: $0, host: host)) }.joined()
  }

  @Test func `what was done is there the next time`() throws {
    let host = KeptProgress()
    var first = try session(with: file(soundLesson))
    _ = type("lesson sample", "", "7", "12544", in: &first, host)
    var second = try session(with: file(soundLesson))
    #expect(type("lessons", in: &second, host).contains("2 of 5, 1 missed"))
    #expect(type("lesson", in: &second, host).contains("·  3/5"))
    #expect(type("where", in: &second, host).contains("done  2  Numbers"))
  }

  @Test func `it is written after every step, and not without need`() throws {
    let host = KeptProgress()
    var session = try session(with: file(soundLesson))
    _ = type("lesson sample", in: &session, host)
    let first = try #require(host.bytes)
    _ = type("", "where", "hint", "digit 7", in: &session, host)
    #expect(host.bytes == first)
    _ = type("12544", in: &session, host)
    #expect(host.bytes != first)
  }

  @Test func `two prompts at once lose nothing`() throws {
    let host = KeptProgress()
    var one = try session(with: file(soundLesson))
    var other = one
    _ = type("lesson sample 2", in: &one, host)
    _ = type("lesson sample 3", in: &other, host)
    _ = type("12544", in: &one, host)
    _ = type("3", "2", in: &other, host)
    _ = type("", in: &one, host)
    guard case .success(let kept) = ProgressFile.decode(try #require(host.bytes)) else {
      Issue.record("not progress")
      return
    }
    #expect(kept["sample"].done == ["numbers", "choices"])
    #expect(kept["sample"].questions["choices"]?.isOpen == true)
  }

  @Test func `merging takes the larger of each, in any order`() {
    var one = Progress()
    one.add(.missed(lesson: "a", question: "q"), on: 1)
    var other = one
    other.add(.mastered(lesson: "a", question: "q"), on: 2)
    one.add(.done(lesson: "a", step: "s"), on: 1)
    other.add(.finished(lesson: "b"), on: 1)
    let merged = one.merged(with: other)
    #expect(merged == other.merged(with: one))
    #expect(merged["a"].questions["q"]?.isOpen == false)
    #expect(merged["a"].done == ["s"])
    #expect(merged["b"].isFinished)
    one = merged
    one.add(.missed(lesson: "a", question: "q"), on: 1)
    #expect(one.merged(with: other)["a"].questions["q"]?.isOpen == true)
  }

  @Test func `the bytes come back as they were, and say their version`() throws {
    var progress = Progress()
    progress.add(.done(lesson: "a", step: "s"), on: 1)
    progress.add(.missed(lesson: "a", question: "s/2"), on: 3)
    progress.add(.started(lesson: "a"), on: 3)
    let bytes = ProgressFile.encode(progress)
    #expect(ProgressFile.decode(bytes) == .success(progress))
    #expect(String(decoding: bytes, as: UTF8.self).contains("\"version\" : 1"))
  }

  @Test(arguments: [
    "", "{", "[]", "{}", "{\"version\":1}", "{\"version\":0,\"lessons\":{}}",
    "{\"version\":1,\"lessons\":{\"a\":{\"done\":3}}}", "\u{0}\u{0}\u{0}",
  ])
  func `what is not progress is set aside with a message, never overwritten`(kept: String) throws {
    let host = KeptProgress()
    host.bytes = Array(kept.utf8)
    #expect(ProgressFile.decode(Array(kept.utf8)) == .failure(.damaged))
    var session = try session(with: file(soundLesson))
    let shown = type("lessons", in: &session, host)
    #expect(shown.contains("Your progress file is damaged."))
    #expect(host.bytes == Array(kept.utf8))
    #expect(!type("lesson sample", in: &session, host).contains("damaged"))
    #expect(host.aside == [Array(kept.utf8)])
    #expect(!type("lessons", in: &session, host).contains("damaged"))
  }

  @Test(arguments: [
    (0, Int.max), (Int.max, Int.max), (Int.max, 0), (Int.min, Int.max), (-1, -1), (0, 1_000_000),
    (1_000_000, 1_000_000), (1_000_001, 1_000_000), (Int.min, Int.min),
  ])
  func `numbers of any size count on`(missed: Int, mastered: Int) throws {
    let kept = """
      {"version":1,"lessons":{"sample":{"done":[],"questions":
      {"numbers":{"missed":\(missed),"mastered":\(mastered)}}}}}
      """
    let host = KeptProgress()
    host.bytes = [0xEF, 0xBB, 0xBF] + Array(kept.utf8)
    guard case .success(var progress) = ProgressFile.decode(Array(kept.utf8)) else {
      Issue.record("not progress")
      return
    }
    #expect(progress["sample"].questions["numbers"]?.isOpen == (missed > mastered))
    for _ in 0..<3 {
      progress.add(.missed(lesson: "sample", question: "numbers"), on: .max)
      #expect(progress["sample"].questions["numbers"]?.isOpen == true)
      guard case .success(let again) = ProgressFile.decode(ProgressFile.encode(progress)) else {
        Issue.record("not progress")
        return
      }
      #expect(again == progress)
      progress.add(.mastered(lesson: "sample", question: "numbers"), on: .max)
      #expect(progress["sample"].questions["numbers"]?.isOpen == false)
    }
    var session = try session(with: file(soundLesson))
    _ = type("lesson sample", "", "7", "leave", in: &session, host)
    #expect(type("lessons", in: &session, host).contains("1 missed"))
    #expect(host.aside.isEmpty)
  }

  @Test func `a later version's file is set aside, too`() throws {
    let host = KeptProgress()
    let kept = Array("{\"version\":2,\"lessons\":\"otherwise\"}".utf8)
    host.bytes = kept
    #expect(ProgressFile.decode(kept) == .failure(.newer(version: 2)))
    var session = try session(with: file(soundLesson))
    #expect(type("lesson sample", in: &session, host).contains("by a later nn-repl (version 2"))
    #expect(host.aside == [kept])
  }

  @Test func `a file damaged meanwhile is told of when it is set aside`() throws {
    let host = KeptProgress()
    var session = try session(with: file(soundLesson))
    _ = type("lesson sample", "", in: &session, host)
    host.bytes = Array("half".utf8)
    #expect(type("12544", in: &session, host).contains("damaged meanwhile"))
    #expect(host.aside == [Array("half".utf8)])
  }

  @Test func `where nothing can be kept the lesson goes on, and says so once`() throws {
    let host = KeptProgress()
    var session = try session(with: file(soundLesson))
    _ = type("lesson sample", "", in: &session, host)
    host.failure = .notAllowed("progress")
    #expect(type("12544", in: &session, host).contains("Your progress cannot be kept"))
    #expect(!type("", "2", in: &session, host).contains("cannot be kept"))
  }
}
