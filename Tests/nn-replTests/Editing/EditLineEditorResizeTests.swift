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

  /// A line of twenty rows in a window of ten, the cursor at its start, far above the window.
  private func promptWithATallLine() throws -> (prompt: Prompt, lastRow: String) {
    let prompt = try Prompt(columns: 40, rows: 10, environment: ["NO_COLOR": "1"])
    let text = (100..<300).map(String.init).joined(separator: "+")
    prompt.type("x=" + text)
    let lastRow = String(("nn> x=" + text).suffix(("nn> x=" + text).count % 40))
    try prompt.expectLine(lastRow, column: lastRow.count)
    prompt.press(.home)
    try prompt.expect("the cursor is as far up as it can be") { $0.row == 0 && $0.column == 4 }
    return (prompt, lastRow)
  }

  @Test func aLineTallerThanTheWindowIsLeftBelowIt() throws {
    let (prompt, lastRow) = try promptWithATallLine()
    prompt.press(.control("c"))
    try prompt.expect("the prompt stands below the line") {
      $0.row == 9 && $0.line(9) == "nn>" && $0.column == 4 && $0.line(8) == lastRow + "^C"
    }
    try prompt.expectGoodEnd()
  }

  @Test func theEndOfALineTallerThanTheWindowIsInItsLastRow() throws {
    let (prompt, lastRow) = try promptWithATallLine()
    prompt.press(.end)
    try prompt.expect("the cursor is at the end") {
      $0.row == 9 && $0.line(9) == lastRow && $0.column == lastRow.count
    }
    prompt.type("!")
    try prompt.expectLine(lastRow + "!", column: lastRow.count + 1)
    prompt.press(.control("c"))
    try prompt.expectPrompt()
    try prompt.expectGoodEnd()
  }
}
