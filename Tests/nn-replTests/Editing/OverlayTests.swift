import Testing

@Suite struct OverlayTests {
  private func prompt() throws -> Prompt {
    let home = try Home()
    try home.remember("params 784 30 10", "zebra crossing")
    return try Prompt(home: home)
  }

  @Test func theLatestLineLikeItIsSuggestedAndRightAcceptsIt() throws {
    let prompt = try prompt()
    prompt.type("par")
    try prompt.expect("a faint suggestion") {
      $0.currentLine == "nn> par" && $0.column == 7
        && $0.faint($0.row).hasSuffix("ams 784 30 10")
    }
    prompt.press(.right)
    try prompt.expectLine("nn> params 784 30 10", column: 20)
    prompt.press(.enter)
    try prompt.expectTaken("params 784 30 10")
  }

  @Test func whatIsNotAcceptedIsGoneAfterEnter() throws {
    let prompt = try prompt()
    let row = prompt.promptRow
    prompt.type("zeb")
    try prompt.expect("a faint suggestion") { $0.faint(row).hasSuffix("ra crossing") }
    prompt.press(.enter)
    try prompt.expectTaken("zeb")
    try prompt.expectPrompt()
    #expect(prompt.screen.line(row) == "nn> zeb")
    #expect(prompt.screen.faint(row) == "")
  }

  @Test func whatIsNotAcceptedIsGoneAfterControlC() throws {
    let prompt = try prompt()
    let row = prompt.promptRow
    prompt.type("zeb")
    try prompt.expect("a faint suggestion") { $0.faint(row).hasSuffix("ra crossing") }
    prompt.press(.control("c"))
    try prompt.expectPrompt()
    #expect(prompt.screen.line(row) == "nn> zeb^C")
    #expect(prompt.screen.faint(row) == "")
  }

  @Test func aCompletionIsSuggestedWhereTheHistoryKnowsNothing() throws {
    let prompt = try prompt()
    prompt.type("classi")
    try prompt.expect("a faint suggestion") { $0.faint($0.row).hasSuffix("fy") }
  }

  @Test func theSuggestionNeverLeavesItsRow() throws {
    let home = try Home()
    try home.remember("zebra crossing the wide road")
    let prompt = try Prompt(columns: 20, rows: 10, home: home)
    let row = prompt.promptRow
    prompt.type("ze")
    try prompt.expect("a cut suggestion") {
      $0.faint(row).hasSuffix("…") && $0.faint(row + 1) == "" && $0.column == 6
    }
    prompt.press(.right)
    try prompt.expect("the whole of it") {
      $0.line(row) + $0.line(row + 1) == "nn> zebra crossing the wide road"
    }
  }

  @Test func aKnownWordIsColouredWhileItIsTyped() throws {
    let prompt = try prompt()
    prompt.type("classify")
    try prompt.expect("a colour") {
      $0.column == 12 && $0.style(row: $0.row, column: 4) != ""
        && $0.style(row: $0.row, column: 4) == $0.style(row: $0.row, column: 11)
    }
    prompt.press(.home)
    prompt.type("x")
    try prompt.expect("another, for a word that is no command") {
      $0.style(row: $0.row, column: 4) == $0.style(row: $0.row, column: 12)
        && $0.currentLine == "nn> xclassify"
    }
  }

  @Test func withoutColoursNothingIsPainted() throws {
    let home = try Home()
    try home.remember("zebra crossing")
    let prompt = try Prompt(environment: ["NO_COLOR": "1"], home: home)
    prompt.type("ze")
    try prompt.expectLine("nn> ze", column: 6)
    prompt.type("c")
    try prompt.expectLine("nn> zec", column: 7)
    #expect(!prompt.terminal.transcript.contains("rossing"))
    #expect(!prompt.terminal.transcript.contains("\u{1b}[2m"))
    #expect(!prompt.terminal.transcript.contains("\u{1b}[3"))
  }
}
