import Foundation
import Testing

@testable import Core

struct ElementaryFunctionTests {
  /// How many representable numbers lie between a value and the true one.
  private func unitsInLastPlace(_ value: Float, _ truth: Double) -> Double {
    abs(Double(value) - truth) / Double(max(Float(truth).ulp, .leastNonzeroMagnitude))
  }

  /// One expectation for many numbers: each costs far more than what it looks at.
  private func expectAll<Number>(
    _ numbers: [Number], _ location: SourceLocation = #_sourceLocation,
    _ holds: (Number) -> Bool
  ) {
    let first = numbers.first { !holds($0) }
    #expect(first == nil, sourceLocation: location)
  }

  @Test func `the exponential is within 2 units in the last place`() {
    var generator = SeededGenerator(seed: 1)
    let numbers = (0..<200_000).map { _ in (generator.nextUniform() - 0.5) * 204 }
    expectAll(numbers.filter { $0 < 88.72 }) {
      unitsInLastPlace(exponential($0), Foundation.exp(Double($0))) <= 2
    }
  }

  @Test func `the exponential is exact at its ends`() {
    #expect(exponential(0) == 1)
    #expect(exponential(1000) == .infinity)
    #expect(exponential(.infinity) == .infinity)
    #expect(exponential(-1000) == 0)
    #expect(exponential(-.infinity) == 0)
    #expect(exponential(.nan).isNaN)
  }

  @Test func `four exponentials at once have the bits of one`() {
    var generator = SeededGenerator(seed: 2)
    let numbers = (0..<20_000).map { _ in
      SIMD4<Float>((0..<4).map { _ in generator.nextNormal() * 40 })
    }
    expectAll(numbers) { x in
      let four = exponential(x)
      return (0..<4).allSatisfy { four[$0].bitPattern == exponential(x[$0]).bitPattern }
    }
  }

  @Test func `the logarithm is within 3 units in the last place`() {
    var generator = SeededGenerator(seed: 3)
    let numbers = (0..<200_000).map { _ in exponential((generator.nextUniform() - 0.5) * 170) }
    expectAll(numbers.filter { $0 != 1 }) {
      unitsInLastPlace(logarithm($0), Foundation.log(Double($0))) <= 3
    }
    #expect(logarithm(1) == 0)
    #expect(logarithm(0) == -.infinity)
    #expect(logarithm(-1).isNaN)
    #expect(logarithm(.infinity) == .infinity)
  }

  @Test func `the logarithm keeps its last places around 1 and at the ends of the scale`() {
    var numbers: [Float] = []
    for start in [0.5, 0.7071067, 0.9999, 1, 1.4142135, 2, .leastNormalMagnitude, 3e38] as [Float] {
      var (up, down) = (start, start)
      for _ in 0..<2000 {
        numbers += [up, down]
        (up, down) = (up.nextUp, down.nextDown)
      }
    }
    expectAll(numbers.filter { $0 != 1 && $0.isFinite }) {
      unitsInLastPlace(logarithm($0), Foundation.log(Double($0))) <= 3
    }
    #expect(unitsInLastPlace(logarithm(.leastNonzeroMagnitude), -103.278_929_903) <= 3)
  }

  @Test func `four logarithms at once have the bits of one`() {
    var generator = SeededGenerator(seed: 6)
    let numbers = (0..<20_000).map { _ in
      SIMD4<Float>((0..<4).map { _ in exponential((generator.nextUniform() - 0.5) * 174) })
    }
    expectAll(numbers) { x in
      let four = logarithm(x)
      return (0..<4).allSatisfy { four[$0].bitPattern == logarithm(x[$0]).bitPattern }
    }
    #expect(logarithm(SIMD4<Float>(.nan, 1, 1, 1))[0].isNaN)
  }

  @Test func `the exponential keeps its last places where results are below 2⁻¹²⁶`() {
    expectAll(Array(stride(from: Float(-103.9), through: -86, by: 0.003))) {
      unitsInLastPlace(exponential($0), Foundation.exp(Double($0))) <= 2
    }
    #expect(exponential(-103.97) == 0 || exponential(-103.97) == .leastNonzeroMagnitude)
    #expect(exponential(88.72) < .infinity && exponential(88.73) == .infinity)
  }

  /// Around every size, both signs, and where one formula takes over from the other.
  private var tangentSamples: [Float] {
    var generator = SeededGenerator(seed: 7)
    var numbers = (0..<100_000).map { _ in generator.nextNormal() * 3 }
    numbers += (0..<2000).map { _ in
      generator.nextNormal() * exponential(-40 * generator.nextUniform())
    }
    var (up, down): (Float, Float) = (0.625, 0.625)
    for _ in 0..<2000 {
      numbers += [up, down, -up, -down]
      (up, down) = (up.nextUp, down.nextDown)
    }
    return numbers + [0, 0x1p-140, -0x1p-140, 9, 9.02, 20, 1e4, -3e38]
  }

  @Test func `the hyperbolic tangent is within 2 units in the last place`() {
    expectAll(tangentSamples) {
      unitsInLastPlace(hyperbolicTangent($0), Foundation.tanh(Double($0))) <= 2
    }
    expectAll(tangentSamples) { hyperbolicTangent(-$0) == -hyperbolicTangent($0) }
    expectAll(tangentSamples) { abs(hyperbolicTangent($0)) <= 1 }
    #expect(hyperbolicTangent(.infinity) == 1 && hyperbolicTangent(-.infinity) == -1)
    #expect(hyperbolicTangent(-0.0) == 0 && hyperbolicTangent(.nan).isNaN)
  }

  @Test func `four hyperbolic tangents at once have the bits of one`() {
    let numbers = tangentSamples
    let fours = stride(from: 0, to: numbers.count - 3, by: 4).map {
      SIMD4<Float>(numbers[$0..<$0 + 4])
    }
    expectAll(fours) { x in
      let four = hyperbolicTangent(x)
      return (0..<4).allSatisfy { four[$0].bitPattern == hyperbolicTangent(x[$0]).bitPattern }
    }
    #expect(hyperbolicTangent(SIMD4<Float>(.nan, 1, 1, 1))[0].isNaN)
  }

  @Test func `the hyperbolic tangent in Double is within 4 units in the last place`() {
    expectAll(tangentSamples.map { Double($0) * 1.000_000_001 }) {
      let truth = Foundation.tanh($0)
      return abs(preciseHyperbolicTangent($0) - truth) <= 4 * truth.ulp
    }
    #expect(preciseHyperbolicTangent(.infinity) == 1 && preciseHyperbolicTangent(-.infinity) == -1)
    #expect(preciseHyperbolicTangent(.nan).isNaN)
  }

  @Test func `sine and cosine are within 3 ten-millionths`() {
    expectAll(Array(stride(from: Float(-800), through: 800, by: 0.07))) {
      let (sine, cosine) = sineAndCosine(degrees: $0)
      let radians = Double($0) * .pi / 180
      return abs(Double(sine) - Foundation.sin(radians)) < 3e-7
        && abs(Double(cosine) - Foundation.cos(radians)) < 3e-7
    }
  }
}
