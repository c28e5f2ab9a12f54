import Core

/// What makes one network another: a few knobs, or all of it.
enum NetworkDifference: Sendable {
  case knobs([(knob: Knob, value: Float)])
  case whole(Network)

  /// More knobs than this are kept as a whole network.
  static let mostKnobs = 64

  /// What to do to `old` to have `new`, to the bit.
  init(from old: Network, to new: Network) {
    if let knobs = Knob.differing(between: old, and: new, most: Self.mostKnobs) {
      self = .knobs(knobs.map { ($0, $0.value(in: new)) })
    } else {
      self = .whole(new)
    }
  }

  /// Makes the network the other one; the difference then leads back.
  mutating func exchange(with network: inout Network) {
    switch self {
    case .knobs(let knobs):
      self = .knobs(knobs.map { ($0.knob, $0.knob.value(in: network)) })
      for (knob, value) in knobs { knob.set(value, in: &network) }
    case .whole(let other):
      self = .whole(network)
      network = other
    }
  }
}

extension Knob {
  /// The knobs at which two networks differ; nil if there are more than `most`, or if the networks
  /// differ in shape or activation.
  fileprivate static func differing(
    between old: Network, and new: Network, most: Int
  ) -> [Knob]? {
    guard old.sizes == new.sizes, old.layers.map(\.activation) == new.layers.map(\.activation)
    else { return nil }
    var knobs: [Knob] = []
    for (index, (old, new)) in zip(old.layers, new.layers).enumerated() {
      let weights = changes(old.weights.columnMajor, new.weights.columnMajor, most)
      knobs += weights.map {
        Knob(layer: index + 1, neuron: $0 % old.neurons, input: $0 / old.neurons)
      }
      let biases = changes(old.biases, new.biases, most)
      knobs += biases.map { Knob(layer: index + 1, neuron: $0, input: nil) }
      guard knobs.count <= most else { return nil }
    }
    return knobs
  }

  /// Where two lists differ by a bit; one index beyond `most` is enough to know.
  private static func changes(_ old: [Float], _ new: [Float], _ most: Int) -> [Int] {
    var changes: [Int] = []
    for index in old.indices where old[index].bitPattern != new[index].bitPattern {
      changes.append(index)
      if changes.count > most { break }
    }
    return changes
  }
}
