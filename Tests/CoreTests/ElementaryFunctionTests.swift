import Foundation
import Testing

@testable import Core

struct ElementaryFunctionTests {
  /// How many representable numbers lie between a value and the true one.
  private func unitsInLastPlace(_ value: Float, _ truth: Double) -> Double {
    abs(Double(value) - truth) / Double(max(Float(truth).ulp, .leastNonzeroMagnitude))
  }

  @Test func `the exponential is within 2 units in the last place`() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<200_000 {
      let x = (generator.nextUniform() - 0.5) * 204
      guard x < 88.72 else { continue }
      #expect(unitsInLastPlace(exponential(x), Foundation.exp(Double(x))) <= 2, "e^\(x)")
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
    for _ in 0..<20_000 {
      let x = SIMD4<Float>((0..<4).map { _ in generator.nextNormal() * 40 })
      let four = exponential(x)
      for lane in 0..<4 { #expect(four[lane].bitPattern == exponential(x[lane]).bitPattern) }
    }
  }

  @Test func `the logarithm is within 3 units in the last place`() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<200_000 {
      let x = exponential((generator.nextUniform() - 0.5) * 170)
      let truth = Foundation.log(Double(x))
      #expect(abs(Double(logarithm(x)) - truth) <= 3 * Double(Float(truth).ulp) + 1e-7, "ln \(x)")
    }
    #expect(logarithm(1) == 0)
    #expect(logarithm(0) == -.infinity)
    #expect(logarithm(-1).isNaN)
    #expect(logarithm(.infinity) == .infinity)
  }

  @Test func `sine and cosine are within 3 ten-millionths`() {
    for degrees in stride(from: Float(-800), through: 800, by: 0.7) {
      let (sine, cosine) = sineAndCosine(degrees: degrees)
      let radians = Double(degrees) * .pi / 180
      #expect(abs(Double(sine) - Foundation.sin(radians)) < 3e-7)
      #expect(abs(Double(cosine) - Foundation.cos(radians)) < 3e-7)
    }
  }
}
