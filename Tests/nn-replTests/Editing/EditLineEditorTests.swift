import Testing

@Suite struct EditLineEditorTests {
  @Test func aColouredPromptTakesNoMoreColumnsThanItShows() throws {
    let prompt = try Prompt()
    #expect(prompt.screen.style(row: prompt.screen.row, column: 0) != "")
    prompt.type("hello")
    try prompt.expectLine("nn> hello", column: 9)
    prompt.press(.home)
    try prompt.expectLine("nn> hello", column: 4)
    prompt.type("X")
    try prompt.expectLine("nn> Xhello", column: 5)
    prompt.press(.end)
    prompt.type("!")
    try prompt.expectLine("nn> Xhello!", column: 11)
    prompt.press(.enter)
    try prompt.expectTaken("Xhello!")
  }

  @Test(arguments: [
    [:], ["LANG": ""], ["LC_ALL": "C"], ["LC_ALL": "xx_YY.UTF-8"], ["LANG": "de_DE.ISO-8859-1"],
  ])
  func accentsGreekWideCharactersAndEmojiAreEditedInAnyLocale(
    _ environment: [String: String]
  ) throws {
    let prompt = try Prompt(environment: environment)
    prompt.type("é σ 漢字 😀x")
    try prompt.expectLine("nn> é σ 漢字 😀x", column: 16)
    prompt.press(.left, .left)
    try prompt.expectLine("nn> é σ 漢字 😀x", column: 13)
    prompt.press(.left, .backspace)
    try prompt.expectLine("nn> é σ 漢 😀x", column: 10)
    prompt.type("语")
    try prompt.expectLine("nn> é σ 漢语 😀x", column: 12)
    prompt.press(.enter)
    try prompt.expectTaken("é σ 漢语 😀x")
  }

  @Test(arguments: ["xterm-256color", "vt100"])
  func aWideCharacterBeforeAnotherIsTakenAwayWhole(_ type: String) throws {
    let prompt = try Prompt(environment: ["TERM": type])
    prompt.type("漢字漢 x")
    try prompt.expectLine("nn> 漢字漢 x", column: 12)
    prompt.press(.home, .delete)
    try prompt.expectLine("nn> 字漢 x", column: 4)
    prompt.press(.right, .right, .backspace)
    try prompt.expectLine("nn> 字 x", column: 6)
    prompt.type("字漢")
    try prompt.expectLine("nn> 字字漢 x", column: 10)
    prompt.press(.enter)
    try prompt.expectTaken("字字漢 x")
  }

  @Test func aCharacterWithoutWidthDoesNotPutTheCursorOff() throws {
    let prompt = try Prompt()
    prompt.type("e\u{301}a\u{200d}b")
    try prompt.expectLine("nn> eab", column: 7)
    prompt.press(.home)
    try prompt.expectLine("nn> eab", column: 4)
    prompt.press(.enter)
    try prompt.expectTaken("eab")
  }

  @Test func aLineWrapsAtTheExactMargin() throws {
    let prompt = try Prompt(columns: 20, rows: 10)
    let row = prompt.promptRow
    prompt.type("abcdefghijklmnop")
    try prompt.expect("the full row is left for the next") {
      $0.line(row) == "nn> abcdefghijklmnop" && $0.row == row + 1 && $0.column == 0
    }
    prompt.press(.left)
    try prompt.expect("the cursor is back on the last column") {
      $0.row == row && $0.column == 19
    }
    prompt.press(.end)
    prompt.type("qr")
    try prompt.expectLine("qr", column: 2)
    prompt.press(.home)
    prompt.type("X")
    try prompt.expect("everything moves on by a cell") {
      $0.line(row) == "nn> Xabcdefghijklmno" && $0.line(row + 1) == "pqr" && $0.column == 5
    }
    prompt.press(.enter)
    try prompt.expectTaken("Xabcdefghijklmnopqr")
    try prompt.expectPrompt()
  }

  @Test func aWideCharacterAtTheMarginGoesToTheNextRow() throws {
    let prompt = try Prompt(columns: 20, rows: 10)
    let row = prompt.promptRow
    prompt.type("abcdefghijklmno漢")
    try prompt.expect("the wide character is whole on the next row") {
      $0.line(row) == "nn> abcdefghijklmno" && $0.line(row + 1) == "漢" && $0.column == 2
    }
    prompt.press(.left, .left)
    prompt.type("1")
    try prompt.expect("and stays whole") {
      $0.line(row) == "nn> abcdefghijklmn1o" && $0.line(row + 1) == "漢"
    }
    prompt.press(.enter)
    try prompt.expectTaken("abcdefghijklmn1o漢")
  }

  @Test func viKeysWorkForThoseWhoAskForThem() throws {
    let home = try Home()
    try home.write("bind -v\n", to: ".editrc")
    let prompt = try Prompt(home: home)
    prompt.type("helxo")
    try prompt.expectLine("nn> helxo", column: 9)
    prompt.press(.escape)
    try prompt.expectLine("nn> helxo", column: 8)
    prompt.type("hrl")
    try prompt.expectLine("nn> hello", column: 7)
    prompt.type("a!")
    try prompt.expectLine("nn> hell!o", column: 9)
    prompt.press(.home, .right, .enter)
    try prompt.expectTaken("hell!o")
    prompt.type("pi")
    prompt.press(.tab)
    try prompt.expectLine("nn> pixel", column: 9)
  }

  @Test func keyBindingsOfEditrcAreHonoured() throws {
    let home = try Home()
    try home.write("# mine\nbind \"^T\" ed-move-to-beg\n", to: ".editrc")
    let prompt = try Prompt(home: home)
    prompt.type("abc")
    prompt.press(.control("t"))
    try prompt.expectLine("nn> abc", column: 4)
  }

  @Test func keysNobodyKnowsLeaveNoTrace() throws {
    let prompt = try Prompt()
    prompt.type("a\u{1b}[I\u{1b}[<0;10;5M\u{1b}[200;5u\u{1b}]11;rgb:0/0/0\u{07}\u{1b}[24~b")
    try prompt.expectLine("nn> ab", column: 6)
  }
}
