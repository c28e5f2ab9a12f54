import Core
import Presentation

/// What one position of a pass looks like: what the operation made, and how far the layer is.
struct StepReport {
  private let lab: Lab
  private let pass: ForwardPass
  private let walk: PassWalk
  private let position: Int

  init(_ lab: Lab, _ pass: ForwardPass, _ position: Int) {
    self.lab = lab
    self.pass = pass
    walk = PassWalk(lab.network)
    self.position = position
  }

  /// The keys of every position.
  static let keys = [
    KeyBinding(.character(" "), .right, .enter, line: "step", label: "next"),
    KeyBinding(.character("b"), .left, line: "step back", label: "back"),
    KeyBinding(.character("n"), .down, line: "step neuron", label: "next neuron"),
    KeyBinding(.character("l"), line: "step layer", label: "next layer"),
    KeyBinding(.character("f"), line: "step out", label: "finish"),
  ]

  /// The screen of the position.
  var reply: Reply {
    var reply =
      switch walk.stage(at: position) {
      case .load: load
      case .neuron(let layer, let neuron, let operation):
        NeuronStep(lab, pass, layer, neuron, operation).reply(count: count)
      case .done: done
      }
    if let watched {
      reply.blocks = reply.blocks.dropLast() + [.tight(reply.blocks.suffix(1) + [watched])]
    }
    reply.facts["position"] = .integer(position + 1)
    reply.facts["positions"] = .integer(walk.count)
    reply.next = .keys(Self.keys)
    return reply
  }

  /// Stands after a heading.
  private var count: Prose { Prose("  (operation \(position + 1) of \(walk.count))", .faint) }

  // MARK: Start and end

  private var load: Reply {
    let pixels = pass.input
    let lit = pixels.count { $0 > 0 }
    let facts: [String: Fact] = [
      "operation": .text("load"), "layer": .integer(0), "lit": .integer(lit),
    ]
    guard lab.readsDigits else {
      let one = pixels.count == 1
      return Reply(
        [
          .heading("Layer 0: load the \(one ? "input" : "inputs")" + count), .table(plan),
          .prose(
            "The \(counted(pixels.count, "input")) \(one ? "is the activation" : "are the activations") a0 of layer 0."
          ),
        ], facts: facts)
    }
    let picture = HeatMap("a0: \(lab.current.origin)", lab.current.digit)
    return Reply(
      [
        .heading("Layer 0: load the image" + count),
        .beside([[.spare([.figure(.heatMap(picture))])], [.table(plan)]]),
        .prose(
          "The \(Number.grouped(pixels.count)) pixels are the activations a0 of layer 0; \(strong: lit) of them \(isOrAre(lit)) lit."
        ),
      ], facts: facts)
  }

  /// How many operations there are to come.
  private var plan: Table {
    let steps = PassWalk.Operation.allCases.count
    var table = Table(.leading, .trailing, .leading, .trailing)
    table.add(
      "layer 0", Prose(Number.grouped(pass.input.count)), lab.readsDigits ? "pixels" : "inputs", "1"
    )
    for (index, size) in walk.sizes.enumerated() {
      table.add(
        "layer \(index + 1)", Prose(Number.grouped(size)),
        "\(size == 1 ? "neuron" : "neurons") × \(steps)",
        Prose(Number.grouped(size * steps)))
    }
    table.add("the answer", "", "", "1")
    table.rows.append(.rule)
    table.add("operations", "", "", Prose(Number.grouped(walk.count)))
    return table
  }

  private var done: Reply {
    let verdict = lab.readsDigits ? Verdict(pass, lab).reply : outputs
    let facts: [String: Fact] = [
      "operation": .text("done"), "layer": .integer(walk.sizes.count),
    ]
    return Reply(
      [.heading("The pass is done" + count)] + verdict.blocks,
      facts: facts.merging(verdict.facts) { first, _ in first })
  }

  /// The end of a pass that tells no digit.
  private var outputs: Reply {
    let chart = BarChart("outputs", bars(pass.output))
    let sentence: Prose =
      pass.output.count == 1
      ? "The output is \(strong: Number.precise(pass.output[0]))."
      : "Of the outputs, " + Brightest(pass.output).phrase + "."
    return Reply(
      [.figure(.barChart(chart)), .prose(sentence)],
      facts: ["activations": .numbers(pass.output)])
  }

  // MARK: The watched neuron

  /// What is known of it at this position.
  private var watched: Block? {
    guard let watched = lab.stepping.watched(in: walk) else { return nil }
    let work = NeuronWork(lab.network, pass, watched.layer, watched.neuron)
    let name = "\(watched.layer).\(watched.neuron)"
    let state: Prose =
      switch position - walk.position(watched.layer, watched.neuron, .multiply) {
      case ..<0: "its turn is still to come"
      case 0: "its inputs are multiplied"
      case 1: "w·a is \(strong: work.shown.sum)"
      case 2: "z is \(strong: Number.shown(work.z))"
      default: "z is \(Number.shown(work.z)), a is \(strong: Number.precise(work.a))"
      }
    return .prose("Watched \(code: name): " + state + ".")
  }
}

