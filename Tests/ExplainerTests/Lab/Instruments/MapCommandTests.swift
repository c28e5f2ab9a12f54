import Core
import Testing

@testable import Explainer
@testable import Lab
@testable import Presentation

/// `map` and `probe`.
struct MapCommandTests {
  @Test func `points are what the layer holds, seen from its principal axes`() throws {
    let session = try bundledSession()
    let facts = try reply("map 2 drawn").facts
    let held = session.lab.drawnExamples.map {
      session.network.forward($0.digit.pixels).activations(2)
    }
    let components = PrincipalComponents(of: held)
    guard case .list(let points) = facts["points"] else {
      Issue.record("no points")
      return
    }
    #expect(points.count == held.count)
    for (point, activations) in zip(points, held) {
      let place = components.coordinates(of: activations)
      guard case .object(let point) = point else { continue }
      #expect(point["x"] == .precise(place[0]) && point["y"] == .precise(place[1]))
    }
    #expect(facts["shares"] == .preciseNumbers(components.shares))
  }

  @Test(arguments: ["map", "map 0", "map 1 drawn", "map 3 digits=20", "probe"])
  func `any network that reads digits has one`(line: String) throws {
    let networks = [
      "digit 3", "new 784 10", "new 784 1", "new 784 3 300 5 relu seed 2",
      "new 784 7 10 tanh", "new 784 5 4 3 2 leaky-relu",
    ]
    for network in networks {
      let reply = try reply(network, line)
      if let error = reply.error {
        #expect(!error.message.isEmpty)
      } else {
        for columns in [40, 80] {
          for row in text(reply, columns: columns).split(separator: "\n") {
            #expect(String(row).displayWidth <= columns, "\(network), \(line): \(row)")
          }
        }
      }
    }
  }

  @Test func `layers that are not there are refused`() throws {
    #expect(try reply("map 4").error != nil)
    #expect(try reply("map -1").error != nil)
    #expect(try reply("map 1 digits=5000").error != nil)
    #expect(try reply("new 2 3 1", "map").error != nil)
    #expect(try reply("new 784 10", "probe").error == LabError.noHiddenLayer.explanation)
    #expect(
      try reply("new 784 300 10", "probe").error
        == LabError.tooWideToProbe(layer: 1, 300, most: 256).explanation)
    #expect(try reply("new 2 3 1", "probe").error != nil)
  }

  @Test func `the same map every time, and the current digit is on it`() throws {
    #expect(try reply("map 1 drawn").facts == reply("map 1 drawn").facts)
    #expect(text(try reply("map 1 drawn")).contains("@"))
  }

  @Test func `a probe's verdict is what its figures say`() throws {
    let facts = try reply("probe").facts
    guard case .list(let findings) = facts["findings"] else {
      Issue.record("no findings")
      return
    }
    #expect(findings.count == 4)
    for case .object(let finding) in findings {
      guard case .precise(let trained) = finding["accuracy"],
        case .preciseNumbers(let random) = finding["random"], let verdict = finding["verdict"],
        let highest = random.max(), let lowest = random.min()
      else {
        Issue.record("no figures")
        return
      }
      let mean = random.reduce(0, +) / Double(random.count)
      let doubt = 2 * (0.25 / 800).squareRoot()
      let expected =
        trained > highest && trained > mean + doubt
        ? "better" : trained < lowest && trained < mean - doubt ? "worse" : "alike"
      #expect(verdict == .text(expected))
      #expect(random.count == 8 && random.allSatisfy { 0...1 ~= $0 })
    }
    #expect(try reply("probe").facts == reply("probe").facts)
  }
}
