import Testing

@testable import Formulas
@testable import Presentation

@Suite struct NameTableTests {
  @Test func namesOfTheFilmsNetwork() {
    let given = "a0 a1 a2 a3 z1 z2 z3 W1 W2 W3 b1 b2 b3 M big p two u v"
    #expect(film.names.joined(separator: " ") == given)
    #expect(NameTable(network: film.network).names.joined(separator: " ") == "W1 W2 W3 b1 b2 b3")
    #expect(NameTable().names == [])
  }

  @Test func anyNumberOfLayers() {
    let deep = names(of: [3, 2, 2, 2, 2, 4], .relu, seed: 3)
    #expect(deep.value(of: "W5")?.shape == .matrix(rows: 4, columns: 2))
    #expect(deep.value(of: "a5")?.shape == .vector(4))
    for name in ["a6", "W0", "b0", "z0", "a", "W", "a-1", "a01x", "", "W99999999999999999999"] {
      #expect(deep.value(of: name) == nil, "\(name)")
    }
  }

  @Test func aPassOfAnotherNetworkDoesNotTrap() {
    let small = names(of: [2, 2], .sigmoid, seed: 1)
    let table = NameTable(network: film.network, pass: small.pass)
    #expect(table.value(of: "a3") == nil)
    #expect(throws: ExpressionError.self) { try value("z3", in: table) }
  }

  @Test func completions() {
    #expect(texts("σ(W") == ["W1", "W2", "W3"])
    #expect(texts("1 + sig") == ["sigmoid(", "σ(", "sign("])
    #expect(texts("tw") == ["two"])
    #expect(texts("qq") == [])
    #expect(film.completions(before: "σ(W").replacedLength == 1)
    #expect(film.completions(before: "W1*").replacedLength == 0)
    #expect(texts("W1*").contains("a0") && texts("W1*").contains("ᵀ"))
    let weights = film.completions(before: "W2").candidates[0]
    #expect(weights.note == "weights into layer 2, one row a neuron, 16×16")
    #expect(texts("an") == ["any(", "and"])
  }

  @Test func everyFunctionIsDescribed() {
    for function in Function.all {
      #expect(!function.note.isEmpty && function.usage.contains("("))
      #expect(function.note.count <= 70, "\(function.note)")
    }
    let names = Function.all.flatMap(\.names)
    #expect(Set(names).count == names.count)
  }

  @Test(
    arguments: [
      ("sigmod", "sigmoid"), ("Sigmoid", "sigmoid"), ("smu", "sum"), ("w2", "W2"),
      ("arg_max", "argmax"),
      ("colums", "columns"), ("zzz", nil), ("q", nil), ("c1", nil), ("", nil),
    ] as [(String, String?)])
  func nearestName(typed: String, expected: String?) {
    #expect(nearest(to: typed, in: film.names + Function.named.keys) == expected)
  }

  private func texts(_ line: String) -> [String] {
    film.completions(before: line).candidates.map(\.text)
  }
}
