/// Slopes found the plain way: turn a parameter a little up and a little down, and see what the cost
/// does. Slow, but it knows nothing of backpropagation, and so can check it.
///
/// All of it is computed in Double: the differences are too small for a Float.
public struct FiniteDifference: Sendable {
  /// How far a parameter is turned either way.
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
  ///   - network: whose parameters are turned.
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
      inputs.append(sums[sums.count - 1].map(layer.activation.preciseValue))
    }
    self.inputs = inputs
    self.sums = sums
  }

  /// How fast the cost grows with a parameter.
  ///
  /// - Parameters:
  ///   - layer: from 1.
  ///   - neuron: from 0.
  ///   - input: the neuron of the layer before that a weight leads from; nil for the bias.
  public func slope(layer: Int, neuron: Int, input: Int?) -> Double {
    slope(layer: layer, neuron: neuron, input: input, nudge: Self.nudge)
  }

  private func slope(layer: Int, neuron: Int, input: Int?, nudge: Double) -> Double {
    let up = cost(layer: layer, neuron: neuron, input: input, nudgedBy: nudge)
    let down = cost(layer: layer, neuron: neuron, input: input, nudgedBy: -nudge)
    return (up - down) / (2 * nudge)
  }

  /// How well a slope found this way agrees with one that was found in another.
  public enum Agreement: Equatable, Sendable {
    case agrees
    case differs
    /// What rounding leaves of the difference is no larger than rounding itself, here or in a Float.
    case tooSmall
    /// Between the two nudges a ReLU begins or ends: there the cost has a corner, not a slope.
    case atCorner
  }

  /// Compares a slope that backpropagation found in Float with the one found here.
  public func agreement(
    of slope: Float, layer: Int, neuron: Int, input: Int?
  ) -> Agreement {
    let nudged = self.slope(layer: layer, neuron: neuron, input: input)
    let found = Double(slope)
    guard found != nudged else { return .agrees }
    if crossesCorner(layer: layer, neuron: neuron, input: input) { return .atCorner }
    let size = max(abs(found), abs(nudged))
    let factor = input.map { abs(inputs[layer - 1][$0]) } ?? 1
    // Two costs, each a little off, over twice the nudge; and what a Float's outputs are off by.
    let noise = rounding(from: layer) / Self.nudge + floatRounding(at: layer, neuron) * factor
    guard noise < size / 10 else { return .tooSmall }
    let wide = self.slope(layer: layer, neuron: neuron, input: input, nudge: 2 * Self.nudge)
    return abs(found - nudged) <= 1e-3 * size + noise + abs(wide - nudged) ? .agrees : .differs
  }

  /// Whether a ReLU changes sides while a parameter goes from the lower nudge to the upper.
  private func crossesCorner(layer: Int, neuron: Int, input: Int?) -> Bool {
    let (low, high) = (
      weightedInputs(layer: layer, neuron: neuron, input: input, nudgedBy: -Self.nudge),
      weightedInputs(layer: layer, neuron: neuron, input: input, nudgedBy: Self.nudge)
    )
    return zip(network.layers[(layer - 1)...], zip(low, high)).contains { layer, ends in
      layer.activation.hasCornerAtZero && zip(ends.0, ends.1).contains { ($0 > 0) != ($1 > 0) }
    }
  }

  /// How far the cost may be off because of the rounding of everything from a layer on.
  private func rounding(from layer: Int) -> Double {
    let unit = Double.ulpOfOne
    var errors = sums[layer - 1].map { abs($0) * unit }
    for index in layer..<network.layers.count {
      let before = network.layers[index - 1].activation
      let incoming = zip(sums[index - 1], errors).map { z, error in
        abs(before.preciseSlope(z)) * error + 2 * unit * abs(before.preciseValue(z))
      }
      let weights = network.layers[index].weights
      errors = sums[index].indices.map { row in
        incoming.indices.reduce(abs(Double(network.layers[index].biases[row])) * unit) {
          let weight = abs(Double(weights[row, $1]))
          return $0 + weight * (incoming[$1] + 2 * unit * abs(inputs[index][$1]))
        }
      }
    }
    return zip(zip(sums[sums.count - 1], target), errors).reduce(0) { sum, output in
      let ((z, y), error) = output
      return sum + abs(outputSlope(z, y)) * error + ownRounding(z, y)
    }
  }

  /// How far one output's part of the cost is off by its own rounding.
  private func ownRounding(_ z: Double, _ y: Double) -> Double {
    let unit = 2 * Double.ulpOfOne
    let a = network.layers[network.layers.count - 1].activation.preciseValue(z)
    switch cost {
    case .squares: return unit * abs(a - y) * (2 * abs(a) + abs(a - y))
    case .crossEntropy: return unit * (1 + abs(z))
    }
  }

  /// ∂C/∂z of one output.
  private func outputSlope(_ z: Double, _ y: Double) -> Double {
    let activation = network.layers[network.layers.count - 1].activation
    let a = activation.preciseValue(z)
    switch cost {
    case .squares: return 2 * (a - y) * activation.preciseSlope(z)
    case .crossEntropy where activation.hasLogisticSlope: return a - y
    case .crossEntropy:
      return (a - y) / max(abs(a * (1 - a)), 1e-6) * activation.preciseSlope(z)
    }
  }

  /// How far ∂C/∂z of a neuron is off where backpropagation takes slopes from activations that are
  /// Floats: next to 1 they have few digits left.
  private func floatRounding(at layer: Int, _ neuron: Int) -> Double {
    let last = network.layers.count
    let activation = network.layers[last - 1].activation
    var slopes = zip(sums[last - 1], target).map(outputSlope)
    var errors = zip(zip(sums[last - 1], target), slopes).map { output, exact in
      let a = activation.value(Float(output.0))
      return abs(Double(cost.slope(at: a, target: Float(output.1), through: activation)) - exact)
    }
    for index in stride(from: last - 1, to: layer - 1, by: -1) {
      let weights = network.layers[index].weights
      let before = network.layers[index - 1].activation
      let next = sums[index - 1].enumerated().map { column, z in
        let exact = before.preciseSlope(z)
        let rounding = abs(Double(before.slope(at: before.value(Float(z)))) - exact)
        let (slope, error) = errors.indices.reduce((0.0, 0.0)) {
          let weight = Double(weights[$1, column])
          return ($0.0 + weight * slopes[$1], $0.1 + abs(weight) * errors[$1])
        }
        return (slope: slope * exact, error: error * abs(exact) + abs(slope) * rounding)
      }
      (slopes, errors) = (next.map(\.slope), next.map(\.error))
    }
    return errors[neuron]
  }

  /// The cost where one parameter stands an amount higher than it does.
  public func cost(layer: Int, neuron: Int, input: Int?, nudgedBy amount: Double) -> Double {
    let sums = weightedInputs(layer: layer, neuron: neuron, input: input, nudgedBy: amount)
    return cost(ofOutputs: sums[sums.count - 1])
  }

  /// The cost where one number of the input stands an amount higher than it does.
  public func cost(input: Int, nudgedBy amount: Double) -> Double {
    let column = network.layers[0].weights.column(input)
    let z = zip(sums[0], column).map { $0 + amount * Double($1) }
    let all = weightedInputs(from: 1, z)
    return cost(ofOutputs: all[all.count - 1])
  }

  /// The weighted inputs of a layer and of all after it, where one of its parameters is nudged.
  private func weightedInputs(
    layer: Int, neuron: Int, input: Int?, nudgedBy amount: Double
  ) -> [[Double]] {
    var z = sums[layer - 1]
    z[neuron] += amount * (input.map { inputs[layer - 1][$0] } ?? 1)
    return weightedInputs(from: layer, z)
  }

  /// The same where those of the first of them are known.
  private func weightedInputs(from layer: Int, _ first: [Double]) -> [[Double]] {
    var z = first
    var all = [z]
    for (before, next) in zip(network.layers[(layer - 1)...], network.layers[layer...]) {
      z = next.sums(z.map(before.activation.preciseValue))
      all.append(z)
    }
    return all
  }

  /// The cost for these weighted inputs of the output neurons.
  private func cost(ofOutputs z: [Double]) -> Double {
    let activation = network.layers[network.layers.count - 1].activation
    return zip(z, target).reduce(0) { sum, pair in
      let (z, y) = pair
      let a = activation.preciseValue(z)
      return switch cost {
      case .squares: sum + (a - y) * (a - y)
      // −ln σ(z) and −ln(1 − σ(z)), also where σ(z) has rounded to 0 or 1.
      case .crossEntropy where activation.hasLogisticSlope:
        sum + y * Self.softened(-z) + (1 - y) * Self.softened(z)
      case .crossEntropy:
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
