import Core
import Presentation

/// `step` and `watch`.
let stepCommands: [LabCommand] = [
  LabCommand(
    CommandDeclaration(
      "step", .compute, .changesLab,
      [
        CommandForm(.optional(move)),
        CommandForm(.word("to", note: "a neuron of your choice"), .required(.neuron)),
      ],
      summary: "go through the forward pass, one operation at a time",
      details: [
        "First the input is loaded. Then each neuron multiplies, adds up, adds its bias and squashes. Type \(code: "step") to begin, and again for every next operation.",
        "Jump with \(code: "step neuron"), \(code: "step layer") and \(code: "step out"); \(code: "step back") goes back one.",
        "On a terminal single keys do the same: \(Prose(keys: StepReport.keys)). \(code: "q") goes back to the prompt.",
        "Your place is kept. Change the digit or a knob, and \(code: "step") goes on with the new numbers. \(code: "step leave") gives the place up.",
      ],
      examples: ["step", "step to 2.3", "step neuron", "step out"]),
    run: { lab, arguments, _ throws(LabError) in try step(&lab, arguments) }),
  LabCommand(
    CommandDeclaration(
      "watch", .compute, .changesLab,
      [CommandForm(.word("off", note: "nothing")), CommandForm(.required(.neuron))],
      summary: "keep a neuron in view while stepping",
      details: ["Its state is shown with every step, whichever neuron is computed."],
      examples: ["watch 3.7", "watch off"]),
    run: { lab, arguments, _ throws(LabError) in try watch(&lab, arguments) }),
]

/// Where `step` may go.
private enum Move: String, CaseIterable {
  case back, neuron, layer, out, leave

  /// What Tab says of it.
  var note: String {
    switch self {
    case .back: "the operation before"
    case .neuron: "the next neuron"
    case .layer: "the next layer"
    case .out: "the end of the pass"
    case .leave: "give the pass up"
    }
  }
}

private let move = Parameter<Move>.oneOf("move", note: \.note) { word, choices in
  .unexpectedWord(word, usage: "step [\(choices.joined(separator: "|"))]")
}

private func step(_ lab: inout Lab, _ arguments: Arguments) throws(LabError) -> Reply {
  let pass = try lab.pass()
  let walk = PassWalk(lab.network)
  let position = lab.stepping.position(in: walk)
  let next: Int
  if let word = try arguments.value(.neuron) {
    next = try target(word, lab.network, walk)
  } else {
    switch try arguments.value(move) {
    case nil: next = position.map { min($0 + 1, walk.last) } ?? 0
    case .back:
      guard let position else { throw .notStepping }
      next = max(position - 1, 0)
    case .neuron: next = walk.nextNeuron(after: position ?? 0)
    case .layer: next = walk.nextLayer(after: position ?? 0)
    case .out: next = walk.last
    case .leave:
      guard let position else { throw .notStepping }
      lab.stepping.leave()
      return leaving(walk.stage(at: position))
    }
  }
  lab.stepping.move(to: next, in: walk)
  return StepReport(lab, pass, next).reply
}

/// The first operation of the neuron, or of the layer's first one.
private func target(
  _ word: String, _ network: Network, _ walk: PassWalk
) throws(LabError) -> Int {
  let location = try NeuronLocation(word, in: network)
  return walk.position(location.layer, location.neuron ?? 0, .multiply)
}

private func leaving(_ stage: PassWalk.Stage) -> Reply {
  let name =
    switch stage {
    case .load: "at its start"
    case .neuron(let layer, let neuron, _): "at neuron \(neuron) of layer \(layer)"
    case .done: "at its end"
    }
  return Reply([.prose("The pass is left \(name); \(code: "step") begins a new one.")])
}

private func watch(_ lab: inout Lab, _ arguments: Arguments) throws(LabError) -> Reply {
  guard let word = try arguments.value(.neuron) else {
    lab.stepping.watch(nil)
    return Reply([.prose("No neuron is watched.")])
  }
  let (layer, neuron) = try NeuronLocation.one(word, in: lab.network)
  lab.stepping.watch(Stepping.Neuron(layer: layer, neuron: neuron))
  return Reply(
    [
      .prose(
        "Neuron \(strong: "\(layer).\(neuron)") is watched: its state is shown with every \(code: "step"). \(code: "watch off") ends that."
      )
    ], facts: ["layer": .integer(layer), "neuron": .integer(neuron)])
}
