import Testing

@testable import Core

/// When a slope found by nudging is said to agree with one that was found in another way.
struct FiniteDifferenceTests {
  private func neuron(
    _ activation: Activation, weight: Float, bias: Float
  ) -> Network {
    Network(layers: [
      Layer(
        weights: Matrix(rows: 1, columns: 1, rowMajor: [weight]), biases: [bias],
        activation: activation)
    ])
  }

  @Test func `slopes that backpropagation finds agree, or are too small to say`() throws {
    for fixture in try BackpropagationTests.Fixture.all() {
      let (network, cost) = (fixture.network, try #require(Cost(rawValue: fixture.cost)))
      let nudged = FiniteDifference(
        network, input: fixture.input, target: fixture.target, cost: cost)
      let gradient = network.gradient(
        of: network.forward(fixture.input), target: fixture.target, cost: cost)
      for (index, layer) in gradient.layers.enumerated() {
        for neuron in layer.biases.indices {
          let found = nudged.agreement(
            of: layer.biases[neuron], layer: index + 1, neuron: neuron, input: nil)
          #expect(found == .agrees)
          for input in 0..<layer.weights.columns {
            let slope = layer.weights[neuron, input]
            let found = nudged.agreement(of: slope, layer: index + 1, neuron: neuron, input: input)
            #expect(found == .agrees || found == .tooSmall && abs(slope) < 1e-5)
            guard found == .agrees, slope != 0 else { continue }
            for wrong in [slope * 1.01, slope * 0.99, -slope] {
              let found = nudged.agreement(
                of: wrong, layer: index + 1, neuron: neuron, input: input)
              #expect(found == .differs, "\(wrong) instead of \(slope)")
            }
          }
        }
      }
    }
  }

  @Test func `a thousandth of the larger slope is what two may differ by`() {
    // C = (w·x + b)² has the slope 2·(w·x + b) = 1 for b, and nudging finds it all but exactly.
    let nudged = FiniteDifference(
      neuron(.relu, weight: 1, bias: 0.25), input: [0.25], target: [0], cost: .squares)
    func found(_ slope: Float) -> FiniteDifference.Agreement {
      nudged.agreement(of: slope, layer: 1, neuron: 0, input: nil)
    }
    for slope in [1, 1.0009, 1.001_000_5, 0.9991] as [Float] { #expect(found(slope) == .agrees) }
    for slope in [1.0011, 0.9989, 1.0014, 0.9986, -1, 0] as [Float] {
      #expect(found(slope) == .differs, "\(slope)")
    }
    #expect(nudged.agreement(of: 0.25, layer: 1, neuron: 0, input: 0) == .agrees)
    #expect(nudged.agreement(of: 0.2497, layer: 1, neuron: 0, input: 0) == .differs)
  }

  @Test(arguments: [Activation.relu, .leakyReLU])
  func `a slope across a corner is no slope`(activation: Activation) {
    func found(_ bias: Float, input: Int?) -> FiniteDifference.Agreement {
      let nudged = FiniteDifference(
        neuron(activation, weight: 0, bias: bias), input: [0.5], target: [1], cost: .squares)
      return nudged.agreement(of: 17, layer: 1, neuron: 0, input: input)
    }
    for bias in [0, 0.9e-4, -0.9e-4] as [Float] { #expect(found(bias, input: nil) == .atCorner) }
    for bias in [1.1e-4, -1.1e-4, 1] as [Float] { #expect(found(bias, input: nil) == .differs) }
    // A weight moves a sum by no more than its input lets it.
    for bias in [0, 0.4e-4, -0.4e-4] as [Float] { #expect(found(bias, input: 0) == .atCorner) }
    for bias in [0.6e-4, -0.6e-4] as [Float] { #expect(found(bias, input: 0) == .differs) }
  }

  @Test func `a corner in a layer behind counts as well`() {
    let first = Layer(
      weights: Matrix(rows: 1, columns: 1, rowMajor: [0]), biases: [0], activation: .tanh)
    let second = Layer(
      weights: Matrix(rows: 1, columns: 1, rowMajor: [2]), biases: [0], activation: .relu)
    let nudged = FiniteDifference(
      Network(layers: [first, second]), input: [1], target: [1], cost: .squares)
    #expect(nudged.agreement(of: 17, layer: 1, neuron: 0, input: nil) == .atCorner)
    // tanh has no corner, wherever it stands.
    let smooth = FiniteDifference(
      neuron(.tanh, weight: 0, bias: 0), input: [1], target: [1], cost: .squares)
    #expect(smooth.agreement(of: 17, layer: 1, neuron: 0, input: nil) == .differs)
    #expect(smooth.agreement(of: -2, layer: 1, neuron: 0, input: nil) == .agrees)
  }

  @Test func `what rounding leaves of a slope is too small to compare`() {
    func found(_ slope: Float, bias: Float, _ cost: Cost) -> FiniteDifference.Agreement {
      FiniteDifference(
        neuron(.sigmoid, weight: 0, bias: bias), input: [0], target: [1], cost: cost
      ).agreement(of: slope, layer: 1, neuron: 0, input: nil)
    }
    // σ(12) is 1 to five digits of a Float, and σ(20) to all of them.
    #expect(found(0, bias: 20, .squares) == .tooSmall)
    #expect(found(0, bias: 20, .crossEntropy) == .tooSmall)
    #expect(found(1e-3, bias: 20, .squares) == .differs)
    #expect(found(0, bias: 3, .squares) == .differs)
    #expect(found(0, bias: 3, .crossEntropy) == .differs)
  }

  /// A slope that backpropagation finds, how far nudging finds another (as a share), and what is said.
  private func compared(
    bias: Float, input: Float, weight: Float, at place: Int?
  ) -> (difference: Double, found: FiniteDifference.Agreement) {
    let network = neuron(.sigmoid, weight: weight, bias: bias)
    let gradient = network.gradient(of: network.forward([input]), target: [0.2], cost: .squares)
    let slope = place == nil ? gradient.layers[0].biases[0] : gradient.layers[0].weights[0, 0]
    let nudged = FiniteDifference(network, input: [input], target: [0.2], cost: .squares)
    let other = nudged.slope(layer: 1, neuron: 0, input: place)
    return (
      abs(Double(slope) - other) / abs(other),
      nudged.agreement(of: slope, layer: 1, neuron: 0, input: place)
    )
  }

  @Test func `what a Float's rounding and the curve's bend explain is no difference`() {
    // Next to 1 a Float has few digits left for what is missing.
    let saturated = stride(from: Float(8), to: 14, by: 0.125).map {
      compared(bias: $0, input: 1, weight: 0, at: nil)
    }
    #expect(saturated.contains { $0.difference > 2e-3 && $0.found == .agrees })
    #expect(saturated.allSatisfy { $0.found == .agrees || $0.found == .tooSmall })
    // From so bright an input a nudge goes a long way along the curve.
    let bent = stride(from: Float(-2), to: 2, by: 0.25).map {
      compared(bias: $0, input: 2000, weight: 0, at: 0)
    }
    #expect(bent.contains { $0.difference > 2e-3 })
    #expect(bent.allSatisfy { $0.found == .agrees }, "\(bent)")
  }

  @Test func `a weight from a dark neuron has no slope, and that is exact`() {
    let nudged = FiniteDifference(
      neuron(.sigmoid, weight: 1, bias: 0), input: [0], target: [1], cost: .squares)
    #expect(nudged.slope(layer: 1, neuron: 0, input: 0) == 0)
    #expect(nudged.agreement(of: 0, layer: 1, neuron: 0, input: 0) == .agrees)
    #expect(nudged.agreement(of: 0.1, layer: 1, neuron: 0, input: 0) == .differs)
  }
}
