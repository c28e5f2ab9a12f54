import Testing

@testable import Explainer
@testable import Presentation

/// What people type who come from other prompts.
struct HabitTests {
  @Test(arguments: ["exit", "quit", "q", ":q", ":wq", "quit()", "exit()", "EXIT"])
  func `every way to leave leaves without a word`(line: String) throws {
    for lines in [[line], ["lesson neurons", line]] {
      var session = try bundledSession()
      let reply = lines.reduce(Reply()) { session.reply(to: $1, host: ScriptedHost()) }
      #expect(reply == Reply(next: .quit), "\(lines)")
    }
  }

  @Test(arguments: ["clear", "cls", "clc", "clear all"])
  func `the screen is cleared`(line: String) throws {
    #expect(try reply(line) == Reply(next: .clear))
  }

  @Test func `cl is still short for classify`() throws {
    #expect(try reply("cl").facts["digit"] == .integer(3))
  }

  @Test(arguments: [
    "neuron?", "?neuron", "man neuron", "help(neuron)", "neuron --help", "neuron -h", "?neuron?",
  ])
  func `help is asked for in many ways`(line: String) throws {
    #expect(try reply(line) == reply("help neuron"))
  }

  @Test func `every command, topic, function and name has help behind a question mark`() throws {
    let names =
      SessionCommand.all.map(\.name) + Topic.all.map(\.name) + ["softmax", "a0", "W1", "cos"]
    for name in names {
      let reply = try reply("\(name)?")
      #expect(try reply == Tests.help(name), "\(name)")
      #expect(reply.error == nil)
    }
  }

  @Test func `a question to a lesson is still one`() throws {
    #expect(try text(reply("lesson neurons 2", "what?")).contains("Hint 1"))
  }

  @Test(arguments: [
    ("print a1[0]", "a1[0]"), ("print(a1)", "a1"), ("echo 3*8", "3*8"), ("disp(a1);", "a1"),
    ("show neuron 1.5", "neuron 1.5"), ("show lessons", "lessons"), ("let x = 3", "x = 3"),
    ("digit(7)", "digit 7"), ("pixel(14, 13)", "pixel 14 13"), ("plot(sigmoid)", "plot sigmoid"),
    ("/digit 7", "digit 7"), (":params", "params"), ("params!", "params"),
  ])
  func `a line that is clear is carried out`(typed: String, meant: String) throws {
    #expect(try reply(typed) == reply(meant))
  }

  @Test(arguments: ["show reset", "print train", "show quit", "load x", "fit", "print x = 3"])
  func `nothing is changed that was not asked for by its name`(line: String) throws {
    var session = try bundledSession()
    let before = session.state
    let reply = session.reply(to: line, host: ScriptedHost())
    #expect(session.state == before)
    #expect(reply.next == .prompt)
  }

  @Test(arguments: [
    "ls", "ls -la", "cd", "cd ..", "pwd", "cat x.txt", "vim", "git status", "list", "!!",
    "load x", "import numpy", "del x", "whos", "version", "sudo rm -rf /", "find",
  ])
  func `what there is not here is told with what to type`(line: String) throws {
    let problem = try #require(try reply(line).error)
    #expect(!problem.message.hasPrefix("Unknown command"))
    #expect(!problem.message.contains("isn't a command or"))
    #expect(!problem.hint.text.isEmpty)
    let narrow = text(try reply(line), columns: 40)
    for row in narrow.split(separator: "\n") { #expect(row.count <= 40) }
  }

  @Test func `a name of one's own wins over a habit`() throws {
    #expect(try reply("ls = 3", "ls").facts["value"] == .precise(3))
    #expect(try reply("exit = 3", "exit").facts["value"] == .precise(3))
  }

  @Test func `a printed formula is no answer to a question`() throws {
    let asked = "lesson counting 2"
    #expect(try reply(asked, "print 3*8").facts["value"] == nil)
    try expectReply(to: "find the bias", "A bias is")
  }
}

private enum Tests {
  static func help(_ name: String) throws -> Reply { try reply("help \(name)") }
}
