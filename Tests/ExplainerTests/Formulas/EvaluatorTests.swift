import Core
import Testing

@testable import Formulas

@Suite struct EvaluatorTests {
  @Test(
    arguments: [
      ("1 + 2*3", 7), ("(1 + 2)*3", 9), ("2 - 3 - 4", -5), ("-2^2", -4), ("(-2)^2", 4),
      ("2^3^2", 512), ("2^-1", 0.5), ("-2^-2", -0.25), ("--3", 3), ("+3 - +2", 1), ("2*-3", -6),
      ("12,544", 12544), ("(12,544)", 12544), ("1,234,567.5", 1_234_567.5), ("max(1,234)", 234),
      ("max((1,234), 3)", 1234), ("1e-3", 0.001), ("1E+3", 1000), ("1e−3", 0.001), (".5", 0.5),
      ("1e-60", 1e-60), ("1e-400", 0), ("784×16", 12544), ("6/4", 1.5), ("7./2", 3.5), ("3²", 9),
      ("two²", 4), ("0^0", 1), ("-0", 0), ("4^0.5", 2), ("(-2)^3", -8), ("1^1e30", 1),
      ("(-1)^1e30", 1), ("0.5^1e30", 0), ("two", 2),
    ] as [(String, Double)])
  func numbers(line: String, expected: Double) throws {
    let number = try #require(try value(line).number)
    #expect(abs(number - expected) <= 1e-15 * abs(expected), "\(line)")
  }

  @Test(
    arguments: [
      ("1 < 2", 1), ("2 <= 1", 0), ("2 ≥ 2", 1), ("1 == 1", 1), ("1 = 2", 0), ("1 ≠ 2", 1),
      ("1 != 1", 0), ("not 1 > 2", 1), ("not not 0", 0), ("1 and 0 or 1", 1), ("1 or 0 and 0", 1),
      ("not 0 and 0", 0), ("u == [1, 2, 3]", 1), ("u != v", 1), ("1 < 2 && 2 < 3", 1),
      ("0 || 0", 0),
      ("0 == -0", 1),
    ] as [(String, Double)])
  func truths(line: String, expected: Double) throws {
    #expect(try value(line) == .number(expected), "\(line)")
  }

  @Test(
    arguments: [
      ("[1, 2, 3]", .vector([1, 2, 3])), ("[1,234]", .vector([1, 234])), ("[two]", .vector([2])),
      ("[[1, 2], [3, 4]]", matrix([[1, 2], [3, 4]])), ("[u, v]", matrix([[1, 2, 3], [4, 5, 6]])),
      ("u + 1", .vector([2, 3, 4])), ("1 - u", .vector([0, -1, -2])),
      ("-u", .vector([-1, -2, -3])),
      ("u + v", .vector([5, 7, 9])), ("u·v", .number(32)), ("u .* v", .vector([4, 10, 18])),
      ("u ⊙ v", .vector([4, 10, 18])), ("v ./ u", .vector([4, 2.5, 2])),
      ("u/2", .vector([0.5, 1, 1.5])),
      ("6 ./ u", .vector([6, 3, 2])), ("u^2", .vector([1, 4, 9])),
      ("M·u", .vector([14, 32])), ("2·M", matrix([[2, 4, 6], [8, 10, 12]])),
      ("M + M", matrix([[2, 4, 6], [8, 10, 12]])), ("Mᵀ", matrix([[1, 4], [2, 5], [3, 6]])),
      ("M'·[1, 0]", .vector([1, 2, 3])), ("M·M'", matrix([[14, 32], [32, 77]])),
      ("uᵀ", matrix([[1, 2, 3]])),
      ("uᵀ·v", .vector([32])), ("p·uᵀ", matrix([[1, 2, 3], [0, 0, 0]])), ("Mᵀᵀ == M", .number(1)),
      ("M[1]", .vector([4, 5, 6])), ("M[1, 2]", .number(6)), ("M[1][2]", .number(6)),
      ("u[two]", .number(3)), ("u[0..1]", .vector([1, 2])), ("u[1..1]", .vector([2])),
      ("M[0..1, 2]", .vector([3, 6])), ("M[0, 1..2]", .vector([2, 3])),
      ("M[1..1]", matrix([[4, 5, 6]])),
      ("M[0..1, 0..1]", matrix([[1, 2], [4, 5]])), ("[5, 6, 7][3 - 1]", .number(7)),
      ("u[0…1]", .vector([1, 2])),
    ] as [(String, Value)])
  func vectorsAndMatrices(line: String, expected: Value) throws {
    #expect(try value(line) == expected, "\(line)")
  }

