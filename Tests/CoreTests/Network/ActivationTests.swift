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

  @Test func `tanh squashes any number into −1 to 1`() {
    #expect(Activation.tanh.value(0) == 0)
    #expect(Activation.tanh.value(-1000) == -1 && Activation.tanh.value(1000) == 1)
    #expect(abs(Activation.tanh.value(0.5) - 0.462_117_2) < 1e-6)
    #expect(Activation.tanh.slope(at: 0.5) == 0.75 && Activation.tanh.slope(at: -1) == 0)
  }

  @Test func `leaky ReLU lets a hundredth through below 0`() {
    #expect(Activation.leakyReLU.value(-3) == -0.03 && Activation.leakyReLU.value(3) == 3)
    #expect(Activation.leakyReLU.slope(at: -0.03) == 0.01)
    #expect(Activation.leakyReLU.slope(at: 3) == 1)
  }

  @Test(arguments: Activation.allCases) func `values stay in the range named`(_ f: Activation) {
    let inputs: [Float] = [-3e38, -1e4, -20, -1, -0.1, 0, 0.1, 1, 20, 1e4, 3e38]
    #expect(inputs.allSatisfy { f.range.contains(f.value($0)) })
    #expect(f.givesChances == (f == .sigmoid))
  }

  @Test(arguments: Activation.allCases)
  func `what a formula gives in Double is what a neuron gives`(_ f: Activation) {
    for z in stride(from: -6.0, through: 6, by: 0.01) {
      let (exact, single) = (f.preciseValue(z), Double(f.value(Float(z))))
      #expect(abs(exact - single) <= 1e-6 * max(abs(exact), 1), "at \(z)")
    }
  }

  @Test func `costs and their slopes are what their formulas say`() {
    let squares = Cost.squares
    #expect(squares.term(0.25, 1) == 0.5625 && squares.slope(at: 0.25, target: 1) == -1.5)
    #expect(squares.slope(at: 0.25, target: 1, through: .sigmoid) == -1.5 * 0.1875)
    #expect(squares.slope(at: 0.25, target: 1, through: .relu) == -1.5)
    #expect(squares.slope(at: 0, target: 1, through: .relu) == 0)
    let entropy = Cost.crossEntropy
    #expect(abs(entropy.term(0.25, 1) - 1.386_294_4) < 1e-6)
    #expect(abs(entropy.term(0.25, 0) - 0.287_682_1) < 1e-6)
    #expect(abs(entropy.slope(at: 0.25, target: 1) + 4) < 1e-6)
    #expect(entropy.slope(at: 0.25, target: 1, through: .sigmoid) == -0.75)
    #expect(abs(entropy.slope(at: 0.25, target: 1, through: .relu) + 4) < 1e-6)
    // At 0 and 1 both stay finite: a millionth and 2⁻¹²⁶ are as near as they come.
    #expect(abs(entropy.slope(at: 0, target: 1) / -1e6 - 1) < 1e-5)
    #expect(abs(entropy.slope(at: 1, target: 0) / 1e6 - 1) < 0.06, "1 − 10⁻⁶ has few digits left")
    #expect(entropy.slope(at: 0, target: 1, through: .relu) == 0)
    #expect(abs(entropy.slope(at: 2, target: 0, through: .relu) / 2e6 - 1) < 0.06)
    #expect(abs(entropy.term(0, 1) - 87.336_54) < 1e-4)
    #expect(entropy.term(1, 1) == 0 && entropy.term(0, 0) == 0)
  }

  @Test func `four slopes and costs at once are those of one`() {
    let numbers: [Float] = [-3, -1, -0.5, 0, 1e-7, 0.25, 0.5, 0.999, 1, 3]
    for activation in Activation.allCases {
      for cost in Cost.allCases {
        for a in numbers where activation.range.contains(a) {
          for y in [0, 0.3, 1] as [Float] {
            let four = cost.slope(
              at: Vector(repeating: a), target: Vector(repeating: y), through: activation)
            let one = cost.slope(at: a, target: y, through: activation)
            #expect(abs(four[2] - one) <= 1e-6 * max(abs(one), 1), "\(cost) \(a) \(y)")
            let term = cost.term(a, y)
            let soft = cost.term(Vector(repeating: a), Vector(repeating: y), soft: true)
            #expect(abs(soft[1] - term) <= 1e-6 * max(abs(term), 1), "\(cost) \(a) \(y)")
            guard y != 0.3 else { continue }
            let hard = cost.term(Vector(repeating: a), Vector(repeating: y), soft: false)
            #expect(abs(hard[1] - term) <= 1e-6 * max(abs(term), 1), "\(cost) \(a) \(y)")
          }
        }
      }
    }
  }

  @Test func `numbers too small to count are 0, and those that count are kept`() {
    let kept: [Float] = [0x1p-40, -0x1p-40, 1, -0.5]
    let lost: [Float] = [0x1.fffffep-41, -0x1.fffffep-41, 0x1p-149, 0]
    #expect(Vector(kept).flushedToZero == Vector(kept))
    #expect(Vector(lost).flushedToZero == .zero)
    #expect(kept.map(\.flushedToZero) == kept && lost.allSatisfy { $0.flushedToZero == 0 })
    #expect(Vector(kept.map { $0 * $0 }).flushedSquaresToZero == Vector(kept.map { $0 * $0 }))
    #expect(Vector(lost.map { $0 * $0 * 0.999 }).flushedSquaresToZero == .zero)
    #expect(Vector(repeating: .nan).flushedToZero[0].isNaN)
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
