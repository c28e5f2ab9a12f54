import Core
import Testing

@testable import Presentation

struct FileWritingTests {
  @Test func `a new file, and one of ours, are written without a question`() throws {
    let host = ScriptedHost()
    #expect(text(try reply("save net", host: host)) == "Wrote 52,720 bytes to net.\n")
    let again = try reply("save net", host: host)
    #expect(
      text(again) == "Wrote 52,720 bytes to net. It replaced a file of 52,720 bytes.\n")
    #expect(again.facts["replaced"] == .integer(52_720))
    #expect(host.files.questions.isEmpty)
  }

  @Test(arguments: ["save notes", "export notes"])
  func `anything else is asked about, and stays where the answer is no`(line: String) throws {
    let host = ScriptedHost()
    host.files.contents["notes"] = Array("precious".utf8)
    host.files.answer = false
    let kept = try reply("lesson", "digit", line, host: host)
    #expect(text(kept) == "Nothing was written. notes is still as it was.\n")
    #expect(kept.error == nil)
    #expect(host.files.contents["notes"] == Array("precious".utf8))
    #expect(host.files.questions == ["notes is already there, with 8 bytes. Replace it?"])
    host.files.answer = true
    #expect(
      text(try reply("lesson", "digit", line, host: host))
        .hasSuffix("to notes. It replaced a file of 8 bytes.\n"))
    #expect(host.files.contents["notes"] != Array("precious".utf8))
  }

  @Test func `notes of ours are replaced by later ones without a question`() throws {
    let host = ScriptedHost()
    for _ in 0..<2 { _ = try reply("lesson", "digit", "export notes.md", host: host) }
    #expect(host.files.questions.isEmpty)
    _ = try reply("save notes.md", host: host)
    #expect(host.files.questions.count == 1)
  }

  @Test func `metadata of any length is shown in short`() throws {
    let host = ScriptedHost()
    let network = try bundledSession().network
    host.files.contents["net"] =
      NetworkFile(
        network: network,
        notes: ["source": String(repeating: "x\n", count: 1_000_000), "accuracy": "\u{1b}[2J"]
      ).encoded
    let tall = TerminalCapabilities(columns: 80, rows: 60, colors: .none, unicode: true)
    let shown = TextRenderer(tall).render(try reply("open net", "network", host: host))
    let notes = try #require(shown.firstRange(of: "It was")).lowerBound
    #expect(shown[notes...].count < 350 && shown.contains("…") && !shown.contains("\u{1b}"))
  }
}
