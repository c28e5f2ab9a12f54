import Core
import Presentation

/// `step` and `watch`.
let stepCommands: [LabCommand] = [
  LabCommand(
    "step", .compute,
    usages: ["step [back | neuron | layer | out | leave]", "step to LAYER.NEURON"],
    summary: "go through the forward pass, one operation at a time",
    details: [
      "The image is loaded; then every neuron multiplies, adds up, adds its bias and squashes. \(code: "step") begins, and does the next operation each time.",
      "\(code: "neuron") and \(code: "layer") go on to the next one, \(code: "out") to the end of the pass. Backwards is as good as forwards: the numbers are the same.",
      "On a terminal single keys do the same: \(Prose(keys: StepReport.keys)). \(code: "q") goes back to the prompt and keeps the place: change the digit or a knob, and \(code: "step") goes on with the new numbers. \(code: "step leave") gives the place up.",
    ],
    examples: ["step", "step to 2.3", "step neuron", "step out"],
    suggestions: stepSuggestions,
    run: { lab, arguments, _ throws(LabError) in try step(&lab, arguments) }),
  LabCommand(
    "watch", .compute, usages: ["watch LAYER.NEURON", "watch off"],
    summary: "keep a neuron in view while stepping",
    details: ["Its state is shown with every step, whichever neuron is computed."],
    examples: ["watch 3.7", "watch off"],
    suggestions: { tab in
      neuronSuggestions(tab) + (tab.words.isEmpty ? [.init("off", note: "nothing")] : [])
    },
    run: { lab, arguments, _ throws(LabError) in try watch(&lab, arguments) }),
]

private let stepSuggestions: @Sendable (TabContext) -> [Completions.Candidate] = { tab in
  if tab.words == ["to"] {
    return neuronSuggestions(
      TabContext(
        lab: tab.lab, words: [], partial: tab.partial, isQuoted: tab.isQuoted,
        host: tab.host))
  }
  guard tab.words.isEmpty else { return [] }
  return [
    .init("back", note: "the operation before"), .init("neuron", note: "the next neuron"),
    .init("layer", note: "the next layer"), .init("to", note: "a neuron of your choice"),
    .init("out", note: "the end of the pass"), .init("leave", note: "give the pass up"),
  ]
}

private func step(_ lab: inout Lab, _ words: Arguments) throws(LabError) -> Reply {
  var arguments = words
  let pass = try lab.digitPass()
  let walk = PassWalk(lab.network)
  let position = lab.stepping.position(in: walk)
  let next: Int
  switch arguments.nextIfAny() {
  case nil: next = position.map { min($0 + 1, walk.last) } ?? 0
  case "back":
    guard let position else { throw .notStepping }
    next = max(position - 1, 0)
  case "neuron": next = walk.nextNeuron(after: position ?? 0)
  case "layer": next = walk.nextLayer(after: position ?? 0)
  case "to": next = try target(arguments.next("The neuron"), lab.network, walk)
  case "out": next = walk.last
  case "leave":
    guard let position else { throw .notStepping }
    try arguments.end()
    lab.stepping.leave()
    return leaving(walk.place(at: position))
  case let word?: throw .unexpectedWord(word, usage: arguments.usage)
  }
  try arguments.end()
  lab.stepping.move(to: next, in: walk)
  return StepReport(lab, pass, next).reply
}

/// The first operation of the neuron, or of the layer's first one.
private func target(
  _ word: String, _ network: Network, _ walk: PassWalk
) throws(LabError) -> Int {
  let place = try NeuronPlace(word, in: network)
  return walk.position(place.layer, place.neuron ?? 0, .multiply)
}

private func leaving(_ place: PassWalk.Place) -> Reply {
  let name =
    switch place {
    case .load: "at its start"
    case .neuron(let layer, let neuron, _): "at neuron \(neuron) of layer \(layer)"
    case .done: "at its end"
    }
  return Reply([.prose("The pass is left \(name); \(code: "step") begins a new one.")])
}

private func watch(_ lab: inout Lab, _ words: Arguments) throws(LabError) -> Reply {
  var arguments = words
  let word = try arguments.next("The neuron")
  try arguments.end()
  guard word != "off" else {
    lab.stepping.watch(nil)
    return Reply([.prose("No neuron is watched.")])
  }
  let place = try NeuronPlace(word, in: lab.network)
  guard let number = place.neuron else { throw .notANeuron(word, example: "\(place.layer).0") }
  lab.stepping.watch(Stepping.Neuron(layer: place.layer, neuron: number))
  return Reply(
    [
      .prose(
        "Neuron \(strong: "\(place.layer).\(number)") is watched: its state is shown with every \(code: "step"). \(code: "watch off") ends that."
      )
    ], facts: ["layer": .integer(place.layer), "neuron": .integer(number)])
}
