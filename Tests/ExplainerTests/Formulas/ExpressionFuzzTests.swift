import Core
import SessionFuzz
import Testing

@testable import Formulas
@testable import Presentation

/// Random lines, made from good ones by cutting, doubling and mixing: each has a value or an error
/// that points into the line and has words.
@Suite struct ExpressionFuzzTests {
  private static let seeds = [
    "σ(W1·a0 + b1)", "W1[5]·a0 + b1[5]", "a1[2..5]", "W2[3,4]", "argmax(a3)", "x = [0.2, 0.5]",
    "softmax(z3)", "[[1, 2], [3, 4]]'·u[0..1]", "12,544 / max(1e-3, 7)", "not (u[0] > 2) and 1 ≤ 2",
    "-2^-3^2 + 1e38*10", "M[0..1, 1]", "a⁽¹⁾ .* W⁽²⁾[3]", "log(relu(z1) + 1)", "(a3 - 1)²",
    "1 ./ (u - 2)", "shape(Mᵀ) == [3, 2]", "p·uᵀ", "round(mean(b1)*1e30)", "a₅⁽¹⁾",
  ]
  private static let pieces =
    Array(
      "()[]{},.;:..'ᵀ·*+-/^=<>≤≠&|!²⁽¹⁾₁ \t\u{301}🇩🇪ExσWazbu0123456789"
    ).map(String.init) + [
      "1e38", "1e-45", "99999999999999999999", "..", "./", "NaN", "inf", "and", "W1",
    ] + Extremes.numbers

  /// Small, so that the time goes into reading.
  private let table: NameTable = {
    var table = names(of: [12, 6, 6, 4], .sigmoid, seed: 2)
    table.bindings = film.bindings
    return table
  }()

  @Test func mutations() {
    var chance = SeededGenerator(seed: 42)
    var values = 0
    for _ in 0..<8_000 {
      let line = mutated(&chance)
      if hasValue(line) { values += 1 }
    }
    #expect(values > 400)
  }

  private func mutated(_ chance: inout SeededGenerator) -> String {
    var line = Array(Self.seeds[chance.next(below: Self.seeds.count)])
    for _ in 0...chance.next(below: 4) {
      let start = chance.next(below: line.count + 1)
      let end = min(line.count, start + chance.next(below: 4))
      switch chance.next(below: 4) {
      case 0: line.removeSubrange(start..<end)
      case 1: line.insert(contentsOf: line[start..<end], at: start)
      case 2:
        line.insert(contentsOf: Self.pieces[chance.next(below: Self.pieces.count)], at: start)
      default:
        let other = Array(Self.seeds[chance.next(below: Self.seeds.count)])
        line.replaceSubrange(start..<end, with: other.prefix(chance.next(below: other.count)))
      }
    }
    return String(line)
  }

  private func hasValue(_ line: String) -> Bool {
    let limits = Limits(work: 1e7)
    _ = Highlight.expression(line)
    _ = table.completions(before: line)
    do {
      let syntax = try syntax(line, limits: limits)
      let value = try Evaluator(names: table, limits: limits).value(of: syntax)
      #expect(value.entries.allSatisfy(\.isFinite) && !value.entries.isEmpty, "\(line)")
      #expect(try Explanation(of: syntax, in: table, limits: limits).value == value, "\(line)")
      return true
    } catch {
      #expect(error.range.upperBound <= line.count, "\(line)")
      #expect(!error.message.isEmpty && !error.hint.isEmpty)
      return false
    }
  }
}
