import Foundation
import Testing

@testable import Core

/// What formulas are computed with, against the C library.
struct DoubleFunctionTests {
  /// One expectation for many numbers: each costs far more than what it looks at.
  private func expectAll<Number>(
    _ numbers: [Number], _ location: SourceLocation = #_sourceLocation,
    _ holds: (Number) -> Bool
  ) {
    let first = numbers.first { !holds($0) }
    #expect(first == nil, sourceLocation: location)
  }

  @Test func `the exponential is that of the C library, from one end to the other`() {
    expectAll((-74513...70978).map { Double($0) / 100 }) {
      abs(preciseExponential($0) - exp($0)) <= 4 * exp($0).ulp
    }
    expectAll([-745.1332, -745, -708.4, 709.782, 709.7827, 709.782_712_893_384]) {
      let ours = preciseExponential($0)
      return ours > 0 && ours.isFinite && abs(ours - exp($0)) <= 4 * exp($0).ulp
    }
    let beyond = [745.14, 746, 747, 1418, 1420, 2000, 8000, 1e6, 1e300, .infinity]
    expectAll(beyond) { preciseExponential(-$0) == 0 && preciseExponential($0) == .infinity }
    #expect(preciseExponential(709.7828) == .infinity && preciseExponential(.nan).isNaN)
    #expect(preciseExponential(0) == 1)
  }

  @Test func `the logarithm is that of the C library, from one end to the other`() {
    var numbers = (-7440...7090).map { exp(Double($0) / 10) }
    for start in [0.5, 0.5.squareRoot(), 1, 2.0.squareRoot(), 2, .leastNormalMagnitude] {
      var (up, down) = (start, start)
      for _ in 0..<500 {
        numbers += [up, down]
        (up, down) = (up.nextUp, down.nextDown)
      }
    }
    expectAll(numbers + [.leastNonzeroMagnitude, .greatestFiniteMagnitude]) {
      abs(preciseLogarithm($0) - log($0)) <= 4 * log($0).ulp
    }
    #expect(preciseLogarithm(1) == 0 && preciseLogarithm(.infinity) == .infinity)
    #expect(preciseLogarithm(0) == -.infinity && preciseLogarithm(-0.0) == -.infinity)
    expectAll([-.leastNonzeroMagnitude, -1, -.infinity, .nan]) { preciseLogarithm($0).isNaN }
  }

  @Test func `the sigmoid keeps its digits far below 0`() {
    expectAll((-7000...400).map { Double($0) / 10 }) {
      let truth = $0 < -40 ? exp($0) : 1 / (1 + exp(-$0))
      return abs(preciseSigmoid($0) - truth) <= 6 * truth.ulp
    }
    #expect(preciseSigmoid(0) == 0.5)
    #expect(preciseSigmoid(1000) == 1 && preciseSigmoid(-1000) == 0 && preciseSigmoid(.nan).isNaN)
  }

  @Test func `the hyperbolic tangent is that of the C library around 0.625, too`() {
    var numbers = (-4000...4000).map { Double($0) / 200 }
    numbers += (1...1000).map { exp(-Double($0) / 2) }
    expectAll(numbers) {
      abs(preciseHyperbolicTangent($0) - tanh($0)) <= 3 * max(tanh($0).ulp, .leastNonzeroMagnitude)
    }
    expectAll(numbers) { preciseHyperbolicTangent(-$0) == -preciseHyperbolicTangent($0) }
  }

  @Test func `powers are those of the C library`() {
    var generator = SeededGenerator(seed: 4)
    var cases: [(base: Double, exponent: Double)] = []
    for index in 0..<20_000 {
      let (one, other) = (Double(generator.nextNormal()), Double(generator.nextNormal()))
      cases.append((exp(one * 20), other * (index % 2 == 0 ? 3 : 30)))
      let whole = Double(generator.next(below: 601) - 300)
      cases.append((one * 4, index % 3 == 0 ? whole / 10 : whole))
    }
    for step in -400...400 {
      let share = Double(step)
      cases.append((1 + share * 1e-9, 1e9 + share * 1e6))
    }
    expectAll(cases.filter { pow($0.base, $0.exponent).isFinite }) { base, exponent in
      let truth = pow(base, exponent)
      let isWhole = exponent == exponent.rounded()
      guard isWhole || base > 0 else { return precisePower(base, exponent).isNaN }
      return abs(precisePower(base, exponent) - truth) <= (isWhole ? 2 : 20) * truth.ulp
    }
  }

  private static let specialPowers: [(Double, Double, Double)] = [
    (0, 0, 1), (.nan, 0, 1), (1, .infinity, 1), (2, 10, 1024), (2, -1, 0.5), (-2, 3, -8),
    (-2, 2, 4), (-2, -3, -0.125), (9, 0.5, 3), (4, -0.5, 0.5), (9, 1.5, 27), (9, 2.5, 243),
    (4, -1.5, 0.125), (0, 0.5, 0), (0, -0.5, .infinity), (0, 3, 0), (-0.0, 3, -0.0),
    (0, -3, .infinity), (-0.0, -3, -.infinity), (-0.0, -2, .infinity), (-0.0, 2, 0),
    (.infinity, 2, .infinity), (.infinity, -2, 0), (-.infinity, 3, -.infinity),
    (-.infinity, 2, .infinity), (-.infinity, -3, -0.0), (2, 1023, 0x1p1023), (2, 1024, .infinity),
    (2, -1074, .leastNonzeroMagnitude), (2, -1075, 0), (2, 1e300, .infinity), (2, -1e300, 0),
    (0.5, 1e300, 0), (0.5, -1e300, .infinity), (-1, 1e300, 1), (-1, 4_503_599_627_370_497, -1),
    (-1, 0x1p53, 1), (10, 308, 1e308), (10, -308, 1e-308), (3, 5, 243),
    (.leastNonzeroMagnitude, 2, 0), (.greatestFiniteMagnitude, 1, .greatestFiniteMagnitude),
    (0x1.0000000000001p0, 0x1p62, .infinity), (0x1.fffffffffffffp-1, 0x1p63, 0),
    (0x1.fffffffffffffp-1, 1e300, 0), (0x1.fffffffffffffp-1, -1e300, .infinity),
  ]

  @Test(arguments: specialPowers)
  func `powers have their special values`(base: Double, exponent: Double, power: Double) {
    #expect(precisePower(base, exponent) == power)
    #expect(precisePower(base, exponent).sign == power.sign)
  }

  @Test func `a power that is no number is none`() {
    let cases: [(Double, Double)] = [(-2, 0.5), (.nan, 1), (2, .nan), (.nan, 0.5), (-1, 1.5)]
    for (base, exponent) in cases {
      #expect(precisePower(base, exponent).isNaN, "\(base)^\(exponent)")
    }
  }
}
