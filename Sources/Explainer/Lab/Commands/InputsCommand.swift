import Core
import Presentation

/// `inputs`: what a network that does not read digits is given.
let inputsCommand = LabCommand(
  "inputs", .look, usages: ["inputs", "inputs [A, ...]", "inputs [A, ...] wanted=[Y, ...]"],
  summary: "give a small network of your own its inputs",
  details: [
    "A network made with \(code: "new 1 1 1 1") reads one number, not a digit. Type as many as its layer 0 has neurons.",
    "With \(code: "wanted") you say what its outputs should be, for \(code: "cost") and \(code: "gradient").",
  ],
  examples: ["inputs"],
  suggestions: { tab in
    tab.lab.readsDigits || !tab.words.isEmpty ? [] : [.init("[", isComplete: false)]
  },
  run: { lab, arguments, _ throws(LabError) in
    let text = arguments.restOfLine
    guard !text.isEmpty else { return inputsReply(lab, try lab.pass()) }
    guard !lab.readsDigits else { throw .readsDigits }
    let given = text.firstRange(of: "wanted").map { String(text[..<$0.lowerBound]) } ?? text
    guard !given.trimmed.isEmpty else {
      throw .missingWord("The list of inputs", usage: "inputs [0.5] wanted=[1]")
    }
    let inputs = try lab.vector(given.trimmed)
    guard inputs.count == lab.network.sizes[0] else {
      throw .inputsDiffer(given: inputs.count, inputs: lab.network.sizes[0])
    }
    var typed = TypedInput(inputs: inputs)
    if let range = text.firstRange(of: "wanted") {
      typed.wanted = try wanted(String(text[range.upperBound...]).trimmed, lab)
    }
    lab.typed = typed
    return inputsReply(lab, try lab.pass())
  })

/// What stands after `wanted`: an equals sign and a list.
private func wanted(_ text: String, _ lab: Lab) throws(LabError) -> [Float] {
  guard text.hasPrefix("="), text.count > 1 else {
    throw .missingWord("What is wanted", usage: "inputs [0.5] wanted=[1]")
  }
  let wanted = try lab.vector(String(text.dropFirst()).trimmed)
  let outputs = lab.network.layer(lab.network.outputLayer).neurons
  guard wanted.count == outputs else {
    throw .wantedDiffer(given: wanted.count, outputs: outputs)
  }
  return wanted
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
  if let wanted = lab.typed?.wanted {
    facts["wanted"] = .numbers(wanted)
    sentence =
      "Wanted: \(wanted.prefix(10).map(Number.readable).joined(separator: ", ")). See how far off that is with \(code: "cost")."
  }
  blocks.append(.prose(sentence))
  return Reply(blocks, facts: facts)
}
