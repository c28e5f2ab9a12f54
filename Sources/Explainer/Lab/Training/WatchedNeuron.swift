import Core

/// The neuron whose weights are shown while they change.
struct WatchedNeuron: Equatable, Sendable {
  /// Counted from 1.
  let layer: Int
  /// Counted from 0.
  private(set) var neuron: Int
  /// How many neurons the layer has.
  let count: Int
  /// Whether nobody picked it out: then all of its layer may be shown.
  private(set) var standsForAll = false

  /// Reads `LAYER.NEURON`, as after `watch=`.
  init(_ word: String, in network: Network) throws(LabError) {
    let found = try NeuronLocation(word, in: network)
    guard let neuron = found.neuron else { throw .notANeuron(word, example: "\(found.layer).0") }
    self.init(found.layer, neuron, in: network)
  }

  private init(_ layer: Int, _ neuron: Int, in network: Network) {
    self.layer = layer
    self.neuron = neuron
    count = network.layer(layer).neurons
  }

  /// Neuron 5 of layer 1, where there are as many; else the last.
  static func standard(in network: Network) -> WatchedNeuron {
    var watched = WatchedNeuron(1, min(5, network.layer(1).neurons - 1), in: network)
    watched.standsForAll = true
    return watched
  }

  /// Goes from one neuron back to all of them.
  mutating func showAll() { standsForAll = layer == 1 }

  /// Its name: `1.5`.
  var name: String { "\(layer).\(neuron)" }

  /// Goes so many neurons on in its layer; after the last comes the first.
  mutating func move(by step: Int) {
    neuron = ((neuron + step) % count + count) % count
    standsForAll = false
  }
}
