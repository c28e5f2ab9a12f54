import Testing

@testable import Formulas
@testable import Presentation

/// No line crashes the program or keeps anybody waiting.
@Suite struct LimitTests {
  @Test(
    arguments: [
      ("(", 50, "Too many brackets inside brackets."),
      ("[", 50, "Too many brackets inside brackets."),
      ("sum(", 203, "Too many brackets inside brackets."),
      ("(1+", 150, "Too many brackets inside brackets."),
      ("-", 10_000, "The expression has too many parts."),
      ("not ", 40_000, "The expression has too many parts."),
      ("+", 100_000, "The line is too long to read."), ("9", 0, nil),
      ("1+", 9_999, "The expression has too many parts."),
      ("2^", 10_000, "The expression has too many parts."),
      ("1,", 1, "A comma stands only in [ ], in a function's ( ), or between thousands."),
      (" ", 100_000, "The line is too long to read."),
      ("é", 100_000, "The line is too long to read."),
      ("a[0]", 1, nil), ("^", 0, "A value is missing before ^."), ("1e9", 3, nil),
      ("𝔸(", 100, nil), ("a0[", 152, "Too many brackets inside brackets."),
      ("1<", 5_002, "The expression has too many parts."),
      ("²", 0, "The raised number is too large."),
    ] as [(String, Int, String?)])
  func aMillionOfAnything(piece: String, column: Int, message: String?) {
    let line = String(repeating: piece, count: 1_000_000 / piece.count)
    let error = #expect(throws: ExpressionError.self) { try value(line) }
    guard let message else { return }
    #expect(error?.range.lowerBound == column)
    #expect(error?.message == message)
  }

  @Test(arguments: [
    "x" + String(repeating: "'", count: 99_000), "x" + String(repeating: "[0]", count: 30_000),
    "x" + String(repeating: "²", count: 99_000), "1" + String(repeating: "^1", count: 49_000),
    String(repeating: "-", count: 50_000) + "1",
    "[" + String(repeating: "1,", count: 40_000) + "1]",
    String(repeating: "not ", count: 20_000) + "1",
  ])
  func longChains(line: String) {
    let names = NameTable(bindings: ["x": .number(1)])
    #expect(throws: ExpressionError.self) { try value(line, in: names) }
  }

  @Test func whatIsAllowed() throws {
    let sum = String(repeating: "1+", count: 4_999) + "1"
    #expect(try value(sum) == .number(5_000))
    let nested = String(repeating: "(", count: 50) + "1" + String(repeating: ")", count: 50)
    #expect(try value(nested) == .number(1))
    #expect(try value(String(repeating: "-", count: 9_998) + "1") == .number(1))
    #expect(try value("1" + String(repeating: "^1", count: 4_999)) == .number(1))
    let digits = String(repeating: "0", count: 90_000) + "1"
    #expect(try value(digits) == .number(1))
    #expect(throws: ExpressionError.self) { try value(String(repeating: "9", count: 99_999)) }
  }

  @Test func aMillionAccents() {
    let line = "1 + e" + String(repeating: "\u{301}\u{316}", count: 100_000)
    let error = #expect(throws: ExpressionError.self) { try value(line) }
    #expect(error?.range == 4..<5)
    #expect(error?.message == "'\u{FFFD}' has no meaning here.")
    #expect(Highlight.expression(line).last == Highlight(4..<5, .unmatched))
    #expect(film.completions(before: line).replacedLength == 0)
  }

  @Test func resultsTooLarge() {
    let long = NameTable(bindings: ["v": .vector([Double](repeating: 1, count: 31_623))])
    let error = #expect(throws: ExpressionError.self) { try value("v·v'", in: long) }
    #expect(error?.message == "The result would be 31,623×31,623.")
    #expect(error?.hint == "At most 4,000,000 entries fit; take a slice first.")
    #expect(error?.range == 1..<2)
  }

  @Test func tooMuchWork() throws {
    let limits = Limits(work: 1e6)
    let line = "W1'·W1"
    let error = #expect(throws: ExpressionError.self) { try value(line, limits: limits) }
    #expect(error?.message == "This would take too long to compute.")
    #expect(error?.range == 3..<4)
    // Small steps add up as well.
    let many = [String](repeating: "sum(W1)", count: 100).joined(separator: "+")
    #expect(throws: ExpressionError.self) { try value(many, limits: limits) }
    #expect(try value("sum(W1)", limits: limits).shape == .number)
  }

  @Test func explanationsKeepLittle() throws {
    let line = try syntax("W1 + 1 + 1 + 1 + 1")
    _ = try Explanation(of: line, in: film)
    let limits = Limits(explainedEntries: 100_000)
    #expect(throws: ExpressionError.self) { try Explanation(of: line, in: film, limits: limits) }
  }
}
