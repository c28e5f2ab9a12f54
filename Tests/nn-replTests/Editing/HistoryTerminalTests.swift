import Foundation
import Testing

@Suite struct HistoryTerminalTests {
  private func prompt(_ rows: Int = 24) throws -> Prompt {
    let home = try Home()
    try home.remember("alpha one", "beta two", "alpha three", "W1[5]·a0")
    return try Prompt(rows: rows, home: home)
  }

  @Test func upFindsLinesThatBeginAsTheTypedOneDoes() throws {
    let prompt = try prompt()
    prompt.type("al")
    prompt.press(.up)
    try prompt.expectLine("nn> alpha three", column: 15)
    prompt.press(.up)
    try prompt.expectLine("nn> alpha one", column: 13)
    prompt.press(.down)
    try prompt.expectLine("nn> alpha three", column: 15)
    prompt.press(.down)
    try prompt.expectLine("nn> al", column: 6)
  }

  @Test func upOnAnEmptyLineGoesThroughAll() throws {
    let prompt = try prompt()
    prompt.press(.up)
    try prompt.expectLine("nn> W1[5]·a0", column: 12)
    prompt.press(.up)
    try prompt.expectLine("nn> alpha three", column: 15)
  }

  @Test func linesAreKeptForTheNextRunAndForNobodyElse() throws {
    let home = try Home()
    let first = try Prompt(home: home)
    first.type("remember me")
    first.press(.enter)
    try first.expectTaken("remember me")
    try first.expectPrompt()
    try first.expectGoodEnd()
    let attributes = try FileManager.default.attributesOfItem(atPath: home.historyPath)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let second = try Prompt(home: home)
    second.press(.up)
    try second.expectLine("nn> remember me", column: 15)
  }

  @Test func promptsThatRunAtOnceShareOneHistory() throws {
    let home = try Home()
    let one = try Prompt(home: home)
    let two = try Prompt(home: home)
    for round in 1...3 {
      one.type("one \(round)\r")
      try one.expectTaken("one \(round)")
      two.type("two \(round)\r")
      try two.expectTaken("two \(round)")
    }
    #expect(home.history == ["one 1", "two 1", "one 2", "two 2", "one 3", "two 3"])
  }

  @Test func searchFindsGoesOnFailsAndIsGivenUp() throws {
    let prompt = try prompt()
    prompt.type("typed")
    prompt.press(.control("r"))
    prompt.type("alpha")
    try prompt.expect("the latest line with it") { $0.currentLine.hasSuffix(": alpha three") }
    prompt.press(.control("r"))
    try prompt.expect("the one before") { $0.currentLine.hasSuffix(": alpha one") }
    prompt.press(.control("r"))
    try prompt.expect("no more, and a beep") {
      $0.currentLine.hasPrefix("no ") && $0.currentLine.hasSuffix(": alpha one") && $0.bells > 0
    }
    prompt.press(.control("g"))
    try prompt.expectLine("nn> typed", column: 9)
  }

  @Test func searchTakesBracketsAsTheyAre() throws {
    let prompt = try prompt()
    prompt.press(.control("r"))
    prompt.type("[5]·")
    try prompt.expect("the line with them") { $0.currentLine.hasSuffix(": W1[5]·a0") }
    prompt.press(.enter)
    try prompt.expect("the line is run") { $0.lines.contains("nn> W1[5]·a0") }
    try prompt.expectPrompt()
  }

  @Test func anArrowEndsASearchWithTheLineFound() throws {
    let prompt = try prompt()
    prompt.press(.control("r"))
    prompt.type("two")
    try prompt.expect("the line with it") { $0.currentLine.hasSuffix(": beta two") }
    prompt.press(.left)
    try prompt.expectLine("nn> beta two", column: 8)
  }

  @Test func controlCEndsASearchAndTheLine() throws {
    let prompt = try prompt()
    prompt.press(.control("r"))
    prompt.type("two")
    try prompt.expect("the line with it") { $0.currentLine.hasSuffix(": beta two") }
    prompt.press(.control("c"))
    try prompt.expectPrompt()
    prompt.type("on")
    try prompt.expectLine("nn> on", column: 6)
  }
}
