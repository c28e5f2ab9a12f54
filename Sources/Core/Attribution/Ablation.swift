/// What a network reads without some of its hidden neurons: their activations held at 0, whatever the
/// picture, as if they weren't there.
public struct Ablation: Equatable, Sendable {
  /// The neurons held at 0; by hidden layer, layer 1 first.
  private let silenced: [[Int]]

  /// Holds one neuron at 0.
  ///
  /// - Parameters:
  ///   - layer: a hidden one of the network, from 1.
  ///   - neuron: from 0.
  ///   - network: that it belongs to.
  public init(layer: Int, neuron: Int, in network: Network) {
    precondition(layer >= 1 && layer < network.outputLayer, "only hidden neurons can be left out")
    precondition(network.layer(layer).neurons > neuron && neuron >= 0, "no such neuron")
    silenced = (1..<network.outputLayer).map { $0 == layer ? [neuron] : [] }
  }

  /// The pass of an input, of which the pass with all neurons is known.
  func pass(_ full: ForwardPass, _ network: Network) -> ForwardPass {
    guard let first = silenced.firstIndex(where: { !$0.isEmpty }) else { return full }
    var layers = Array(full.layers[...first])
    hold(&layers[first].a, first)
    for index in (first + 1)..<network.layers.count {
      var next = network.layers[index].pass(layers[index - 1].a)
      if index < silenced.count { hold(&next.a, index) }
      layers.append(next)
    }
    return ForwardPass(input: full.input, layers: layers)
  }

  private func hold(_ activations: inout [Float], _ index: Int) {
    for neuron in silenced[index] { activations[neuron] = 0 }
  }
}

extension Network {
  /// The pass of an input with some neurons held at 0.
  public func forward(_ input: [Float], without ablation: Ablation) -> ForwardPass {
    ablation.pass(forward(input), self)
  }
}

/// How many digits a network reads with each of its hidden neurons left out in turn.
public struct AblationStudy: Sendable {
  /// A hidden neuron, and what is read without it.
  public struct Entry: Equatable, Sendable {
    /// From 1.
    public let layer: Int
    /// From 0.
    public let neuron: Int
    /// How many are read right without it.
    public internal(set) var correct = 0
    /// How many are read as something else without it, right or not.
    public internal(set) var changed = 0
  }

  /// All hidden neurons, those of layer 1 first.
  public private(set) var entries: [Entry]
  /// How many digits it was asked.
  public private(set) var examples = 0
  /// How many are read right with all neurons.
  public private(set) var correct = 0
  private let network: Network
  private let ablations: [Ablation]

  /// A study of all hidden neurons of a network, or of some of them.
  ///
  /// - Parameter isStudied: whether a neuron of a layer is one of them.
  public init(_ network: Network, where isStudied: (Int, Int) -> Bool = { _, _ in true }) {
    self.network = network
    entries = (1..<max(1, network.outputLayer)).flatMap { layer in
      (0..<network.layer(layer).neurons).filter { isStudied(layer, $0) }
        .map { Entry(layer: layer, neuron: $0) }
    }
    ablations = entries.map { Ablation(layer: $0.layer, neuron: $0.neuron, in: network) }
  }

  /// Asks the network, and each of those without a neuron, for one more digit.
  public mutating func add(_ example: Dataset.Example) {
    let full = network.forward(example.digit.pixels)
    examples += 1
    correct += full.answer == example.label ? 1 : 0
    for index in entries.indices {
      // A neuron that holds 0 already changes nothing.
      let isSilent = full.activations(entries[index].layer)[entries[index].neuron] == 0
      let answer = isSilent ? full.answer : ablations[index].pass(full, network).answer
      entries[index].correct += answer == example.label ? 1 : 0
      entries[index].changed += answer == full.answer ? 0 : 1
    }
  }
}
