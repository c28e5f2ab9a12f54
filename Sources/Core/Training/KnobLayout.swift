/// Where the weights and biases of a network lie in one long list while it is being trained.
///
/// A layer's weights stand column after column, as in `Matrix`; its biases are one more column, the
/// weights of an input that is always 1. Columns are filled up with zeros to whole groups of four
/// numbers, so that every kernel works on whole vectors; what fills them stays 0.
struct KnobLayout: Equatable, Sendable {
  /// Where one layer lies. Lengths and places are counted in vectors of four numbers.
  struct OfLayer: Equatable, Sendable {
    /// Neurons of the layer before; also the number of the column of biases.
    let inputs: Int
    /// Neurons of this layer.
    let neurons: Int
    let activation: Activation
    /// From one column to the next.
    let stride: Int
    /// How much of a column is in use: `neurons` rounded up.
    let vectors: Int
    /// Where column 0 starts among the knobs.
    let start: Int
    /// Where this layer's activations start, for a mini-batch of one example; its errors lie as far
    /// from their own start.
    let activationStart: Int

    /// Where the column of biases starts among the knobs.
    var biasStart: Int { start + inputs * stride }

    /// 1 for each neuron in the last vector of a column, 0 for what fills it up.
    var lastVectorInUse: SIMD4<Float> {
      let used = neurons - (vectors - 1) * 4
      return SIMD4(1, used > 1 ? 1 : 0, used > 2 ? 1 : 0, used > 3 ? 1 : 0)
    }
  }

  /// Layer 1 to the output.
  let layers: [OfLayer]
  /// The length of all knobs together.
  let knobs: Int
  /// The length of one example's activations of all layers together.
  let activations: Int

  init(_ network: Network) {
    var places: [OfLayer] = []
    var knobs = 0
    var activations = 0
    for layer in network.layers {
      let vectors = (layer.neurons + 3) / 4
      // Columns a whole number of pages apart would compete for the same few lines of the cache.
      let stride = vectors % 64 == 0 ? vectors + 4 : vectors
      places.append(
        OfLayer(
          inputs: layer.inputs, neurons: layer.neurons, activation: layer.activation,
          stride: stride, vectors: vectors, start: knobs, activationStart: activations))
      knobs += (layer.inputs + 1) * stride
      activations += vectors
    }
    layers = places
    self.knobs = knobs
    self.activations = activations
  }

  /// The network's weights and biases in this layout.
  func knobs(of network: Network) -> [SIMD4<Float>] {
    var result = [SIMD4<Float>](repeating: .zero, count: knobs)
    for (place, layer) in zip(layers, network.layers) {
      for column in 0...place.inputs {
        for neuron in 0..<place.neurons {
          result[place.start + column * place.stride + neuron / 4][neuron % 4] =
            column == place.inputs
            ? layer.biases[neuron] : layer.weights.columnMajor[column * place.neurons + neuron]
        }
      }
    }
    return result
  }

  /// The network that has these weights and biases.
  func network(_ knobs: [SIMD4<Float>]) -> Network {
    Network(
      layers: layers.map { place in
        var numbers: [Float] = []
        numbers.reserveCapacity((place.inputs + 1) * place.neurons)
        for column in 0...place.inputs {
          for neuron in 0..<place.neurons {
            numbers.append(
              knobs[place.start + column * place.stride + neuron / 4][neuron % 4])
          }
        }
        let weights = place.inputs * place.neurons
        return Layer(
          weights: Matrix(
            rows: place.neurons, columns: place.inputs,
            columnMajor: Array(numbers[..<weights])),
          biases: Array(numbers[weights...]), activation: place.activation)
      })
  }
}
