import Testing

@testable import Course
@testable import Explainer
@testable import Lab
@testable import Presentation

struct CertificateTests {
  private func reply(to lines: String..., host: some CourseHost) throws -> Reply {
    var session = try bundledSession()
    return lines.map { session.reply(to: $0, host: host) }.last ?? Reply([])
  }

  @Test func `it shows the guess, what was measured, and the learner's own digit`() throws {
    let host = KeptProgress()
    host.today = 20_782
    let reply = try reply(
      to: "digit 7", "lesson bias without-surround", "0.3", "leave", "certificate name=Ada",
      host: host)
    let shown = text(reply)
    #expect(shown.contains("Ada looked inside a neural network"))
    #expect(shown.contains("2026-11-25: 1 question answered, 1 at the first try."))
    #expect(shown.contains("bias    Without the surround  0.3000   0.999999168"))
    #expect(shown.contains("our drawing 0 of a 7"))
    #expect(reply.figures.contains { $0.kind == "network" })
    guard case .list(let guesses) = reply.facts["guesses"], case .object(let guess) = guesses[0]
    else {
      Issue.record("no guesses")
      return
    }
    #expect(guess["guessed"] == .precise(0.3))
  }

  @Test func `only the first guess is kept`() throws {
    let host = KeptProgress()
    let shown = text(
      try reply(
        to: "lesson bias without-surround", "0.3", "lesson bias without-surround", "1",
        "certificate", host: host))
    #expect(shown.contains("0.3000   0.999999168"))
    #expect(shown.contains("I looked inside a neural network"))
  }

  @Test func `without anything done there is none`() throws {
    let reply = try reply(to: "certificate", host: KeptProgress())
    #expect(reply.error?.message == "There's nothing to put on a certificate yet.")
  }

  @Test func `a file of that ending is a page that this program knows again`() throws {
    let host = WrittenFiles()
    _ = try reply(
      to: "lesson bias without-surround", "0.3", "certificate me.html name=<b>", host: host)
    let page = try #require(host.files["me.html"])
    let source = String(decoding: page, as: UTF8.self)
    #expect(source.hasPrefix("<!DOCTYPE html>") && source.hasSuffix("</html>\n"))
    #expect(source.contains("<h1>&lt;b&gt; looked inside a neural network</h1>"))
    #expect(HTMLRenderer.isPage(page) && !HTMLRenderer.isPage(Array("<html>".utf8)))
    _ = try reply(to: "lesson bias without-surround", "0.3", "certificate me.txt", host: host)
    #expect(host.files["me.txt"]?.contains(0x1B) == false)
  }

  /// A world that keeps what is written.
  private final class WrittenFiles: CourseHost {
    var files: [String: [UInt8]] = [:]
    let dataFolder: String? = nil
    let history: [String] = []

    func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] { throw .notFound(path) }
    func write(_ bytes: [UInt8], to path: String) throws(FileError) { files[path] = bytes }
    func names(inFolder path: String) -> [String] { [] }
  }
}
