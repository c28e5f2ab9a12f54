import Core
import Presentation

/// `compare`: two digits, or two networks, side by side.
let compareCommand = LabCommand(
  CommandDeclaration(
    "compare", .learn, .looks,
    [CommandForm(.required(operand("first", "A")), .required(operand("second", "B")))],
    summary: "two digits or two networks side by side",
    details: [
      "A digit is \(code: "this"), the current one, \(code: "8") or \(code: "8.1"), drawings of ours, \(code: "test.42") of MNIST, or a picture's file. Both go through the network as it is.",
      "A network is \(code: "this"), the one you work on, \(code: "opened"), the same before you changed it, \(code: "bundled"), or a file. Both are given the current digit.",
      "Differences are the second less the first.",
    ],
    examples: ["compare 3 8", "compare 3 3.1", "compare opened this"]),
  run: { lab, arguments, host throws(LabError) in
    let words = (
      try arguments.required(operand("first", "A")), try arguments.required(operand("second", "B"))
    )
    let first = try ComparisonOperand(words.0, &lab, host)
    let second = try ComparisonOperand(words.1, &lab, host)
    switch (first, second) {
    case (.network, .digit):
      throw .kindsDiffer(words.1, words.0)
    case (.digit, .network):
      throw .kindsDiffer(words.0, words.1)
    case (.network(let one), .network(let other)):
      return try NetworkComparison(one, other, lab).reply
    case (.network(let one), .this):
      return try NetworkComparison(one, NamedNetwork("this", lab.network), lab).reply
    case (.this, .network(let other)):
      return try NetworkComparison(NamedNetwork("this", lab.network), other, lab).reply
    case (.digit, .digit), (.digit, .this), (.this, .digit), (.this, .this):
      return try DigitComparison(
        first.digit(lab), second.digit(lab), names: (words.0, words.1), lab
      ).reply
    }
  })

private func operand(_ name: String, _ placeholder: String) -> Parameter<String> {
  Parameter.text(name, as: placeholder).suggesting { tab in
    let digits = (0...9).map {
      Completions.Candidate(String($0), note: "our drawing 0 of \($0.withArticle)")
    }
    return [
      .init("this", note: "the current digit, or the network as it is"),
      .init("opened", note: "the network before you changed it"),
      .init("bundled", note: "the network that came with the program"),
    ] + digits + networkFileSuggestions(tab)
  }
}
