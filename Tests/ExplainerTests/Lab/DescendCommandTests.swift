import Testing

@testable import Explainer
@testable import Lab
@testable import Presentation

struct DescendCommandTests {
  private let host = ScriptedHost()

  /// What a reply says, its lines joined.
  private func said(_ reply: Reply) -> String { text(reply).replacing("\n", with: " ") }

  private func number(_ fact: Fact?) throws -> Float {
    guard case .number(let value) = fact else { throw GradientCommandTests.Missing() }
    return value
  }

  @Test(arguments: [
    ("b3[3]", "rate=3", "squares"), ("W3[3,1]", "rate=0.5", "squares"),
    ("b1[2]", "rate=40", "cross-entropy"), ("W2[4,5]", "rate=-2", "squares"),
    ("b3[3]", "rate=0", "squares"),
  ])
  func `a knob goes against its slope, times the rate`(
    knob: String, rate: String, kind: String
  ) throws {
    var session = try bundledSession()
    _ = session.reply(to: "set b3[3] = -6", host: host)
    let before = session.reply(to: "gradient \(knob) \(kind)", host: host).facts
    let step = session.reply(to: "descend \(knob) \(rate) \(kind)", host: host).facts
    let after = session.reply(to: "gradient \(knob) \(kind)", host: host).facts
    let (value, slope) = (try number(before["value"]), try number(before["slope"]))
    let factor = try #require(Float(rate.dropFirst(5)))
    #expect(slope != 0)
    #expect(try number(step["from"]) == value)
    #expect(try number(step["slope"]) == slope)
    #expect(try number(step["to"]) == value - factor * slope)
    #expect(try number(after["value"]) == value - factor * slope)
    #expect(step["costBefore"] == before["cost"])
    #expect(step["cost"] == after["cost"])
  }

  @Test func `a short step is shown with digits enough, and what goes further works`() throws {
    var session = try bundledSession()
    let short = said(session.reply(to: "descend b3[3]", host: host))
    #expect(short.contains(" 0.000014 "))
    #expect(short.contains("The cost hardly changes: it is 0.00002124."))
    let line = try #require(short.firstMatch(of: /descend b3\[3\] rate=\d+/)).output
    #expect(short.contains("\(line) goes far enough to see it fall."))
    #expect(said(session.reply(to: String(line), host: host)).contains("The cost fell from"))
  }

  @Test func `where nothing is to be seen another knob is named`() throws {
    #expect(
      said(try reply("descend W3[0,4]")).contains(
        "So short a step does not move it. Try another knob, or another digit."))
    #expect(
      said(try reply("descend W1[5,300]")).contains(
        "its slope is 0, so it stays. Try another knob, or another digit."))
  }

  @Test(arguments: ["pace=-1", "pace=3601", "pace=soon", "pace=", "pace=1e99", "pace=nan"])
  func `a pace that is none is refused`(setting: String) throws {
    let refused = try reply("train drawn epochs=1 \(setting)")
    #expect(refused.error != nil)
    let words = text(refused)
    #expect(words.contains("pace"), "\(words)")
    #expect(!words.contains("RealNumber") && !words.contains("Float"))
  }
}
