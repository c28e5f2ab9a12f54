import Core
import Presentation

/// `network` and `params`.
let lookCommands: [LabCommand] = [
  LabCommand(
    CommandDeclaration(
      "network", .look, .looks, [CommandForm(.optional(tracedOutput))],
      summary: "the layers, their sizes, and where the network is from",
      details: [
        "The brighter a neuron, the higher its activation. Lines show the strongest votes w·a, traced back from the brightest output, or from the one you name: up to five into it, then up to three into each neuron they come from, then two.",
        "With a number you see what speaks for another output and what against it: \(code: "network 5").",
      ],
      examples: ["network", "network 5"]),
    run: { lab, arguments, _ throws(LabError) in
      let outputs = lab.network.layer(lab.network.outputLayer).neurons
      let bounds = WholeNumber("output", .index, 0...outputs - 1)
      return NetworkReport(lab, tracing: try arguments.value(tracedOutput, within: bounds)).reply
    }),
  LabCommand(
    CommandDeclaration(
      "params", .look, .looks, [CommandForm(.repeated(countedSize, isRequired: false))],
      summary: "count the weights and biases, layer by layer",
      details: [
        "Every neuron has one weight for each neuron of the layer before it, and one bias.",
        "With sizes, a network of your own is counted; nothing is built.",
      ],
      examples: ["params", "params 784 30 10"]),
    run: { lab, arguments, _ throws(LabError) in
      let sizes = try arguments.values(countedSize)
      let count = sizes.isEmpty ? lab.network.parameters : ParameterCount(sizes: sizes)
      guard let count else { throw .layers(sizes.count) }
      return parameterReply(count)
    }),
]

private let tracedOutput = Parameter.text("output", as: "OUTPUT")
  .noted("the output to trace back from").usually("the brightest")

private let countedSize = Parameter.whole(
  WholeNumber("size of a layer", .amount, 1...ParameterCount.largestLayer), as: "SIZE")

/// The arithmetic of each layer under one another, then the sums.
private func parameterReply(_ count: ParameterCount) -> Reply {
  var table = Table(.leading, .trailing, .trailing, .trailing, reading: .headed)
  table.spareColumns = [1]
  table.add("", "", "weights", "biases")
  for (index, layer) in count.layers.enumerated() {
    table.add(
      "into layer \(index + 1)",
      "\(Number.grouped(layer.inputs)) × \(Number.grouped(layer.neurons)) =",
      Prose(Number.grouped(layer.weights)), Prose(Number.grouped(layer.biases)))
  }
  table.rows.append(.rule)
  table.add(
    "total", "", Prose(Number.grouped(count.weights)), Prose(Number.grouped(count.biases)))
  let facts: [String: Fact] = [
    "layers": .list(
      count.layers.map {
        .object(["weights": .integer($0.weights), "biases": .integer($0.biases)])
      }),
    "weights": .integer(count.weights), "biases": .integer(count.biases),
    "total": .integer(count.total),
  ]
  let total: Prose =
    """
    \(Number.grouped(count.weights)) + \(Number.grouped(count.biases)) = \
    \(strong: Number.grouped(count.total)) knobs. Learning means setting them all well.
    """
  return Reply([.table(table), .prose(total)], facts: facts)
}

/// What `network` says.
private struct NetworkReport {
  let network: Network
  let notes: [String: String]
  /// Whether its knobs are where they were when that was noted.
  let isAsNoted: Bool
  /// What it makes of its input; nil where there is none, or where its sums are too large.
  let diagram: NetworkDiagram?

  /// The output that was asked for, if any.
  let traced: Int?

  init(_ lab: Lab, tracing output: Int?) {
    traced = output
    network = lab.network
    notes = lab.notes
    isAsNoted = lab.network == lab.baseline
    diagram = (try? lab.pass()).map { NetworkDiagram($0, lab, tracing: output) }
  }

  var reply: Reply {
    let sizes = network.sizes
    let heading: Prose = "A network of \(sizes.map(Number.grouped).joined(separator: "-")) neurons"
    let count = network.parameters
    let meaning: Prose =
      "Each neuron reads every neuron of the layer before: \(Number.grouped(count.total)) knobs in all."
    let words: [Block] = [.table(layers), .lines(origin), .prose(meaning)]
    guard let diagram else { return Reply([.heading(heading)] + words, facts: facts(count)) }
    let layouts = NetworkLayouts(diagram: diagram, heading: [.heading(heading)], words: words) {
      picture in briefs(heading, picture)
    }
    return Reply([layouts.block], facts: facts(count))
  }

  /// The picture with what there is room for beside it: what has changed goes before where it is
  /// from, and how well it reads goes last.
  private func briefs(_ heading: Prose, _ picture: Block) -> [[Block]] {
    let knobs = Number.grouped(network.parameters.total)
    let long = heading + ": \(knobs) knobs"
    let short = Prose("\(network.sizes.map(Number.grouped).joined(separator: "-")), \(knobs) knobs")
    let origin = isAsNoted ? origin : Array(origin.suffix(1))
    let reads = Array(origin.suffix(1))
    let choices = [(long, [shapes] + origin), (long, origin), (long, reads), (short, reads)]
    return (choices + [(short, [])]).map { heading, words in
      let said = words.first.map { first in
        [Block.prose(words.dropFirst().reduce(first) { $0 + " " + $1 })]
      }
      return [.tight([.heading(heading), picture] + (said ?? []))]
    }
  }

  /// What the table says, in a line.
  private var shapes: Prose {
    let titles = network.layers.map(\.activation.title)
    let isOfOneKind = titles.allSatisfy { $0 == titles[0] }
    let shapes = network.layers.enumerated().map { index, layer in
      "W\(index + 1) \(layer.neurons)×\(layer.inputs)" + (isOfOneKind ? "" : " \(titles[index])")
    }
    return Prose((isOfOneKind ? "All \(titles[0]), " : "") + listed(shapes) + ".")
  }

  private var layers: Table {
    var table = Table(.leading, .trailing, .leading, .leading, .leading)
    table.add(
      "layer 0", Prose(Number.grouped(network.sizes[0])),
      network.sizes[0] == 1 ? "neuron" : "neurons",
      network.sizes[0] == Digit.pixelCount ? "the pixels of the image" : "the input", "")
    for (index, layer) in network.layers.enumerated() {
      let number = index + 1
      let role = number == network.outputLayer ? "output" : "hidden"
      table.add(
        "layer \(number)", Prose(Number.grouped(layer.neurons)),
        layer.neurons == 1 ? "neuron" : "neurons",
        "\(role), \(layer.activation.title)",
        "W\(number) is \(layer.neurons)×\(layer.inputs), b\(number) has \(layer.neurons)")
    }
    return table
  }

  private var origin: [Prose] {
    [
      notes["source"].map { "It was \($0)." },
      notes["accuracy"].map {
        isAsNoted ? "It reads \($0)." : "Before its knobs were turned it read \($0)."
      },
    ].compactMap { $0 }
  }

  private func facts(_ count: ParameterCount) -> [String: Fact] {
    var facts: [String: Fact] = [
      "sizes": .list(network.sizes.map { .integer($0) }),
      "activations": .list(network.layers.map { .text($0.activation.rawValue) }),
      "parameters": .object([
        "weights": .integer(count.weights), "biases": .integer(count.biases),
        "total": .integer(count.total),
      ]),
    ]
    if let traced { facts["traced"] = .integer(traced) }
    for (name, note) in notes where name == "source" || name == "accuracy" {
      facts[name] = .text(note)
    }
    return facts
  }
}
