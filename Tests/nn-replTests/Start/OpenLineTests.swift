import Foundation
import Testing

/// A formula over several lines, typed at the prompt.
@Suite struct OpenLineTests {
  @Test func itIsReadToItsEndAndKeptAsOneLine() throws {
    let prompt = try Prompt()
    prompt.type("sum([1, # one\r")
    try prompt.expectLine("...", column: 4)
    prompt.type("2,\r")
    try prompt.expect("a second line goes on") { $0.lines.count { $0.hasPrefix("...") } == 2 }
    prompt.type("3])\r")
    try prompt.expect("the sum") { $0.lines.contains("6") && $0.currentLine == "nn>" }
    #expect(prompt.home.history == ["sum([1,  2, 3])"])
    prompt.press(.up)
    try prompt.expectLine("nn> sum([1,  2, 3])", column: 19)
  }

  @Test func ctrlCLeavesAndAnEmptyLineEndsIt() throws {
    let prompt = try Prompt()
    prompt.type("(1 +\r")
    try prompt.expectLine("...", column: 4)
    prompt.press(.control("c"))
    try prompt.expectPrompt()
    prompt.press(.up)
    try prompt.expectLine("nn> (1 +", column: 8)
    prompt.press(.enter)
    try prompt.expectLine("...", column: 4)
    prompt.press(.enter)
    try prompt.expect("what is missing") {
      $0.lines.contains("A value is missing after +.") && $0.currentLine == "nn>"
    }
  }

  @Test func aCommandEndsItAndIsRun() throws {
    let prompt = try Prompt()
    prompt.type("(1 +\r")
    try prompt.expectLine("...", column: 4)
    prompt.type("params\r")
    try prompt.expect("both replies") {
      $0.lines.contains("A value is missing after +.")
        && $0.lines.contains { $0.contains("13,002 knobs") } && $0.currentLine == "nn>"
    }
  }

  @Test func aPasteGoesOnOverItsLinesAndWithWhatIsTyped() throws {
    let prompt = try Prompt()
    prompt.press(.paste("x = [1,\n  2]\nsum(x) + (3\n"), .enter)
    try prompt.expectLine("...", column: 4)
    prompt.type("+ 4)\r")
    try prompt.expect("the sum") { $0.lines.contains("10") && $0.currentLine == "nn>" }
    #expect(prompt.home.history == ["x = [1,\\n  2]\\nsum(x) + (3", "sum(x) + (3 + 4)"])
  }
}
