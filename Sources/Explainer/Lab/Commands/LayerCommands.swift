import Core
import Presentation

/// `weights`, `biases` and `activations`.
let layerCommands: [LabCommand] = [
  LabCommand(
    CommandDeclaration(
      "weights", .look, .looks, [CommandForm(.required(.neuron)), CommandForm(.required(.layer))],
      summary: "the weights of a neuron or a layer, as a picture",
      details: [
        "Where a weight is above 0 the neuron likes ink, below 0 it dislikes it. The legend shows both.",
        "Strength is shown as (|w| / s)^0.6: s is the largest size, or less where a few are far larger than the rest.",
      ],
      examples: ["weights 1.5", "weights 2"]),
    run: { lab, arguments, _ throws(LabError) in
      let location = try NeuronLocation(arguments.required(.neuron), in: lab.network)
      let layer = lab.network.layer(location.layer)
      return location.neuron.map { neuronWeights(layer, location.layer, $0) }
        ?? layerWeights(layer, location.layer)
    }),
  LabCommand(
    CommandDeclaration(
      "biases", .look, .looks, [CommandForm(.required(.layer))], summary: "the biases of a layer",
      details: ["A bias is added to the weighted sum: the higher, the more easily a neuron fires."],
      examples: ["biases 2"]),
    run: { lab, arguments, _ throws(LabError) in
      let layer = try layerNumber(arguments, in: lab.network, from: 1)
      return biasesReply(lab.network.layer(layer).biases, layer)
    }),
  LabCommand(
    CommandDeclaration(
      "activations", .look, .looks, [CommandForm(.required(.layer))],
      summary: "what the neurons of a layer hold for the current digit",
      examples: ["activations 1"]),
    run: { lab, arguments, _ throws(LabError) in
      let layer = try layerNumber(arguments, in: lab.network, from: 0)
      let pass = try lab.pass()
      return layer == 0 && !lab.readsDigits
        ? inputsReply(lab, pass) : activationsReply(pass, layer, lab)
    }),
]

private func biasesReply(_ biases: [Float], _ layer: Int) -> Reply {
  let chart = BarChart("biases of layer \(layer)", bars(biases))
  let highest = Brightest(biases)
  let sentence: Prose =
    biases.count == 1
    ? "The layer has one neuron, so one bias."
    : highest.only.map { "Neuron \($0) needs the least persuading: its bias is the highest." }
      ?? "Neurons \(highest.names) need the least persuading: their biases are the highest."
  return Reply(
    [.figure(.barChart(chart)), .prose(sentence)],
    facts: ["layer": .integer(layer), "biases": .numbers(biases)])
}

/// `LAYER.NEURON`, or `LAYER` alone.
struct NeuronLocation {
  let layer: Int
  let neuron: Int?

  /// Reads a location and checks that the network has it.
  init(_ word: String, in network: Network) throws(LabError) {
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let layer = Int(parts[0]) else {
      throw .notANeuron(word, example: "1.5")
    }
    guard layer != 0 else { throw .layerIsInput }
    guard (1...network.outputLayer).contains(layer) else {
      throw .noSuchLayer(String(parts[0]), first: 1, last: network.outputLayer)
    }
    self.layer = layer
    guard parts.count == 2 else {
      neuron = nil
      return
    }
    guard let neuron = Int(parts[1]) else { throw .notANeuron(word, example: "\(layer).0") }
    let count = network.layer(layer).neurons
    guard (0..<count).contains(neuron) else {
      throw .noSuchNeuron(neuron, layer: layer, count: count)
    }
    self.neuron = neuron
  }
}

extension NeuronLocation {
  /// Reads the name of one neuron.
  static func one(
    _ word: String, in network: Network
  ) throws(LabError) -> (layer: Int, neuron: Int) {
    let location = try NeuronLocation(word, in: network)
    guard let neuron = location.neuron else {
      throw .notANeuron(word, example: "\(location.layer).0")
    }
    return (location.layer, neuron)
  }
}

/// Layers, and the range of neurons in each.
let neuronSuggestions: @Sendable (TabContext) -> [Completions.Candidate] = { tab in
  let layers = tab.lab.network.layers.enumerated()
  guard tab.partial.contains(".") else {
    return layers.map { index, layer in
      .init(
        "\(index + 1).",
        note: layer.neurons == 1
          ? "neuron \(index + 1).0"
          : "neurons \(index + 1).0 to \(index + 1).\(layer.neurons - 1)",
        isComplete: false)
    }
  }
  return layers.filter { index, _ in tab.partial.hasPrefix("\(index + 1).") }.flatMap {
    index, layer in
    (0..<min(layer.neurons, 100)).map {
      .init("\(index + 1).\($0)", note: "neuron \($0) of layer \(index + 1)")
    }
  }
}

