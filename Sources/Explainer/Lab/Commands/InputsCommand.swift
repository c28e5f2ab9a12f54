import Core
import Presentation

/// `inputs`: what a network that does not read digits is given.
let inputsCommand = LabCommand(
  CommandDeclaration(
    "inputs", .look, .changesLab,
    [CommandForm(), CommandForm(.line(list), adding: [.setting(Parameter.target)])],
    summary: "give a small network of your own its inputs",
    details: [
      "A network made with \(code: "new 1 1 1 1") reads one number, not a digit. Type as many as its layer 0 has neurons.",
      "With \(code: "wanted") you say what its outputs should be, for \(code: "cost") and \(code: "gradient").",
    ],
    examples: ["inputs"]),
  run: { lab, arguments, _ throws(LabError) in
    guard let list = try arguments.value(list) else { return inputsReply(lab, try lab.pass()) }
    guard !lab.readsDigits else { throw .readsDigits }
    let inputs = try lab.vector(list)
    guard inputs.count == lab.network.sizes[0] else {
      throw .inputsDiffer(given: inputs.count, inputs: lab.network.sizes[0])
    }
    var typed = TypedInput(inputs: inputs)
    typed.target = try arguments.value(.target).map { text throws(LabError) in
      try target(text, lab)
    }
    lab.typed = typed
    return inputsReply(lab, try lab.pass())
  })

private let list = Parameter.formula("list of inputs", as: "[A, ...]").suggesting { tab in
  tab.lab.readsDigits ? [] : [.init("[", isComplete: false)]
}

/// What each output should be, from what stands after `wanted=`.
private func target(_ text: String, _ lab: Lab) throws(LabError) -> [Float] {
  guard !text.isEmpty else {
    throw .missingWord("What is wanted", usage: "inputs [0.5] wanted=[1]")
  }
  let target = try lab.vector(text)
  let outputs = lab.network.layer(lab.network.outputLayer).neurons
  guard target.count == outputs else {
    throw .targetsDiffer(given: target.count, outputs: outputs)
  }
  return target
}

/// What layer 0 holds and what becomes of it.
func inputsReply(_ lab: Lab, _ pass: ForwardPass) -> Reply {
  var facts: [String: Fact] = ["inputs": .numbers(pass.input), "outputs": .numbers(pass.output)]
  guard !lab.readsDigits else {
    return Reply(
      [
        .picture(
          HeatMap(lab.current),
          [.prose("This network reads digits: its inputs are the 784 pixels of this one.")])
      ], facts: facts)
  }
  var blocks: [Block] = [
    .beside([
      [ValueReport(.vector(given: pass.input), name: "inputs").picture],
      [ValueReport(.vector(given: pass.output), name: "outputs").picture],
    ])
  ]
  var sentence: Prose =
    "Layer 0 holds what you typed: \(code: "a0"). \(code: "forward") shows every layer."
  if let target = lab.typed?.target {
    facts["wanted"] = .numbers(target)
    sentence =
      "Wanted: \(target.prefix(10).map(Number.readable).joined(separator: ", ")). See how far off that is with \(code: "cost")."
  }
  blocks.append(.prose(sentence))
  return Reply(blocks, facts: facts)
}
