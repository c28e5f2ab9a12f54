import Testing

@testable import Core

struct LinearProbeTests {
  @Test(arguments: ["narrow", "wide"])
  func `weights are NumPy's`(name: String) throws {
    let fixture = try #require(try FailureFixtures.load().numbers[name])
    let probe = LinearProbe(fixture.cloud, labels: fixture.labels, classes: 2)
    for (ours, theirs) in zip(probe.weights[1], fixture.weights) {
      #expect(abs(ours - theirs) < 1e-4, "\(ours), NumPy has \(theirs)")
    }
    // Of two classes one is the other turned round.
    for (one, other) in zip(probe.weights[0], probe.weights[1]) { #expect(abs(one + other) < 1e-9) }
  }

  @Test func `what a line parts it tells apart, also pieces it never saw`() {
    let points: [[Float]] = (0..<40).map { [Float($0 % 8), Float($0 % 5)] }
    let labels = points.map { $0[0] > 3.5 ? 1 : 0 }
    let probe = LinearProbe(points, labels: labels, classes: 2)
    #expect(probe.accuracy(points, labels) == 1)
    #expect(probe.label(of: [7, 2]) == 1 && probe.label(of: [0, 2]) == 0)
  }
}
