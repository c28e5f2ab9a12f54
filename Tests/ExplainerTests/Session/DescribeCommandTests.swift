import Testing

@testable import Explainer
@testable import Presentation

struct DescribeCommandTests {
  @Test func `before any figure it says what to type`() throws {
    try expectProblem(
      "describe", "There's no figure to describe yet.",
      "Type digit to see one, then describe.")
    let reply = try reply("params", "describe")
    #expect(reply.error != nil)
  }

  @Test func `the last figure is told in words, whatever was said since`() throws {
    #expect(
      text(try reply("biases 2", "nonsense", "describe")).hasPrefix("Biases of layer 2: 0 is"))
    // That the last reply had none is said first, and by `help` nothing is shown or said of the bench.
    let told = try reply("biases 2", "params", "2 + 2", "nonsense", "help", "describe")
    #expect(
      text(told).hasPrefix(
        """
        The last reply had no figure. Here's the last one there was:

        Biases of layer 2: 0 is -1.8323, 1 is -2.6857,
        """))
    #expect(
      told.facts["figures"] == (try reply("biases 2", "describe", "describe")).facts["figures"])
  }

  /// What programs are told of the figures.
  private func figures(_ reply: Reply) throws -> [(kind: String, sentence: String)] {
    guard case .list(let figures)? = reply.facts["figures"] else { return [] }
    return try figures.map { figure in
      guard case .object(let facts) = figure, case .text(let kind)? = facts["kind"],
        case .text(let sentence)? = facts["sentence"]
      else { throw NoFigure() }
      return (kind, sentence)
    }
  }

  private struct NoFigure: Error {}

  @Test func `a formula's figure is told, and nothing is drawn or kept`() throws {
    let told = try figures(try reply("biases 2", "describe W2"))
    #expect(told.map(\.kind) == (try figures(try reply("W2", "describe"))).map(\.kind))
    #expect(told.map(\.sentence) == (try figures(try reply("W2", "describe"))).map(\.sentence))
    #expect(text(try reply("biases 2", "describe W2", "describe")).contains("Biases of layer 2"))
    #expect(text(try reply("describe 6*7")) == "42\n")
    #expect(text(try reply("6*7", "describe W1", "ans")) == "42\n")
    #expect(try reply("describe q9").error?.message == "There is no 'q9' here.")
    #expect(text(try reply("biases 2", "describe the picture")).contains("Biases of layer 2"))
  }

  @Test func `every figure of a reply is told`() throws {
    let told = try figures(try reply("classify", "describe"))
    #expect(told.map(\.kind) == ["picture", "bars"])
    #expect(told.last?.sentence.hasSuffix("3 is far ahead, then 5.") == true)
  }

  @Test func `figures seen in a lesson are told, and the lesson stays where it is`() throws {
    var session = try bundledSession()
    let host = ScriptedHost()
    for line in ["lesson 1", "digit 9"] { _ = session.reply(to: line, host: host) }
    let prompt = session.prompt
    let told = try figures(session.reply(to: "describe", host: host))
    #expect(told.last?.sentence.hasPrefix("Our drawing 0 of a 9: ") == true)
    #expect(session.prompt == prompt)
  }

  @Test(arguments: ["confusion", "cost"])
  func `a reply with no figure is not told as if it had the one before`(line: String) throws {
    let told = text(try reply("biases 2", line, "describe"))
    #expect(told.hasPrefix("The last reply had no figure."))
    #expect(!text(try reply("biases 2", line, "digit", "describe")).contains("had no figure"))
  }

  @Test(arguments: [
    "digit", "weights 1.5", "weights 1", "pixels", "biases 1", "activations 1", "forward", "step",
    "plot sigmoid", "plot 1/x", "histogram W1", "gradient W3[0,4]", "gradient 1.5", "W1", "a1",
    "accuracy drawn",
  ])
  func `each kind of figure is told in whole sentences`(line: String) throws {
    let told = try figures(try reply(line, "describe"))
    #expect(!told.isEmpty)
    for sentence in told.flatMap({ $0.sentence.split(separator: "\n") }) {
      #expect(sentence.hasSuffix("."), "\(sentence)")
    }
  }
}
