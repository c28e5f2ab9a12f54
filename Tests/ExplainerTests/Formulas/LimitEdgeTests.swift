import Core
import Testing

@testable import Course
@testable import Formulas

/// Each limit of a line at its edge: the last that is allowed and the first that is not.
struct LimitEdgeTests {
  private func kind(_ line: String, _ change: (inout Limits) -> Void) -> ExpressionError.Kind? {
    var limits = Limits()
    change(&limits)
    do throws(ExpressionError) {
      _ = try value(line, limits: limits)
      return nil
    } catch { return error.kind }
  }

  @Test func `the limits at the prompt and in lessons are what they are said to be`() {
    let limits = Limits.standard
    #expect(limits.nesting == 50 && limits.parts == 10_000 && limits.characters == 100_000)
    #expect(limits.entries == 4_000_000 && limits.explainedEntries == 5_000_000)
    #expect(limits.work == 1e9)
    var lesson = limits
    (lesson.work, lesson.entries) = (2e7, 200_000)
    #expect(Limits.lesson == lesson)
  }

  @Test func `brackets inside brackets`() {
    for line in ["(((1)))", "[[[1][0]][0]][0]", "abs(abs(abs(1)))", "((([1][0])))"] {
      let depth = line == "((([1][0])))" ? 4 : 3
      #expect(kind(line) { $0.nesting = depth } == nil, "\(line)")
      #expect(kind(line) { $0.nesting = depth - 1 } == .tooDeep(most: depth - 1), "\(line)")
    }
  }

  @Test func `parts`() {
    for (line, parts) in [("1+1+1", 5), ("-1", 2), ("1^2^3", 5), ("[1, 2, 3]", 4), ("not 1", 2)] {
      #expect(kind(line) { $0.parts = parts } == nil, "\(line)")
      #expect(kind(line) { $0.parts = parts - 1 } == .tooManyParts(most: parts - 1), "\(line)")
    }
  }

  @Test func `characters`() {
    #expect(kind("1 + 22") { $0.characters = 6 } == nil)
    #expect(kind("1 + 22") { $0.characters = 5 } == .tooLong(most: 5))
    #expect(kind("1 + 2 ") { $0.characters = 5 } == .tooLong(most: 5))
  }

  @Test func `entries of one result`() {
    // 3 times 3 from two vectors of three.
    #expect(kind("u·u'") { $0.entries = 9 } == nil)
    #expect(kind("u·u'") { $0.entries = 8 } != nil)
    #expect(kind("M'·M") { $0.entries = 9 } == nil)
    #expect(kind("M'·M") { $0.entries = 8 } != nil)
  }

  @Test(
    arguments: [
      ("u·v", 3), ("M·u", 6), ("M·M'", 12), ("u·p'", 6), ("W2·a1", 256), ("W1·a0", 12_544),
    ] as [(String, Double)])
  func `a product takes as much work as it has products`(line: String, products: Double) throws {
    let syntax = try syntax(line)
    var meter = Meter(limits: .standard)
    _ = try Evaluator(names: film, limits: .standard).value(of: syntax, &meter)
    let work = meter.work
    #expect(work >= products && (work - products).truncatingRemainder(dividingBy: 10) == 0)
    #expect(kind(line) { $0.work = work } == nil)
    #expect(kind(line) { $0.work = work - 1 } == .tooMuchWork)
  }

  @Test func `an explanation takes ten products for each entry that it may keep`() throws {
    let syntax = try syntax("u + v")
    var meter = Meter(limits: .standard)
    _ = try Evaluator(names: film, limits: .standard).value(of: syntax, &meter)
    let entries = Int((meter.work / 10).rounded(.up))
    _ = try Explanation(of: syntax, in: film, limits: Limits(explainedEntries: entries))
    #expect(throws: ExpressionError.self) {
      try Explanation(of: syntax, in: film, limits: Limits(explainedEntries: entries - 1))
    }
  }
}
