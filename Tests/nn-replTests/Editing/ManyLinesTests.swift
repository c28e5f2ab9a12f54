import Testing

@testable import nn_repl

@Suite struct ManyLinesTests {
  @Test func threePastedLinesAreOneLineToEdit() throws {
    let home = try Home()
    let prompt = try Prompt(home: home)
    let row = prompt.promptRow
    prompt.press(.paste("x = 1\r\ny = 2\rz = 3"))
    try prompt.expect("three rows") {
      $0.line(row) == "nn> x = 1" && $0.line(row + 1) == "y = 2" && $0.line(row + 2) == "z = 3"
        && $0.row == row + 2 && $0.column == 5
    }
    prompt.press(.enter)
    try prompt.expectTaken("x = 1\\ny = 2\\nz = 3")
    try prompt.expectPrompt()
    let next = try Prompt(home: home)
    let nextRow = next.promptRow
    next.press(.up)
    try next.expect("three rows again") {
      $0.line(nextRow) == "nn> x = 1" && $0.line(nextRow + 2) == "z = 3"
    }
    next.type("4\r")
    try next.expectTaken("x = 1\\ny = 2\\nz = 34")
  }

  @Test func controlsInAPasteDoNothing() throws {
    let prompt = try Prompt()
    prompt.press(.paste("a\u{1b}[31mb\tc\u{07}\u{9b}d"))
    try prompt.expectLine("nn> a[31mb cd", column: 13)
  }

  @Test func eightKilobytesArriveWhole() throws {
    let prompt = try Prompt()
    let text = String((0..<8192).map { Character(Unicode.Scalar(UInt8(97 + $0 % 26))) })
    prompt.press(.paste(text))
    prompt.type("END\r")
    try prompt.expectTaken(text + "END")
    try prompt.expectPrompt()
  }

  @Test func aPasteWithoutMarksRunsItsLines() throws {
    let prompt = try Prompt()
    prompt.type("one\rtwo\rthree")
    try prompt.expectLine("nn> three", column: 9)
    #expect(prompt.home.history == ["one", "two"])
  }

  @Test(arguments: ["\n", "\r", "\r\n"], [20, 40, 80])
  func pastedLinesAreRunInTurn(_ lineEnd: String, _ columns: Int) throws {
    let prompt = try Prompt(columns: columns)
    let lines = ["x = 2", "y = x^2", "x + y"]
    prompt.press(.paste(lines.joined(separator: lineEnd) + lineEnd), .enter)
    try prompt.expect("a reply to each") {
      $0.lines.contains("x = 2") && $0.lines.contains("y = 4") && $0.lines.contains("6")
        && $0.currentLine == "nn>" && $0.column == 4
    }
    #expect(prompt.home.history == ["x = 2\\ny = x^2\\nx + y"])
  }

  @Test func theCursorMovesAmongPastedLines() throws {
    let prompt = try Prompt()
    let row = prompt.promptRow
    func expectCursor(_ line: Int, _ column: Int, at location: SourceLocation = #_sourceLocation)
      throws
    {
      try prompt.expect("the cursor in line \(line), column \(column)", at: location) {
        $0.row == row + line && $0.column == column
      }
    }
    prompt.press(.paste("x = 1\nlonger = 2\nz"))
    try expectCursor(2, 1)
    prompt.press(.up, .end)
    try expectCursor(1, 10)
    prompt.press(.up)
    try expectCursor(0, 9)
    prompt.press(.home)
    try expectCursor(0, 4)
    prompt.press(.down, .control("e"))
    try expectCursor(1, 10)
    prompt.type("3")
    prompt.press(.control("a"), .down)
    try expectCursor(2, 0)
    prompt.press(.enter)
    try prompt.expectTaken("x = 1\\nlonger = 23\\nz")
  }

  @Test func aLineThatFailsStopsThoseAfterIt() throws {
    let prompt = try Prompt()
    prompt.press(.paste("x = 2\nfoo(\n\n# a comment\nx + 40\nx + 50"), .enter)
    try prompt.expect("it says where it stopped") {
      $0.text.contains("It stopped at line 2 of 4, so the 2 lines after it weren't run.")
    }
    try prompt.expectPrompt()
    #expect(!prompt.screen.text.contains("42"))
  }

  @Test func aPasteWithoutMarksHasLineEndsOfAnyKind() throws {
    let prompt = try Prompt()
    prompt.type("lesson\r")
    try prompt.expect("a lesson's prompt") {
      $0.currentLine.hasSuffix(">") && $0.currentLine != "nn>"
    }
    let place = prompt.screen.currentLine
    prompt.type("params 30 10\r\nparams 20 10\r\n")
    // The second half of a line end is no Enter, which would go on in the lesson.
    try prompt.expect("both replies") {
      $0.text.contains("310") && $0.text.contains("210") && $0.currentLine == place
    }
  }
}
