import Foundation
import Testing

@testable import Formulas
@testable import Presentation

/// What a curve does between its points, against what the functions are known to do there.
@Suite struct CurveEdgeTests {
  private func edges(
    from lower: Double = -1.63, to upper: Double = 2.2, count: Int = 40,
    _ height: @escaping (Double) -> Double?
  ) -> [Curve.Edge] {
    let points = (0..<count).map { index in
      let x = lower + (upper - lower) * Double(index) / Double(count - 1)
      return Curve.Point(x: x, y: height(x))
    }
    return Curve.Edge.all(of: points, height)
  }

  /// A pole at 0.3, approached from both sides: which sign it has left and right of it.
  @Test(arguments: [(1.0, -1.0, 1.0), (-1.0, 1.0, -1.0)])
  func `a pole is followed from both sides, each on its own side of 0`(
    _ case: (factor: Double, left: Double, right: Double)
  ) throws {
    let found = edges { $0 == 0.3 ? nil : `case`.factor / ($0 - 0.3) }
    try #require(found.count >= 2 && found.allSatisfy { abs($0.x - 0.3) < 1e-3 })
    for (edge, sign) in zip(found, [`case`.left, `case`.right]) {
      #expect(abs(edge.x - 0.3) < 1e-9)
      #expect(edge.y * sign > 1e9)
      #expect(edge.isUnbounded)
    }
    #expect(found[0].x < 0.3 && 0.3 < found[1].x)
  }

  @Test func `where a curve begins or ends is found, and that it stays bounded there`() throws {
    let begins = try #require(edges { $0 < 0.5 ? nil : ($0 - 0.5).squareRoot() }.first)
    #expect(abs(begins.x - 0.5) < 1e-9 && begins.y < 1e-5 && !begins.isUnbounded)
    let ends = try #require(edges { $0 > 0.5 ? nil : (0.5 - $0).squareRoot() }.first)
    #expect(abs(ends.x - 0.5) < 1e-9 && ends.y < 1e-5 && !ends.isUnbounded)
  }

  @Test func `a curve that begins without bound is told so`() throws {
    let begins = try #require(edges { $0 <= 0.5 ? nil : log($0 - 0.5) }.first)
    #expect(abs(begins.x - 0.5) < 1e-9 && begins.y < -20 && begins.isUnbounded)
  }

  @Test(arguments: [1.0, -1.0])
  func `a spike is climbed to its top, or down to its bottom`(sign: Double) throws {
    let spike = try #require(edges { sign / (1e-6 + ($0 - 0.31) * ($0 - 0.31)) }.first)
    #expect(abs(spike.x - 0.31) < 1e-6)
    #expect(abs(spike.y - sign * 1e6) < 1)
    #expect(!spike.isUnbounded)
  }

  @Test func `a spike without a top is told so`() throws {
    let spike = try #require(edges { 1 / (($0 - 0.31) * ($0 - 0.31)) }.first)
    #expect(abs(spike.x - 0.31) < 1e-6 && spike.y > 1e12 && spike.isUnbounded)
  }

  @Test func `a smooth curve has none, and one that leaps everywhere at most twelve and one more`()
  {
    #expect(edges { sin($0) }.isEmpty)
    #expect(edges { $0 * $0 * $0 }.isEmpty)
    let comb = edges(count: 80) { Int(($0 + 10) * 20) % 2 == 0 ? $0 : nil }
    #expect(comb.count == 12)
  }
}