  @Test(
    arguments: [
      ("sigmoid(0)", .number(0.5)), ("σ(-1000)", .number(0)), ("σ([0, 1000])", .vector([0.5, 1])),
      ("relu(-u)", .vector([0, 0, 0])), ("ReLU(2)", .number(2)),
      ("softmax([5, 5])", .vector([0.5, 0.5])),
      ("softmax([1000, 0])", .vector([1, 0])), ("exp(0)", .number(1)), ("log(1)", .number(0)),
      ("ln(1)", .number(0)), ("sqrt([4, 9])", .vector([2, 3])), ("abs(-u)", .vector([1, 2, 3])),
      ("round([0.5, -1.5, 2.4])", .vector([1, -2, 2])), ("sum(M)", .number(21)),
      ("mean(u)", .number(2)),
      ("sum(3)", .number(3)), ("min(M)", .number(1)), ("max(u)", .number(3)),
      ("max(0, u - 2)", .vector([0, 0, 1])),
      ("min(u, [3, 2, 1])", .vector([1, 2, 1])), ("argmax([1, 3, 3])", .number(1)),
      ("argmin(u)", .number(0)),
      ("count(M)", .number(6)), ("count(5)", .number(1)), ("rows(M)", .number(2)),
      ("columns(M)", .number(3)),
      ("rows(u)", .number(3)), ("columns(u)", .number(1)), ("shape(M)", .vector([2, 3])),
      ("shape(u)", .vector([3])), ("dot(u, v)", .number(32)), ("norm([3, 4])", .number(5)),
      ("norm([3e20, 4e20])", .number(5e20)), ("transpose(M) == M'", .number(1)),
      ("sum (u)", .number(6)),
    ] as [(String, Value)])
  func functions(line: String, expected: Value) throws {
    #expect(try value(line) == expected, "\(line)")
  }

  @Test(arguments: [
    "a⁽⁰⁾ == a0", "a₀ == a0", "W⁽¹⁾ == W₁", "z⁽²⁾ == z2", "count(W1) == 784*16",
    "count(W1) + count(b1) = 12,560", "W1[5]·a0 + b1[5] == z1[5]", "a0·W1[5] + b1[5] == z1[5]",
    "sum(W1[5] .* a0) == W1[5]·a0", "dot(W2[3], a1) + b2[3] == z2[3]", "argmax(a3) == argmax(z3)",
    "(W2'·a2)[3] > -1e9", "W2[3,4] == W2[3][4]", "a1[2..5] == [a1[2], a1[3], a1[4], a1[5]]",
    "a1[7] > 0 and argmax(a3) ≤ 9", "shape(W1ᵀ) == [784, 16]", "rows(W1) == count(a1)",
  ])
  func networkNames(line: String) throws {
    #expect(try value(line) == .number(1), "\(line)")
  }

  @Test func answerAndBindings() throws {
    var names = film
    names.bindings[NameTable.answer] = .number(3)
    names.bindings["größe"] = .number(4)
    #expect(try value("ans + größe", in: names) == .number(7))
    #expect(try Syntax.parse("x = 3") == .assignment(name: "x", syntax("x = 3")))
    #expect(try syntax("a + b*σ(a)").names == ["a", "b"])
  }

  @Test func emptyValuesFromOutside() {
    let names = NameTable(bindings: [
      "v": .vector([]), "M": .matrix(given: Matrix(rows: 0, columns: 0)),
      "N": .matrix(given: Matrix(rows: 0, columns: 3)), "n": .number(.nan),
    ])
    let lines = Function.named.keys.map { "\($0)(v)" } + Function.named.keys.map { "\($0)(M)" }
    for line in lines + [
      "v[0]", "M[0]", "N[0,0]", "v·v", "M·v", "N'", "[v]", "-v", "v == v", "n", "v^2",
    ] {
      #expect(throws: ExpressionError.self, "\(line)") { try value(line, in: names) }
    }
  }
}
