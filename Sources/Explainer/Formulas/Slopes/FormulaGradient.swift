import Core

/// The slopes of one number that a formula gives, for every name in it: by how much the number grows
/// for each 1 that is added to an entry, all else staying as it is.
///
/// They are exact, found from the formula's own parts from the last to the first (the reverse mode of
/// automatic differentiation; Griewank and Walther, Evaluating Derivatives, chapter 3), all in
/// Double. Where a formula speaks of the network's activations, the slopes go on through its layers
/// to the weights and biases that made them.
public struct FormulaGradient: Sendable {
  /// What the formula comes to.
  public let value: Double
  private let slopes: NamedSlopes
  private let names: NameTable

  /// Computes the value and all slopes.
  ///
  /// - Throws: `ExpressionError` where the formula has no value or is not one number.
  public init(
    of syntax: Syntax, in names: NameTable, limits: Limits = .standard
  ) throws(ExpressionError) {
    self.names = names
    // Going back touches every part two or three times more.
    var limits = limits
    limits.work /= 4
    var meter = Meter(limits: limits)
    var pass = try ReversePass(
      of: syntax, Evaluator(names: names, limits: limits), &meter)
    guard let value = pass.value.number else {
      throw ExpressionError(
        kind: .noSingleValue(pass.value.shape), range: syntax.nodes[syntax.nodes.count - 1].range)
    }
    self.value = value
    slopes = try pass.slopes(from: [1], &meter)
  }

  /// The slopes for the entries of a name, in its shape; all 0 where the formula has nothing to do
  /// with it, nil where it has no value.
  ///
  /// - Throws: `ExpressionError` where one is too large, or no number.
  public func slopes(of name: String) throws(ExpressionError) -> Value? {
    guard let value = names.value(of: name) else { return nil }
    let zeros = [Double](repeating: 0, count: value.shape.count)
    let found = throughNetwork(to: name)[name] ?? zeros
    guard found.allSatisfy(\.isFinite) else {
      throw ExpressionError(kind: .noSlopeHere, range: 0..<0)
    }
    return Value(value.shape, found)
  }

  /// Goes on from the activations that the formula speaks of to what made them, but not past the
  /// name whose slopes are asked for.
  private func throughNetwork(to name: String) -> NamedSlopes {
    var slopes = slopes
    guard let network = names.network, let pass = names.pass else { return slopes }
    for layer in (1...max(network.outputLayer, 1)).reversed() where layer <= network.outputLayer {
      if name != "a\(layer)", let outer = slopes["a\(layer)"] {
        let z = pass.layers[layer - 1].z
        let activation = network.layer(layer).activation
        slopes.add(
          zip(outer, z).map { $0 * activation.preciseSlope(Double($1)) }, to: "z\(layer)")
      }
      if name != "z\(layer)", let outer = slopes["z\(layer)"] {
        let input = layer == 1 ? pass.input : pass.layers[layer - 2].a
        slopes.add(input.flatMap { a in outer.map { $0 * Double(a) } }, to: "W\(layer)")
        slopes.add(outer, to: "b\(layer)")
        let weights = network.layer(layer).weights
        let entries = weights.columnMajor
        let back = (0..<weights.columns).map { column in
          (0..<weights.rows).reduce(0.0) {
            $0 + Double(entries[column * weights.rows + $1]) * outer[$1]
          }
        }
        slopes.add(back, to: "a\(layer - 1)")
      }
    }
    return slopes
  }
}

/// Slopes by name, those of a matrix column after column.
typealias NamedSlopes = [String: [Double]]

extension NamedSlopes {
  /// Adds to what is there: a name may stand in several places.
  mutating func add(_ slopes: [Double], to name: String) {
    guard let before = self[name] else {
      self[name] = slopes
      return
    }
    self[name] = zip(before, slopes).map(+)
  }
}
