// The reference implementation of a step of `Training`: the same sums in the same order, one number at a time,
// for plain descent. Tests hold the two together bit by bit.

extension Network {
  /// This network after one step down the mean slope of a mini-batch.
  ///
  /// - Parameter examples: activations of layer 0 and what the outputs should be.
  func referenceStep(
    _ examples: [(input: [Float], target: [Float])], cost: Cost, learningRate: Float
  ) -> Network {
    var result = self
    let factor = -learningRate / Float(examples.count)
    for example in examples {
      let activations = referenceActivations(example.input)
      let errors = referenceErrors(activations, example.target, cost)
      for index in layers.indices {
        for neuron in errors[index].indices {
          let step = errors[index][neuron] * factor
          result.layers[index].biases[neuron] += step
          for input in activations[index].indices {
            result.layers[index].weights[neuron, input] += step * activations[index][input]
          }
        }
      }
    }
    return result
  }

  /// The activations of every layer, from layer 0: a sum starts at the bias, its terms run in the
  /// order of the inputs.
  private func referenceActivations(_ input: [Float]) -> [[Float]] {
    var activations = [input]
    for (index, layer) in layers.enumerated() {
      let a = (0..<layer.neurons).map { neuron in
        let z = activations[index].indices.reduce(layer.biases[neuron]) {
          $0 + layer.weights[neuron, $1] * activations[index][$1]
        }
        return layer.activation.value(z)
      }
      activations.append(index < layers.count - 1 ? a.map(\.flushedToZero) : a)
    }
    return activations
  }

  /// ∂C/∂z of every neuron of layer 1 to the output. A column's products are summed in four lanes,
  /// row r in lane r mod 4.
  private func referenceErrors(
    _ activations: [[Float]], _ target: [Float], _ cost: Cost
  ) -> [[Float]] {
    let last = layers[layers.count - 1].activation
    var errors = [
      zip(activations[layers.count], target).map { a, y in
        switch cost {
        case .squares: (2 * (a - y) * last.slope(at: a).flushedToZero).flushedToZero
        case .crossEntropy: cost.slope(at: a, target: y, through: last).flushedToZero
        }
      }
    ]
    for index in layers.indices.dropFirst().reversed() {
      let before = layers[index - 1].activation
      let error = errors[0].indices
      errors.insert(
        activations[index].indices.map { input in
          var lanes: [Float] = [0, 0, 0, 0]
          for row in error { lanes[row % 4] += layers[index].weights[row, input] * errors[0][row] }
          let activationGradient = (lanes[0] + lanes[1]) + (lanes[2] + lanes[3])
          return (activationGradient * before.slope(at: activations[index][input]).flushedToZero)
            .flushedToZero
        }, at: 0)
    }
    return errors
  }
}

extension Float {
  /// This number, or 0 if it is nearer to 0 than 2⁻⁴⁰; see `SIMD4.flushedToZero`.
  var flushedToZero: Float { abs(self) < 0x1p-40 ? 0 : self }
}
