/// What one layer made of its inputs.
public struct LayerPass: Equatable, Sendable {
  /// Weighted inputs, W·a + b: one per neuron.
  public var z: [Float]
  /// Activations, σ(z) or ReLU(z): one per neuron.
  public var a: [Float]
}

/// Everything the network computed on the way from one input to its outputs.
public struct ForwardPass: Equatable, Sendable {
  /// a0, the activations of layer 0: for a digit, its 784 pixels.
  public let input: [Float]
  /// Layer 1 to the output.
  public let layers: [LayerPass]

  /// The activations of a layer, 0 being the input.
  public func activations(_ layer: Int) -> [Float] {
    layer == 0 ? input : layers[layer - 1].a
  }

  /// The activations of the last layer.
  public var output: [Float] { layers.last?.a ?? input }

  /// The brightest output neuron, which is the network's answer; the first of equals.
  public var answer: Int { output.indexOfLargest }
}

extension [Float] {
  /// Where the largest entry stands; the first of equals, 0 where none is a number.
  public var indexOfLargest: Int {
    var best = 0
    for index in indices
    where self[index] > self[best] || self[best].isNaN && !self[index].isNaN { best = index }
    return best
  }
}
