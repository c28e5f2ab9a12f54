import Foundation
import Testing

@testable import nn_repl

@Suite struct HistoryFileTests {
  @Test func entriesComeBackAsTheyWere() throws {
    let home = try Home()
    let file = HistoryFile(path: home.historyPath)
    let entries = ["plain", "two\nlines", "back\\slash \\n", "σ 漢 😀", "\\"]
    entries.forEach(file.append)
    #expect(file.load() == entries)
  }

  @Test func onlyTheLatestOfEqualLinesCounts() throws {
    let home = try Home()
    try home.remember("a", "b", "a", "c")
    #expect(HistoryFile(path: home.historyPath).load() == ["b", "a", "c"])
  }

  @Test func thereIsALimit() throws {
    let home = try Home()
    let file = HistoryFile(path: home.historyPath, limit: 3)
    (1...500).forEach { file.append("line \($0)") }
    #expect(file.load() == ["line 498", "line 499", "line 500"])
    #expect(home.history == ["line 498", "line 499", "line 500"])
    let attributes = try FileManager.default.attributesOfItem(atPath: home.historyPath)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func aFileThatIsMissingEmptyBrokenOrAFolderIsNoError() throws {
    let home = try Home()
    #expect(HistoryFile(path: home.historyPath).load() == [])
    try home.write("", to: "data/nn-repl/history")
    #expect(HistoryFile(path: home.historyPath).load() == [])
    try Data([0x61, 0xff, 0x0a, 0x0a, 0x62]).write(to: URL(fileURLWithPath: home.historyPath))
    #expect(HistoryFile(path: home.historyPath).load() == ["a\u{FFFD}", "b"])
    let folder = HistoryFile(path: home.directory.path)
    folder.append("nowhere to go")
    #expect(folder.load() == [])
  }

  @Test func whatOthersPutIntoTheFileCommandsNoTerminal() throws {
    let home = try Home()
    let bytes: [UInt8] =
      Array("zz\u{1b}[7mX\na\u{9b}b\u{7f}\u{202e}c\u{200b}\n\u{301}d\re\r\n\tf\n".utf8) + [
        0x9b, 0x0a, 0x1b, 0x0a,
      ]
    try Data(bytes).write(to: URL(fileURLWithPath: home.historyPath))
    let expected = ["zz[7mX", "abc", "de", " f", "\u{FFFD}"]
    #expect(HistoryFile(path: home.historyPath).load() == expected)
  }

  @Test func whatIsNoOrdinaryFileIsNoHistory() throws {
    let home = try Home()
    mkfifo(home.historyPath, 0o600)
    for path in [home.historyPath, "/dev/zero", "/dev/tty", home.directory.path, "/nowhere/at/all"]
    {
      let file = HistoryFile(path: path)
      file.append("waits for nobody")
      #expect(file.load() == [], "\(path)")
    }
  }

  @Test func aLockThatIsNeverGivenBackIsNotWaitedFor() throws {
    let home = try Home()
    try home.remember("a")
    let descriptor = open(home.historyPath, O_RDWR | O_CLOEXEC)
    defer { close(descriptor) }
    try #require(flock(descriptor, LOCK_EX) == 0)
    let file = HistoryFile(path: home.historyPath)
    file.append("b")
    #expect(file.load() == ["a", "b"])
  }

  @Test func theEndOfAFileLongerThanAnyHistoryCounts() throws {
    let home = try Home()
    let long = String(repeating: "x", count: 17 << 20)
    try home.write("old\n\(long)\nnew\n", to: "data/nn-repl/history")
    #expect(HistoryFile(path: home.historyPath).load() == ["new"])
  }

  @Test func aLinkStaysOneWhenItsFileIsTidiedUp() throws {
    let home = try Home()
    let real = home.directory.appendingPathComponent("elsewhere").path
    try home.write("", to: "elsewhere")
    try FileManager.default.createSymbolicLink(
      atPath: home.historyPath, withDestinationPath: real)
    let file = HistoryFile(path: home.historyPath)
    for _ in 0..<200 { file.append("again") }
    #expect(file.load() == ["again"])
    #expect(try String(contentsOfFile: real, encoding: .utf8) == "again\n")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: home.historyPath) == real)
  }

  @Test func nothingIsLostWhenManyWriteAndTidyUpAtOnce() async throws {
    let home = try Home()
    let path = home.historyPath
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          let file = HistoryFile(path: path)
          for line in 0..<100 {
            file.append("\(writer) \(line)")
            // Lines of no further use, so that the file is tidied up again and again.
            for _ in 0..<5 { file.append("again") }
            if line % 10 == 0 { _ = file.load() }
          }
        }
      }
    }
    let lines = Set(HistoryFile(path: path).load())
    #expect(lines.count == 401)
  }
}
