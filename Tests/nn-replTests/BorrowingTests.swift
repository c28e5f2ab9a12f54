import Foundation
import Testing

/// What long commands and screens that take keys do with the terminal. These type `slow` and `raw`
/// and are to type real commands instead once there are some.
@Suite struct BorrowingTests {
  @Test func controlCStopsALongCommandAndKeepsTheSession() throws {
    let prompt = try Prompt()
    prompt.type("slow\r")
    try prompt.expectTaken("slow")
    try prompt.expect("the command runs") { _ in !prompt.screen.modes.contains(2004) }
    prompt.press(.control("c"))
    try prompt.expect("the command is stopped") { $0.lines.contains { $0.hasSuffix("stopped") } }
    try prompt.expectPrompt()
    prompt.type("on\r")
    try prompt.expectTaken("on")
  }

  @Test func whatIsTypedWhileACommandRunsIsNotEchoedAndNotLost() throws {
    let prompt = try Prompt()
    prompt.type("slow\r")
    try prompt.expect("the command runs") { !$0.modes.contains(2004) && $0.row > 0 }
    prompt.terminal.type("\u{03}ahead")
    try prompt.expectLine("nn> ahead", column: 9)
    #expect(prompt.screen.lines.count { $0.contains("ahead") } == 1)
  }

  @Test func aScreenGetsKeysAndTheMouseAndGivesTheTerminalBack() throws {
    let prompt = try Prompt()
    prompt.type("before\r")
    try prompt.expectPrompt()
    prompt.type("raw\r")
    try prompt.expect("another screen") {
      $0.modes.isSuperset(of: [1049, 1002, 1006]) && !$0.modes.contains(25)
        && $0.text.contains("q leaves")
    }
    prompt.type("a\u{1b}[A\u{1b}[<0;3;2M\u{03}")
    try prompt.expect("the keys") {
      $0.lines.contains("character(\"a\")") && $0.lines.contains("up")
        && $0.text.contains("press") && $0.lines.contains("ctrl(\"c\")")
    }
    prompt.terminal.resize(columns: 50, rows: 20)
    try prompt.expect("word of the new size") { $0.lines.contains("resize") }
    prompt.type("q")
    try prompt.expectPrompt()
    #expect(prompt.screen.modes == [25, 2004])
    #expect(prompt.screen.lines.contains("nn> before"))
    prompt.type("on\r")
    try prompt.expectTaken("on")
    try prompt.expectPrompt()
    try prompt.expectGoodEnd()
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGSEGV, SIGTRAP])
  func aSignalInAScreenLeavesTheTerminalAsItWas(_ signal: Int32) throws {
    let prompt = try Prompt()
    prompt.type("raw\r")
    try prompt.expect("another screen") { $0.modes.contains(1049) && $0.text.contains("q leaves") }
    kill(prompt.terminal.process, signal)
    let status = try prompt.terminal.waitForEnd()
    #expect(status & 0x7f == signal)
    #expect(prompt.screen.modes == [25])
    #expect(prompt.terminal.isCooked)
  }

  @Test func controlZInAScreenAndFg() throws {
    let home = try Home()
    let terminal = try PseudoTerminal(
      "/bin/sh", arguments: ["-i"], environment: home.environment(with: ["PS1": "shell> "]))
    try terminal.expect("the shell's prompt") { $0.currentLine == "shell>" }
    terminal.type("'\(Program.path)'\r")
    try terminal.expect("our prompt") { $0.currentLine == "nn>" && $0.column == 4 }
    terminal.type("raw\r")
    try terminal.expect("another screen") { $0.text.contains("q leaves") }
    terminal.type("\u{1a}")
    try terminal.expect("the shell's prompt") {
      $0.currentLine == "shell>" && terminal.isCooked && $0.modes == [25]
    }
    terminal.type("fg\r")
    try terminal.expect("the screen again, told to draw itself") {
      $0.modes.contains(1049) && $0.lines.contains { $0.hasSuffix("resize") }
    }
    terminal.type("q")
    try terminal.expect("our prompt") { $0.currentLine == "nn>" && $0.column == 4 }
  }
}
