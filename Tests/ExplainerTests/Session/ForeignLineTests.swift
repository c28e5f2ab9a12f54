import Testing

@testable import Explainer
@testable import Presentation

/// Lines as people type them who come from elsewhere: what they mean here, or what they should be.
@Suite struct ForeignLineTests {
  /// Lines before each: a function and a number of the learner's own.
  private static let setup = ["f(x) = x^2 + 1", "x = 3"]

  private func session() throws -> Session {
    var session = try bundledSession()
    for line in Self.setup { _ = session.reply(to: line, host: ScriptedHost()) }
    return session
  }

  @Test(arguments: [
    ("d/dx x^2", "gradient of x^2 with respect to x"),
    ("d/dx f", "gradient of f(x) with respect to x"),
    ("df/dx", "gradient of f(x) with respect to x"),
    ("d/dx x^2 at 5", "gradient of x^2 with respect to x at 5"),
    ("d/dx sin(x)", "gradient of sin(x) with respect to x"),
    ("derivative of x^2 at 3", "gradient of x^2 with respect to x at 3"),
    ("derivative of x^2", "gradient of x^2 with respect to x"),
    ("slope of f at 2", "gradient of f(x) with respect to x at 2"),
    ("the derivative of sin at x = 0", "gradient of sin(x) with respect to x at 0"),
    ("dC/dW2[3,4]", "gradient W2[3,4]"), ("∂C/∂W2[3,4]", "gradient W2[3,4]"),
    ("dC/db2[3]", "gradient b2[3]"),
    ("dC/dW2", "gradient of sum((a3 - y)^2) with respect to W2"),
    ("∂C/∂a2[3]", "gradient of sum((a3 - y)^2) with respect to a2[3]"),
    ("da3[3]/dW2[3,4]", "gradient of a3[3] with respect to W2[3,4]"),
    ("let k = 3", "k = 3"), ("x += 1", "x = x + 1"), ("x++", "x = x + 1"), ("x := 5", "x = 5"),
    ("rate := 5", "rate = 5"), ("true", "1"), ("if x > 2 then 1 else 0", "1"),
    ("def g(x): return x^2", "g(x) = x^2"), ("slope f 5", "10"),
  ])
  func `it means the same`(typed: String, plain: String) throws {
    var (one, other) = (try session(), try session())
    let (host, reply) = (ScriptedHost(), one.reply(to: typed, host: ScriptedHost()))
    let expected = other.reply(to: plain, host: host)
    #expect(expected.error == nil && reply.error == nil)
    #expect(reply.facts == expected.facts && reply.blocks == expected.blocks)
  }

  /// Every hint, followed as it stands, works.
  @Test(arguments: [
    "d/dt t^2", "derivative of t^2", "null", "for i in range(3): i^2", "x <- 5", "a1(3)",
    "W1(3,4)", "size(W1)", "[x^2 for x in a1]", "sum x for x in a1", "lambda x: x^2", "sqrt 2x",
    "sin x cos x", "f''(2)", "slope(x^2, 3)", "w_{3,4}", "W^(1)", "[1 -2 3]", "1 000", "5 % -3",
    "sigmod(z1)", "sigmoid", "w1", "a1{3}", "c(1, 2)", "a1.maxx()", "{1, 2}", "W1^2", "1 < ",
    "W2[3,4] += 1", "a1[20]", "a1[0:10:2]", "while true", "max a1 a2", "zz(3)", "inf", "a1[end:]",
  ])
  func `a hint works as it stands`(typed: String) throws {
    var session = try session()
    let reply = session.reply(to: typed, host: ScriptedHost())
    let hint = try #require(reply.error, "\(typed) is not refused").hint.text
    for line in lines(of: hint) {
      var after = session
      let problem = after.reply(to: line, host: ScriptedHost()).error
      #expect(problem == nil, "\(typed): \(hint) [\(line)] \(problem?.message ?? "")")
    }
  }

  /// The lines that a hint says to type: after a colon, or after its first words.
  private func lines(of hint: String) -> [String] {
    let sentence = hint.split(separator: ". ").first.map(String.init) ?? hint
    for start in [": ", "Did you mean ", "Write "] {
      guard let found = sentence.range(of: start) else { continue }
      let told = sentence[found.upperBound...]
      return split(String(".?".contains(told.last ?? " ") ? told.dropLast() : told))
    }
    return []
  }

  private func split(_ text: String) -> [String] {
    text.split(separator: " or ").flatMap { $0.split(separator: ", or ") }.map(String.init)
  }

  @Test func `a function tells what its names lack`() throws {
    var session = try session()
    #expect(session.play("h(t) = t + p + q").contains("p and q have no value yet."))
    #expect(!session.play("h(t) = t + x").contains("no value"))
  }
}
