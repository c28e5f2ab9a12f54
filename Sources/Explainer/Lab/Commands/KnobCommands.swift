import Core
import Presentation

/// `set`, `nudge`, `activation`, `new`, `reset`, `undo`, `redo` and `diff`.
let knobCommands: [LabCommand] = [
  LabCommand(
    "set", .change, usages: ["set KNOB = VALUE"], summary: "turn one knob to a value",
    details: [
      "A knob is a weight, \(code: "W2[3,4]"): into neuron 3 of layer 2 from neuron 4 of layer 1; or a bias, \(code: "b1[0]").",
      "The value may be any expression.",
    ],
    examples: ["set W2[3,4] = 0.5", "set b1[0] = -b1[0]"], suggestions: knobSuggestions,
    run: { lab, arguments, _ throws(LabError) in
      let (target, value) = try arguments.halves(at: "=", usage: "set W2[3,4] = 0.5")
      let knob = try Knob(target, in: lab.network)
      return try lab.turn(knob, to: lab.number(value))
    }),
  LabCommand(
    "nudge", .change, usages: ["nudge KNOB AMOUNT"], summary: "turn one knob a little",
    details: ["The amount is added to what the knob holds now."],
    examples: ["nudge b1[0] -10", "nudge W3[7,2] 0.1"], suggestions: knobSuggestions,
    run: { lab, arguments, _ throws(LabError) in
      var arguments = arguments
      let knob = try Knob(arguments.next("The knob"), in: lab.network)
      let amount = arguments.rest().joined(separator: " ")
      guard !amount.isEmpty else { throw .missingWord("The amount", usage: arguments.usage) }
      let value = try knob.value(in: lab.network) + lab.number(amount)
      guard value.isFinite else { throw .tooLarge(what: "The sum") }
      return try lab.turn(knob, to: value)
    }),
  LabCommand(
    "activation", .change, usages: ["activation \(Activation.usage)"],
    summary: "change what every neuron makes of its sum",
    details: ["Trained weights suit the activation they were trained with: expect ruin."],
    examples: ["activation relu"],
    suggestions: { tab in
      tab.words.isEmpty ? Activation.allCases.map { .init($0.rawValue) } : []
    },
    run: { lab, arguments, _ throws(LabError) in
      var arguments = arguments
      let word = try arguments.next("The activation")
      try arguments.end()
      guard let activation = Activation(typed: word) else {
        throw .unknownActivation(word)
      }
      return try lab.change("Every neuron is now \(activation.title).") {
        $0.setActivation(activation)
      }
    }),
  LabCommand(
    "new", .change, usages: ["new SIZE SIZE ... [\(Activation.usage)] [seed N]"],
    summary: "a fresh network with random weights",
    details: [
      "Biases start at 0, weights around 0 with standard deviation 1/√n for n inputs. It knows nothing yet.",
      "The activation is that of the hidden layers; the outputs stay sigmoid, to be read as answers.",
    ],
    examples: ["new 784 16 16 10", "new 784 30 10 relu seed 1"],
    run: { lab, arguments, _ throws(LabError) in
      try newNetwork(&lab, arguments)
    }),
  LabCommand(
    "undo", .change, usages: ["undo"], summary: "take the last change back",
    run: { lab, arguments, _ throws(LabError) in
      try arguments.end()
      guard let line = lab.undo() else { throw .nothingToUndo }
      return lab.movedReply("Undone: \(code: line.excerpt).")
    }),
  LabCommand(
    "redo", .change, usages: ["redo"], summary: "do again what was undone",
    run: { lab, arguments, _ throws(LabError) in
      try arguments.end()
      guard let line = lab.redo() else { throw .nothingToRedo }
      return lab.movedReply("Done again: \(code: line.excerpt).")
    }),
  LabCommand(
    "diff", .change, usages: ["diff", "diff EPOCH EPOCH"],
    summary: "what was changed since the network was opened or made",
    details: [
      "With two numbers: what the last training changed from the end of one epoch to that of another, 0 being before it."
    ],
    run: { lab, arguments, _ throws(LabError) in
      var arguments = arguments
      if !arguments.isEmpty { return try epochDifference(lab, &arguments) }
      return Difference(from: lab.baseline, to: lab).reply
    }),
]

let knobSuggestions: @Sendable (TabContext) -> [Completions.Candidate] = { tab in
  guard tab.words.isEmpty else { return [] }
  return tab.lab.network.layers.enumerated().flatMap { index, layer in
    [
      Completions.Candidate(
        "W\(index + 1)[", note: "weights, \(layer.neurons)×\(layer.inputs)", isComplete: false),
      .init("b\(index + 1)[", note: "biases, \(layer.neurons)", isComplete: false),
    ]
  }
}

/// More knobs than this would take too long to fill while somebody waits.
private let mostParameters = 20_000_000

private func newNetwork(_ lab: inout Lab, _ arguments: Arguments) throws(LabError) -> Reply {
  var arguments = arguments
  var sizes: [Int] = []
  var activation = Activation.standard
  var generator = lab.generator
  while let word = arguments.nextIfAny() {
    if WholeReading(word) != .noNumber {
      sizes.append(try WholeNumber("size of a layer", .amount, 1...1_000_000).read(word))
    } else if word == "seed" {
      generator = SeededGenerator(seed: UInt64(try arguments.next(WholeNumber.seed(.amount))))
    } else if let named = Activation(typed: word) {
      activation = named
    } else {
      throw .unexpectedWord(word, usage: arguments.usage)
    }
  }
  guard let count = ParameterCount(sizes: sizes) else { throw .layers(sizes.count) }
  guard count.total <= mostParameters else {
    throw .tooManyKnobs(count.total, limit: mostParameters)
  }
  lab.network = Network(sizes: sizes, activation: activation, using: &generator)
  // Outputs are ten separate yes-or-no answers, each to be a chance.
  lab.network.setOutputActivation(.standard)
  lab.generator = generator
  lab.baseline = lab.network
  lab.notes = ["source": "made here from random numbers, and has learned nothing yet"]
  return openedReply(lab.network, "with random weights and \(activation.title)")
}