/// One operation of one neuron.
private struct NeuronStep {
  let layer: Int
  let neuron: Int
  let operation: PassWalk.Operation
  let readsDigits: Bool
  let network: Network
  let pass: ForwardPass
  let work: NeuronWork

  init(
    _ lab: Lab, _ pass: ForwardPass, _ layer: Int, _ neuron: Int,
    _ operation: PassWalk.Operation
  ) {
    self.layer = layer
    self.neuron = neuron
    self.operation = operation
    self.pass = pass
    readsDigits = lab.readsDigits
    network = lab.network
    work = NeuronWork(lab.network, pass, layer, neuron)
  }

  func reply(count: Prose) -> Reply {
    let last = network.layer(layer).neurons - 1
    let heading: Prose = "Layer \(layer), neuron \(neuron) of 0–\(last): \(operation.title)"
    return Reply(
      [
        .heading(heading + count),
        .beside([[.spare(pictures)], [.table(table)]]),
        .tight([.prose(sentence), .figure(.cells(strip))]),
      ], facts: facts)
  }

  /// The weights; where they are few, the inputs they belong to below them.
  private var pictures: [Block] {
    let weights = weightMap(network.layer(layer), neuron, title: "its weights")
    guard weights.rows == 1 else { return [.figure(.heatMap(weights))] }
    let inputs = HeatMap(
      "its inputs, a\(layer - 1)", rows: 1, columns: work.inputCount,
      values: pass.activations(layer - 1), scale: .ink)
    return [.figure(.heatMap(weights)), .figure(.heatMap(inputs))]
  }

  /// Term by term with the sum so far; what is not computed yet is left empty. Its shape is the same
  /// for all operations, so that nothing moves on the screen but the numbers that come.
  private var table: Table {
    var table = Table(.leading, .decimal, .decimal, .leading, reading: .headed)
    table.spareColumns = [3]
    let numbers = work.shown
    table.add("       w × a", "w·a", "sum", layer > 1 ? "neuron" : readsDigits ? "pixel" : "input")
    for (index, term) in work.top.enumerated() {
      table.add(
        Prose(term.factors), Prose(numbers.terms[index]),
        from(.sum, numbers.running[index]), Prose(term.from))
    }
    if let others = work.nameOfOthers {
      table.add(Prose(others), from(.sum, numbers.others), from(.sum, numbers.sum), "")
    }
    table.rows.append(.rule)
    table.add(label("weighted sum", .sum), "", from(.sum, numbers.sum), "")
    table.add(label("bias", .bias), "", from(.bias, numbers.bias), "")
    table.add(label("z", .bias), "", from(.bias, numbers.z), "")
    table.add(
      label(work.activation.shortFormula, .squash), "", from(.squash, Number.shown(work.a)), "")
    return table
  }

  /// A number from the operation on that makes it.
  private func from(_ first: PassWalk.Operation, _ text: String) -> Prose {
    Prose(text, operation < first ? .hidden : operation == first ? .strong : .plain)
  }

  private func label(_ text: String, _ first: PassWalk.Operation) -> Prose {
    Prose(text, operation < first ? .faint : .plain)
  }

  private var strip: CellStrip {
    let a = pass.activations(layer)
    let known = neuron + (operation == .squash ? 1 : 0)
    return CellStrip(
      "layer \(layer)",
      cells: a.indices.map { $0 < known ? work.activation.brightness(a[$0]) : nil },
      current: neuron)
  }

  private var sentence: Prose {
    switch operation {
    case .multiply:
      let zeros = work.inputCount - work.terms.count
      let dark = zeros == 0 ? "" : "; \(Number.grouped(zeros)) of them \(isOrAre(zeros)) 0"
      return
        "Each input times its weight makes \(counted(work.inputCount, "product"))\(dark)."
    case .sum:
      return
        "Added up, the products make the weighted sum: \(strong: work.shown.sum)."
    case .bias: return "The bias is added: z is \(strong: work.shown.z)."
    case .squash:
      return work.activation.squashing(work.z)
        + "the activation is \(strong: Number.precise(work.a))."
    }
  }

  private var facts: [String: Fact] {
    var facts: [String: Fact] = [
      "operation": .text("\(operation)"), "layer": .integer(layer), "neuron": .integer(neuron),
    ]
    if operation >= .sum { facts["weightedSum"] = .number(work.weightedSum) }
    if operation >= .bias { facts["z"] = .number(work.z) }
    if operation >= .squash { facts["activation"] = .number(work.a) }
    return facts
  }
}

extension PassWalk.Operation {
  /// What is done, as a heading says it.
  fileprivate var title: String {
    switch self {
    case .multiply: "multiply"
    case .sum: "add up w·a"
    case .bias: "add the bias"
    case .squash: "squash"
    }
  }
}
