import Testing

@testable import Formulas
@testable import Presentation

@Suite struct CurveTests {
  @Test func pointsFromEndToEnd() throws {
    let curve = try Curve(of: syntax("x^2"), in: film, over: -2...2, count: 5)
    #expect(curve.points.map(\.x) == [-2, -1, 0, 1, 2])
    #expect(curve.points.map(\.y) == [4, 1, 0, 1, 4])
  }

  @Test func gapsWhereThereIsNoValue() throws {
    let curve = try Curve(of: syntax("1/x"), in: film, over: -1...1, count: 3)
    #expect(curve.points.map(\.y) == [-1, nil, 1])
    let root = try Curve(of: syntax("log(x) + u[x]"), in: film, over: -1...3, count: 5)
    #expect(root.points.map { $0.y != nil } == [false, false, true, true, false])
  }

  @Test(arguments: ["y", "x + ", "u*x", "x·W1·a1", "log(-1)", "W9"])
  func faultsThatAreNotGaps(line: String) {
    #expect(throws: ExpressionError.self) {
      try Curve(of: syntax(line), in: film, over: 0...1, count: 10)
    }
  }

  @Test func wideRangesAndOnePoint() throws {
    let line = try syntax("x")
    let largest = Curve.reach
    let wide = try Curve(of: line, in: film, over: -largest...largest, count: 3)
    #expect(wide.points.map(\.y) == [-largest, 0, largest])
    #expect(try Curve(of: line, in: film, over: 3...3, count: 1).points.map(\.y) == [3])
  }

  @Test func theLearnersOwnXIsPassedOver() throws {
    var names = film
    names.bindings["x"] = .vector([1, 2])
    #expect(try Curve(of: syntax("x"), in: names, over: 0...1, count: 2).points.map(\.y) == [0, 1])
  }

  @Test func workOfAllSamplesCounts() throws {
    let line = try syntax("sum(W1·(a0*x))")
    #expect(throws: ExpressionError.self) {
      try Curve(of: line, in: film, over: 0...1, count: 1_000_000, limits: Limits(work: 1e7))
    }
  }

  @Test(arguments: [
    "W1[5]·a0 + x", "x·sum(a1) - x/(2 + two)", "2^3^x", "max(u[0] + 1, x)", "[1, 2, x + 1][two]",
    "-(1 + 2) + x·[x, two + 1]·[two/4, 1]", "3 + 4", "x",
  ])
  func whatDoesNotDependOnXIsComputedOnceAndIsTheSame(line: String) throws {
    let syntax = try syntax(line)
    let curve = try Curve(of: syntax, in: film, over: -1...2, count: 7)
    var names = film
    for point in curve.points {
      names.bindings["x"] = .number(point.x)
      #expect(try Evaluator(names: names).value(of: syntax) == point.y.map(Value.number))
    }
  }

  @Test func twelveEndsAreLookedAtCloser() throws {
    // Each pole is the end of what comes before it and of what comes after it.
    func ends(_ poles: Int) throws -> Int {
      let factors = (1...poles).map { "(x - \($0))" }.joined(separator: "*")
      let line = try syntax("1/(\(factors))")
      return try Curve(of: line, in: film, over: 0...16, count: 33).edges.count
    }
    #expect(try ends(1) == 2 && ends(5) == 10 && ends(6) == 12 && ends(8) == 12)
  }

  @Test func faultsNameWhatWasTyped() throws {
    let error = #expect(throws: ExpressionError.self) {
      try Curve(of: syntax("(W1·a0)·(u + v) + x"), in: film, over: 0...1, count: 3)
    }
    guard case .mismatch(_, let left, let right, _) = error?.kind else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(left.text == "W1·a0" && right.text == "u + v")
    let gap = #expect(throws: ExpressionError.self) {
      try Curve(of: syntax("x + 1/(1 - 1)"), in: film, over: 0...1, count: 3)
    }
    #expect(gap?.range == 6..<13)
  }

  @Test func severalExpressions() throws {
    let list = try Syntax.parseList("sigmoid(x), max(0, x), 1,234 ")
    #expect(list.count == 3)
    let values = try list.map { try Curve(of: $0, in: film, over: 0...0, count: 1).points[0].y }
    #expect(values == [0.5, 0, 1234])
    #expect(throws: ExpressionError.self) { try Syntax.parseList("x, ") }
    #expect(throws: ExpressionError.self) { try Syntax.parseList("x) , 2") }
  }
}
