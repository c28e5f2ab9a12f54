import Foundation
import Testing

@testable import nn_repl

/// Replies that come to be at the prompt.
@Suite struct ReplyMotionTests {
  private func expectRest(
    _ prompt: Prompt, _ line: String = "nn>", at location: SourceLocation = #_sourceLocation
  ) throws {
    try prompt.expect("the pass is done, the prompt below it", at: location) {
      $0.currentLine == line && $0.text.contains("output 3 is the brightest")
    }
    #expect(prompt.screen.modes == [25, 2004], sourceLocation: location)
    #expect(prompt.isOn(7), sourceLocation: location)
  }

  /// The rows as they are read. Two pixels may be shown by either half block.
  private func shown(_ prompt: Prompt) -> [String] {
    (0..<prompt.screen.rows).map { prompt.screen.whole($0).replacing("▄", with: "▀") }
  }

  /// What stands on the screen when nothing moves.
  private func still(_ columns: Int = 80, _ rows: Int = 24) throws -> [String] {
    let prompt = try Prompt(columns: columns, rows: rows, environment: ["NN_REPL_MOTION": "0"])
    prompt.type("forward\r")
    try expectRest(prompt)
    #expect(!prompt.terminal.transcript.contains("go in."))
    return shown(prompt)
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func inTheEndItIsAsIfItHadBeenPrinted(columns: Int, rows: Int) throws {
    let prompt = try Prompt(columns: columns, rows: rows)
    prompt.type("forward\r")
    try prompt.expect("it begins with the input") { $0.wholeText.contains("784 numbers go in.") }
    #expect(!prompt.screen.text.contains("brightest"))
    try expectRest(prompt)
    #expect(shown(prompt) == (try still(columns, rows)))
    #expect(prompt.terminal.transcript.contains("Each of the 10 neurons of layer 3"))
    try prompt.expectGoodEnd()
  }

  @Test func anyKeyEndsItAndIsTyped() throws {
    let prompt = try Prompt()
    prompt.type("forward\r")
    try prompt.expect("it begins") { $0.wholeText.contains("784 numbers go in.") }
    prompt.type("qx")
    try expectRest(prompt, "nn> qx")
    prompt.press(.control("u"))
    prompt.type("forward\r")
    try prompt.expect("it begins again") { $0.wholeText.contains("784 numbers go in.") }
    prompt.type("params\r")
    try prompt.expect("the line is carried out") { $0.text.contains("12,960 + 42") }
    try prompt.expectPrompt()
    #expect(prompt.home.history == ["forward", "params"])
    try prompt.expectGoodEnd()
  }

  @Test func controlCEndsItAndNothingElse() throws {
    let prompt = try Prompt()
    prompt.type("forward\r")
    try prompt.expect("it begins") { $0.wholeText.contains("784 numbers go in.") }
    prompt.press(.control("c"))
    try expectRest(prompt)
    #expect(!prompt.screen.text.contains("^C"))
    try prompt.expectGoodEnd()
  }

  @Test func whatIsTypedAheadIsNotKeptWaiting() throws {
    let prompt = try Prompt()
    prompt.type("forward\rquit\r")
    #expect(try prompt.terminal.waitForEnd() == 0)
    #expect(!prompt.terminal.transcript.contains("go in."))
    #expect(prompt.terminal.isCooked)
  }

  @Test func aNewSizeShowsTheEndInIt() throws {
    let prompt = try Prompt(columns: 100, rows: 30)
    prompt.type("forward\r")
    try prompt.expect("it begins") { $0.wholeText.contains("784 numbers go in.") }
    prompt.terminal.resize(columns: 80, rows: 30)
    try expectRest(prompt)
    #expect(!prompt.screen.wholeText.contains("go in."))
    try prompt.expectGoodEnd()
  }

  @Test func theEndIsShownBeforeAStop() throws {
    let home = try Home()
    let prompt = try Prompt(
      ["/bin/sh", "-i"], home: home,
      environment: ["PS1": "$ ", "NN": Program.path, "ENV": ""], columns: 80, rows: 30)
    try prompt.expect("the shell") { $0.currentLine == "$" }
    prompt.type("$NN\r")
    try prompt.expectPrompt()
    prompt.type("forward\r")
    try prompt.expect("it begins") { $0.wholeText.contains("784 numbers go in.") }
    prompt.press(.control("z"))
    try prompt.expect("the shell is back, below the end") {
      $0.currentLine == "$" && $0.text.contains("output 3 is the brightest")
    }
    #expect(prompt.terminal.isCooked)
    #expect(prompt.screen.isOn(25))
    prompt.type("fg\r")
    try prompt.expectPrompt()
    prompt.press(.control("d"))
    try prompt.expect("the shell again") { $0.currentLine == "$" }
    prompt.type("exit\r")
    _ = try prompt.terminal.waitForEnd()
  }

  @Test func whoDoesNotWantItHasNone() throws {
    let home = try Home()
    for arguments in [["--no-motion"], ["--plain"], ["--format", "words"]] {
      let terminal = try PseudoTerminal(
        Program.path, arguments: arguments, environment: home.environment(with: [:]))
      terminal.type("forward\r")
      try terminal.expect("the prompt below the reply") {
        $0.currentLine == "nn>" && $0.text.contains("brightest")
      }
      terminal.type("\u{04}")
      #expect(try terminal.waitForEnd() == 0)
      #expect(!terminal.transcript.contains("go in."))
    }
    _ = try still()
  }

  @Test func neitherAPipeNorACommandLineHasAny() throws {
    let piped = Piped.run(
      Program.path, [], input: Array("forward\ndigit shift 2 2\n".utf8),
      environment: try Home().environment(with: [:]))
    #expect(piped.output.contains("brightest") && !piped.output.contains("go in."))
    #expect(!piped.output.contains("\u{1b}"))
    let terminal = try PseudoTerminal(
      Program.path, arguments: ["forward"], environment: Home().environment(with: [:]))
    #expect(try terminal.waitForEnd() == 0)
    #expect(!terminal.transcript.contains("go in."))
  }

  @Test func aDigitIsMovedBeforeOnesEyes() throws {
    let prompt = try Prompt()
    prompt.type("digit rotate 30\r")
    try prompt.expect("the outputs stand beside it") { $0.text.contains("pixels are lit.") }
    try prompt.expectPrompt()
    #expect(prompt.screen.wholeText.contains("outputs"))
    #expect(prompt.terminal.transcript.components(separatedBy: "\u{1b}[?2026h").count > 4)
    try prompt.expectGoodEnd()
  }

  @Test func aKnobRollsOnAScreenOfItsOwn() throws {
    let prompt = try Prompt()
    prompt.type("set b3[3] = -6\r")
    try prompt.expectPrompt()
    prompt.type("descend b3[3] rate=3\r")
    try prompt.expect("the first step") {
      $0.modes.contains(1049) && $0.text.contains("The cost fell from 0.2045")
    }
    let before = prompt.screen.wholeText
    prompt.type(" ")
    try prompt.expect("the second step") {
      $0.text.contains("The cost fell from") && !$0.text.contains("from 0.2045")
    }
    #expect(prompt.screen.wholeText != before)
    prompt.type("q")
    try prompt.expectPrompt()
    prompt.type("undo\r")
    try prompt.expect("a step is taken back") { $0.text.contains("Undone: descend b3[3] rate=3") }
    try prompt.expectGoodEnd()
  }

  @Test(arguments: [SIGTERM, SIGHUP], ["forward", "descend b3[3] rate=3"])
  func aKillLeavesTheTerminalAsItWas(signal: Int32, line: String) throws {
    let prompt = try Prompt()
    prompt.type("set b3[3] = -6\r")
    try prompt.expectPrompt()
    prompt.type(line + "\r")
    try prompt.expect("it moves") { !$0.modes.contains(25) }
    kill(prompt.terminal.process, signal)
    #expect(try prompt.terminal.waitForEnd() == signal)
    #expect(prompt.screen.modes == [25])
    #expect(prompt.screen.isOn(7))
    #expect(prompt.terminal.isCooked)
  }
}
