/// The neurons of one layer: the weights that lead into them, their biases, and what they make of
/// the sum.
public struct Layer: Equatable, Sendable {
  /// One row per neuron of this layer, one column per neuron of the layer before.
  public var weights: Matrix
  /// One per neuron of this layer.
  public var biases: [Float]
  /// What every neuron of this layer makes of its weighted input.
  public var activation: Activation

  /// A layer of `biases.count` neurons, as many as `weights` has rows.
  public init(weights: Matrix, biases: [Float], activation: Activation) {
    precondition(weights.rows == biases.count, "one bias per neuron")
    self.weights = weights
    self.biases = biases
    self.activation = activation
  }

  /// How many neurons this layer has.
  public var neurons: Int { biases.count }

  /// How many activations it reads.
  public var inputs: Int { weights.columns }

  /// The weighted inputs z = W·a + b and the activations of this layer for the activations of the
  /// layer before.
  public func pass(_ inputs: [Float]) -> LayerPass {
    var z = weights.times(inputs)
    for neuron in z.indices { z[neuron] += biases[neuron] }
    return LayerPass(z: z, a: activation.values(z))
  }
}
