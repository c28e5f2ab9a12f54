import Testing

@testable import nn_repl

@Suite struct HistoryRecallTests {
  @Test func theLastLineAndANumberedOneAreMeant() {
    let lines = ["digit 7", "params"]
    #expect(HistoryRecall("!!")?.line(in: lines) == "params")
    #expect(HistoryRecall(" !1 ")?.line(in: lines) == "digit 7")
    #expect(HistoryRecall("!!")?.line(in: []) == nil)
    for number in ["!0", "!3"] { #expect(HistoryRecall(number)?.line(in: lines) == nil) }
    for other in ["!", "!x", "!!!", "!! 3", "!-1", "!99999999999999999999", "a!!", ""] {
      #expect(HistoryRecall(other) == nil, "\(other)")
    }
  }

  @Test(arguments: ["xterm-256color", "dumb"])
  func theLastLineIsShownAndRunAgain(_ type: String) throws {
    let prompt = try type == "dumb" ? Prompt(environment: ["TERM": type]) : Prompt()
    for line in ["7*6", "!!"] {
      prompt.type(line + "\r")
      try prompt.expect("the value of \(line)") {
        $0.lines.contains("42") && $0.currentLine == "nn>"
      }
    }
    try prompt.expect("the line between") { screen in
      let at = screen.lines.firstIndex { $0.hasPrefix("nn> !!") } ?? 0
      return screen.lines[at...].contains("7*6") && screen.lines[at...].contains("42")
    }
    #expect(prompt.home.history == ["7*6"])
  }

  @Test func withoutAnEarlierLineThereIsNoneToRun() throws {
    let prompt = try Prompt()
    prompt.type("!!\r")
    try prompt.expect("a problem") { $0.text.contains("there's no such line") }
    #expect(prompt.home.history == [])
  }

  @Test func clearLeavesAnEmptyScreenWithThePromptAtItsTop() throws {
    let prompt = try Prompt()
    prompt.type("params\r")
    try prompt.expect("a reply") { $0.text.contains("13,002") && $0.currentLine == "nn>" }
    prompt.type("clear\r")
    try prompt.expect("nothing else") {
      $0.row < 2 && !$0.text.contains("13,002") && $0.currentLine == "nn>"
    }
  }
}
