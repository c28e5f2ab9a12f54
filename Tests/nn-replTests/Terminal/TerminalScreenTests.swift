import Foundation
import Testing

/// What long commands and screens that take keys do with the terminal.
@Suite struct TerminalScreenTests {
  /// A command that takes a screen of its own, and what that shows on its last row.
  struct Borrower: Sendable, CustomTestStringConvertible {
    var line: String
    var legend: String
    /// Whether the mouse is read; its keys then stand below what it points at.
    var hasMouse = false
    var testDescription: String { line }

    static let all = [
      Borrower(line: "step", legend: "q leave"),
      Borrower(line: "train drawn epochs=5000 validate=100", legend: "q stop and keep"),
      Borrower(line: "draw", legend: " leave", hasMouse: true),
    ]

    func isShown(on screen: Screen) -> Bool {
      let lines = hasMouse ? screen.lines : screen.lines.suffix(1)
      return screen.modes.contains(1049) && !screen.modes.contains(25)
        && [1002, 1006].allSatisfy { screen.modes.contains($0) == hasMouse }
        && lines.contains { $0.contains(legend) }
    }
  }

  @Test(arguments: Borrower.all)
  func aScreenGivesTheTerminalBack(_ borrower: Borrower) throws {
    let prompt = try Prompt()
    prompt.type("params\r")
    try prompt.expect("a command is carried out") { $0.text.contains("12,960 + 42") }
    try prompt.expectPrompt()
    prompt.type(borrower.line + "\r")
    try prompt.expect("another screen", borrower.isShown)
    // Neither a click nor a function key does any harm.
    prompt.type("\u{1b}[<0;3;2M\u{1b}[15~")
    prompt.terminal.resize(columns: 60, rows: 20)
    try prompt.expect("the screen in its new size") {
      borrower.isShown(on: $0) && $0.rows == 20
    }
    prompt.press(.control("c"))
    try prompt.expectPrompt()
    #expect(prompt.screen.modes == [25, 2004])
    prompt.type("pixels\r")
    try prompt.expectTaken("pixels")
    #expect(prompt.home.history == ["params", borrower.line, "pixels"])
  }

  @Test func whatIsTypedWhileACommandRunsIsNotEchoedAndNotLost() throws {
    let prompt = try Prompt()
    prompt.type("train drawn epochs=1 batch=10000 validate=0\rahead")
    try prompt.expectLine("nn> ahead", column: 9)
    #expect(prompt.screen.lines.count { $0.contains("ahead") } == 1)
    #expect(prompt.screen.text.contains("It has seen 10,000 digits"))
  }

  @Test(arguments: Borrower.all, [SIGTERM, SIGHUP, SIGSEGV, SIGTRAP])
  func aSignalInAScreenLeavesTheTerminalAsItWas(_ borrower: Borrower, _ signal: Int32) throws {
    let prompt = try Prompt()
    prompt.type(borrower.line + "\r")
    try prompt.expect("another screen", borrower.isShown)
    kill(prompt.terminal.process, signal)
    let status = try prompt.terminal.waitForEnd()
    #expect(status & 0x7f == signal)
    #expect(prompt.screen.modes == [25])
    #expect(prompt.terminal.isCooked)
  }

  @Test(arguments: Borrower.all)
  func controlZInAScreenAndFg(_ borrower: Borrower) throws {
    let home = try Home()
    let terminal = try PseudoTerminal(
      "/bin/sh", arguments: ["-i"], environment: home.environment(with: ["PS1": "shell> "]))
    try terminal.expect("the shell's prompt") { $0.currentLine == "shell>" }
    terminal.type("'\(Program.path)'\r")
    try terminal.expect("our prompt") { $0.currentLine == "nn>" && $0.column == 4 }
    terminal.type(borrower.line + "\r")
    try terminal.expect("another screen", borrower.isShown)
    terminal.type("\u{1a}")
    try terminal.expect("the shell's prompt") {
      $0.currentLine == "shell>" && terminal.isCooked && $0.modes == [25]
    }
    terminal.type("fg\r")
    try terminal.expect("the screen again, drawn anew", borrower.isShown)
    terminal.type("q")
    try terminal.expect("our prompt") { $0.currentLine == "nn>" && $0.column == 4 }
  }
}
