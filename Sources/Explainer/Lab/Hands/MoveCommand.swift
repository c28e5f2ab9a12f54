import Core
import Presentation

/// `move`.
let moveCommand = LabCommand(moveDeclaration) { lab, _, host throws(LabError) in
  guard lab.readsDigits else { throw .inputDoesNotFit(inputs: lab.network.sizes[0]) }
  guard host.hasScreen else { throw .needsScreen(.move) }
  return DigitMover(on: lab).reply
}

let moveDeclaration = CommandDeclaration(
  "move", .look, .changesLab,
  summary: "shift, turn and stretch the digit under the arrow keys",
  details: [
    "The outputs and both hidden layers follow as you press. The network was never taught that a shifted 3 is still a 3: see how far it gets.",
    "The keys: \(Prose(keys: DigitMover.bindings)).",
    "Enter keeps what you have made of the digit; Escape leaves it as it was. A line does one change at a time: \(code: "digit shift 3 0"), \(code: "digit rotate 20"), \(code: "digit scale 1.2").",
  ],
  examples: ["move"])
