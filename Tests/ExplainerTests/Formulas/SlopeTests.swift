import Core
import Testing

@testable import Formulas

/// Three layers of tanh, with a pass.
private let smallNetwork = names(of: [3, 4, 3, 2], .tanh, seed: 5)

/// Slopes of formulas agree with what turning an entry a little up and down finds, in Double.
@Suite struct SlopeTests {
  /// Names of a small network with a pass, and a few of a learner's.
  private var names: NameTable {
    var names = smallNetwork
    names.bindings["s"] = .number(0.7)
    names.bindings["t"] = .number(-1.3)
    names.bindings["u"] = .vector([0.4, -0.9, 1.7])
    names.bindings["v"] = .vector([1.2, 0.3, -0.6])
    names.bindings["M"] = matrix([[0.5, -1.1, 0.8], [1.4, 0.2, -0.7], [-0.3, 0.9, 1.6]])
    names.bindings["N"] = matrix([[0.2, 1.3], [-0.5, 0.4], [0.9, -1.2]])
    return names
  }

  @Test(arguments: [
    ("s^2 + 3s", "s"), ("s * t / (s - t)", "t"), ("2^s", "s"), ("u·v", "u"), ("sum(u .* v)", "v"),
    ("sum(M·u)", "M"), ("sum(M·u)", "u"), ("sum(M·N)", "M"), ("sum((M·N) ⊙ (M·N))", "N"),
    ("u·(M·v)", "M"), ("sum(uᵀ·M)", "u"), ("sum(u·vᵀ)", "v"), ("norm(M)", "M"), ("std(u)", "u"),
    ("mean(σ(M·u + v))", "M"), ("sum(exp(-u))", "u"), ("sum(log(u ⊙ u + 1))", "u"),
    ("sqrt(u·u)", "u"), ("sum(tanh(u) ./ (1 + v ⊙ v))", "v"), ("softmax(u)[1]", "u"),
    ("max(u)", "u"), ("sum(max(u, v))", "u"), ("min(s, t)", "t"), ("sum(|u|)", "u"),
    ("u[1] * u[2]", "u"), ("sum(M[1, :])", "M"), ("sum(M[:, 0:2])", "M"),
    ("sum(u[[0, 0, 2]])", "u"),
    ("sum([s, t, s] ⊙ u)", "s"), ("sum([[s, t], [t, s]]·[s, 1])", "s"), ("sum(Mᵀ·u)", "M"),
    ("sum(sum(M, axis=1) ⊙ u)", "M"), ("max(mean(M, axis=0))", "M"), ("sort(u)[2] * 3", "u"),
    ("top(u, 2)·[1, 2]", "u"), ("sum(where(u > 0, u ⊙ u, v))", "u"),
    ("sum(where(u > 0, u ⊙ u, v))", "v"), ("sum(clip(u, -0.5, 1) ⊙ v)", "u"),
    ("sum(reshape(M, 9) ⊙ range(9))", "M"), ("sum(outer(u, v)·v)", "v"), ("sin(s) cos(t)", "s"),
    ("tan(s)", "s"), ("log2(s) + log10(s)", "s"), ("sum(relu(u)) + sum(leaky_relu(u))", "u"),
    ("s", "t"), ("sum(round(u))", "u"), ("dot(u, v) / norm(u)", "u"), ("(s > 0) * s^3", "s"),
  ])
  func `the slope is what turning a little finds`(formula: String, name: String) throws {
    try expectSlopes(formula, of: name, in: names)
  }

  @Test func `a function of one's own passes slopes through its body`() throws {
    var names = names
    names.functions["f"] = try own("f", ["x"], "x^2 + s x", names)
    names.functions["g"] = try own("g", ["x", "y"], "f(x) f(y) + u·v", names)
    for (formula, name) in [("f(t)", "t"), ("f(t)", "s"), ("g(s, t^2)", "s"), ("g(s, t)", "u")] {
      try expectSlopes(formula, of: name, in: names)
    }
    #expect(try value("slope(f, 5)", in: names) == .number(10.7))
    #expect(try value("slope(f, u)", in: names).entries.count == 3)
  }

  @Test func `slopes go on through the network to its knobs`() throws {
    let table = names
    let network = try #require(table.network)
    let input = try #require(table.pass?.input)
    let target: [Float] = [0, 1]
    let chain = ChainRule(network, network.forward(input), target: target, cost: .squares)
    var names = table
    names.bindings["y"] = .vector(target.map(Double.init))
    let output = network.outputLayer
    let gradient = try FormulaGradient(of: syntax("sum((a\(output) - y)^2)"), in: names)
    for layer in 1...output {
      let weights = try #require(try gradient.slopes(of: "W\(layer)"))
      let biases = try #require(try gradient.slopes(of: "b\(layer)"))
      let expected = chain.gradient.layers[layer - 1]
      for (a, b) in zip(weights.entries, expected.weights.columnMajor) {
        #expect(abs(a - Double(b)) <= 1e-6 * max(1, abs(a)))
      }
      for (a, b) in zip(biases.entries, expected.biases) {
        #expect(abs(a - Double(b)) <= 1e-6 * max(1, abs(a)))
      }
    }
  }

  @Test func `what has no slope says so`() {
    for formula in ["u", "M", "slope(sigmoid, s)", "sqrt(s - s)"] {
      #expect(throws: ExpressionError.self, "\(formula)") {
        _ = try FormulaGradient(of: syntax(formula), in: names).slopes(of: "s")
      }
    }
  }

  private func own(
    _ name: String, _ parameters: [String], _ body: String, _ names: NameTable
  ) throws -> OwnFunction {
    try OwnFunction(name, parameters: parameters, body: syntax(body), known: names.functions)
  }

  /// Compares with central differences, entry by entry.
  private func expectSlopes(
    _ formula: String, of name: String, in names: NameTable,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let syntax = try syntax(formula)
    let gradient = try FormulaGradient(of: syntax, in: names)
    let slopes = try #require(try gradient.slopes(of: name))
    let place = try #require(names.value(of: name))
    for index in place.entries.indices {
      let step = 1e-5
      let around = try [step, -step].map { step in
        var entries = place.entries
        entries[index] += step
        var moved = names
        moved.bindings[name] = Value(place.shape, entries)
        return try #require(try Evaluator(names: moved).value(of: syntax).number)
      }
      let expected = (around[0] - around[1]) / (2 * step)
      let slope = slopes.entries[index]
      #expect(
        abs(slope - expected) <= 1e-6 * max(1, abs(expected)),
        "\(formula) by \(name)[\(index)]", sourceLocation: location)
    }
  }
}
