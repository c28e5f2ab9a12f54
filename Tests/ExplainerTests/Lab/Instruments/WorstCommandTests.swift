import Core
import Testing

@testable import Explainer
@testable import Lab
@testable import Presentation

struct WorstCommandTests {
  @Test func `mistakes come in order, each becomes the current digit, and undo takes it back`()
    throws
  {
    var session = try bundledSession()
    let host = ScriptedHost()
    _ = session.reply(to: "new 784 16 10 seed 3", host: host)
    let before = session.current
    var confidences: [Float] = []
    for number in 1...3 {
      let reply = session.reply(to: "worst \(number) drawn", host: host)
      guard case .number(let confidence) = reply.facts["confidence"],
        case .integer(let index) = reply.facts["index"]
      else {
        Issue.record("no mistake")
        return
      }
      let output = session.network.forward(session.current.digit.pixels).output
      #expect(confidence == output.max())
      #expect(session.current.digit == session.lab.drawnExamples[index].digit)
      #expect(session.current.label != output.indexOfLargest)
      confidences.append(confidence)
      guard case .keys(let keys) = reply.next else {
        Issue.record("no keys")
        return
      }
      #expect(keys.first?.line == "worst \(number + 1) drawn")
      #expect(keys.first?.keys.first == .enter)
    }
    #expect(confidences == confidences.sorted(by: >))
    for _ in 1...3 { _ = session.reply(to: "undo", host: host) }
    #expect(session.current == before)
  }

  @Test func `where there is no mistake it says so`() throws {
    let reply = try reply("worst drawn")
    #expect(reply.error == nil && reply.facts["wrong"] == .integer(0))
    #expect(text(reply).contains("It reads all 112 of our own drawings right"))
  }

  @Test func `a number that no mistake has is refused`() throws {
    let error = try #require(try reply("new 784 16 10 seed 3", "worst 5000 drawn").error)
    #expect(error.message == "There's no mistake 5000 of our own drawings.")
    #expect(try reply("worst 0").error != nil)
    #expect(try reply("new 784 3", "worst").error != nil)
  }

  @Test func `noise is counted as classify reads it`() throws {
    var session = try bundledSession()
    let host = ScriptedHost()
    let facts = session.reply(to: "worst noise", host: host).facts
    guard case .list(let answers) = facts["answers"], case .object(let blank) = facts["blank"]
    else {
      Issue.record("no answers")
      return
    }
    var counts = [Int](repeating: 0, count: 10)
    for seed in 0..<NoiseReport.pictures {
      var generator = SeededGenerator(seed: UInt64(seed))
      let noise = Digit.noise(using: &generator)
      counts[session.network.forward(noise.pixels).answer] += 1
    }
    #expect(answers == counts.map(Fact.integer))
    // As `digit blank` has it.
    _ = session.reply(to: "digit blank", host: host)
    let outputs = session.network.forward(session.current.digit.pixels).output
    #expect(blank["activations"] == .numbers(outputs))
    #expect(try reply("new 2 1", "worst noise").error != nil)
  }
}
