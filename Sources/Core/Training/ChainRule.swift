/// The chain rule at every neuron of one pass: what backpropagation works with on its way, kept so
/// that it can be shown.
///
/// For a neuron, ∂C/∂z = ∂C/∂a · σ′(z), and a weight's slope is that times the activation that comes
/// in (Nielsen, "Neural Networks and Deep Learning", equations BP1 to BP4).
public struct ChainRule: Sendable {
  /// What is known of one layer's neurons.
  public struct LayerSlopes: Equatable, Sendable {
    /// ∂C/∂a: how fast the cost grows with each neuron's activation.
    public let costSlopes: [Float]
    /// σ′(z), or 0 and 1 for ReLU: how fast each activation grows with its weighted input.
    public let activationSlopes: [Float]
    /// δ = ∂C/∂z, which is also ∂C/∂b.
    public let errors: [Float]
  }

  /// Layer 1 to the output.
  public let layers: [LayerSlopes]
  /// The slope of every parameter.
  public let gradient: Gradient

  /// Works a pass through from the outputs back.
  ///
  /// - Parameters:
  ///   - network: the network that the pass is of.
  ///   - pass: the forward pass of an example.
  ///   - target: what each output should have been.
  ///   - cost: what is to be made small.
  public init(_ network: Network, _ pass: ForwardPass, target: [Float], cost: Cost) {
    gradient = network.gradient(of: pass, target: target, cost: cost)
    var layers: [LayerSlopes] = []
    for index in network.layers.indices.reversed() {
      let isOutput = index + 1 == network.layers.count
      let activations = pass.layers[index].a
      let activation = network.layers[index].activation
      layers.append(
        LayerSlopes(
          costSlopes: isOutput
            ? zip(activations, target).map { cost.slope(at: $0, target: $1) }
            : Kernels.multiplyTransposed(
              network.layers[index + 1].weights, by: gradient.layers[index + 1].biases),
          activationSlopes: activations.map { activation.slope(at: $0) },
          errors: gradient.layers[index].biases))
    }
    self.layers = layers.reversed()
  }

  /// The layer of that number, from 1.
  public func layer(_ number: Int) -> LayerSlopes { layers[number - 1] }
}
