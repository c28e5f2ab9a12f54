import Core
import Presentation

/// `turn`.
let turnCommand = LabCommand(turnDeclaration) { lab, arguments, host throws(LabError) in
  let name = try turnedName(arguments, lab)
  let turned = try TurnedKnob(name, in: lab.network)
  let target = try TargetOutputs(arguments, lab)
  guard host.hasScreen else { throw .needsScreen(.turn(turned.name)) }
  let line = "turn " + ([turned.name] + target.words(lab)).joined(separator: " ")
  return try KnobTurner(turned, line: line, target, on: lab).reply
}

let turnDeclaration = CommandDeclaration(
  "turn", .change, .changesLab,
  [
    CommandForm(.required(turnable), adding: TargetWords.additions),
    CommandForm(
      .word("pixel", note: "one of the current digit"), .required(.row), .required(.column),
      adding: TargetWords.additions),
  ],
  summary: "turn one knob under the arrow keys",
  details: [
    "You see the cost as a curve over the knob, with a ball where it stands; the neuron's weighted sum, its activation and the outputs follow as you press. Tab goes to the knob that matters most, the one whose slope is steepest.",
    "The keys: \(Prose(keys: KnobTurner.bindings)).",
    "A knob is a weight, \(code: "W2[3,4]"), a bias, \(code: "b1[0]"), or a pixel, \(code: "a0[406]") or \(code: "pixel 14 14").",
    "Enter keeps all that you turned, and one \(code: "undo") takes it back; Escape leaves all as it was. A line does the same for one knob: \(code: "set W2[3,4] = 0.5").",
    "What is wanted is known for drawings and data sets; else say it, as for \(code: "cost").",
  ],
  examples: ["turn W2[3,4]", "turn b3[3] 7", "turn pixel 14 14"])

private let turnable = Parameter.formula("knob", as: "KNOB") { $0.contains("[") }
  .suggesting { tab in
    knobSuggestions(tab) + [
      .init(
        "a0[", note: "what the network is given, \(Number.grouped(tab.lab.network.sizes[0]))",
        isComplete: false)
    ]
  }

/// The knob's name: of a pixel its place in a0.
private func turnedName(_ arguments: Arguments, _ lab: Lab) throws(LabError) -> String {
  if let name = try arguments.value(turnable) { return name }
  guard lab.readsDigits else { throw .inputDoesNotFit(inputs: lab.network.sizes[0]) }
  let (row, column) = (try arguments.required(.row), try arguments.required(.column))
  return "a0[\(row * Digit.side + column)]"
}

extension TargetOutputs {
  /// What has to be typed to have this target again.
  fileprivate func words(_ lab: Lab) -> [String] {
    let isKnown = label != nil ? label == lab.current.label : lab.typed?.target == values
    let wanted =
      isKnown
      ? []
      : label.map { [String($0)] } ?? ["wanted=[\(values.map(\.brief).joined(separator: ","))]"]
    return wanted + (kind == .squares ? [] : [kind.rawValue])
  }
}
