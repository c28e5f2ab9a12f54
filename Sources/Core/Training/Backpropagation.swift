extension Network {
  /// The gradient of one example's cost, by backpropagation.
  ///
  /// - Parameters:
  ///   - pass: the forward pass on that example.
  ///   - target: what each output neuron should have been.
  ///   - cost: what is to be made small.
  public func gradient(of pass: ForwardPass, target: [Float], cost: Cost) -> Gradient {
    var gradient = Gradient(zerosLike: self)
    addGradient(of: pass, target: target, cost: cost, to: &gradient)
    return gradient
  }

  /// Adds one example's gradient to a sum over a mini-batch.
  ///
  /// Starting at the outputs, `error` holds ∂C/∂z of each neuron of a layer. Then ∂C/∂b is that
  /// error, ∂C/∂w is the error times the activation that came in, and the error of the layer before
  /// is Wᵀ·error times the slope of its activation (Nielsen, "Neural Networks and Deep Learning",
  /// equations BP1 to BP4).
  func addGradient(
    of pass: ForwardPass, target: [Float], cost: Cost, to gradient: inout Gradient
  ) {
    precondition(target.count == pass.output.count)
    let last = layers[layers.count - 1].activation
    var error = zip(pass.output, target).map { cost.slope(at: $0, target: $1, through: last) }
    for index in layers.indices.reversed() {
      let inputs = pass.activations(index)
      for neuron in error.indices { gradient.layers[index].biases[neuron] += error[neuron] }
      Kernels.addOuterProduct(error, inputs, to: &gradient.layers[index].weights)
      guard index > 0 else { return }
      let slope = layers[index - 1].activation
      let activationGradients = Kernels.multiplyTransposed(layers[index].weights, by: error)
      error = zip(activationGradients, inputs).map { $0 * slope.slope(at: $1) }
    }
  }
}
