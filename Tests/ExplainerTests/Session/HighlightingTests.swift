import Testing

@testable import Explainer

struct HighlightingTests {
  /// The coloured parts of a line, by role.
  private func parts(of line: String, in session: Session) -> [String] {
    let characters = Array(line)
    return session.highlights(of: line).filter { $0.role != .symbol }
      .map { "\($0.role) \(String(characters[$0.range]))" }
  }

  @Test(arguments: [
    "save mine.safetensors", "open ../a-b/net,2.safetensors", "digit my.png 3", "digit 7",
    "classify test 42", "check lessons/01-a.md", "export notes(1).md", "history foo(", "help ans)",
    "lesson counting --auto", "train drawn epochs=50 rate=0.1", "accuracy test", "step to 2.3",
    "weights 1.5", "params 784 16 10", "new 784 5 10 seed 3", "activation relu",
  ]) func `what follows a command that takes no formula stays plain`(_ line: String) throws {
    let name = line.split(separator: " ")[0]
    #expect(parts(of: line, in: try bundledSession()) == ["command \(name)"])
  }

  @Test func `every example of every command is whole`() throws {
    let session = try bundledSession()
    for command in SessionCommand.all {
      for line in command.declaration.examples + [command.name, command.name + " mine.safetensors"]
      {
        let isFormula = command.declaration.usages.contains {
          $0.contains("EXPRESSION") || $0.contains("KNOB")
        }
        if isFormula, line.hasSuffix("safetensors") { continue }
        let broken = session.highlights(of: line).filter { $0.role == .unmatched }
        let takesLists = command.declaration.usages.contains {
          $0.contains("[A, ...]") || $0.contains("Y, ...]")
        }
        if !takesLists { #expect(broken.isEmpty, "\(line)") }
      }
    }
  }

  @Test func `formulas are coloured, also after a command that takes one`() throws {
    var session = try bundledSession()
    #expect(
      parts(of: "explain W1*(2", in: session) == ["command explain", "unmatched (", "number 2"])
    #expect(parts(of: "set b1[0] = 0.5", in: session) == ["command set", "number 0", "number 0.5"])
    #expect(parts(of: "x + 2", in: session) == ["name x", "number 2"])
    #expect(parts(of: "s + 2", in: session) == ["command s"])
    _ = session.reply(to: "s = 3", host: ScriptedHost())
    #expect(parts(of: "s + 2", in: session) == ["name s", "number 2"])
  }

  @Test func `a shell's words make the line that was meant`() {
    #expect(Session.line(ofWords: ["digit 7"]) == "digit 7")
    #expect(Session.line(ofWords: ["digit", "7"]) == "digit 7")
    #expect(Session.line(ofWords: ["open", "my net"]) == "open \"my net\"")
    #expect(Session.line(ofWords: ["explain", "1 + 1"]) == "explain 1 + 1")
    #expect(Session.line(ofWords: ["plot", "x^2 - 1", "-2", "2"]) == "plot x^2 - 1 -2 2")
    #expect(Session.line(ofWords: ["1", "+ 1"]) == "1 + 1")
    #expect(Session.line(ofWords: []) == "")
  }
}
