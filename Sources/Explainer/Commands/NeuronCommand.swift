import Core

/// `neuron`, on the network or made up on the spot.
let neuronCommand = Command(
  "neuron", .compute,
  usages: ["neuron LAYER.NEURON", "neuron weights=[W, ...] inputs=[A, ...] bias=B [relu]"],
  summary: "compute one neuron, term by term",
  details: [
    "A neuron multiplies each input by its weight, adds the products up, adds its bias, and squashes the result.",
    "With \(code: "weights"), \(code: "inputs") and \(code: "bias") you make one up on the spot.",
  ],
  examples: ["neuron 1.5", "neuron 3.7", "neuron weights=[1, -2] inputs=[0.5, 0.25] bias=0.1"],
  suggestions: { tab in
    neuronSuggestions(tab)
      + ["weights=[", "inputs=[", "bias="].map { .init($0, isComplete: false) }
  },
  run: { session, arguments, _ throws(Problem) in
    var arguments = arguments
    if arguments.isEmpty || arguments.peek?.contains("=") == true {
      return try NeuronReport(MadeUpNeuron(arguments)).reply
    }
    let word = try arguments.next("The neuron")
    let place = try NeuronPlace(word, in: session.network)
    guard let neuron = place.neuron else {
      throw .notANeuron(word, example: "\(place.layer).0")
    }
    try arguments.end()
    return NeuronReport(session, try session.pass(), place.layer, neuron).reply
  })

/// A neuron whose numbers were typed.
private struct MadeUpNeuron {
  var weights: [Float] = []
  var inputs: [Float] = []
  var bias: Float = 0
  var activation = Activation.sigmoid

  init(_ arguments: Arguments) throws(Problem) {
    var arguments = arguments
    var given: Set<String> = []
    while let word = arguments.nextIfAny() {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let value = parts.count == 2 ? String(parts[1]) : ""
      switch String(parts[0]) {
      case "weights": weights = try Self.list(value)
      case "inputs": inputs = try Self.list(value)
      case "bias": bias = try Self.number(value)
      case "relu" where parts.count == 1: activation = .relu
      case "sigmoid" where parts.count == 1: activation = .sigmoid
      default: throw .unexpectedWord(word, usage: neuronCommand.usages[1])
      }
      given.insert(String(parts[0]))
    }
    for name in ["weights", "inputs"] where !given.contains(name) {
      throw .missingWord("\(name)=[...]", usage: neuronCommand.usages[1])
    }
    guard weights.count == inputs.count else {
      throw .listsDiffer(weights: weights.count, inputs: inputs.count)
    }
    guard !weights.isEmpty else { throw .notAList("[]") }
  }

  private static func list(_ text: String) throws(Problem) -> [Float] {
    guard text.hasPrefix("["), text.hasSuffix("]"), text.count >= 2 else { throw .notAList(text) }
    var numbers: [Float] = []
    let inside = text.dropFirst().dropLast()
    guard !inside.allSatisfy(\.isWhitespace) else { throw .notAList(text) }
    for entry in inside.split(separator: ",", omittingEmptySubsequences: false) {
      numbers.append(try number(String(entry.filter { !$0.isWhitespace })))
    }
    return numbers
  }

  private static func number(_ text: String) throws(Problem) -> Float {
    guard let number = Float(text), !number.isNaN else {
      throw .notANumber(text, what: "A weight, an input or a bias")
    }
    guard number.isFinite else { throw .tooLarge(what: "'\(text.excerpt)'") }
    return number
  }
}

/// One neuron, term by term.
struct NeuronReport {
  /// One input's part in the weighted sum.
  private struct Term {
    var from: String
    var weight: Float
    var input: Float
    var product: Float { weight * input }
  }

  private let place: (layer: Int, neuron: Int)?
  private let map: HeatMap?
  private let heading: Prose
  private let terms: [Term]
  private let inputCount: Int
  private let weightedSum: Float
  private let bias: Float
  private let z: Float
  private let activation: Activation

  /// A neuron of the network, on the current digit.
  fileprivate init(_ session: Session, _ pass: ForwardPass, _ number: Int, _ neuron: Int) {
    let layer = session.network.layer(number)
    let inputs = pass.activations(number - 1)
    let weights = layer.weights.row(neuron)
    place = (number, neuron)
    map = weightMap(layer, neuron, title: "its weights")
    terms = inputs.indices.filter { inputs[$0] != 0 }.map { index in
      Term(from: Self.name(index, number), weight: weights[index], input: inputs[index])
    }
    inputCount = inputs.count
    weightedSum = layer.weights.times(inputs)[neuron]
    bias = layer.biases[neuron]
    z = pass.layers[number - 1].z[neuron]
    activation = layer.activation
    heading =
      number == 1
      ? "Neuron \(neuron) of layer 1 looks at \(inputs.count) pixels; \(terms.count) of them are lit."
      : "Neuron \(neuron) of layer \(number) reads the \(inputs.count) neurons of layer \(number - 1)."
  }

