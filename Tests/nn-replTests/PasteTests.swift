import Testing

@Suite struct PasteTests {
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
}
