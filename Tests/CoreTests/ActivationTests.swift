import Testing

@testable import Core

struct ActivationTests {
  @Test func `sigmoid squashes any number into 0 to 1`() {
    #expect(Activation.sigmoid.value(0) == 0.5)
    #expect(Activation.sigmoid.value(-1000) == 0)
    #expect(Activation.sigmoid.value(1000) == 1)
    #expect(abs(Activation.sigmoid.value(2) - 0.880797) < 1e-6)
    #expect(abs(Activation.sigmoid.value(-10) - 0.0000454) < 1e-7)
  }

  @Test func `ReLU cuts off what is below 0`() {
    #expect(Activation.relu.value(-3) == 0)
    #expect(Activation.relu.value(3) == 3)
  }

  @Test(arguments: Activation.allCases) func `the slope is that of the curve`(_ f: Activation) {
    for z in stride(from: Float(-4), through: 4, by: 0.37) {
      let h: Float = 1e-2
      let slope = (f.value(z + h) - f.value(z - h)) / (2 * h)
      #expect(abs(f.slope(at: f.value(z)) - slope) < 1e-3, "at \(z)")
    }
  }

  @Test(arguments: Activation.allCases) func `many at once have the bits of one`(_ f: Activation) {
    var generator = SeededGenerator(seed: 5)
    for count in [0, 1, 3, 4, 10, 16, 33] {
      let z = (0..<count).map { _ in generator.nextNormal() * 20 }
      #expect(f.values(z).map(\.bitPattern) == z.map { f.value($0).bitPattern })
    }
  }
}
