/// Where the weights and biases of a network lie in one long list while it is being trained.
///
/// A layer's weights stand column after column, as in `Matrix`; its biases are one more column, the
/// weights of an input that is always 1. Columns are filled up with zeros to whole groups of four
/// numbers, so that every kernel works on whole vectors; what fills them stays 0.
struct ParameterLayout: Equatable, Sendable {
  /// Where one layer lies. Lengths and positions are counted in vectors of four numbers.
  struct LayerSlice: Equatable, Sendable {
    /// Neurons of the layer before; also the number of the column of biases.
    let inputs: Int
    /// Neurons of this layer.
    let neurons: Int
    let activation: Activation
    /// From one column to the next.
    let stride: Int
    /// How much of a column is in use: `neurons` rounded up.
    let vectors: Int
    /// Where column 0 starts among the parameters.
    let start: Int
    /// Where this layer's activations start, for a mini-batch of one example; its errors lie as far
    /// from their own start.
    let activationStart: Int

    /// Where the column of biases starts among the parameters.
    var biasStart: Int { start + inputs * stride }

    /// 1 for each neuron in the last vector of a column, 0 for what fills it up.
    var lastVectorInUse: SIMD4<Float> {
      let used = neurons - (vectors - 1) * 4
      return SIMD4(1, used > 1 ? 1 : 0, used > 2 ? 1 : 0, used > 3 ? 1 : 0)
    }
  }

  /// Layer 1 to the output.
  let layers: [LayerSlice]
  /// The length of all parameters together.
  let parameters: Int
  /// The length of one example's activations of all layers together.
  let activations: Int

  init(_ network: Network) {
    var slices: [LayerSlice] = []
    var parameters = 0
    var activations = 0
    for layer in network.layers {
      let vectors = (layer.neurons + 3) / 4
      // Columns a whole number of pages apart would compete for the same few lines of the cache.
      let stride = vectors % 64 == 0 ? vectors + 4 : vectors
      slices.append(
        LayerSlice(
          inputs: layer.inputs, neurons: layer.neurons, activation: layer.activation,
          stride: stride, vectors: vectors, start: parameters, activationStart: activations))
      parameters += (layer.inputs + 1) * stride
      activations += vectors
    }
    layers = slices
    self.parameters = parameters
    self.activations = activations
  }

  /// The network's weights and biases in this layout.
  func parameters(of network: Network) -> [SIMD4<Float>] {
    var result = [SIMD4<Float>](repeating: .zero, count: parameters)
    for (slice, layer) in zip(layers, network.layers) {
      for column in 0...slice.inputs {
        for neuron in 0..<slice.neurons {
          result[slice.start + column * slice.stride + neuron / 4][neuron % 4] =
            column == slice.inputs
            ? layer.biases[neuron] : layer.weights.columnMajor[column * slice.neurons + neuron]
        }
      }
    }
    return result
  }

  /// The network that has these weights and biases.
  func network(_ parameters: [SIMD4<Float>]) -> Network {
    Network(
      layers: layers.map { slice in
        var numbers: [Float] = []
        numbers.reserveCapacity((slice.inputs + 1) * slice.neurons)
        for column in 0...slice.inputs {
          for neuron in 0..<slice.neurons {
            numbers.append(
              parameters[slice.start + column * slice.stride + neuron / 4][neuron % 4])
          }
        }
        let weights = slice.inputs * slice.neurons
        return Layer(
          weights: Matrix(
            rows: slice.neurons, columns: slice.inputs,
            columnMajor: Array(numbers[..<weights])),
          biases: Array(numbers[weights...]), activation: slice.activation)
      })
  }
}
