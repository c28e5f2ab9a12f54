import Testing

@testable import Formulas
@testable import Presentation

/// How numbers and names are cut out of a line.
struct NumberLexingTests {
  @Test(
    arguments: [
      ("7", 7), ("007", 7), (".5", 0.5), ("0.5", 0.5), ("1.25e2", 125), ("1e2", 100),
      ("1E-2", 0.01),
      ("1e+2", 100), ("1.", 1), ("12_544", 12_544), ("2e", 2 * 2.718281828459045), ("1e−2", 0.01),
      (".5e1", 5), ("1,234", 1234), ("12,345", 12_345),
      ("123,456", 123_456), ("1,234,567", 1_234_567), ("1,234.5", 1234.5), ("1,234e1", 12_340),
      ("(1,234) + 1", 1235), ("((1,234))", 1234), ("2²³", 8_388_608), ("3²·2", 18), ("10²⁰", 1e20),
      ("1.7976931348623157e308", 1.7976931348623157e308), ("1e-999", 0), ("0e999", 0),
    ] as [(String, Double)])
  func `numbers as people write them`(line: String, number: Double) throws {
    #expect(try value(line) == .number(number))
  }

  @Test(arguments: [
    "1,23", "1,2345", "1234,567", "12,34,567", "1,", "1,234,56", "1,234,5678", "1..", "1e309",
    "1e+", "2e5.5", "1_", "1__0", "1.2.3", ",5", "1 000",
  ])
  func `what is no number is refused`(line: String) {
    #expect(throws: ExpressionError.self) { try value(line) }
  }

  @Test(
    arguments: [
      ("[1,234]", [1, 234]), ("[1,234,567]", [1, 234, 567]), ("[(1,234), 5]", [1234, 5]),
      ("[max(1,234), 5]", [234, 5]), ("[max((1,234), 5), 1,200]", [1234, 1, 200]),
      ("[(max(1,234)), 5]", [234, 5]), ("[[1,2][1], 3,400]", [2, 3, 400]),
    ] as [(String, [Double])])
  func `a comma separates in a list and in a function`(line: String, entries: [Double]) throws {
    #expect(try value(line) == .vector(entries))
  }

  @Test func `a letter has sixteen accents at most`() {
    func read(_ accents: Int) -> [Character] {
      let letter = "e" + String(repeating: "\u{301}", count: accents)
      return Lexer.characters(of: letter, most: 10)
    }
    #expect(read(15)[0].unicodeScalars.count == 16)
    #expect(read(16) == ["\u{FFFD}"])
    #expect(Lexer.characters(of: "abc", most: 2) == ["a", "b"])
    #expect(Lexer.characters(of: "abc", most: 3) == ["a", "b", "c"])
  }

  @Test(arguments: [
    ("a_1", ["a_1"]), ("_x", ["_x"]), ("größe2", ["größe2"]), ("a₁₂", ["a12"]), ("W⁽¹²⁾", ["W12"]),
    ("az", ["az"]), ("AZ", ["AZ"]), ("x'", ["x"]), ("xᵀ", ["x"]),
  ])
  func `names`(line: String, names: [String]) throws {
    #expect(try syntax(line).names == names)
  }

  @Test(arguments: [
    "@a", "[a", "`a", "{a", "a{", "a`b", "a@", "a⁽⁾", "a⁽1⁾", "a⁽¹", "w_{3,4}", "#0",
  ])
  func `no names`(line: String) {
    #expect(throws: ExpressionError.self) { try syntax(line) }
  }
}
