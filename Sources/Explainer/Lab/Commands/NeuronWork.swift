import Core
import Presentation

/// What one neuron does with its inputs, term by term.
struct NeuronWork {
  /// One input's part in the weighted sum.
  struct Term {
    /// Where the input is from: a pixel, a neuron of the layer before.
    var from: String
    var weight: Float
    var input: Float
    var product: Float { weight * input }

    /// `-1.4402 × 0.9961`, so that crosses stand under one another.
    var factors: String {
      let weight = Number.shown(weight)
      let padding = String(repeating: " ", count: max(0, 8 - weight.count))
      return "\(padding)\(weight) × \(Number.shown(input))"
    }
  }

  /// Those whose input is not 0.
  let terms: [Term]
  let inputs: [Float]
  let weightedSum: Float
  let bias: Float
  let z: Float
  let activation: Activation
  /// The strongest terms for and against, at most three of each, strongest first.
  let top: [Term]

  /// A neuron of a network, in a pass.
  init(_ network: Network, _ pass: ForwardPass, _ number: Int, _ neuron: Int) {
    let layer = network.layer(number)
    let inputs = pass.activations(number - 1)
    let weights = layer.weights.row(neuron)
    terms = inputs.indices.filter { inputs[$0] != 0 }.map { index in
      Term(
        from: inputName(index, of: number, in: network), weight: weights[index],
        input: inputs[index])
    }
    self.inputs = inputs
    weightedSum = layer.weights.times(inputs)[neuron]
    bias = layer.biases[neuron]
    z = pass.layers[number - 1].z[neuron]
    activation = layer.activation
    top = Self.top(terms)
  }

  /// A neuron that is in no network.
  init(weights: [Float], inputs: [Float], bias: Float, activation: Activation) throws(LabError) {
    terms = inputs.indices.map {
      Term(from: "input \($0)", weight: weights[$0], input: inputs[$0])
    }
    for term in terms where !term.product.isFinite {
      throw .tooLarge(what: "\(Number.shown(term.weight)) × \(Number.shown(term.input))")
    }
    self.inputs = inputs
    weightedSum = Matrix(rows: 1, columns: inputs.count, rowMajor: weights).times(inputs)[0]
    self.bias = bias
    z = weightedSum + bias
    guard z.isFinite else { throw .tooLarge(what: "The weighted input z") }
    self.activation = activation
    top = Self.top(terms)
  }

  private static func top(_ terms: [Term]) -> [Term] {
    let ordered = terms.sorted { $0.product > $1.product }
    return ordered.prefix(3).filter { $0.product > 0 }
      + ordered.suffix(3).filter { $0.product < 0 }.reversed()
  }

  var inputCount: Int { inputs.count }

  /// The activation.
  var a: Float { activation.value(z) }

  /// The numbers of a table of the top terms, which adds up as it is printed.
  var shown: ShownSum { shown(top) }

  /// The same for some other terms.
  func shown(_ terms: [Term]) -> ShownSum {
    ShownSum(terms: terms.map(\.product), sum: weightedSum, bias: bias, z: z)
  }

  /// So many of the top terms, two or more: the strongest, for before against, and at least one of
  /// each where there are both.
  func strongest(_ count: Int) -> [Term] {
    let both = [top.first { $0.product > 0 }, top.first { $0.product < 0 }].compactMap(\.self)
    let others = top.filter { term in !both.contains { $0.from == term.from } }
      .sorted { abs($0.product) > abs($1.product) }
    let kept = Set((both + others).prefix(count).map(\.from))
    return top.filter { kept.contains($0.from) }
  }

  /// What the terms are called that are not among the top; nil if there are none.
  var nameOfOthers: String? { nameOfOthers(top.count) }

  /// What the terms are called that are not among so many; nil if there are none.
  func nameOfOthers(_ count: Int) -> String? {
    switch terms.count - count {
    case ...0: nil
    case 1: "the other one"
    case let others: "the other \(others)"
    }
  }
}

/// What a layer's input is called: a pixel by its row and column, a neuron by its layer and number.
func inputName(_ index: Int, of layer: Int, in network: Network) -> String {
  layer == 1 && network.sizes[0] == Digit.pixelCount
    ? "(\(index / Digit.side), \(index % Digit.side))" : "\(layer - 1).\(index)"
}
