import Testing

@testable import Explainer
@testable import Formulas
@testable import Presentation

struct HelpTests {
  @Test(arguments: Topic.all.map(\.name))
  func `every line a topic shows works, one after another`(name: String) throws {
    let topic = try #require(Topic.all.first { $0.name == name })
    var session = try bundledSession()
    for example in topic.examples {
      let problem = session.reply(to: example.line, host: ScriptedHost()).error
      #expect(problem == nil, "\(example.line): \(problem?.message ?? "")")
    }
  }

  @Test(arguments: Topic.all.map(\.name))
  func `a topic is one screen and shows its lines whole`(name: String) throws {
    let help = try reply("help \(name)")
    let topic = try #require(Topic.all.first { $0.name == name })
    #expect(text(help).split(separator: "\n", omittingEmptySubsequences: false).count <= 23)
    for unicode in [true, false] {
      let narrow = text(help, columns: 40, unicode: unicode)
      for line in narrow.split(separator: "\n") { #expect(line.count <= 40, "\(line)") }
      for example in topic.examples {
        let line = unicode ? example.line : example.line.spelledInASCII
        #expect(narrow.contains("  \(line)"), "\(example.line)")
      }
    }
  }

  @Test func `what the topic on expressions says of plain keys holds`() throws {
    for (plain, drawn) in [
      ("W1*a0", "W1·a0"), ("a1 .* z1", "a1 ⊙ z1"), ("W3'", "W3ᵀ"), ("sigmoid(z1)", "σ(z1)"),
      ("a3[0] <= 0.5", "a3[0] ≤ 0.5"), ("a3[0] >= 0.5", "a3[0] ≥ 0.5"),
      ("argmax(a3) != 3", "argmax(a3) ≠ 3"),
      ("z1 - 1", "z1 − 1"), ("a1[2..5]", "a1[2…5]"), ("W1*a0 + b1", "W⁽¹⁾·a⁽⁰⁾ + b⁽¹⁾"),
    ] {
      let expected = try reply(drawn)
      #expect(expected.error == nil)
      #expect(try reply(plain).facts == expected.facts, "\(plain)")
    }
  }

  @Test func `every form of a formula stands in the help`() throws {
    let help = try ["expressions", "spellings", "slopes", "functions"].map { topic in
      text(try reply("help \(topic)"))
    }.joined()
    for form in [
      "g'(5)", "slope g 5", "d/dx", "derivative of", "dC/dW2[3,4]", "np.exp", "math.", "torch.",
      "Math.", "a0.shape", "a1.sum()", "W1.T", "dim=1", "keepdims=True", "90°", "W1.size", "mod",
      "17 % 5", "//", "times", "sqrt 2", "log2", "x -> x^2", "def s(x)", "let t", ":=", "+=", "5!",
      "a1(3)", "[1 2; 3 4]", "&&", "||", "not", "True", "if", "?", "W₁a₀", "a₅⁽¹⁾", "w^{(2)}_{3,4}",
      "\\sigma", "\\frac{1}{2}", "a1[2:6]", "a1[-1]", ".*", "goes on", "wrt",
    ] {
      #expect(help.contains(form), "\(form)")
    }
  }

  @Test func `help lists the topics, and Tab completes them`() throws {
    let shown = text(try reply("help"))
    let session = try bundledSession()
    for topic in Topic.all {
      #expect(shown.contains("  \(topic.name) "))
      let start = "help \(topic.name.prefix(3))"
      let offered = session.completions(for: start, host: ScriptedHost()).candidates
      #expect(offered.contains { $0.text == topic.name && $0.note == topic.summary })
    }
  }

  @Test func `the start of a topic's name is enough, and a slip of the key is named`() throws {
    #expect(try reply("help expr").facts["name"] == .text("expressions"))
    try expectProblem(
      "help expresions", "There is no help on 'expresions'.",
      "Did you mean 'help expressions'?")
    try expectProblem(
      "help exp.", "There is no help on 'exp.'.", "Did you mean 'help exp'?")
    try expectProblem(
      "help kn0bs", "There is no help on 'kn0bs'.", "Did you mean 'help knobs'?")
    try expectProblem(
      "help ex", "'ex' could be explain, export or expressions.",
      "Type one more letter, or press Tab.")
  }

  @Test func `every function has help, by each of its names`() throws {
    for function in Function.all {
      for name in function.names {
        let help = text(try reply("help \(name)"))
        #expect(help.contains(function.usage), "\(name)")
      }
    }
    try expectReply(to: "help σ", "sigmoid: 1 / (1 + e^−z), entry by entry")
  }

  @Test func `lines to type stand apart from the words around them`() throws {
    try expectReply(to: "help step", "\n  step to LAYER.NEURON\n")
    #expect(text(try reply("help step"), columns: 40).contains("\n  step to LAYER.NEURON\n"))
  }
}
