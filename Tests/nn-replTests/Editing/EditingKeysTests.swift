import Foundation
import Testing

/// Keys that other prompts have, at ours.
@Suite struct EditingKeysTests {
  /// A prompt whose history ends with these lines.
  private func prompt(_ lines: String..., environment: [String: String] = [:]) throws -> Prompt {
    let home = try Home()
    try (lines.joined(separator: "\n") + "\n").write(
      toFile: home.historyPath, atomically: true, encoding: .utf8)
    return try Prompt(environment: environment, home: home)
  }

  private func expectSuggestion(_ text: String, _ prompt: Prompt) throws {
    try prompt.expect("the suggestion “\(text)”") { $0.faint($0.row).hasSuffix(text) }
  }

  @Test(arguments: [Keys.right, .end, .control("e"), .control("f")])
  func keysToTheEndOfTheLineTakeASuggestion(_ key: Keys) throws {
    let prompt = try prompt("zebra crossing road")
    prompt.type("zeb")
    try expectSuggestion("ra crossing road", prompt)
    prompt.press(key)
    try prompt.expectLine("nn> zebra crossing road", column: 23)
  }

  @Test(arguments: ["\u{1b}f", "\u{1b}[1;5C"])
  func keysToTheEndOfAWordTakeAWordOfIt(_ key: String) throws {
    let prompt = try prompt("zebra crossing road")
    prompt.type("zeb")
    try expectSuggestion("ra crossing road", prompt)
    prompt.type(key)
    try prompt.expect("a word") { $0.column == 9 && $0.faint($0.row).hasSuffix(" crossing road") }
    prompt.type(key)
    try prompt.expect("two words") { $0.column == 18 && $0.faint($0.row).hasSuffix(" road") }
  }

  @Test func altDotBringsTheLastWordOfEarlierLines() throws {
    let prompt = try prompt("neuron 1.5", "params", "digit  7 ")
    prompt.type("x = \u{1b}.")
    try prompt.expectLine("nn> x = 7", column: 9)
    prompt.type("\u{1b}.")
    try prompt.expectLine("nn> x = params", column: 14)
    prompt.type("\u{1b}.")
    try prompt.expectLine("nn> x = 1.5", column: 11)
    prompt.type("\u{1b}.")
    try prompt.expect("there is none before") { $0.bells > 0 }
    prompt.type("+\u{1b}.")
    try prompt.expectLine("nn> x = 1.5+7", column: 13)
  }

  @Test func controlUnderscoreTakesChangesBack() throws {
    let prompt = try Prompt()
    prompt.type("neuron 1.5")
    prompt.press(.control("u"))
    try prompt.expectPrompt()
    prompt.press(.control("_"))
    try prompt.expectLine("nn> neuron 1.5", column: 14)
    prompt.press(.control("_"))
    try prompt.expectLine("nn> neuron", column: 11)
    prompt.press(.control("_"), .control("_"))
    try prompt.expect("there is nothing before") { $0.bells > 0 && $0.currentLine == "nn>" }
  }

  @Test func twoExclamationMarksRunTheLineBefore() throws {
    let prompt = try prompt("zz", "784*16")
    prompt.type("!!\r")
    try prompt.expect("the line is shown, and its reply") {
      $0.text.contains("nn> !!\n784*16\n12,544\n")
    }
    #expect(prompt.home.history == ["zz", "784*16"])
  }

  // MARK: Tab

