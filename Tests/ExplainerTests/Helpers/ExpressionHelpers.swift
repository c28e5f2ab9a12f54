import Core
import Testing

@testable import Formulas

/// What the film's network stands for in tests: the same layers with seeded weights and a seeded
/// image, and a few names of the learner's.
let film: NameTable = {
  var table = names(of: [784, 16, 16, 10], .sigmoid, seed: 1)
  table.bindings = [
    "u": .vector([1, 2, 3]), "v": .vector([4, 5, 6]), "p": .vector([1, 0]),
    "M": matrix([[1, 2, 3], [4, 5, 6]]), "big": .number(1e308),
    "two": .number(2),
  ]
  return table
}()

/// A fresh network with seeded weights, biases and input, and what it makes of them.
func names(of sizes: [Int], _ activation: Activation, seed: UInt64) -> NameTable {
  var chance = SeededGenerator(seed: seed)
  let fresh = Network(sizes: sizes, activation: activation, using: &chance)
  let layers = fresh.layers.map { layer in
    Layer(
      weights: layer.weights, biases: layer.biases.map { _ in chance.nextNormal() },
      activation: activation)
  }
  let network = Network(layers: layers)
  // Dark pixels among the others, as in an image.
  let input = (0..<sizes[0]).map { _ in max(0, chance.nextUniform() * 2 - 1) }
  return NameTable(network: network, pass: network.forward(input))
}

/// The value of a line that is an expression.
func value(
  _ line: String, in names: NameTable = film, limits: Limits = .standard
) throws(ExpressionError) -> Value {
  try Evaluator(names: names, limits: limits).value(of: syntax(line, limits: limits))
}

/// A line that is an expression, read.
func syntax(_ line: String, limits: Limits = .standard) throws(ExpressionError) -> Syntax {
  switch try Syntax.parse(line, limits: limits) {
  case .expression(let syntax), .assignment(_, let syntax), .definition(_, _, let syntax): syntax
  }
}

/// A matrix as if it were typed.
func matrix(_ rows: [[Double]]) -> Value {
  let columns = rows.first?.count ?? 0
  let columnMajor = (0..<columns).flatMap { column in rows.map { $0[column] } }
  return Value(.matrix(rows: rows.count, columns: columns), columnMajor)
}

/// Each block is one line, carets, a message and a hint, as on the screen.
func expectErrors(_ table: String, sourceLocation: SourceLocation = #_sourceLocation) {
  for block in table.split(separator: "\n\n") {
    let line = String(block.prefix { $0 != "\n" })
    #expect(screen(line) == block, sourceLocation: sourceLocation)
  }
}

private func screen(_ line: String) -> String {
  do {
    return "\(line)\n\(try value(line))"
  } catch {
    let space = String(repeating: " ", count: error.range.lowerBound)
    let carets = String(repeating: "^", count: max(1, error.range.count))
    return [line, space + carets, error.message, error.hint].joined(separator: "\n")
  }
}
