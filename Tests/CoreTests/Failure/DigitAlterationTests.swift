import Testing

@testable import Core

struct DigitAlterationTests {
  @Test func `what the network says of changed pictures is what NumPy has`() throws {
    let fixtures = try FailureFixtures.load()
    let network = try FailureFixtures.network()
    #expect(fixtures.sweeps.count == 24)
    for sweep in fixtures.sweeps {
      let kind = try #require(DigitAlteration(rawValue: sweep.kind))
      let alteration = PreparedAlteration(kind, by: sweep.amount)
      for (k, answer) in sweep.answers.enumerated() where answer >= 0 {
        let digit = alteration.applied(to: FailureFixtures.picture(k), noise: UInt64(k))
        let output = network.forward(digit.pixels).output
        #expect(output.indexOfLargest == answer, "\(sweep.kind) \(sweep.amount), picture \(k)")
        guard k == 0 else { continue }
        for (ours, theirs) in zip(output, sweep.outputs) {
          #expect(abs(ours - theirs) < 1e-4, "\(sweep.kind) \(sweep.amount): \(ours), \(theirs)")
        }
      }
    }
  }

  @Test func `a prepared pose is the pose itself, bit for bit`() {
    let picture = FailureFixtures.picture(3)
    for amount: Float in [-14, -3.25, -1, 0, 0.5, 4, 14] {
      let shift = PreparedAlteration(.shift, by: amount).applied(to: picture, noise: 0)
      #expect(shift == picture.shifted(right: amount, down: 0))
    }
    for amount: Float in [-180, -45.5, 0, 10, 90, 180] {
      let turn = PreparedAlteration(.rotate, by: amount).applied(to: picture, noise: 0)
      #expect(turn == picture.rotated(degrees: amount))
    }
    for amount: Float in [0.3, 0.9, 1, 1.7, 3] {
      let size = PreparedAlteration(.scale, by: amount).applied(to: picture, noise: 0)
      #expect(size == picture.scaled(by: amount))
    }
  }

  @Test func `the neutral amount of each change leaves a picture as it is`() {
    let picture = FailureFixtures.picture(5)
    for kind in DigitAlteration.allCases {
      #expect(kind.range.contains(kind.neutral))
      #expect(
        PreparedAlteration(kind, by: kind.neutral).applied(to: picture, noise: 9) == picture)
    }
  }
}
