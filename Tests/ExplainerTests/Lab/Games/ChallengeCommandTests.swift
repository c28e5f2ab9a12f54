import Core
import Testing

@testable import Explainer
@testable import Lab
@testable import Presentation

struct ChallengeCommandTests {
  private let host = ScriptedHost.withScreen

  private func replied(_ lines: String...) throws -> Reply {
    var session = try bundledSession()
    return lines.reduce(Reply()) { session.reply(to: $1, host: host) }
  }

  private func number(_ fact: Fact?) throws -> Float {
    guard case .number(let value) = fact else {
      throw HandMissing(reply: "\(String(describing: fact))")
    }
    return value
  }

  /// The course's own example of a plain digit that is misread.
  @Test func `a plain digit that is misread has points as it is alike`() throws {
    let reply = try replied("digit 5 5", "digit rotate 18", "challenge")
    #expect(reply.facts["meant"] == .integer(5) && reply.facts["digit"] == .integer(3))
    #expect(reply.facts["fooled"] == .flag(true) && reply.facts["plain"] == .flag(true))
    let alike = try number(reply.facts["alike"])
    #expect(reply.facts["score"] == .integer(Int((100 * alike).rounded())))
    #expect(alike > 0.5 && alike < 1)
  }

  @Test func `a digit that is read has none`() throws {
    let reply = try replied("digit 3", "challenge")
    #expect(reply.facts["fooled"] == .flag(false) && reply.facts["score"] == .integer(0))
    #expect(abs(try number(reply.facts["alike"]) - 1) < 1e-5)
    #expect(text(reply).contains("It's right, so 0 points."))
  }

  @Test func `another digit under a false name has none`() throws {
    // A triangle reads as a 0, and is none of our sevens.
    let reply = try replied("challenge 7 50,10 85,80 15,80 50,10")
    #expect(reply.facts["fooled"] == .flag(true) && reply.facts["plain"] == .flag(false))
    #expect(reply.facts["score"] == .integer(0))
    #expect(text(reply).contains("so 0 points"))
  }

  @Test func `it is drawn on the pad, and one undo takes it back`() throws {
    var session = try bundledSession()
    let before = session.state
    var screen = try hand("challenge 3", in: &session)
    #expect(screen.view.title == "Draw a 3 that the network gets wrong")
    screen.drawThree()
    #expect(screen.press(.enter) == .kept)
    let reply = session.keep(screen, host: host)
    #expect(reply.facts["meant"] == .integer(3) && reply.facts["digit"] == .integer(3))
    #expect(session.current.label == 3 && session.current.origin == "your 3")
    #expect(text(session.reply(to: "undo", host: host)).contains("Undone: challenge 3"))
    #expect(session.state == before)
  }

  @Test func `the best is remembered`() throws {
    var session = try bundledSession()
    for line in ["digit 5 5", "digit rotate 18"] { _ = session.reply(to: line, host: host) }
    let first = session.reply(to: "challenge", host: host)
    #expect(text(first).contains("Your best so far."))
    _ = session.reply(to: "digit 3", host: host)
    let next = session.reply(to: "challenge", host: host)
    #expect(next.facts["best"] == first.facts["score"])
  }

  @Test func `what cannot be judged is told`() throws {
    #expect(try replied("digit noise 4", "challenge").error != nil)
    #expect(try replied("new 2 2", "challenge").error != nil)
    #expect(try replied("new 784 5", "challenge 3").error != nil)
    #expect(try replied("digit blank", "challenge").error != nil)
    #expect(try reply("challenge 3").error?.message == "There's no screen to draw on here.")
  }

  @Test func `it fits every window, black pictures too`() throws {
    for columns in [40, 60, 80, 100, 120, 160] {
      for lines in [
        ["digit 5 5", "digit rotate 18", "challenge"],
        ["digit 3", "digit shift 28 28", "challenge"],
      ] {
        var session = try bundledSession()
        let reply = lines.reduce(Reply()) { session.reply(to: $1, host: host) }
        #expect(reply.error == nil)
        #expect(
          text(reply, columns: columns).split(separator: "\n").allSatisfy { $0.count <= columns })
      }
    }
  }
}
