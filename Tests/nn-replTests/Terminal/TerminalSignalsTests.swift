import Testing

@Suite struct TerminalSignalsTests {
  @Test func controlCThrowsAWrappedLineAway() throws {
    let prompt = try Prompt(columns: 20, rows: 10)
    let row = prompt.promptRow
    prompt.type("abcdefghijklmnopqrstuvwxyz")
    try prompt.expectLine("qrstuvwxyz", column: 10)
    prompt.press(.home)
    try prompt.expect("the cursor is at the start") { $0.row == row && $0.column == 4 }
    prompt.press(.control("c"))
    try prompt.expectPrompt()
    #expect(prompt.screen.line(row) == "nn> abcdefghijklmnop")
    #expect(prompt.screen.line(row + 1) == "qrstuvwxyz^C")
    prompt.type("on")
    prompt.press(.enter)
    try prompt.expectTaken("on")
    #expect(prompt.home.history == ["on"])
  }

  @Test func controlCManyTimesDoesNoHarm() throws {
    let prompt = try Prompt()
    for round in 0..<50 {
      prompt.type("line \(round)")
      prompt.press(.control("c"))
    }
    prompt.type("end\r")
    try prompt.expectTaken("end")
    try prompt.expectPrompt()
    try prompt.expectGoodEnd()
  }

  @Test func controlDOnAnEmptyLineLeaves() throws {
    let prompt = try Prompt()
    try prompt.expectGoodEnd()
    #expect(!prompt.screen.modes.contains(2004))
  }

  @Test func controlDInALineDeletesOrStays() throws {
    let prompt = try Prompt()
    prompt.type("abc")
    prompt.press(.home, .control("d"))
    try prompt.expectLine("nn> bc", column: 4)
    prompt.press(.end, .control("d"), .home, .control("d"), .control("d"))
    try prompt.expectPrompt()
    try prompt.expectGoodEnd()
  }

  @Test func quitLeaves() throws {
    let prompt = try Prompt()
    prompt.type("quit\r")
    #expect(try prompt.terminal.waitForEnd() == 0)
    #expect(prompt.terminal.isCooked)
  }

  @Test func whatIsTypedAheadIsRunInOrder() throws {
    let prompt = try Prompt()
    prompt.type("params\rdigit 7\rclassify\rneuron 1.5")
    try prompt.expect("the last line waits for its end") {
      $0.currentLine.hasPrefix("nn> neuron 1.5") && $0.column == 14
    }
    #expect(prompt.home.history == ["params", "digit 7", "classify"])
  }
}
