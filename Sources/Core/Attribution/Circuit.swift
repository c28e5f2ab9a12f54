/// A network reduced to a few of its hidden neurons: in every layer that some are named of, all others
/// are cut off from what comes after them. Layers that none are named of stay whole.
public struct Circuit: Equatable, Sendable {
  /// The neurons that are kept, by layer; only layers that are reduced.
  public let kept: [Int: Set<Int>]

  /// Keeps these neurons.
  ///
  /// - Parameter kept: for hidden layers, from 1, which of their neurons stay.
  public init(kept: [Int: Set<Int>]) { self.kept = kept }

  /// How many neurons of a network are cut off.
  public func cut(in network: Network) -> Int {
    kept.reduce(0) { $0 + network.layer($1.key).neurons - $1.value.count }
  }

  /// The network with the weights out of every other neuron at 0.
  public func applied(to network: Network) -> Network {
    var network = network
    for (layer, neurons) in kept {
      precondition(layer >= 1 && layer < network.outputLayer, "only hidden neurons can be cut off")
      let next = network.layer(layer + 1)
      for neuron in 0..<network.layer(layer).neurons where !neurons.contains(neuron) {
        for row in 0..<next.neurons {
          network.setWeight(0, layer: layer + 1, neuron: row, input: neuron)
        }
      }
    }
    return network
  }
}

extension Network {
  /// The pass of an input in which some hidden neurons hold what they hold in another pass; everything
  /// after them is computed from that.
  ///
  /// - Parameters:
  ///   - input: one activation per neuron of layer 0.
  ///   - other: a pass of this network.
  ///   - neurons: by hidden layer, from 1, which ones hold the other's activations.
  public func forward(
    _ input: [Float], taking neurons: [Int: Set<Int>], from other: ForwardPass
  ) -> ForwardPass {
    var passes: [LayerPass] = []
    for (index, layer) in layers.enumerated() {
      var pass = layer.pass(passes.last?.a ?? input)
      for neuron in neurons[index + 1] ?? [] { pass.a[neuron] = other.layers[index].a[neuron] }
      passes.append(pass)
    }
    return ForwardPass(input: input, layers: passes)
  }
}
