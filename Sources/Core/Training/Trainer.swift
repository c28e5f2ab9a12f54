/// Stochastic gradient descent: after each mini-batch every knob takes a small step against its
/// slope, averaged over the mini-batch.
public struct Trainer: Sendable {
  /// What is made small.
  public var cost: Cost
  /// How far a knob moves for a slope of 1.
  public var learningRate: Float
  /// Examples between two steps.
  public var miniBatch: Int

  /// Settings for a run of training.
  public init(cost: Cost, learningRate: Float, miniBatch: Int) {
    precondition(miniBatch >= 1)
    self.cost = cost
    self.learningRate = learningRate
    self.miniBatch = miniBatch
  }

  /// Shows the network each example once, in an order drawn from `generator`.
  public func trainEpoch(
    _ network: inout Network, on examples: some Collection<Dataset.Example>,
    using generator: inout SeededGenerator
  ) {
    var order = Array(examples.indices)
    generator.shuffle(&order)
    for start in stride(from: 0, to: order.count, by: miniBatch) {
      let batch = order[start..<min(start + miniBatch, order.count)]
      step(&network, on: batch.lazy.map { examples[$0] })
    }
  }

  /// One step, down the average slope of a mini-batch.
  public func step(_ network: inout Network, on batch: some Collection<Dataset.Example>) {
    var gradient = Gradient(zerosLike: network)
    for example in batch {
      network.addGradient(
        of: network.forward(example.digit.pixels), target: example.target, cost: cost,
        to: &gradient)
    }
    network.descend(gradient, by: learningRate / Float(max(batch.count, 1)))
  }
}

extension Network {
  /// Moves every knob by its slope times −`step`.
  mutating func descend(_ gradient: Gradient, by step: Float) {
    for index in layers.indices {
      let slopes = gradient.layers[index]
      for k in layers[index].biases.indices {
        layers[index].biases[k] -= step * slopes.biases[k]
      }
      for k in layers[index].weights.columnMajor.indices {
        layers[index].weights.columnMajor[k] -= step * slopes.weights.columnMajor[k]
      }
    }
  }
}
