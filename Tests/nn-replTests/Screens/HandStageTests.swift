import Testing

/// Drawing with the mouse and the keys, as a person does.
@Suite struct HandStageTests {
  /// What a terminal sends while the mouse is pressed and dragged over some cells, from 1.
  private func drag(_ cells: [(Int, Int)], button: Int = 0) -> String {
    let reports = cells.enumerated().map { index, cell in
      "\u{1b}[<\(button + (index > 0 ? 32 : 0));\(cell.0);\(cell.1)M"
    }
    let end = cells.last.map { "\u{1b}[<\(button);\($0.0);\($0.1)m" } ?? ""
    return reports.joined() + end
  }

  /// A 3 over the cells of a pad at 80 columns.
  private let three = [
    (8, 5), (10, 4), (12, 4), (14, 4), (16, 4), (18, 5), (19, 6), (18, 7), (16, 8), (14, 8),
    (16, 9), (18, 10), (19, 11), (19, 12), (17, 13), (15, 14), (12, 14), (9, 13), (7, 12),
  ]

  private func openPad(_ prompt: Prompt, at location: SourceLocation = #_sourceLocation) throws {
    prompt.type("draw\r")
    try prompt.expect("the pad", at: location) {
      $0.modes.contains(1049) && $0.line(0).hasPrefix("Draw a digit")
        && $0.text.contains("Nothing is drawn yet.")
    }
  }

  @Test func aDigitIsDrawnWithTheMouseAndKept() throws {
    let prompt = try Prompt()
    try openPad(prompt)
    #expect(prompt.screen.modes.contains(1002) && prompt.screen.modes.contains(1006))
    prompt.type(drag(three))
    try prompt.expect("it is read") { $0.text.contains("The network says 3.") }
    prompt.press(.enter)
    try prompt.expectPrompt()
    #expect(prompt.screen.modes == [25, 2004])
    #expect(prompt.screen.text.contains("The network says 3."))
    prompt.type("undo\r")
    try prompt.expect("it is one change") { $0.text.contains("Undone: draw") }
    try prompt.expectPrompt()
    try prompt.expectGoodEnd()
  }

  /// As tmux 3.3a hands on a drag, one with the right button and one with Shift, whose press it keeps.
  @Test func whatTmuxSendsDrawsAndRubsOut() throws {
    let prompt = try Prompt(environment: ["TERM": "screen-256color", "TMUX": "/tmp/none,1,0"])
    try openPad(prompt)
    prompt.type("\u{1b}[<0;8;5M\u{1b}[<32;10;5M\u{1b}[<32;12;5M\u{1b}[<32;14;5M\u{1b}[<0;14;5m")
    try prompt.expect("there is ink") { !$0.text.contains("Nothing is drawn yet.") }
    prompt.type("\u{1b}[<2;8;5M\u{1b}[<34;10;5M\u{1b}[<34;12;5M\u{1b}[<34;14;5M\u{1b}[<2;14;5m")
    try prompt.expect("the right button took it away") { $0.text.contains("Nothing is drawn yet.") }
    prompt.type("\u{1b}[<0;8;5M\u{1b}[<32;10;5M\u{1b}[<0;10;5m")
    try prompt.expect("there is ink") { !$0.text.contains("Nothing is drawn yet.") }
    prompt.type("\u{1b}[<36;8;5M\u{1b}[<36;10;5M\u{1b}[<4;10;5m")
    try prompt.expect("Shift took it away") { $0.text.contains("Nothing is drawn yet.") }
    prompt.press(.escape)
    try prompt.expectPrompt()
    #expect(prompt.screen.modes == [25, 2004])
    try prompt.expectGoodEnd()
  }

  @Test func keysAloneDraw() throws {
    let prompt = try Prompt(environment: ["TERM": "vt100"])
    try openPad(prompt)
    #expect(!prompt.screen.wholeText.contains("right drag"))
    prompt.press(.up, .up)
    prompt.type(" ")
    for _ in 0..<6 { prompt.press(.down) }
    try prompt.expect("there is ink") {
      !$0.text.contains("Nothing is drawn yet.") && $0.wholeText.contains("Space pen up")
    }
    prompt.press(.escape)
    try prompt.expect("it asks") { $0.wholeText.contains("Throw it away?") }
    prompt.press(.escape)
    try prompt.expect("nothing is kept") {
      $0.text.contains("Nothing has changed.") && $0.currentLine == "nn>"
    }
    #expect(prompt.screen.modes == [25, 2004])
    prompt.type("undo\r")
    try prompt.expect("there was no change") { $0.text.contains("nothing to undo") }
    try prompt.expectPrompt()
    try prompt.expectGoodEnd()
  }

  /// Faster than any mouse, and far faster than a window is drawn.
  @Test func aThousandReportsLoseNoStroke() throws {
    let prompt = try Prompt()
    try openPad(prompt)
    let way = (0..<1000).map { (2 + ($0 * 7) % 28, 3 + ($0 * 5) % 14) }
    prompt.type(drag(way) + drag(three, button: 2) + drag(way.reversed()))
    prompt.press(.enter)
    try prompt.expectPrompt()
    #expect(prompt.screen.modes == [25, 2004])
    prompt.type("draw\r")
    try prompt.expect("the pad again") { $0.text.contains("Nothing is drawn yet.") }
    // Each stroke can be taken back by itself, so it was there.
    for _ in 0..<3 { prompt.type(drag(Array(three.prefix(3)))) }
    prompt.type("uuu")
    try prompt.expect("all three are gone") { $0.text.contains("Nothing is drawn yet.") }
    prompt.press(.control("c"))
    try prompt.expectPrompt()
    try prompt.expectGoodEnd()
  }

  @Test func aNewSizeIsDrawnAnewAndPointedAtRightly() throws {
    let prompt = try Prompt()
    try openPad(prompt)
    prompt.type(drag(three))
    try prompt.expect("it is read") { $0.text.contains("The network says 3.") }
    prompt.terminal.resize(columns: 120, rows: 40)
    try prompt.expect("the pad twice as large") { $0.wholeText.contains("as the network gets it") }
    prompt.type("c" + drag(three.map { ($0.0 * 2, $0.1 * 2) }))
    try prompt.expect("it is read again") { $0.text.contains("The network says 3.") }
    prompt.terminal.resize(columns: 40, rows: 24)
    try prompt.expect("the highest outputs") { $0.wholeText.contains("3 1.00   5 0.00") }
    prompt.press(.escape)
    try prompt.expect("it asks") { $0.wholeText.contains("Throw it away?") }
    prompt.press(.escape)
    try prompt.expectPrompt()
    try prompt.expectGoodEnd()
  }

  @Test func aTerminalThatCannotSaysHowElse() throws {
    let home = try Home()
    let terminal = try PseudoTerminal(
      Program.path, environment: home.environment(with: ["TERM": "dumb"]))
    terminal.type("draw\r")
    try terminal.expect("a file is named") { $0.text.contains("type draw FILE.strokes") }
    terminal.type("\u{04}")
    #expect(try terminal.waitForEnd() == 0)
    #expect(!terminal.transcript.contains("\u{1b}"))
  }
}
