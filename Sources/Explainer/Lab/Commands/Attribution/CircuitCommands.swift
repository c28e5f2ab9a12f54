import Core
import Presentation

/// `keep`: a network reduced to a few neurons.
let keepCommand = LabCommand(
  CommandDeclaration(
    "keep", .change, .changesLab,
    [
      CommandForm(.word("only", note: "some hidden neurons"), .repeated(.neuron)),
      CommandForm(.word("all", note: "the whole network again")),
    ],
    summary: "cut the network down to a few hidden neurons",
    details: [
      "In every layer that you name a neuron of, all others are cut off: the weights that lead on from them become 0. Layers that you name none of stay whole.",
      "Each \(code: "keep only") starts from the whole network, so you can try one set after another. \(code: "keep all") or \(code: "undo") brings the others back; so does \(code: "reset"), to the bundled network.",
    ],
    examples: ["keep only 2.1 2.5 2.11"]),
  run: { lab, arguments, _ throws(LabError) in
    guard arguments.keyword == "only" else { return try keepAll(&lab) }
    var kept: [Int: Set<Int>] = [:]
    for word in try arguments.values(Parameter.neuron) {
      let (layer, neuron) = try lab.hiddenNeuron(word)
      kept[layer, default: []].insert(neuron)
    }
    let whole = lab.wholeNetwork ?? lab.network
    let circuit = Circuit(kept: kept)
    let before = lab.readsDigits || lab.typed != nil ? try lab.pass() : nil
    lab.network = circuit.applied(to: whole)
    lab.reduction = NetworkReduction(whole: whole, reduced: lab.network)
    return try CircuitReport(lab, circuit, before: before).reply
  })

/// `swap`: the activations of some neurons taken from another digit.
let swapCommand = LabCommand(
  CommandDeclaration(
    "swap", .learn, .looks,
    [CommandForm(.required(otherDigit), .repeated(.neuron, isRequired: false))],
    summary: "give neurons what they hold for another digit",
    details: [
      "The current digit runs through the network, but the neurons you name hold what they hold for our first drawing of D. All after them is computed from that.",
      "Without neurons it swaps each hidden neuron alone and ranks them by how far that moves the outputs towards D. It's also known as activation patching (Vig and others, 2020).",
    ],
    examples: ["swap 8", "swap 8 2.3", "swap 8 1.3 1.7 2.5"]),
  run: { lab, arguments, host throws(LabError) in
    let other = try Baseline.digit(arguments.required(otherDigit)).input(lab)
    let passes = (own: try lab.pass(), other: try lab.pass(of: other))
    guard lab.network.outputLayer > 1 else { throw .noHiddenLayer }
    let digit = try arguments.required(otherDigit)
    var neurons: [Int: Set<Int>] = [:]
    for word in try arguments.values(Parameter.neuron) {
      let (layer, neuron) = try lab.hiddenNeuron(word)
      neurons[layer, default: []].insert(neuron)
    }
    let swap = Swap(lab: lab, own: passes.own, other: passes.other, digit: digit)
    return neurons.isEmpty ? try swap.ranking(host) : swap.reply(neurons)
  })

private let otherDigit = Parameter.whole(WholeNumber("digit", .index, 0...9), as: "D")

/// A network that has been cut down, and what it was before.
struct NetworkReduction: Equatable, Sendable {
  let whole: Network
  let reduced: Network
}

extension Lab {
  /// The network before it was cut down; nil where it is not, or has been changed since.
  var wholeNetwork: Network? {
    reduction.flatMap { $0.reduced == network ? $0.whole : nil }
  }
}

private func keepAll(_ lab: inout Lab) throws(LabError) -> Reply {
  guard let whole = lab.wholeNetwork else { throw .nothingCut }
  lab.network = whole
  lab.reduction = nil
  return openedReply(whole, "whole again")
}

/// What is left of the network, and what it still reads.
private struct CircuitReport {
  private let lab: Lab
  private let circuit: Circuit
  private let passes: (before: ForwardPass, after: ForwardPass)?

  init(_ lab: Lab, _ circuit: Circuit, before: ForwardPass?) throws(LabError) {
    (self.lab, self.circuit) = (lab, circuit)
    guard let before else {
      passes = nil
      return
    }
    passes = (before, try lab.pass())
  }

  var reply: Reply {
    var blocks: [Block] = [.heading(heading)]
    if let passes {
      let charts = [("before", passes.before.output), ("now", passes.after.output)]
      blocks.append(OutputCharts(lab, charts).block)
    }
    var sentence: Prose = ""
    if lab.tellsDigits, let passes {
      let now = OutputShift.verdict(passes.before.output, passes.after.output, "Now")
      sentence = Prose(String(now.text.dropFirst())) + counts
    } else {
      sentence =
        "\(counted(circuit.cut(in: lab.network), "neuron")) \(isOrAre(circuit.cut(in: lab.network))) cut off."
    }
    return Reply(blocks + [.prose(sentence)], facts: facts)
  }

  private var heading: Prose {
    let parts = circuit.kept.sorted { $0.key < $1.key }.map { layer, neurons in
      "\(neurons.count) of the \(lab.network.layer(layer).neurons) neurons of layer \(layer)"
    }
    return "The network now has \(listed(parts))"
  }

