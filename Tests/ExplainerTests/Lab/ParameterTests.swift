import Testing

@testable import Course
@testable import Explainer
@testable import Lab
@testable import Presentation

/// What commands take is declared once; reading, usage, help and Tab follow it.
@Suite struct ParameterTests {
  @Test(arguments: [
    "train drawn epochs=1 examples=20 validate=10",
    "train epochs=1 examples=20 validate=10 drawn",
    "train drawn epochs = 1 examples= 20 validate =10",
  ])
  func `settings may stand in any order, with spaces or without`(_ line: String) throws {
    #expect(
      try reply(line).facts["epochs"]
        == reply("train drawn epochs=1 examples=20 validate=10").facts["epochs"])
  }

  @Test(arguments: [
    ("new 784 10 relu seed 3", "new 784 10 seed=3 ReLU"), ("Neuron 1.5", "neuron 1.5"),
    (
      "train drawn epochs 1 examples 20 validate 10", "train drawn epochs=1 examples=20 validate=10"
    ),
    ("set b1[0] = 2", "set b1[0]=2"), ("set W2[3,4] = 1", "set W2[3, 4] =1"),
    ("cost 3 cross-entropy", "cost cross-entropy 3"),
    (
      "neuron weights=[1, 2] inputs=[3, 4] bias=1 relu",
      "neuron relu bias=1 inputs=[3,4] weights = [1,2]"
    ),
  ])
  func `the same is said in several ways`(_ one: String, _ other: String) throws {
    #expect(try reply(one).facts == reply(other).facts)
    #expect(try reply(one).error == nil)
  }

  @Test(arguments: [
    ("train drawn epochs=1 epochs=2", "There are two values for epochs: 1 and 2."),
    ("train drawn train", "There are two values for data set: drawn and train."),
    ("cost 3 4", "There are two values for digit: 3 and 4."),
    ("cost squares cross-entropy", "There are two values for cost: squares and cross-entropy."),
    ("new 784 10 seed 1 seed 1", "There are two values for seed: 1 and 1."),
    ("neuron weights=[1] inputs=[1] weights=[2]", "There are two values for weights: [1] and [2]."),
  ])
  func `nothing is given twice`(_ line: String, _ message: String) throws {
    try expectProblem(line, message, "Keep one of them.")
  }

  @Test func `every form of every command is explained as it is read`() throws {
    for command in SessionCommand.all {
      let declaration = command.declaration
      #expect(!declaration.forms.isEmpty)
      #expect(declaration.usages.allSatisfy { $0.hasPrefix(command.name) })
      for example in declaration.examples {
        #expect(throws: Never.self) { try Arguments(declaration, line: example) }
      }
      // A parameter that is told of in help is one of a form, and has a name of its own in it.
      for form in declaration.forms {
        let names = form.parameters.map(\.name)
        #expect(Set(names).count == names.count, "\(command.name): \(names)")
      }
    }
  }

  @Test func `a word too many is pointed out by every command that takes none`() throws {
    for command in SessionCommand.all where command.declaration.usages == [command.name] {
      #expect(throws: LabError.unexpectedWord("extra", usage: command.name)) {
        try Arguments(command.declaration, line: "\(command.name) extra")
      }
    }
  }

  @Test func `bounds and usual values are told`() throws {
    try expectReply(
      to: "help train", "how often each example is shown, 1 to 100,000; 5 if")
    try expectReply(to: "help digit", "DEGREES  -360 to 360")
    let facts = try reply("help train").facts
    guard case .list(let parameters) = facts["parameters"] else {
      Issue.record("no parameters")
      return
    }
    #expect(parameters.count == 15)
  }

  @Test func `a lesson may run what looks and what changes the bench, nothing else`() {
    let refused = ClassroomCommand.all.filter {
      switch $0.declaration.effect {
      case .looks, .changesLab, .trains: false
      case .usesFiles, .moves: true
      }
    }
    #expect(
      Set(refused.map(\.name)) == [
        "save", "open", "read", "lessons", "lesson", "review", "where", "leave", "back", "hint",
        "solution",
        "skip", "play", "done", "export", "check", "placement", "certificate",
      ])
  }
}
