import Testing

@Suite struct CompletingTerminalTests {
  @Test func tabFillsInTheOnlyCandidate() throws {
    let prompt = try Prompt()
    prompt.type("cla")
    prompt.press(.tab)
    try prompt.expectLine("nn> classify", column: 13)
  }

  @Test func tabFillsInWhatAllCandidatesBeginWith() throws {
    let prompt = try Prompt()
    prompt.type("pi")
    prompt.press(.tab)
    try prompt.expectLine("nn> pixel", column: 9)
  }

  @Test func tabListsWhatMayFollowWhenNothingIsCertain() throws {
    let prompt = try Prompt()
    let row = prompt.promptRow
    prompt.type("ne")
    prompt.press(.tab)
    try prompt.expect("the candidates stand between the old line and the new") {
      let listed = $0.lines[min(row + 1, $0.row)..<$0.row].map {
        $0.split(separator: " ").first ?? ""
      }
      return $0.line(row) == "nn> ne" && listed.contains("network") && listed.contains("neuron")
        && $0.currentLine == "nn> ne" && $0.column == 6
    }
  }

  @Test func tabOffersSignsOnlyWhereTheyCanBeShown() throws {
    for locale in ["C", "C.UTF-8"] {
      let prompt = try Prompt(environment: ["LC_ALL": locale])
      prompt.type("W2 ")
      prompt.press(.tab)
      try prompt.expect("the candidates") { $0.lines.contains { $0.contains("softmax(") } }
      #expect(prompt.screen.lines.contains { $0.contains("ᵀ") } == (locale != "C"))
    }
  }

  @Test func tabFillsInATopicOfHelp() throws {
    let prompt = try Prompt()
    prompt.type("help expr")
    prompt.press(.tab)
    try prompt.expectLine("nn> help expressions", column: 21)
  }

  @Test func tabWorksInTheMiddleOfALine() throws {
    let prompt = try Prompt()
    prompt.type("cla 7")
    prompt.press(.left, .left, .tab)
    try prompt.expectLine("nn> classify 7", column: 12)
  }

  @Test func tabWorksOnAWrappedLine() throws {
    let prompt = try Prompt(columns: 20, rows: 12)
    prompt.type("help                ne")
    prompt.press(.home, .control("e"), .tab)
    try prompt.expect("the whole line is drawn again under the list") {
      $0.lines.contains { $0.hasPrefix("  neuron") } && $0.currentLine == "    ne"
        && $0.column == 6 && $0.line($0.row - 1) == "nn> help"
    }
  }

  @Test func tabBeepsWhereThereIsNothingToFillIn() throws {
    let prompt = try Prompt()
    prompt.type("zzz")
    prompt.press(.tab)
    try prompt.expect("a beep") { $0.bells > 0 }
    try prompt.expectLine("nn> zzz", column: 7)
  }

  @Test func controlDInALineListsInsteadOfLeaving() throws {
    let prompt = try Prompt()
    prompt.type("ne")
    prompt.press(.control("d"))
    try prompt.expect("a list") { screen in
      screen.lines.contains { $0.contains("neuron") } && screen.currentLine == "nn> ne"
    }
  }
}
