import Core
import Foundation
import Testing

@testable import Explainer
@testable import Lab
@testable import Presentation

/// `histogram`: every number is counted once, where it lies.
struct HistogramTests {
  /// Each number is between the ends of its bin, and all are counted; by looking at every number.
  private func expectHonest(
    _ numbers: [Double], at location: SourceLocation = #_sourceLocation
  ) {
    let histogram = Histogram("x", numbers)
    let finite = numbers.filter(\.isFinite)
    #expect(
      histogram.bins.reduce(0) { $0 + $1.count } + histogram.notFinite == numbers.count,
      sourceLocation: location)
    #expect(histogram.bins.count <= 15, sourceLocation: location)
    for (index, bin) in histogram.bins.enumerated() {
      let isLast = index + 1 == histogram.bins.count
      let held = finite.filter { $0 >= bin.from && ($0 < bin.to || isLast && $0 == bin.to) }
      #expect(held.count == bin.count && bin.from < bin.to, "\(bin)", sourceLocation: location)
    }
    for (bin, next) in zip(histogram.bins, histogram.bins.dropFirst()) {
      #expect(bin.to == next.from, sourceLocation: location)
    }
    #expect(Set(histogram.edges).count == histogram.edges.count, sourceLocation: location)
    for (edge, bin) in zip(histogram.edges, histogram.bins) {
      #expect(Double(edge) == bin.from, "\(edge)", sourceLocation: location)
    }
    #expect(!histogram.sentence.isEmpty, sourceLocation: location)
  }

  @Test func `numbers of every size are sorted honestly`() {
    expectHonest([0])
    expectHonest([-3.7])
    expectHonest([0.5, 0.5, 0.5])
    expectHonest([0, Double.leastNonzeroMagnitude])
    expectHonest([1, 1.0.nextUp])
    expectHonest([1e300, -1e300])
    expectHonest([1e300, 1e300.nextDown, 0])
    expectHonest([1e-300, 1])
    expectHonest([-1e15, -1e15 + 1])
    expectHonest([.nan, 1, .infinity, 2])
    expectHonest([.nan])
    expectHonest([])
    expectHonest((0...10).map { Double($0) / 10 })
    expectHonest((0...10).map { Double(Float($0) / 10) })
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      let size = pow(10, Double.random(in: -290...290, using: &generator))
      let middle = Bool.random() ? 0 : size * Double.random(in: -1e5...1e5, using: &generator)
      guard abs(middle) < 1e299 else { continue }
      let count = Int.random(in: 1...60, using: &generator)
      expectHonest(
        (0..<count).map { _ in middle + size * Double.random(in: -1...1, using: &generator) })
    }
  }

  @Test func `the sentence says what is seen`() {
    #expect(Histogram("x", [2.5]).sentence == "x: 1 number: 2.5000.")
    #expect(Histogram("x", [0, 0, 0]).sentence == "x: all 3 numbers are 0.")
    #expect(Histogram("x", [.nan, .infinity]).sentence == "x: 2 numbers, none of them finite.")
    #expect(
      Histogram("x", [.nan, 1, 1]).sentence
        == "x: the finite ones are 1. 1 number is not finite and in no bin.")
    let numbers = [-8.0] + [Double](repeating: 0.5, count: 18) + [9.5]
    #expect(
      Histogram("x", numbers).sentence
        == "x: 20 numbers from -8 to 9.5000, on average 0.5250. 90.00% lie from 0 to 2, 5.00% lies below, 5.00% lies above. The fullest bin, 0 to 2, holds 18."
    )
    #expect(
      Histogram("x", [0, 10]).sentence
        == "x: 2 numbers from 0 to 10, on average 5. All lie from 0 to 10.")
  }

  @Test func `a bar for every bin, and none where there is nothing`() {
    let histogram = Histogram("x", [-3, 1, 1, 1] + [Double](repeating: 2, count: 400))
    let figure = Reply([.figure(.histogram(histogram))])
    #expect(
      text(figure, columns: 60) == """
        x
        -3.0 to -2.5    1  ╴
        -2.5 to -2.0    0
        -2.0 to -1.5    0
        -1.5 to -1.0    0
        -1.0 to -0.5    0
        -0.5 to  0.0    0
         0.0 to  0.5    0
         0.5 to  1.0    0
         1.0 to  1.5    3  ╸
         1.5 to  2.0  400  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
        ╴  too few for a bar on this scale

        """)
    for columns in [40, 80, 120] {
      for unicode in [true, false] {
        let lines = text(figure, columns: columns, unicode: unicode).split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= columns })
        #expect(lines.count { $0.hasSuffix("    0") } == 7)
      }
    }
  }

  @Test func `the network's own numbers are all there`() throws {
    let reply = try reply("histogram W1")
    guard case .list(let bins)? = reply.facts["bins"] else { return #expect(Bool(false)) }
    let counts = bins.compactMap { bin -> Int? in
      if case .object(let bin) = bin, case .integer(let count)? = bin["count"] {
        count
      } else {
        nil
      }
    }
    #expect(counts.reduce(0, +) == 12_544 && reply.facts["count"] == .integer(12_544))
    let weights = try bundledSession().network.layer(1).weights.rowMajor.map { Double($0) }
    #expect(reply.facts["smallest"] == weights.min().map(Fact.precise))
    #expect(reply.facts["largest"] == weights.max().map(Fact.precise))
    guard case .precise(let mean)? = reply.facts["mean"] else { return #expect(Bool(false)) }
    #expect(abs(mean - weights.reduce(0, +) / 12_544) < 1e-12)
    #expect(text(reply).contains("W1: 12,544 numbers from "))
  }

  @Test func `what cannot be sorted is told`() throws {
    try expectProblem(
      "histogram [1e301, 0]", "The number in a histogram can't be 1.000e301.",
      "Use -1e300 to 1e300.")
    try expectProblem(
      "histogram", "The expression is missing.", "Write it as histogram EXPRESSION.")
    #expect(try reply("histogram q7").error != nil)
    #expect(try reply("histogram 3").error == nil)
  }
}
