import Testing

/// The prompt of somebody who listens: nothing waits to be looked at, nothing is drawn anew.
@Suite struct ListeningTests {
  @Test func aReplyIsSaidOnceAndInOneGo() throws {
    let prompt = try Prompt(environment: ["NN_REPL_FORMAT": "words"])
    // Taller than the window, and no key is waited for.
    prompt.type("help\r")
    try prompt.expect("the end of the help") { screen in
      screen.currentLine == "nn>" && screen.lines.contains { $0.hasPrefix("knobs: ") }
    }
    // Stepping has a screen of its own for those who see it.
    prompt.type("step\r")
    try prompt.expect("the way on, and the prompt") { screen in
      screen.currentLine == "nn>" && screen.lines.contains { $0.hasPrefix("Go on with step, ") }
    }
    prompt.type("train drawn epochs=2\r")
    try prompt.expect("the epochs") { screen in
      screen.currentLine == "nn>" && screen.lines.contains { $0.hasPrefix("epoch 2, mean cost") }
    }
    try prompt.expectGoodEnd()
  }
}
