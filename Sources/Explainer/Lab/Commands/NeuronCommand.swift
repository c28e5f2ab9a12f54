import Core
import Presentation

/// `neuron`, on the network or made up on the spot.
let neuronCommand = LabCommand(
  CommandDeclaration(
    "neuron", .compute, .looks,
    [CommandForm(.required(.neuron)), LikesReport.form, MadeUpNeuron.form],
    summary: "compute one neuron, term by term",
    details: [
      "A neuron multiplies each input by its weight, adds the products up, adds its bias, and squashes the result.",
      "With \(code: "weights"), \(code: "inputs") and \(code: "bias") you make one up on the spot.",
      "\(code: "--likes") shows which of our drawings, or of a data set, light it most and least.",
    ],
    examples: [
      "neuron 1.5", "neuron 3.7", "neuron 2.3 --likes drawn",
      "neuron weights=[1, -2] inputs=[0.5, 0.25] bias=0.1",
    ]),
  run: { lab, arguments, host throws(LabError) in
    guard let word = try arguments.value(.neuron) else {
      return try NeuronReport(MadeUpNeuron(arguments)).reply
    }
    let (layer, neuron) = try NeuronLocation.one(word, in: lab.network)
    guard !arguments.has(LikesReport.flag) else {
      let set = try arguments.value(.digitSet, orElse: .best(host))
      return try LikesReport(layer, neuron, set, &lab, host).reply
    }
    return NeuronReport(lab, try lab.pass(), layer, neuron).reply
  })

/// A neuron whose numbers were typed.
private struct MadeUpNeuron {
  let weights: [Float]
  let inputs: [Float]
  let bias: Float
  let activation: Activation

  static let form = CommandForm(
    adding: [
      .setting(weightList, isRequired: true), .setting(inputList, isRequired: true),
      .setting(typedBias), .plain(.activation),
    ])

  private static let weightList = list("weights", as: "[W, ...]")
  private static let inputList = list("inputs", as: "[A, ...]")
  private static let typedBias = Parameter.formula("bias", as: "B").usually("0")

  init(_ arguments: Arguments) throws(LabError) {
    weights = try arguments.required(Self.weightList)
    inputs = try arguments.required(Self.inputList)
    bias = try arguments.value(Self.typedBias).map(Self.number) ?? 0
    activation = try arguments.value(.activation, orElse: .standard)
    guard weights.count == inputs.count else {
      throw .listsDiffer(weights: weights.count, inputs: inputs.count)
    }
  }

  /// A list of numbers that is typed, not computed.
  private static func list(_ name: String, as placeholder: String) -> Parameter<[Float]> {
    Parameter(
      outline: Parameter.formula(name, as: placeholder).outline,
      read: { word throws(LabError) in try numbers(word) })
  }

  private static func numbers(_ text: String) throws(LabError) -> [Float] {
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
  private let location: (layer: Int, neuron: Int)?
  private let map: HeatMap?
  private let heading: Prose
  private let work: NeuronWork

  /// A neuron of the network, on the current digit.
  fileprivate init(_ lab: Lab, _ pass: ForwardPass, _ number: Int, _ neuron: Int) {
    location = (number, neuron)
    map = weightMap(lab.network.layer(number), neuron, title: "its weights")
    work = NeuronWork(lab.network, pass, number, neuron)
    heading =
      number == 1 && lab.readsDigits
      ? "Neuron \(neuron) of layer 1 looks at \(work.inputCount) pixels; \(work.terms.count) of them \(isOrAre(work.terms.count)) lit."
      : "Neuron \(neuron) of layer \(number) reads the \(work.inputCount == 1 ? "only neuron" : "\(work.inputCount) neurons") of layer \(number - 1)."
  }

  /// A neuron made up on the spot.
  fileprivate init(_ neuron: MadeUpNeuron) throws(LabError) {
    location = nil
    map = nil
    work = try NeuronWork(
      weights: neuron.weights, inputs: neuron.inputs, bias: neuron.bias,
      activation: neuron.activation)
    heading = "A neuron with \(counted(work.inputCount, "input"))"
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
    if let location {
      facts["layer"] = .integer(location.layer)
      facts["neuron"] = .integer(location.neuron)
    }
    return facts
  }
}
