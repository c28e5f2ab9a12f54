import Testing

@testable import Explainer
@testable import Lab
@testable import Presentation

struct ConfusionCommandTests {
  @Test func `counts are those of the classifier, and pairs are their mistakes`() throws {
    var session = try bundledSession()
    let host = ScriptedHost()
    _ = session.reply(to: "new 784 16 10 seed 3", host: host)
    let facts = session.reply(to: "confusion", host: host).facts
    var counts = [[Int]](repeating: [Int](repeating: 0, count: 10), count: 10)
    for example in session.lab.drawnExamples {
      counts[example.label][session.network.forward(example.digit.pixels).answer] += 1
    }
    #expect(facts["set"] == .text("drawn"))
    #expect(facts["matrix"] == .list(counts.map { .list($0.map { .integer($0) }) }))
    let right = (0..<10).reduce(0) { $0 + counts[$1][$1] }
    #expect(facts["correct"] == .integer(right))
    guard case .list(let pairs) = facts["pairs"] else {
      Issue.record("no pairs")
      return
    }
    var last = Int.max
    var wrong = 0
    for case .object(let pair) in pairs {
      guard case .integer(let label) = pair["label"], case .integer(let readAs) = pair["readAs"],
        case .integer(let count) = pair["count"]
      else { continue }
      #expect(label != readAs && count == counts[label][readAs] && count <= last)
      last = count
      wrong += count
    }
    #expect(wrong == session.lab.drawnExamples.count - right)
    #expect(facts["examples"] == .integer(wrong + right))
  }

  @Test func `it fits 40 columns and shows what was never read as a point`() throws {
    let shown = text(try reply("confusion drawn"), columns: 40)
    for row in shown.split(separator: "\n") { #expect(String(row).displayWidth <= 40, "\(row)") }
    #expect(shown.contains("·"))
    #expect(try reply("confusion best").error == LabError.noSuchSet("best").explanation)
    #expect(
      try reply("new 784 3", "confusion").error
        == LabError.training(.outputsDoNotFit(3)).explanation)
  }
}