private func layerNumber(
  _ arguments: Arguments, in network: Network, from first: Int
) throws(LabError) -> Int {
  let word = try arguments.required(.layer)
  guard WholeReading(word) != .whole(0) || first == 0 else { throw .layerIsInput }
  return try WholeNumber("layer", .index, first...network.outputLayer).read(word)
}

/// One bar per neuron, labelled with its number.
func bars(_ values: [some BinaryFloatingPoint]) -> [BarChart.Bar] {
  values.enumerated().map { BarChart.Bar(String($0), $1) }
}

/// The weights of one neuron in the shape of what it reads: 28×28 for a picture, else one row.
func weightMap(_ layer: Layer, _ neuron: Int, title: String) -> HeatMap {
  let weights = layer.weights.row(neuron)
  let isPicture = weights.count == Digit.pixelCount
  return HeatMap(
    title, rows: isPicture ? Digit.side : 1, columns: isPicture ? Digit.side : weights.count,
    values: weights, scale: .signed)
}

private func neuronWeights(_ layer: Layer, _ number: Int, _ neuron: Int) -> Reply {
  let weights = layer.weights.row(neuron)
  let isPicture = weights.count == Digit.pixelCount
  let map = weightMap(layer, neuron, title: "weights of neuron \(number).\(neuron)").noted {
    $0.hasRuler = isPicture
    $0.hasNumbers = true
    $0.legend = isPicture ? .likes : .signs
  }
  let positive = weights.count { $0 > 0 }
  let bias = Number.precise(layer.biases[neuron])
  let range =
    "from \(Number.shown(weights.min() ?? 0)) to \(Number.shown(weights.max() ?? 0))"
  return Reply(
    [
      .picture(
        map,
        [
          .prose(
            weights.count == 1
              ? "Its only weight is \(Number.precise(weights[0])). Its bias is \(bias)."
              : "\(positive) of its \(Number.grouped(weights.count)) weights \(isOrAre(positive)) positive; they go \(range). Its bias is \(bias)."
          )
        ])
    ],
    facts: [
      "layer": .integer(number), "neuron": .integer(neuron), "weights": .numbers(weights),
      "bias": .number(layer.biases[neuron]),
    ])
}

private func layerWeights(_ layer: Layer, _ number: Int) -> Reply {
  let matrix = layer.weights
  let figure: Figure =
    layer.inputs == Digit.pixelCount
    ? .gallery(
      (0..<layer.neurons).map {
        weightMap(layer, $0, title: "\(number).\($0)").noted { $0.legend = .likes }
      })
    : .heatMap(
      HeatMap(
        "W\(number): a row a neuron, a column an input", rows: matrix.rows,
        columns: matrix.columns, values: matrix.rowMajor, scale: .signed
      ).noted { $0.legend = .signs })
  return Reply(
    [
      .figure(figure),
      .prose(
        "W\(number) is \(Number.grouped(matrix.rows))×\(Number.grouped(matrix.columns)): \(counted(matrix.rows * matrix.columns, "weight")), one row for each neuron of layer \(number)."
      ),
    ],
    facts: [
      "layer": .integer(number),
      "weights": .list((0..<matrix.rows).map { .numbers(matrix.row($0)) }),
    ])
}

private func activationsReply(_ pass: ForwardPass, _ layer: Int, _ lab: Lab) -> Reply {
  let activations = pass.activations(layer)
  let facts: [String: Fact] = [
    "layer": .integer(layer), "activations": .numbers(activations),
  ]
  guard layer > 0 else {
    return Reply(
      [
        .picture(
          HeatMap("layer 0: \(lab.current.origin)", lab.current.digit).noted { $0.hasRuler = true },
          [.prose("Layer 0 holds the pixels themselves: 784 activations.")])
      ], facts: facts)
  }
  let brightest = Brightest(activations)
  let chart = BarChart(
    "layer \(layer)", bars(activations), highlighted: brightest.only,
    length: lab.network.layer(layer).activation.barLength)
  let value = Number.precise(brightest.value)
  let first = brightest.indices.first ?? 0
  let sentence: Prose =
    activations.count == 1
    ? "Its only neuron is at \(value)."
    : brightest.only.map { "Neuron \($0) is the brightest: \(value)." }
      ?? "Neurons \(brightest.names) are equally bright: \(value)."
  return Reply(
    [
      .figure(.barChart(chart)),
      .prose(sentence + " See why with \(code: "neuron \(layer).\(first)")."),
    ], facts: facts)
}
