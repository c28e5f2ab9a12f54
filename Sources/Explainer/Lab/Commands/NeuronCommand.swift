import Core
import Presentation

/// `neuron`, on the network or made up on the spot.
let neuronCommand = LabCommand(
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
  run: { lab, arguments, _ throws(LabError) in
    var arguments = arguments
    if arguments.isEmpty || arguments.peek?.contains("=") == true {
      return try NeuronReport(MadeUpNeuron(arguments)).reply
    }
    let word = try arguments.next("The neuron")
    let place = try NeuronPlace(word, in: lab.network)
    guard let neuron = place.neuron else {
      throw .notANeuron(word, example: "\(place.layer).0")
    }
    try arguments.end()
    return NeuronReport(lab, try lab.pass(), place.layer, neuron).reply
  })

/// A neuron whose numbers were typed.
private struct MadeUpNeuron {
  var weights: [Float] = []
  var inputs: [Float] = []
  var bias: Float = 0
  var activation = Activation.sigmoid

  init(_ arguments: Arguments) throws(LabError) {
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
      default: throw .unexpectedWord(word, usage: neuronCommand.declaration.usages[1])
      }
      given.insert(String(parts[0]))
    }
    for name in ["weights", "inputs"] where !given.contains(name) {
      throw .missingWord("\(name)=[...]", usage: neuronCommand.declaration.usages[1])
    }
    guard weights.count == inputs.count else {
      throw .listsDiffer(weights: weights.count, inputs: inputs.count)
    }
    guard !weights.isEmpty else { throw .notAList("[]") }
  }

  private static func list(_ text: String) throws(LabError) -> [Float] {
    guard text.hasPrefix("["), text.hasSuffix("]"), text.count >= 2 else { throw .notAList(text) }
    var numbers: [Float] = []
    let inside = text.dropFirst().dropLast()
    guard !inside.allSatisfy(\.isWhitespace) else { throw .notAList(text) }
    for entry in inside.split(separator: ",", omittingEmptySubsequences: false) {
      numbers.append(try number(String(entry.filter { !$0.isWhitespace })))
    }
    return numbers
  }

  private static func number(_ text: String) throws(LabError) -> Float {
    guard let plain = text.plainNumber, let number = Float(plain), !number.isNaN else {
      throw .notANumber(text, what: "A weight, an input or a bias")
    }
    guard number.isFinite else { throw .tooLarge(what: "'\(text.excerpt)'") }
    return number
  }
}

/// One neuron, term by term.
struct NeuronReport {
  private let place: (layer: Int, neuron: Int)?
  private let map: HeatMap?
  private let heading: Prose
  private let work: NeuronWork

  /// A neuron of the network, on the current digit.
  fileprivate init(_ lab: Lab, _ pass: ForwardPass, _ number: Int, _ neuron: Int) {
    place = (number, neuron)
    map = weightMap(lab.network.layer(number), neuron, title: "its weights")
    work = NeuronWork(lab.network, pass, number, neuron)
    heading =
      number == 1 && lab.readsDigits
      ? "Neuron \(neuron) of layer 1 looks at \(work.inputCount) pixels; \(work.terms.count) of them \(work.terms.count == 1 ? "is" : "are") lit."
      : "Neuron \(neuron) of layer \(number) reads the \(work.inputCount == 1 ? "only neuron" : "\(work.inputCount) neurons") of layer \(number - 1)."
  }

  /// A neuron made up on the spot.
  fileprivate init(_ neuron: MadeUpNeuron) throws(LabError) {
    place = nil
    map = nil
    work = try NeuronWork(
      weights: neuron.weights, inputs: neuron.inputs, bias: neuron.bias,
      activation: neuron.activation)
    let count = work.inputCount
    heading = count == 1 ? "A neuron with 1 input" : "A neuron with \(count) inputs"
  }

  /// The whole report.
  var reply: Reply { Reply(blocks, facts: facts) }
}

// MARK: What it looks like

extension NeuronReport {
  private var blocks: [Block] {
    guard let map, map.rows == Digit.side else {
      let table = Block.table(table)
      let middle =
        map.map { map in
          Block.beside([[.figure(.heatMap(map.noted { $0.hasNumbers = true }))], [table]])
        } ?? table
      return [.heading(heading), middle, .prose(sentence)]
    }
    let pictures = NeuronPictures(map, digit: work.inputs)
    return [
      NeuronLayouts(heading: heading, pictures: pictures, work: work, sentence: sentence).block
    ]
  }

  /// The terms, what the others add, and the way to the activation.
  private var table: Table {
    var table = NeuronTable(work, work.top).terms(from: "from")
    table.rows.append(.rule)
    table.rows += NeuronTable(work, work.top).sum(hasRule: false).rows
    return table
  }

  private var sentence: Prose {
    NeuronVerdict(
      products: work.terms.map(\.product), weightedSum: work.weightedSum, bias: work.bias,
      z: work.z,
      activation: work.activation
    ).sentence
  }

  private var facts: [String: Fact] {
    var facts: [String: Fact] = [
      "inputs": .integer(work.inputCount), "weightedSum": .number(work.weightedSum),
      "bias": .number(work.bias), "z": .number(work.z), "activation": .number(work.a),
      "top": .list(
        work.top.map {
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
