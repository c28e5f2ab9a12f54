/// How the cost changes with each parameter: one slope per weight and per bias, in the network's shapes.
public struct Gradient: Equatable, Sendable {
  /// The slopes of one layer's parameters.
  public struct LayerGradient: Equatable, Sendable {
    /// ∂C/∂w: one row per neuron, one column per input.
    public var weights: Matrix
    /// ∂C/∂b: one per neuron.
    public var biases: [Float]
  }

  /// Layer 1 to the output.
  public var layers: [LayerGradient]

  /// A gradient of zeros in the shapes of `network`.
  public init(zerosLike network: Network) {
    layers = network.layers.map {
      LayerGradient(
        weights: Matrix(rows: $0.neurons, columns: $0.inputs),
        biases: [Float](repeating: 0, count: $0.neurons))
    }
  }
}
