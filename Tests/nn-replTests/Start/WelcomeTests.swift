import Foundation
import Testing

/// What a newcomer types in the first minutes.
@Suite struct WelcomeTests {
  @Test func aNewcomerSeesADigitANeuronAndAVerdict() throws {
    let prompt = try Prompt(rows: 30)
    #expect(prompt.screen.lines.contains { $0.hasPrefix("Try digit, classify") })
    prompt.type("params\r")
    try prompt.expect("the sum of the knobs") { screen in
      screen.lines.contains { $0.hasPrefix("12,960 + 42 = 13,002 knobs") }
    }
    prompt.type("neuron 1.5\r")
    try prompt.expect("the neuron's activation") { screen in
      screen.lines.contains { $0.contains("σ(z)") } && screen.currentLine == "nn>"
    }
    prompt.type("digit 7\r")
    try prompt.expect("the drawing") { screen in
      screen.lines.contains { $0.contains("109 of its 784 pixels are lit") }
        && screen.currentLine == "nn>"
    }
    prompt.type("cl")
    prompt.press(.tab, .enter)
    try prompt.expect("the verdict") { screen in
      screen.lines.contains { $0.contains("The network says 7. It's right.") }
        && screen.currentLine == "nn>"
    }
    prompt.type("zzz")
    prompt.press(.control("c"))
    try prompt.expectPrompt()
    try prompt.expectGoodEnd()
  }

  @Test func aPauseFitsANarrowWindow() throws {
    let prompt = try Prompt(columns: 40)
    prompt.type("pixels\r")
    try prompt.expect("a pause on one row") {
      let row = $0.whole($0.row)
      return row.hasPrefix("— ") && row.contains("more: Space goes on, q stops —")
    }
    prompt.type("q")
    try prompt.expectPrompt()
    try prompt.expectGoodEnd()
  }

  @Test func aMistakeLeavesThePromptAsItWas() throws {
    let prompt = try Prompt()
    prompt.type("clasify\r")
    try prompt.expect("a suggestion") { screen in
      screen.lines.contains("Did you mean 'classify'?") && screen.currentLine == "nn>"
    }
    try prompt.expectGoodEnd()
  }
}
