import Testing

@testable import Formulas

@Suite struct ExplanationTests {
  @Test func partsInTheOrderOfEvaluation() throws {
    let explanation = try Explanation(of: syntax("σ(W1·a0 + b1)"), in: film)
    let lines = explanation.parts.map { part in
      String(repeating: "  ", count: part.depth) + "\(part.text): \(part.shape)"
    }
    #expect(
      lines.joined(separator: "\n") == """
              W1: 16×784
              a0: 784 entries
            W1·a0: 16 entries
            b1: 16 entries
          W1·a0 + b1: 16 entries
        σ(W1·a0 + b1): 16 entries
        """)
    #expect(explanation.parts.map(\.operands) == [[], [], [0, 1], [], [2, 3], [4]])
    #expect(explanation.parts.last?.role == .operation(note: "1 / (1 + e^−z), entry by entry"))
    #expect(explanation.value.twin == film.value(of: "a1")?.given)
  }

  @Test func bracketsAreNotPartOfAPart() throws {
    let explanation = try Explanation(of: syntax("2*(u + [1, 1, 1])[two]"), in: film)
    let texts = ["2", "u", "1", "1", "1", "[1, 1, 1]", "u + [1, 1, 1]", "two"]
    #expect(
      explanation.parts.map(\.text) == texts + ["(u + [1, 1, 1])[two]", "2*(u + [1, 1, 1])[two]"])
    #expect(explanation.parts[5].operands == [2, 3, 4])
    #expect(explanation.parts[8].operands == [6, 7])
    #expect(explanation.value == .number(8))
  }

  @Test func faultsPointAsInEvaluation() throws {
    let line = try syntax("1 + log(0)")
    let error = #expect(throws: ExpressionError.self) { try Explanation(of: line, in: film) }
    #expect(error?.range == 8..<9)
  }
}