  /// A neuron made up on the spot.
  fileprivate init(_ neuron: MadeUpNeuron) throws(Problem) {
    place = nil
    map = nil
    terms = neuron.inputs.indices.map {
      Term(from: "input \($0)", weight: neuron.weights[$0], input: neuron.inputs[$0])
    }
    inputCount = neuron.inputs.count
    for term in terms where !term.product.isFinite {
      throw .tooLarge(
        what: "\(Number.shown(term.weight)) × \(Number.shown(term.input))")
    }
    weightedSum =
      Matrix(rows: 1, columns: inputCount, rowMajor: neuron.weights).times(neuron.inputs)[0]
    bias = neuron.bias
    z = weightedSum + bias
    guard z.isFinite else { throw .tooLarge(what: "The weighted input z") }
    activation = neuron.activation
    heading = inputCount == 1 ? "A neuron with 1 input" : "A neuron with \(inputCount) inputs"
  }

  private static func name(_ index: Int, _ layer: Int) -> String {
    layer == 1
      ? "(\(index / Digit.side), \(index % Digit.side))" : "\(layer - 1).\(index)"
  }

  /// The whole report.
  var reply: Reply {
    let table = Block.table(self.table)
    let middle = map.map { Block.beside([[.figure(.heatMap($0))], [table]]) } ?? table
    return Reply([.heading(heading), middle, .prose(sentence)], facts: facts)
  }

  private var a: Float { activation.value(z) }

  /// The strongest terms for and against, at most three of each, strongest first.
  private var top: [Term] {
    let ordered = terms.sorted { $0.product > $1.product }
    return ordered.prefix(3).filter { $0.product > 0 }
      + ordered.suffix(3).filter { $0.product < 0 }.reversed()
  }
}

// MARK: What it looks like

extension NeuronReport {
  /// The terms, what the others add, and the way to the activation. Shown numbers are rounded, so
  /// the others' part is what is left between those shown: the column adds up as it stands.
  private var table: Table {
    var table = Table(.leading, .decimal, .leading)
    let top = self.top
    let numbers = ShownSum(
      terms: top.map(\.product), sum: weightedSum, bias: bias, z: z)
    table.add("       w × a", "w·a", place?.layer == 1 ? "pixel (row, column)" : "from")
    for (term, product) in zip(top, numbers.terms) {
      let weight = Number.shown(term.weight)
      let padding = String(repeating: " ", count: max(0, 8 - weight.count))
      table.add(
        Prose("\(padding)\(weight) × \(Number.shown(term.input))"), Prose(product),
        Prose(term.from))
    }
    let others = terms.count - top.count
    if others > 0 {
      table.add(
        others == 1 ? "the other one" : "the other \(others)", Prose(numbers.others), "")
    }
    table.rows.append(.rule)
    table.add("weighted sum", Prose(numbers.sum), "")
    table.add("bias", Prose(numbers.bias), "")
    table.add("z", Prose(numbers.z), "")
    let squash: Prose = activation == .sigmoid ? "σ(z)" : "max(0, z)"
    table.rows.append(
      .cells([.text(squash), .text(Prose(Number.shown(a), .strong)), .bar(a)]))
    return table
  }

  private var sentence: Prose {
    switch (z > 0, weightedSum > 0) {
    case (true, true): "It is \(strong: "on"): what speaks for it outweighs what speaks against it."
    case (true, false):
      "It is \(strong: "on") thanks to its bias; the inputs alone speak against it."
    case (false, true):
      "It is \(strong: "off"): the inputs speak for it, but its bias asks for more."
    case (false, false):
      "It is \(strong: "off"): what speaks against it outweighs what speaks for it."
    }
  }

  private var facts: [String: Fact] {
    var facts: [String: Fact] = [
      "inputs": .integer(inputCount), "weightedSum": .number(weightedSum), "bias": .number(bias),
      "z": .number(z), "activation": .number(a),
      "top": .list(
        top.map {
          .object([
            "from": .text($0.from), "weight": .number($0.weight), "input": .number($0.input),
            "product": .number($0.product),
          ])
        }),
    ]
    if let place {
      facts["layer"] = .integer(place.layer)
      facts["neuron"] = .integer(place.neuron)
    }
    return facts
  }
}

/// Numbers as they are printed, chosen so that the printed column adds up: terms and z are rounded,
/// the rest is what lies between.
struct ShownSum {
  let terms: [String]
  let others: String
  let sum: String
  let bias: String
  let z: String

  init(terms: [Float], sum: Float, bias: Float, z: Float) {
    self.terms = terms.map(Number.shown)
    self.bias = Number.shown(bias)
    self.z = Number.shown(z)
    let parts = terms.compactMap(Number.tenThousandths)
    guard parts.count == terms.count, let total = Number.tenThousandths(z),
      let offset = Number.tenThousandths(bias)
    else {
      self.sum = Number.shown(sum)
      others = Number.shown(sum - terms.reduce(0, +))
      return
    }
    self.sum = Number.shown(tenThousandths: total - offset)
    others = Number.shown(tenThousandths: total - offset - parts.reduce(0, +))
  }
}
