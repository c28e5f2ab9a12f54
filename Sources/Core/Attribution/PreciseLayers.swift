// Passes in Double: what looks into a network sums up hundreds of them, and what is added up must not
// be lost in rounding.

extension Layer {
  /// W·a, in Double, without the biases: one sum per neuron.
  func preciseSums(_ inputs: [Double]) -> [Double] {
    precondition(inputs.count == self.inputs)
    let rows = neurons
    var sums = [Double](repeating: 0, count: rows)
    for column in inputs.indices where inputs[column] != 0 {
      let input = inputs[column]
      let start = column * rows
      for row in 0..<rows { sums[row] += Double(weights.columnMajor[start + row]) * input }
    }
    return sums
  }

  /// z = W·a + b, in Double.
  func preciseWeightedInputs(_ inputs: [Double]) -> [Double] {
    zip(preciseSums(inputs), biases).map { $0 + Double($1) }
  }

  /// Wᵀ·e, in Double: what flows back to each input.
  func preciseTransposedSums(_ errors: [Double]) -> [Double] {
    precondition(errors.count == neurons)
    let rows = neurons
    return (0..<inputs).map { column in
      let start = column * rows
      var sum = 0.0
      for row in 0..<rows { sum += Double(weights.columnMajor[start + row]) * errors[row] }
      return sum
    }
  }
}

/// Everything a network computes on one input, in Double.
struct PrecisePass {
  /// Weighted inputs, layer 1 first.
  private(set) var z: [[Double]] = []
  /// Activations, those of layer 0 first.
  private(set) var a: [[Double]]

  /// The pass of as many activations as layer 0 has neurons.
  init(_ network: Network, _ input: [Double]) {
    a = [input]
    for layer in network.layers { append(layer.preciseWeightedInputs(a[a.count - 1]), layer) }
  }

  /// The pass of an input whose weighted inputs in layer 1 are known; it has no activations of layer 0.
  init(_ network: Network, first: [Double]) {
    a = [[]]
    append(first, network.layers[0])
    for layer in network.layers.dropFirst() {
      append(layer.preciseWeightedInputs(a[a.count - 1]), layer)
    }
  }

  private mutating func append(_ sums: [Double], _ layer: Layer) {
    z.append(sums)
    a.append(sums.map(layer.activation.preciseValue))
  }
}
