import Core
import Presentation

/// What `turn` turns: a weight, a bias, or a number that the network is given.
enum TurnedKnob: Equatable, Sendable {
  case parameter(Knob)
  case input(Int)

  /// Reads it as the prompt writes it: `W2[3,4]`, `b1[0]`, `a0[406]`.
  init(_ text: String, in network: Network) throws(LabError) {
    guard text.hasPrefix("a0["), text.hasSuffix("]") else {
      self = .parameter(try Knob(text, in: network))
      return
    }
    let range = WholeNumber("entry", .index, 0...network.sizes[0] - 1, of: "a0")
    self = .input(try range.read(String(text.dropFirst(3).dropLast())))
  }

  /// How the prompt writes it.
  var name: String {
    switch self {
    case .parameter(let knob): knob.name
    case .input(let index): "a0[\(index)]"
    }
  }

  /// What it is, in a few words.
  func words(isPicture: Bool) -> String {
    switch self {
    case .parameter(let knob):
      knob.input.map {
        "the weight from neuron \(knob.layer - 1).\($0) into neuron \(knob.layer).\(knob.neuron)"
      } ?? "the bias of neuron \(knob.layer).\(knob.neuron)"
    case .input(let index):
      isPicture
        ? "the pixel in row \(index / Digit.side), column \(index % Digit.side)"
        : "number \(index) of the inputs"
    }
  }
}

/// A network and what it is given: all that can be turned.
struct Turnable: Equatable, Sendable {
  var network: Network
  /// One a neuron of layer 0.
  var input: [Float]

  subscript(knob: TurnedKnob) -> Float {
    get {
      switch knob {
      case .parameter(let knob): knob.value(in: network)
      case .input(let index): input[index]
      }
    }
    set {
      switch knob {
      case .parameter(let knob): knob.set(newValue, in: &network)
      case .input(let index): input[index] = newValue
      }
    }
  }

  /// The cost as a function of a knob.
  func cost(over knob: TurnedKnob, _ target: TargetOutputs) -> (Double) -> Double {
    let nudged = FiniteDifference(
      network, input: input, target: target.values, cost: target.kind)
    let value = Double(self[knob])
    return { x in
      switch knob {
      case .parameter(let knob):
        nudged.cost(layer: knob.layer, neuron: knob.neuron, input: knob.input, nudgedBy: x - value)
      case .input(let index): nudged.cost(input: index, nudgedBy: x - value)
      }
    }
  }

  /// How steeply the cost rises with each knob of a kind.
  func slopes(_ target: TargetOutputs) -> KnobSlopes {
    let pass = network.forward(input)
    let chain = ChainRule(network, pass, target: target.values, cost: target.kind)
    return KnobSlopes(network: network, chain: chain)
  }
}

/// The slopes of the cost with respect to all knobs, by backpropagation.
struct KnobSlopes {
  let network: Network
  let chain: ChainRule

  func slope(of knob: TurnedKnob) -> Float {
    switch knob {
    case .parameter(let knob):
      let layer = chain.gradient.layers[knob.layer - 1]
      return knob.input.map { layer.weights[knob.neuron, $0] } ?? layer.biases[knob.neuron]
    case .input(let index):
      return zip(network.layers[0].weights.column(index), chain.layer(1).errors)
        .reduce(0) { $0 + $1.0 * $1.1 }
    }
  }

  /// The knob of the same kind that matters most, but for some; nil where none of the rest does.
  func steepest(like knob: TurnedKnob, but known: [TurnedKnob]) -> TurnedKnob? {
    var best: (knob: TurnedKnob, size: Float)?
    func offer(_ other: TurnedKnob, _ slope: Float) {
      let size = slope.magnitude
      guard size > best?.size ?? 0, size.isFinite, !known.contains(other) else { return }
      best = (other, size)
    }
    switch knob {
    case .input:
      for index in 0..<network.sizes[0] { offer(.input(index), slope(of: .input(index))) }
    case .parameter:
      for (index, layer) in chain.gradient.layers.enumerated() {
        for neuron in layer.biases.indices {
          offer(
            .parameter(Knob(layer: index + 1, neuron: neuron, input: nil)), layer.biases[neuron])
          for (input, slope) in layer.weights.row(neuron).enumerated() {
            offer(.parameter(Knob(layer: index + 1, neuron: neuron, input: input)), slope)
          }
        }
      }
    }
    return best?.knob
  }
}
