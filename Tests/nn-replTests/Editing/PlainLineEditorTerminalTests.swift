import Foundation
import Testing

/// Where no person can edit lines, lines are read as they are, and no escape sequence is ever sent.
@Suite struct PlainLineEditorTerminalTests {
  /// What the program prints, and its status, for some bytes on a pipe.
  private func run(_ input: [UInt8], environment: [String: String] = [:]) throws -> (String, Int32)
  {
    let home = try Home()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.environment = home.environment(with: environment)
    let (give, take) = (Pipe(), Pipe())
    process.standardInput = give
    process.standardOutput = take
    process.standardError = take
    try process.run()
    DispatchQueue.global().async {
      try? give.fileHandleForWriting.write(contentsOf: input)
      try? give.fileHandleForWriting.close()
    }
    let output = take.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: output, as: UTF8.self), process.terminationStatus)
  }

  @Test(arguments: ["", "params\n", "params\r\nparams\r\n", "params", "\n\n", "params\n\u{04}"])
  func aPipeGetsNoEscapes(_ input: String) throws {
    let (output, _) = try run(Array(input.utf8))
    #expect(!output.contains("\u{1b}"))
    #expect(!output.contains("nn>"))
  }

  @Test func noInputIsNoError() throws {
    #expect(try run([]).1 == 0)
  }

  @Test(arguments: ["dumb", "", "no-such-terminal"])
  func aTerminalThatCannotMoveItsCursorGetsNoEscapes(_ type: String) throws {
    let prompt = try Prompt(environment: ["TERM": type])
    prompt.type("params\r")
    try prompt.expect("a prompt after the answer") {
      $0.row > 1 && $0.currentLine == "nn>" && $0.lines.contains("nn> params")
    }
    prompt.press(.control("d"))
    #expect(try prompt.terminal.waitForEnd() == 0)
    #expect(!prompt.terminal.transcript.contains("\u{1b}"))
    #expect(prompt.terminal.isCooked)
  }

  @Test func controlCAtADumbTerminalThrowsTheLineAway() throws {
    let prompt = try Prompt(environment: ["TERM": "dumb"])
    prompt.type("thrown away")
    try prompt.expect("the echo") { $0.currentLine == "nn> thrown away" }
    prompt.press(.control("c"))
    try prompt.expectPrompt()
    prompt.press(.control("d"))
    #expect(try prompt.terminal.waitForEnd() == 0)
  }

  @Test func outputIntoAPipeHasNoEscapes() throws {
    let home = try Home()
    let terminal = try PseudoTerminal(
      "/bin/sh", arguments: ["-c", "'\(Program.path)' | cat; echo done"],
      environment: home.environment(with: [:]))
    terminal.type("params\r")
    try terminal.expect("the echo") { $0.text.contains("params") }
    terminal.type("quit\r")
    try terminal.expect("the end") { $0.text.contains("done") }
    #expect(!terminal.transcript.contains("\u{1b}"))
  }
}
