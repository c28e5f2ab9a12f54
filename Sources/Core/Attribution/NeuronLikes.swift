/// Which pictures light a neuron most and least.
public struct NeuronLikes: Sendable {
  /// A picture, and what the neuron makes of it.
  public struct Liking: Equatable, Sendable {
    /// Its place among those asked, from 0.
    public let index: Int
    /// What it shows.
    public let label: Int
    /// The neuron's weighted input.
    public let z: Float
    /// The neuron's activation.
    public let a: Float
  }

  /// The brightest first.
  public private(set) var most: [Liking] = []
  /// The darkest first.
  public private(set) var least: [Liking] = []
  /// Of the pictures of each digit, how many there were and what the neuron's activations add up to.
  public private(set) var sums = [(count: Int, total: Double)](repeating: (0, 0), count: 10)
  private let network: Network
  private let neuron: Int
  private let kept: Int

  /// Nothing asked yet.
  ///
  /// - Parameters:
  ///   - layer: from 1.
  ///   - neuron: from 0.
  ///   - kept: how many of either end are kept.
  public init(layer: Int, neuron: Int, in network: Network, keeping kept: Int) {
    precondition(layer >= 1 && layer <= network.outputLayer)
    self.network = Network(layers: Array(network.layers.prefix(layer)))
    self.neuron = neuron
    self.kept = kept
  }

  /// How many pictures were asked.
  public var count: Int { sums.reduce(0) { $0 + $1.count } }

  /// The average activation for the pictures of a digit; nil where there were none.
  public func mean(_ digit: Int) -> Double? {
    sums[digit].count > 0 ? sums[digit].total / Double(sums[digit].count) : nil
  }

  /// Asks for one more picture.
  public mutating func add(_ example: Dataset.Example, at index: Int) {
    let pass = network.forward(example.digit.pixels).layers[network.layers.count - 1]
    let liking = Liking(index: index, label: example.label, z: pass.z[neuron], a: pass.a[neuron])
    sums[example.label].count += 1
    sums[example.label].total += Double(liking.a)
    Self.insert(liking, into: &most, keeping: kept) { $0.z > $1.z }
    Self.insert(liking, into: &least, keeping: kept) { $0.z < $1.z }
  }

  /// Of equals the first stays before the others.
  private static func insert(
    _ liking: Liking, into list: inout [Liking], keeping kept: Int,
    isBefore: (Liking, Liking) -> Bool
  ) {
    let index = list.firstIndex { isBefore(liking, $0) } ?? list.count
    guard index < kept else { return }
    list.insert(liking, at: index)
    if list.count > kept { list.removeLast() }
  }
}
