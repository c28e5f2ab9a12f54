/// How many weights and biases a network has: the parameters that learning turns.
public struct ParameterCount: Equatable, Sendable {
  /// The parameters of one layer.
  public struct LayerCount: Equatable, Sendable {
    /// Neurons of the layer before.
    public let inputs: Int
    /// Neurons of this layer.
    public let neurons: Int
    /// One for each pair of an input and a neuron.
    public var weights: Int { inputs * neurons }
    /// One for each neuron.
    public var biases: Int { neurons }
  }

  /// Layer 1 to the output.
  public let layers: [LayerCount]

  /// All weights.
  public var weights: Int { layers.reduce(0) { $0 + $1.weights } }
  /// All biases.
  public var biases: Int { layers.reduce(0) { $0 + $1.biases } }
  /// Weights and biases together; 13,002 for 784-16-16-10.
  public var total: Int { weights + biases }

  init(layers: [Layer]) {
    self.layers = layers.map { LayerCount(inputs: $0.inputs, neurons: $0.neurons) }
  }

  /// Counts without building the network.
  ///
  /// - Parameter sizes: neurons per layer from the input to the output.
  /// - Returns: nil with fewer than two layers, with an empty layer, or where a layer has more than
  ///   `largestLayer` neurons, for which the count would not fit an `Int`.
  public init?(sizes: [Int]) {
    guard sizes.count >= 2, sizes.count <= Self.mostLayers,
      sizes.allSatisfy({ $0 >= 1 && $0 <= Self.largestLayer })
    else { return nil }
    layers = zip(sizes, sizes.dropFirst()).map { LayerCount(inputs: $0, neurons: $1) }
  }

  /// The most layers that are counted, layer 0 among them.
  public static let mostLayers = 1000

  /// The most neurons a layer may have to be counted.
  public static let largestLayer = 10_000_000
}
