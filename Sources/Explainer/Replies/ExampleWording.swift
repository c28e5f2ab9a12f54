extension Problem {
  /// What is said of inputs and of what is wanted of them.
  var exampleWording: (message: String, hint: Prose) {
    switch self {
    case .readsDigits:
      return (
        "This network reads digits: its inputs are the pixels of one.",
        "Choose one with \(code: "digit 3"); one that reads a number is \(code: "new 1 1 1 1")."
      )
    case .inputsDiffer(let given, let inputs):
      return (
        "There \(given == 1 ? "is 1 number" : "are \(Number.grouped(given)) numbers") for \(Number.grouped(inputs)) \(inputs == 1 ? "neuron" : "neurons") of layer 0.",
        "Type one number for each: \(code: "inputs [0.5\(inputs == 1 ? "" : ", ...")]")."
      )
    case .wantedDiffer(let given, let outputs):
      return (
        "\(given == 1 ? "1 number is" : "\(Number.grouped(given)) numbers are") wanted of \(Number.grouped(outputs)) \(outputs == 1 ? "output" : "outputs").",
        "Type one number for each: \(code: "wanted=[1\(outputs == 1 ? "" : ", 0, ...")]")."
      )
    case .wantedOutside:
      return (
        "Cross-entropy takes what is wanted as a chance, from 0 to 1.",
        "Type numbers from 0 to 1, or leave \(code: "cross-entropy") out."
      )
    case .labelNeedsTen(let outputs):
      return (
        "This network has \(Number.grouped(outputs)) \(outputs == 1 ? "output" : "outputs"), not one for each of ten digits.",
        "Say what each should be: \(code: "wanted=[1\(outputs == 1 ? "" : ", 0, ...")]")."
      )
    case .nothingWanted(true):
      return (
        "Nobody said what this digit is, so nothing is wanted of the outputs.",
        "Say which it is by typing its number last: \(code: "cost 3")."
      )
    case .nothingWanted(false):
      return (
        "Nobody said what the outputs should be.",
        "Say it after the inputs, \(code: "inputs [0.5] wanted=[1]"), or here: \(code: "wanted=[1]")."
      )
    default: preconditionFailure("worded elsewhere")
    }
  }
}
