/// A fully connected feed-forward network: each neuron reads every neuron of the layer before.
///
/// Layers are numbered as in the film: layer 0 is the input and has no weights, so `layers[0]` here
/// is layer 1. Use `layer(_:)` to ask by number.
public struct Network: Equatable, Sendable {
  /// Layer 1 to the output.
  public internal(set) var layers: [Layer]

  /// A network of the given layers, each reading what the one before it puts out.
  public init(layers: [Layer]) {
    Self.checkChain(layers)
    self.layers = layers
  }

  /// Neurons per layer, from the input to the output: 784, 16, 16, 10 for the film's network.
  public var sizes: [Int] { [layers[0].inputs] + layers.map(\.neurons) }

  /// The number of the output layer; 3 for the film's network.
  public var outputLayer: Int { layers.count }

  /// How many weights and biases there are.
  public var parameters: ParameterCount { ParameterCount(layers: layers) }

  /// The layer of that number, from 1 to `outputLayer`.
  public func layer(_ number: Int) -> Layer {
    precondition(number >= 1 && number <= layers.count, "no such layer")
    return layers[number - 1]
  }

  /// Runs the network on as many activations as layer 0 has neurons, keeping every z and a.
  public func forward(_ input: [Float]) -> ForwardPass {
    precondition(input.count == layers[0].inputs, "one activation per neuron of layer 0")
    var passes: [LayerPass] = []
    passes.reserveCapacity(layers.count)
    for layer in layers { passes.append(layer.pass(passes.last?.a ?? input)) }
    return ForwardPass(input: input, layers: passes)
  }

  private static func checkChain(_ layers: [Layer]) {
    precondition(!layers.isEmpty, "a network has at least one layer of neurons")
    for (before, after) in zip(layers, layers.dropFirst()) {
      precondition(after.inputs == before.neurons, "each layer reads the one before it")
    }
  }
}

extension Network {
  /// A fresh network: biases 0, weights drawn around 0 with standard deviation 1/√n for n inputs,
  /// so that weighted inputs start neither flat nor saturated (LeCun et al., "Efficient BackProp",
  /// 1998).
  ///
  /// - Parameters:
  ///   - sizes: neurons per layer from the input to the output; at least two, each at least 1.
  ///   - activation: used by every layer.
  ///   - generator: where chance comes from; the same seed gives the same network.
  public init(sizes: [Int], activation: Activation, using generator: inout SeededGenerator) {
    precondition(sizes.count >= 2 && sizes.allSatisfy { $0 >= 1 })
    var layers: [Layer] = []
    for (inputs, neurons) in zip(sizes, sizes.dropFirst()) {
      let deviation = 1 / Float(inputs).squareRoot()
      let weights = (0..<inputs * neurons).map { _ in generator.nextNormal() * deviation }
      layers.append(
        Layer(
          weights: Matrix(rows: neurons, columns: inputs, columnMajor: weights),
          biases: [Float](repeating: 0, count: neurons), activation: activation))
    }
    self.init(layers: layers)
  }
}

// MARK: Changing parameters

extension Network {
  /// Sets one weight: that of `neuron` in `layer` (from 1) for the activation of `input` in the
  /// layer before.
  public mutating func setWeight(_ value: Float, layer: Int, neuron: Int, input: Int) {
    precondition(layer >= 1 && layer <= layers.count, "no such layer")
    layers[layer - 1].weights[neuron, input] = value
  }

  /// Sets the bias of a neuron in a layer (from 1).
  public mutating func setBias(_ value: Float, layer: Int, neuron: Int) {
    precondition(layer >= 1 && layer <= layers.count, "no such layer")
    layers[layer - 1].biases[neuron] = value
  }

  /// Sets what the neurons of the last layer make of their weighted input.
  public mutating func setOutputActivation(_ activation: Activation) {
    layers[layers.count - 1].activation = activation
  }

  /// Sets what every neuron makes of its weighted input.
  public mutating func setActivation(_ activation: Activation) {
    for index in layers.indices { layers[index].activation = activation }
  }
}
