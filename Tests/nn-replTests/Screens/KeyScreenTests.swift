import Testing

/// Stepping with single keys, as a person does.
@Suite struct KeyScreenTests {
  private func expectScreen(
    _ prompt: Prompt, _ heading: String, at location: SourceLocation = #_sourceLocation
  ) throws {
    try prompt.expect("the screen of \(heading)", at: location) {
      $0.modes.contains(1049) && $0.line(0).hasPrefix(heading)
        && $0.lines.last?.hasSuffix("q leave") == true
    }
  }

  @Test func keysStepAndLeaveThePromptAsItWas() throws {
    let prompt = try Prompt()
    prompt.type("step\r")
    try expectScreen(prompt, "Layer 0: load the image")
    prompt.type(" ")
    try expectScreen(prompt, "Layer 1, neuron 0 of 0–15: multiply")
    #expect(!prompt.screen.modes.contains(25))
    prompt.type("  ")
    try expectScreen(prompt, "Layer 1, neuron 0 of 0–15: add the bias")
    prompt.press(.left)
    try expectScreen(prompt, "Layer 1, neuron 0 of 0–15: add up")
    prompt.type("nnb")
    try expectScreen(prompt, "Layer 1, neuron 2 of 0–15: multiply")
    prompt.type("l")
    try expectScreen(prompt, "Layer 2, neuron 0 of 0–15: multiply")
    prompt.type("q")
    try prompt.expectPrompt()
    #expect(!prompt.screen.modes.contains(1049))
    #expect(prompt.screen.modes.contains(25))
    #expect(prompt.screen.lines.count { $0.hasPrefix("Layer 2, neuron 0") } == 1)
    prompt.type("params\r")
    try prompt.expect("another command is carried out") { $0.text.contains("12,960 + 42") }
    #expect(prompt.home.history == ["step", "params"])
    try prompt.expectGoodEnd()
  }

  @Test func aLineTypedOverItIsTypedAtThePrompt() throws {
    for line in ["step", "descend b3[3]"] {
      let prompt = try Prompt()
      prompt.type(line + "\r")
      try prompt.expect("the screen") {
        $0.modes.contains(1049) && $0.lines.last?.hasSuffix("q leave") == true
      }
      prompt.type("set b3[4] = 1\r")
      try prompt.expect("the line is carried out") {
        !$0.modes.contains(1049) && $0.text.contains("nn> set b3[4] = 1") && $0.currentLine == "nn>"
      }
      #expect(prompt.home.history == [line, "set b3[4] = 1"])
      prompt.type("undo\r")
      try prompt.expect("it alone is undone") { $0.text.contains("Undone: set b3[4] = 1") }
      try prompt.expectPrompt()
      try prompt.expectGoodEnd()
    }
  }

  @Test func thePlaceIsKeptAndAnEndingIsShown() throws {
    let prompt = try Prompt()
    prompt.type("step to 2.3\r")
    try expectScreen(prompt, "Layer 2, neuron 3 of 0–15: multiply")
    prompt.press(.control("c"))
    try prompt.expectPrompt()
    prompt.type("step\r")
    try expectScreen(prompt, "Layer 2, neuron 3 of 0–15: add up")
    prompt.type("f")
    try expectScreen(prompt, "The pass is done")
    prompt.press(.escape)
    try prompt.expectPrompt()
    prompt.type("step leave\r")
    try prompt.expect("it is said") { $0.text.contains("The pass is left at its end") }
    try prompt.expectPrompt()
    try prompt.expectGoodEnd()
  }

  private func showsPicture(_ screen: Screen) -> Bool {
    screen.lines.indices.contains { screen.faint($0).contains("its weights") }
  }

  @Test func aNewSizeIsDrawnAnew() throws {
    let prompt = try Prompt()
    prompt.type("step to 1.5\r")
    try expectScreen(prompt, "Layer 1, neuron 5 of 0–15: multiply")
    prompt.terminal.resize(columns: 40, rows: 24)
    try prompt.expect("the picture gives way") {
      $0.faint(1) == "(operation 22 of 170)" && $0.line(22).hasPrefix("Space next")
        && !showsPicture($0)
    }
    prompt.terminal.resize(columns: 100, rows: 30)
    try prompt.expect("the picture is back") {
      showsPicture($0) && $0.line(29).hasPrefix("Space next")
    }
    prompt.press(.control("d"))
    try prompt.expectPrompt()
    try prompt.expectGoodEnd()
  }

  @Test func withoutEditingAStepIsPrinted() throws {
    let home = try Home()
    let terminal = try PseudoTerminal(
      Program.path, arguments: ["--plain"], environment: home.environment(with: [:]))
    terminal.type("step to 2.3\r")
    try terminal.expect("the commands are named") {
      $0.text.contains("Go on: step · step back") && $0.currentLine == "nn>"
    }
    #expect(!terminal.transcript.contains("1049"))
    terminal.type("\u{04}")
    #expect(try terminal.waitForEnd() == 0)
  }
}