  private var accuracy: Accuracy { lab.network.accuracy(on: lab.drawnExamples) }

  /// How many of the drawings of what the digit shows are still read.
  private var own: Accuracy? {
    lab.current.label.map { label in
      lab.network.accuracy(on: lab.drawnExamples.filter { $0.label == label })
    }
  }

  private var counts: Prose {
    let all = accuracy
    let start: Prose =
      " It reads \(strong: all.correct) of our \(all.examples) drawings"
    guard let own, let label = lab.current.label else { return start + "." }
    return start + ", and of the \(label)s \(own.correct) of \(own.examples)."
  }

  private var facts: [String: Fact] {
    var facts: [String: Fact] = [
      "kept": .list(
        circuit.kept.sorted { $0.key < $1.key }.flatMap { layer, neurons in
          neurons.sorted().map { Fact.text("\(layer).\($0)") }
        }),
      "cut": .integer(circuit.cut(in: lab.network)),
    ]
    if let passes {
      facts["outputs"] = .numbers(passes.after.output)
      facts["answer"] = .integer(passes.after.answer)
    }
    if lab.tellsDigits {
      facts["examples"] = .integer(accuracy.examples)
      facts["correct"] = .integer(accuracy.correct)
    }
    return facts
  }
}

/// Activations of one pass in the place of another's.
private struct Swap {
  let lab: Lab
  let own: ForwardPass
  let other: ForwardPass
  let digit: Int

  func reply(_ neurons: [Int: Set<Int>]) -> Reply {
    let swapped = lab.network.forward(own.input, taking: neurons, from: other)
    let names = neurons.sorted { $0.key < $1.key }.flatMap { layer, all in
      all.sorted().map { "\(layer).\($0)" }
    }
    let charts = OutputCharts(
      lab,
      [("as it is", own.output), ("swapped", swapped.output), (digit.withArticle, other.output)])
    let what = names.count > 6 ? counted(names.count, "neuron") : "Neurons " + listed(names)
    let who = names.count == 1 ? "Neuron \(names[0])" : what
    let verdict: Prose =
      lab.tellsDigits ? OutputShift.verdict(own.output, swapped.output, "With that") : ""
    return Reply(
      [
        .heading("\(who) as for \(digit.withArticle), the others as for \(lab.subject)"),
        charts.block,
        .prose(OutputShift(own.output, swapped.output).sentence + verdict),
      ],
      facts: [
        "digit": .integer(digit), "neurons": .list(names.map { .text($0) }),
        "outputs": .numbers(own.output), "swapped": .numbers(swapped.output),
        "other": .numbers(other.output), "answer": .integer(swapped.answer),
      ])
  }

  /// By how much a swap of each neuron alone moves the lead of the other's answer over this one's.
  func ranking(_ host: any Host) throws(LabError) -> Reply {
    let (mine, theirs) = (own.answer, other.answer)
    guard mine != theirs else { throw .sameAnswer(mine) }
    func lead(_ pass: ForwardPass) -> Double {
      let z = pass.layers[pass.layers.count - 1].z
      return Double(z[theirs]) - Double(z[mine])
    }
    let network = lab.network
    let all = (1..<network.outputLayer).flatMap { layer in
      (0..<network.layer(layer).neurons).map { (layer: layer, neuron: $0) }
    }
    var moves: [(layer: Int, neuron: Int, move: Double)] = []
    var work = LongWork(all.count, for: host)
    let start = lead(own)
    for (layer, neuron) in all {
      let pass = network.forward(own.input, taking: [layer: [neuron]], from: other)
      moves.append((layer, neuron, lead(pass) - start))
      try work.step()
    }
    moves.sort { ($1.move, $0.layer, $0.neuron) < ($0.move, $1.layer, $1.neuron) }
    return rankingReply(moves, from: start, to: lead(other), mine, theirs)
  }

  private func rankingReply(
    _ moves: [(layer: Int, neuron: Int, move: Double)], from start: Double, to end: Double,
    _ mine: Int, _ theirs: Int
  ) -> Reply {
    let last = network
    let title = "change of z\(last)[\(theirs)] - z\(last)[\(mine)]"
    let ranking = NeuronRanking(
      title: title, entries: moves.map { .init($0.layer, "\($0.layer).\($0.neuron)", $0.move) })
    var sentence: Prose =
      "Now it's \(Number.shown(start)), for \(digit.withArticle) \(Number.shown(end))."
    if let best = moves.first, best.move > 0 {
      sentence =
        sentence
        + " Neuron \(strong: "\(best.layer).\(best.neuron)") alone moves it furthest, by \(Number.shown(best.move))."
        + (start + best.move > 0 ? " That's enough." : " One alone isn't enough.")
    } else {
      sentence = sentence + " No neuron alone moves it that way."
    }
    return Reply(
      [
        .heading("Each hidden neuron alone as for \(digit.withArticle)"), ranking.block,
        .prose(sentence),
      ],
      facts: [
        "digit": .integer(digit), "from": .precise(start), "to": .precise(end),
        "neurons": .list(
          moves.map {
            .object([
              "layer": .integer($0.layer), "neuron": .integer($0.neuron),
              "move": .precise($0.move),
            ])
          }),
      ])
  }

  private var network: Int { lab.network.outputLayer }
}
