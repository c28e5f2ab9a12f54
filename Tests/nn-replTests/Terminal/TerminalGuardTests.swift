import Foundation
import Testing

/// However nn-repl ends, and however it is stopped, the terminal comes back and nobody else is hurt.
@Suite struct TerminalGuardTests {
  private static let signals: [(name: String, number: Int32)] = [
    ("TERM", SIGTERM), ("HUP", SIGHUP), ("QUIT", SIGQUIT), ("TRAP", SIGTRAP), ("SEGV", SIGSEGV),
    ("ILL", SIGILL), ("ABRT", SIGABRT), ("BUS", SIGBUS), ("FPE", SIGFPE),
  ]

  /// A shell that runs nn-repl beside another process of the same group.
  private func shell(_ home: Home) throws -> PseudoTerminal {
    let script = """
      ulimit -c 0
      sleep 100 & sibling=$!
      sh -c 'echo $$ >"$HOME/pid"; exec "$0"' '\(Program.path)'
      echo "ended $?"
      kill -0 $sibling && echo 'the sibling lives'
      kill $sibling
      """
    return try PseudoTerminal(
      "/bin/sh", arguments: ["-c", script], environment: home.environment(with: [:]))
  }

  @Test(arguments: signals.map(\.name))
  func aSignalAtThePromptLeavesTheTerminalAsItWas(_ name: String) throws {
    let signal = try #require(Self.signals.first { $0.name == name }).number
    let home = try Home()
    let terminal = try shell(home)
    try terminal.expect("the prompt") { $0.currentLine == "nn>" && $0.column == 4 }
    terminal.type("typed")
    try terminal.expect("the line") { $0.currentLine == "nn> typed" && !terminal.isCooked }
    let file = try String(contentsOf: home.directory.appendingPathComponent("pid"), encoding: .utf8)
    let process = try #require(pid_t(file.trimmingCharacters(in: .whitespacesAndNewlines)))
    kill(process, signal)
    try terminal.expect("it ended by the signal, alone") {
      $0.text.contains("ended \(128 + signal)") && $0.text.contains("the sibling lives")
    }
    #expect(terminal.isCooked)
    #expect(!terminal.screen.modes.contains(2004))
    #expect(try terminal.waitForEnd() == 0)
  }

  @Test func controlBackslashLeavesTheTerminalAsItWas() throws {
    let prompt = try Prompt()
    prompt.type("\u{1c}")
    let status = try prompt.terminal.waitForEnd()
    #expect(status & 0x7f == SIGQUIT)
    #expect(prompt.terminal.isCooked)
    #expect(!prompt.screen.modes.contains(2004))
  }

  @Test(arguments: [["/bin/dash", "-i"], ["/bin/bash", "--norc", "--noediting", "-i"]])
  func controlZAndFgUnderAShell(_ command: [String]) throws {
    let home = try Home()
    let terminal = try PseudoTerminal(
      command[0], arguments: Array(command.dropFirst()),
      environment: home.environment(with: ["PS1": "shell> ", "ENV": ""]))
    try terminal.expect("the shell's prompt") { $0.currentLine == "shell>" }
    terminal.type("'\(Program.path)'\r")
    try terminal.expect("our prompt") { $0.currentLine == "nn>" && $0.column == 4 }
    for round in ["a", "b"] {
      terminal.type(round)
      try terminal.expect("the line") { $0.currentLine.hasSuffix(round) && !terminal.isCooked }
      terminal.type("\u{1a}")
      try terminal.expect("the shell's prompt") { $0.currentLine == "shell>" && terminal.isCooked }
      #expect(!terminal.screen.modes.contains(2004))
      terminal.type("echo sane$((1 + 1))\r")
      try terminal.expect("a shell that echoes and answers") {
        $0.lines.contains("sane2") && $0.lines.contains("shell> echo sane$((1 + 1))")
          && $0.currentLine == "shell>"
      }
      terminal.type("fg\r")
      try terminal.expect("the line, drawn again") {
        $0.currentLine == (round == "a" ? "nn> a" : "nn> ab")
          && $0.column == (round == "a" ? 5 : 6) && $0.modes.contains(2004)
      }
    }
    terminal.type("c\r")
    try terminal.expect("it is taken") { _ in home.history == ["abc"] }
    terminal.type("\u{04}")
    try terminal.expect("the shell's prompt") { $0.currentLine == "shell>" }
    terminal.type("exit\r")
    _ = try terminal.waitForEnd()
  }

  @Test func whatIsTypedAfterQuitIsTheShells() throws {
    let home = try Home()
    let script = "'\(Program.path)'; read line; echo \"the shell got: $line\""
    let terminal = try PseudoTerminal(
      "/bin/sh", arguments: ["-c", script], environment: home.environment(with: [:]))
    try terminal.expect("the prompt") { $0.currentLine == "nn>" && $0.column == 4 }
    terminal.type("quit\rnext words\r")
    try terminal.expect("the rest of it") { $0.text.contains("the shell got: next words") }
  }
}
