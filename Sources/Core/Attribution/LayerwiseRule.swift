/// Contributions handed back layer by layer: what a neuron has been given it divides among its inputs
/// by their parts in its weighted input.
struct LayerwiseRule {
  /// Holds sums near 0 away from it, so that nothing is divided by next to nothing.
  static let epsilon = 0.01

  private let network: Network
  /// What each layer reads, and its weighted inputs; less the baseline's where there is one.
  private let inputs: [[Double]]
  private let sums: [[Double]]
  /// Whether the biases have parts in the sums.
  private let hasBiases: Bool
  private let epsilon: Double

  /// Layer-wise relevance propagation with the ε-rule (Bach et al., "On Pixel-Wise Explanations for
  /// Non-Linear Classifier Decisions", 2015). Biases take a share, too.
  static func relevance(
    of explained: ExplainedNumber, in network: Network, input: [Double]
  ) -> Attribution {
    let pass = PrecisePass(network, input)
    let rule = LayerwiseRule(
      network: network, inputs: pass.a, sums: pass.z, hasBiases: true, epsilon: epsilon)
    return rule.attribution(explained.parts(pass), value: explained.value(pass), reference: 0)
  }

  /// The same for differences to a baseline, where biases cancel out: the rescale rule (Shrikumar,
  /// Greenside and Kundaje, "Learning Important Features Through Propagating Activation Differences",
  /// 2017).
  static func differences(
    of explained: ExplainedNumber, in network: Network, input: [Double], baseline: [Double]
  ) -> Attribution {
    precondition(input.count == network.sizes[0] && baseline.count == input.count)
    let (low, high) = (PrecisePass(network, baseline), PrecisePass(network, input))
    func differences(_ high: [[Double]], _ low: [[Double]]) -> [[Double]] {
      zip(high, low).map { zip($0, $1).map { $0 - $1 } }
    }
    let rule = LayerwiseRule(
      network: network, inputs: differences(high.a, low.a), sums: differences(high.z, low.z),
      hasBiases: false, epsilon: 1e-9)
    let parts = zip(explained.parts(high), explained.parts(low)).map { $0 - $1 }
    return rule.attribution(
      parts, value: explained.value(high), reference: explained.value(low))
  }

  /// - Parameter outputs: what each output is given.
  private func attribution(
    _ outputs: [Double], value: Double, reference: Double
  ) -> Attribution {
    var given = outputs
    var layers: [[Double]] = []
    var biases: [Double] = []
    var held: [Double] = []
    for index in network.layers.indices.reversed() {
      let layer = network.layers[index]
      let shares = zip(given, sums[index]).map { given, sum in
        given == 0 ? 0 : given / (sum + (sum < 0 ? -epsilon : epsilon))
      }
      held.append(
        zip(shares, sums[index]).reduce(0) { $0 + $1.0 * ($1.1 < 0 ? -epsilon : epsilon) })
      biases.append(
        hasBiases ? zip(shares, layer.biases).reduce(0) { $0 + $1.0 * Double($1.1) } : 0)
      given = zip(layer.preciseTransposedSums(shares), inputs[index]).map { $1 == 0 ? 0 : $0 * $1 }
      layers.append(given)
    }
    return Attribution(
      value: value, reference: reference, layers: layers.reversed(), biases: biases.reversed(),
      stabilizers: held.reversed())
  }
}
