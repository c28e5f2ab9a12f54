import Testing

@testable import nn_repl

/// The pause in a reply that is taller than the window.
@Suite struct PagerTests {
  private let lastLine = "The start of a name is enough"

  /// A prompt at which a reply of more than two pages waits.
  private func paused() throws -> Prompt {
    let prompt = try Prompt(rows: 12)
    prompt.type("help\r")
    try expectPause(prompt)
    #expect(!prompt.terminal.transcript.contains(lastLine))
    return prompt
  }

  private func expectPause(_ prompt: Prompt) throws {
    try prompt.expect("a pause") { $0.whole($0.row).contains("more: Space goes on, q stops") }
  }

  @Test(arguments: [" ", "\r", "\u{1b}[6~"]) func somethingShowsTheNextPage(_ key: String) throws {
    let prompt = try paused()
    var left = Int.max
    while prompt.screen.currentLine != "nn>" {
      let pause = prompt.screen.whole(prompt.screen.row)
      let now = try #require(Int(pause.drop { !$0.isNumber }.prefix { $0.isNumber }))
      #expect(now == left - 11 || left == Int.max)
      left = now
      prompt.type(key)
      try prompt.expect("the next page") {
        let row = $0.whole($0.row)
        return $0.currentLine == "nn>" || row.contains("more:") && row != pause
      }
    }
    #expect(prompt.terminal.transcript.contains(lastLine))
    try prompt.expectGoodEnd()
  }

  @Test(arguments: ["q", "\u{1b}", "\u{3}", "\u{4}"])
  func somethingEndsItAndIsNotTyped(_ key: String) throws {
    let prompt = try paused()
    prompt.type(key)
    try prompt.expectPrompt()
    // What nobody waited for is still there to be scrolled to.
    #expect(prompt.terminal.transcript.contains(lastLine))
    try prompt.expectGoodEnd()
  }

  @Test func anyOtherKeyEndsItAndIsTyped() throws {
    let prompt = try paused()
    prompt.type("x")
    try prompt.expectLine("nn> x", column: 5)
    #expect(prompt.terminal.transcript.contains(lastLine))
    prompt.press(.control("u"))
    prompt.type("help\r")
    try expectPause(prompt)
    prompt.press(.up)
    try prompt.expectLine("nn> help", column: 8)
    prompt.press(.control("u"))
    prompt.type("help\r")
    try expectPause(prompt)
    prompt.press(.paste("params 30 10"))
    try prompt.expectLine("nn> params 30 10", column: 16)
    prompt.press(.control("u"))
    try prompt.expectGoodEnd()
  }

  @Test(arguments: ["quit\r", " quit\r", "\rquit\r"])
  func whatIsTypedAheadIsForThePrompt(_ line: String) throws {
    let prompt = try Prompt(rows: 12)
    prompt.type("help\r" + line)
    #expect(try prompt.terminal.waitForEnd() == 0)
    #expect(prompt.terminal.transcript.contains(lastLine))
    #expect(!prompt.terminal.transcript.contains("more:"))
  }

  @Test func emptyLinesMakeNoPause() {
    func fitted(_ lines: String, _ room: Int) -> String {
      Pager.fitted(lines.split(separator: "|", omittingEmptySubsequences: false), room)
        .joined(separator: "|")
    }
    #expect(fitted("|a|b||c|", 7) == "|a|b||c|")
    // One row less, and the line that was typed would leave the window.
    #expect(fitted("|a|b||c|", 6) == "|a|b||c")
    #expect(fitted("|a|b||c|", 5) == "|a|b||c")
    #expect(fitted("|a|b||c|", 4) == "a|b||c")
    #expect(fitted("|a|b||c|", 3) == "a|b|c")
    #expect(fitted("|a|b||c|d|", 3) == "a|b||c|d")
  }
}
