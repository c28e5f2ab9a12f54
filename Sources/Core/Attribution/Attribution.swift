/// What every part of a pass contributes to a number that the network puts out.
///
/// At each layer the contributions, and what is held by biases or by rounding from there on, add up to
/// the number explained.
public struct Attribution: Equatable, Sendable {
  /// The number for the input itself.
  public let value: Double
  /// The number for the baseline; 0 for a method that has none.
  public let reference: Double
  /// One contribution per neuron: those of layer 0, the input, first; those of the last hidden layer
  /// last.
  public let layers: [[Double]]
  /// What the biases of each layer contribute, layer 1 first; all 0 where a baseline has the same.
  public let biases: [Double]
  /// What the stabilizer ε holds back in each layer, layer 1 first.
  public let stabilizers: [Double]

  /// What is explained: the number, less the baseline's.
  public var explained: Double { value - reference }

  /// The biases from the layer after this one to the output, together.
  public func biases(after layer: Int) -> Double { biases[layer...].reduce(0, +) }

  /// What ε holds back from the layer after this one to the output.
  public func stabilizers(after layer: Int) -> Double { stabilizers[layer...].reduce(0, +) }

  /// How far the parts of a layer are from adding up to what is explained.
  public func completenessError(_ layer: Int) -> Double {
    layers[layer].reduce(0, +) + biases(after: layer) + stabilizers(after: layer) - explained
  }

  /// The largest of these errors, in size.
  public var completenessError: Double {
    layers.indices.map { abs(completenessError($0)) }.max() ?? 0
  }

  /// Whether every number of it is one.
  public var isFinite: Bool {
    explained.isFinite && biases.allSatisfy(\.isFinite) && stabilizers.allSatisfy(\.isFinite)
      && layers.allSatisfy { $0.allSatisfy(\.isFinite) }
  }

  /// How many of the strongest contributions of layer 0 have the same sign in another attribution.
  ///
  /// - Parameter count: how many are looked at; those that are 0 are not.
  public func agreement(with other: Attribution, among count: Int) -> (same: Int, of: Int) {
    let strongest = layers[0].indices.filter { layers[0][$0] != 0 }
      .sorted { (abs(layers[0][$1]), $0) < (abs(layers[0][$0]), $1) }.prefix(count)
    let same = strongest.count { layers[0][$0] * other.layers[0][$0] > 0 }
    return (same, strongest.count)
  }
}
