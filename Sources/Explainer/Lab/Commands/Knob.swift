import Core

/// One of the network's knobs: a weight or a bias, as the prompt writes it.
struct Knob: Equatable, Sendable {
  private enum Kind: Equatable, Sendable { case weight(from: Int), bias }

  let layer: Int
  let neuron: Int
  private let kind: Kind

  /// How the prompt writes it: `W2[3,4]`, `b1[0]`.
  var name: String {
    switch kind {
    case .weight(let input): "W\(layer)[\(neuron),\(input)]"
    case .bias: "b\(layer)[\(neuron)]"
    }
  }

  /// The weight for an input, or the bias where there is none.
  init(layer: Int, neuron: Int, input: Int?) {
    self.layer = layer
    self.neuron = neuron
    kind = input.map(Kind.weight) ?? .bias
  }

  /// Reads a knob's name and checks that the network has it.
  init(_ text: String, in network: Network) throws(LabError) {
    let parts = text.split(separator: "[", maxSplits: 1, omittingEmptySubsequences: false)
    // Nobody else is called w2 or B2.
    let letters: [Character: Character] = ["W": "W", "w": "W", "b": "b", "B": "b"]
    guard parts.count == 2, parts[1].hasSuffix("]"),
      let letter = parts[0].first.flatMap({ letters[$0] }), let layer = Int(parts[0].dropFirst())
    else { throw .notAKnob(text) }
    guard (1...network.outputLayer).contains(layer) else {
      throw .noSuchLayer(String(layer), first: 1, last: network.outputLayer)
    }
    let indices = parts[1].dropLast().split(separator: ",", omittingEmptySubsequences: false)
      .map { Int($0.filter { !$0.isWhitespace }) }
    guard indices.count == (letter == "W" ? 2 : 1), let neuron = indices[0] else {
      throw .notAKnob(text)
    }
    let target = network.layer(layer)
    guard (0..<target.neurons).contains(neuron) else {
      throw .noSuchNeuron(neuron, layer: layer, count: target.neurons)
    }
    guard letter == "W" else {
      self.init(layer: layer, neuron: neuron, input: nil)
      return
    }
    guard let input = indices[1] else { throw .notAKnob(text) }
    guard (0..<target.inputs).contains(input) else {
      throw .noSuchInput(input, layer: layer, count: target.inputs)
    }
    self.init(layer: layer, neuron: neuron, input: input)
  }

  /// The neuron of the layer before that a weight leads from; nil for a bias.
  var input: Int? {
    if case .weight(let input) = kind { input } else { nil }
  }

  /// Where the knob stands now.
  func value(in network: Network) -> Float {
    let layer = network.layer(layer)
    return switch kind {
    case .weight(let input): layer.weights[neuron, input]
    case .bias: layer.biases[neuron]
    }
  }

  /// Turns the knob.
  func set(_ value: Float, in network: inout Network) {
    switch kind {
    case .weight(let input): network.setWeight(value, layer: layer, neuron: neuron, input: input)
    case .bias: network.setBias(value, layer: layer, neuron: neuron)
    }
  }
}
