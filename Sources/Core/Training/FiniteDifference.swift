/// Slopes found the plain way: turn a knob a little up and a little down, and see what the cost
/// does. Slow, but it knows nothing of backpropagation, and so can check it.
///
/// All of it is computed in Double: the differences are too small for a Float.
public struct FiniteDifference: Sendable {
  /// How far a knob is turned either way.
  public static let nudge = 1e-4

  private let network: Network
  private let target: [Double]
  private let cost: Cost
  /// What each layer reads: a0 to the activations of the last layer but one.
  private let inputs: [[Double]]
  /// Every layer's weighted inputs.
  private let sums: [[Double]]

  /// Slopes of the cost of one example.
  ///
  /// - Parameters:
  ///   - network: whose knobs are turned.
  ///   - input: one activation per neuron of layer 0.
  ///   - target: what each output should be.
  ///   - cost: what is measured.
  public init(_ network: Network, input: [Float], target: [Float], cost: Cost) {
    precondition(input.count == network.sizes[0] && target.count == network.sizes.last)
    self.network = network
    self.target = target.map(Double.init)
    self.cost = cost
    var inputs = [input.map(Double.init)]
    var sums: [[Double]] = []
    for layer in network.layers {
      sums.append(layer.sums(inputs[sums.count]))
      inputs.append(sums[sums.count - 1].map(layer.activation.precise))
    }
    self.inputs = inputs
    self.sums = sums
  }

  /// How fast the cost grows with a knob.
  ///
  /// - Parameters:
  ///   - layer: from 1.
  ///   - neuron: from 0.
  ///   - input: the neuron of the layer before that a weight leads from; nil for the bias.
  public func slope(layer: Int, neuron: Int, input: Int?) -> Double {
    let up = cost(layer: layer, neuron: neuron, input: input, nudgedBy: Self.nudge)
    let down = cost(layer: layer, neuron: neuron, input: input, nudgedBy: -Self.nudge)
    return (up - down) / (2 * Self.nudge)
  }

  /// The cost where one knob stands an amount higher than it does.
  public func cost(layer: Int, neuron: Int, input: Int?, nudgedBy amount: Double) -> Double {
    var z = sums[layer - 1]
    z[neuron] += amount * (input.map { inputs[layer - 1][$0] } ?? 1)
    for (before, next) in zip(network.layers[(layer - 1)...], network.layers[layer...]) {
      z = next.sums(z.map(before.activation.precise))
    }
    return cost(ofOutputs: z)
  }

  /// The cost for these weighted inputs of the output neurons.
  private func cost(ofOutputs z: [Double]) -> Double {
    let activation = network.layers[network.layers.count - 1].activation
    return zip(z, target).reduce(0) { sum, pair in
      let (z, y) = pair
      let a = activation.precise(z)
      return switch (cost, activation) {
      case (.squares, _): sum + (a - y) * (a - y)
      // −ln σ(z) and −ln(1 − σ(z)), also where σ(z) has rounded to 0 or 1.
      case (.crossEntropy, .sigmoid): sum + y * Self.softened(-z) + (1 - y) * Self.softened(z)
      case (.crossEntropy, .relu):
        sum - y * Self.heldLogarithm(a) - (1 - y) * Self.heldLogarithm(1 - a)
      }
    }
  }

  /// ln x, held where `Cost` holds it.
  private static func heldLogarithm(_ x: Double) -> Double {
    preciseLogarithm(max(x, Double(Cost.least)))
  }

  /// ln(1 + eˣ).
  private static func softened(_ x: Double) -> Double {
    max(x, 0) + preciseLogarithm(1 + preciseExponential(-abs(x)))
  }
}

extension Layer {
  /// Every neuron's weighted input.
  fileprivate func sums(_ inputs: [Double]) -> [Double] {
    var sums = biases.map(Double.init)
    for column in inputs.indices where inputs[column] != 0 {
      for row in sums.indices { sums[row] += Double(weights[row, column]) * inputs[column] }
    }
    return sums
  }
}

extension Activation {
  /// The activation in Double.
  fileprivate func precise(_ z: Double) -> Double {
    switch self {
    case .sigmoid: 1 / (1 + preciseExponential(-z))
    case .relu: max(0, z)
    }
  }
}
