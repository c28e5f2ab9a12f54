import Core
import Presentation

/// `set`, `nudge`, `activation`, `new`, `reset`, `undo`, `redo` and `diff`.
let knobCommands: [LabCommand] = [
  LabCommand(
    CommandDeclaration(
      "set", .change, .changesLab,
      [CommandForm(.required(.knob), .sign("="), .line(newValue))],
      summary: "turn one knob to a value",
      details: [
        "A knob is a weight, \(code: "W2[3,4]"): into neuron 3 of layer 2 from neuron 4 of layer 1; or a bias, \(code: "b1[0]").",
        "The value may be any expression.",
      ],
      examples: ["set W2[3,4] = 0.5", "set b1[0] = -b1[0]"]),
    run: { lab, arguments, _ throws(LabError) in
      let knob = try Knob(arguments.required(.knob), in: lab.network)
      return try lab.turn(knob, to: lab.number(arguments.required(newValue)))
    }),
  LabCommand(
    CommandDeclaration(
      "nudge", .change, .changesLab, [CommandForm(.required(.knob), .line(amount))],
      summary: "turn one knob a little",
      details: ["The amount is added to what the knob holds now."],
      examples: ["nudge b1[0] -10", "nudge W3[7,2] 0.1"]),
    run: { lab, arguments, _ throws(LabError) in
      let knob = try Knob(arguments.required(.knob), in: lab.network)
      let value = try knob.value(in: lab.network) + lab.number(arguments.required(amount).amount)
      guard value.isFinite else { throw .tooLarge(what: "The sum") }
      return try lab.turn(knob, to: value)
    }),
  LabCommand(
    CommandDeclaration(
      "activation", .change, .changesLab, [CommandForm(.required(.activation))],
      summary: "change what every neuron makes of its sum",
      details: ["Trained weights suit the activation they were trained with: expect ruin."],
      examples: ["activation relu"]),
    run: { lab, arguments, _ throws(LabError) in
      let activation = try arguments.required(.activation)
      return try lab.change("Every neuron is now \(activation.title).") {
        $0.setActivation(activation)
      }
    }),
  LabCommand(
    CommandDeclaration(
      "new", .change, .changesLab,
      [
        CommandForm(
          .repeated(size), adding: [.plain(.activation), .named(.seed)])
      ],
      summary: "a fresh network with random weights",
      details: [
        "Biases start at 0, weights around 0 with standard deviation 1/√n for n inputs. It knows nothing yet.",
        "The activation is that of the hidden layers; the outputs stay sigmoid, to be read as answers.",
      ],
      examples: ["new 784 16 16 10", "new 784 30 10 relu seed 1"]),
    run: { lab, arguments, _ throws(LabError) in
      try newNetwork(&lab, arguments)
    }),
  LabCommand(
    CommandDeclaration("undo", .change, .changesLab, summary: "take the last change back"),
    run: { lab, _, _ throws(LabError) in
      let before = lab.state
      guard let line = lab.undo() else { throw .nothingToUndo }
      return lab.movedReply("Undone: \(code: line.excerpt).", from: before)
    }),
  LabCommand(
    CommandDeclaration("redo", .change, .changesLab, summary: "do again what was undone"),
    run: { lab, _, _ throws(LabError) in
      let before = lab.state
      guard let line = lab.redo() else { throw .nothingToRedo }
      return lab.movedReply("Done again: \(code: line.excerpt).", from: before)
    }),
  LabCommand(
    CommandDeclaration(
      "diff", .change, .looks,
      [CommandForm(), CommandForm(.required(.epoch), .required(laterEpoch))],
      summary: "what was changed since the network was opened or made",
      details: [
        "With two numbers: what the last training changed from the end of one epoch to that of another, 0 being before it."
      ]),
    run: { lab, arguments, _ throws(LabError) in
      arguments.has(.epoch)
        ? try epochDifference(lab, arguments) : Difference(from: lab.baseline, to: lab).reply
    }),
]

extension String {
  /// Without what people put before an amount: `= 1`, `by 1`.
  fileprivate var amount: String {
    let starts = ["=", "by "]
    return starts.first(where: hasPrefix).map { String(dropFirst($0.count)) } ?? self
  }
}

private let newValue = Parameter.formula("value", as: "VALUE")
private let amount = Parameter.formula("amount", as: "AMOUNT")
private let size = Parameter.whole(
  WholeNumber("size of a layer", .amount, 1...1_000_000), as: "SIZE")
let laterEpoch = Parameter.text("later epoch", as: "EPOCH")

let knobSuggestions: @Sendable (TabContext) -> [Completions.Candidate] = { tab in
  tab.lab.network.layers.enumerated().flatMap { index, layer in
    [
      Completions.Candidate(
        "W\(index + 1)[", note: "weights, \(layer.neurons)×\(layer.inputs)", isComplete: false),
      .init("b\(index + 1)[", note: "biases, \(layer.neurons)", isComplete: false),
    ]
  }
}

/// More knobs than this would take too long to fill while somebody waits.
private let mostParameters = 20_000_000

/// The sizes of the layers; a word among them is an activation that does not exist.
private func sizes(_ arguments: Arguments) throws(LabError) -> [Int] {
  do { return try arguments.values(size) } catch {
    if case .notWhole(let word, _) = error, word.allSatisfy({ $0.isLetter || $0 == "-" }) {
      throw .unknownActivation(word)
    }
    throw error
  }
}

private func newNetwork(_ lab: inout Lab, _ arguments: Arguments) throws(LabError) -> Reply {
  let sizes = try sizes(arguments)
  let activation = try arguments.value(.activation, orElse: .standard)
  var generator = lab.generator
  if let seed = try arguments.value(.seed) { generator = SeededGenerator(seed: UInt64(seed)) }
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
