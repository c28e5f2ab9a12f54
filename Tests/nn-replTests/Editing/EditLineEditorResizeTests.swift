import Testing

/// Without colours: what is painted just as the window changes would land elsewhere, as it does in
/// any terminal.
@Suite struct EditLineEditorResizeTests {
  private let text = "0123456789abcdefghijklmnopqrstuvwxyz0123456789"

  @Test func aNarrowerAndWiderWindowKeepsTheLine() throws {
    let prompt = try Prompt(columns: 60, rows: 20, environment: ["NO_COLOR": "1"])
    prompt.type(text)
    prompt.press(.left, .left)
    try prompt.expectLine("nn> " + text, column: 48)
    let row = prompt.screen.row
    prompt.terminal.resize(columns: 30, rows: 20)
    try prompt.expect("the line is wrapped anew") {
      $0.line(row) + $0.line(row + 1) == "nn> " + text && $0.row == row + 1 && $0.column == 18
    }
    prompt.terminal.resize(columns: 80, rows: 20)
    try prompt.expect("the line is on one row again") {
      $0.line(row) == "nn> " + text && $0.line(row + 1) == "" && $0.row == row && $0.column == 48
    }
    prompt.type("X")
    prompt.press(.enter)
    try prompt.expectTaken(String(text.dropLast(2)) + "X89")
  }

  @Test func atTheBottomOfTheScreenToo() throws {
    let prompt = try Prompt(columns: 60, rows: 8, environment: ["NO_COLOR": "1"])
    for round in 0..<8 {
      prompt.type("line \(round)\r")
      try prompt.expectTaken("line \(round)")
    }
    try prompt.expectPrompt()
    prompt.type(text)
    try prompt.expectLine("nn> " + text, column: 50)
    prompt.terminal.resize(columns: 30, rows: 8)
    try prompt.expect("the line is wrapped anew, the rows above moved up") {
      $0.line($0.row - 1) + $0.line($0.row) == "nn> " + text && $0.column == 20
    }
    prompt.terminal.resize(columns: 80, rows: 8)
    try prompt.expectLine("nn> " + text, column: 50)
    #expect(prompt.screen.lines.count { $0.hasPrefix("nn> 0123") } == 1)
  }
}