  @Test(arguments: [[:], ["NO_COLOR": "1"]])
  func tabGoesThroughTheCandidatesAndBack(_ environment: [String: String]) throws {
    let prompt = try Prompt(environment: environment)
    prompt.type("ne")
    prompt.press(.tab)
    try prompt.expect("a list") { $0.lines.contains { $0.hasPrefix("  neuron") } }
    func expectChosen(_ name: String) throws {
      try prompt.expect("\(name) is chosen, and marked in the list") { screen in
        let row = screen.lines.lastIndex { $0.dropFirst(2).hasPrefix(name + " ") } ?? 0
        let isMarked =
          environment.isEmpty
          ? screen.style(row: row, column: 2).contains("7") : screen.line(row).hasPrefix(" >")
        return isMarked && screen.currentLine == "nn> \(name)"
      }
    }
    prompt.press(.tab)
    try expectChosen("network")
    prompt.press(.tab)
    try expectChosen("neuron")
    prompt.type("\u{1b}[Z")
    try expectChosen("network")
    prompt.type("\u{1b}[Z")
    try prompt.expectLine("nn> ne", column: 6)
    prompt.type("\u{1b}[Z")
    try expectChosen("new")
    #expect(prompt.screen.lines.count { $0.hasPrefix("nn>") } == 2)
    prompt.press(.escape)
    try prompt.expectLine("nn> ne", column: 6)
    prompt.press(.tab, .tab)
    try expectChosen("network")
    prompt.type(" 3")
    try prompt.expectLine("nn> network 3", column: 13)
  }

  // MARK: The user's editor

  /// A script that stands for an editor. A shell reads it: a program that another test's child still
  /// holds open for writing could not be run.
  private func editor(_ script: String, _ home: Home) throws -> String {
    let path = home.directory.appendingPathComponent("my editor").path
    try "\(script)\n".write(toFile: path, atomically: true, encoding: .utf8)
    return "/bin/sh '\(path)' --wait"
  }

  @Test func theUsersEditorGetsTheLineAndGivesItBack() throws {
    let home = try Home()
    let notes = home.directory.appendingPathComponent("notes").path
    let script = """
      { stat -c '%a' "$2"; stty -a | grep -o ' icanon'; cat "$2"; } > '\(notes)'
      printf 'x = 3\\ny = x^2\\n\\n' > "$2"
      """
    let command = try editor(script, home)
    let prompt = try Prompt(
      environment: ["VISUAL": command, "EDITOR": "false", "TMPDIR": home.directory.path],
      home: home)
    prompt.type("z = 1")
    prompt.press(.control("x"), .control("e"))
    try prompt.expect("both lines") {
      $0.currentLine == "y = x^2" && $0.line($0.row - 1) == "nn> x = 3"
    }
    #expect(try String(contentsOfFile: notes, encoding: .utf8) == "600\n icanon\nz = 1\n")
    prompt.press(.enter)
    try prompt.expect("both are run") {
      $0.lines.contains("x = 3") && $0.lines.contains("y = 9") && $0.currentLine == "nn>"
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: home.directory.path)
    #expect(!left.contains { $0.hasSuffix(".nn") })
    try prompt.expectGoodEnd()
  }

  @Test(arguments: [
    ("exit 3", "failed. The line is as it was."), ("rm \"$2\"", "The line can't be given to"),
    ("kill -9 $$", "failed. The line is as it was."),
  ])
  func anEditorThatFailsLeavesTheLine(_ script: String, _ words: String) throws {
    let home = try Home()
    let prompt = try Prompt(
      environment: ["EDITOR": try editor(script, home), "TMPDIR": home.directory.path], home: home)
    prompt.type("z = 1")
    prompt.press(.control("x"), .control("e"))
    try prompt.expect("what happened") {
      $0.text.replacing("\n", with: "").contains(words) && $0.currentLine == "nn> z = 1"
    }
    prompt.press(.enter)
    try prompt.expectTaken("z = 1")
  }

  @Test func withoutAnEditorItIsToldHowToSetOne() throws {
    let prompt = try Prompt(environment: ["EDITOR": "", "VISUAL": ""])
    prompt.type("z = 1")
    prompt.press(.control("x"), .control("e"))
    try prompt.expect("what to type") {
      $0.text.contains("No editor is set. In your shell, type export EDITOR=nano.")
        && $0.currentLine == "nn> z = 1"
    }
  }
}
