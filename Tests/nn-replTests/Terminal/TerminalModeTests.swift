import Foundation
import Testing

@testable import nn_repl

@Suite struct TerminalModeTests {
  @Test func whatUndoesThemAllUndoesEach() {
    let reset = TerminalMode.reset(leavingAlternateScreen: true)
    for mode in TerminalMode.allCases { #expect(reset.contains(mode.off), "\(mode)") }
    for number in [7, 25] { #expect(reset.contains("\u{1b}[?\(number)h")) }
    for number in [1002, 1006, 1049, 2004, 2026] { #expect(reset.contains("\u{1b}[?\(number)l")) }
    #expect(reset.hasPrefix("\u{1b}[0m"))
    #expect(!TerminalMode.reset().contains("1049"))
  }

  /// No other file knows how to switch a mode, so that none can be forgotten.
  @Test func modesAreSwitchedFromTheOneTable() throws {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let sources = tests.appendingPathComponent("../../../Sources").standardized
    let files = try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var read = 0
    for case let file as URL in files where ["swift", "c", "h"].contains(file.pathExtension) {
      guard file.lastPathComponent != "TerminalMode.swift" else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(text.firstRange(of: /(1b\}?|e|033)\[\?[0-9]/) == nil, "\(file.lastPathComponent)")
      read += 1
    }
    #expect(read > 100)
  }
}
