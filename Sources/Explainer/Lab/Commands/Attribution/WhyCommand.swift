import Core
import Presentation

/// `why`: what each pixel and each neuron adds to an output.
let whyCommand = LabCommand(
  CommandDeclaration(
    "why", .learn, .looks,
    [
      CommandForm(
        .optional(explainedOutput),
        adding: [
          .named(rivalOutput), .setting(Baseline.parameter), .setting(whyMethod),
          .setting(quantity),
        ])
    ],
    summary: "what each pixel and neuron adds to an output",
    details: [
      "Without a number it explains the brightest output. \(code: "why 3 not 8") explains how far output 3 is ahead of output 8.",
      "It explains the weighted input z, a plain sum; with \(code: "of=activation") it explains what the squash makes of it.",
      "At each layer the parts add up to the number here less the number for a baseline, a blank picture unless you name another. The blank's own number comes from the biases alone.",
      "\(code: "method=gradients") walks from the baseline to the digit and adds up the slopes on the way: integrated gradients (Sundararajan, Taly and Yan, 2017; at hidden layers conductance, Dhamdhere and others, 2018).",
      "\(code: "method=layers") hands the difference back layer by layer, to each input by its part in the sum: the rescale rule (Shrikumar and others, 2017). \(code: "method=lrp") does so without a baseline, so biases take parts as well: layer-wise relevance propagation with the epsilon rule (Bach and others, 2015). Its epsilon, 0.01, keeps sums near 0 from blowing up; what it holds back is shown.",
      "These are three answers to one question, and the reply counts how often they agree. None of them says what the network would do with another picture: change it and look.",
    ],
    examples: ["why", "why 3 not 8", "why 5 baseline=mean", "why method=lrp"]),
  run: { lab, arguments, _ throws(LabError) in
    try WhyReport(WhyQuestion(arguments, lab), lab).reply
  })

private let explainedOutput = Parameter.text("output", as: "D") { WholeReading($0) != .noNumber }
  .noted("the output to explain").usually("the brightest").suggesting(outputSuggestions)
private let rivalOutput = Parameter.text("not", as: "E").noted("the output it is compared with")
  .suggesting(outputSuggestions)
private let whyMethod = Parameter<AttributionMethod>.oneOf("method", note: \.note) {
  word, choices in
  .unknownChoice(word, setting: "method", choices: choices)
}.noted("how the parts are found").usually(AttributionMethod.gradients.rawValue)
private let quantity = Parameter<ExplainedNumber.Quantity>.oneOf("of", note: \.note) {
  word, choices in .unknownChoice(word, setting: "quantity", choices: choices)
}.noted("which number is explained").usually(ExplainedNumber.Quantity.sum.rawValue)

/// The outputs of the network.
let outputSuggestions: @Sendable (TabContext) -> [Completions.Candidate] = { tab in
  let network = tab.lab.network
  return (0..<min(network.layer(network.outputLayer).neurons, 100)).map {
    .init(String($0), note: "output \($0)")
  }
}

/// What is asked, read.
struct WhyQuestion {
  let number: ExplainedNumber
  let baseline: Baseline
  let method: AttributionMethod
  let pass: ForwardPass

  init(_ arguments: Arguments, _ lab: Lab) throws(LabError) {
    pass = try lab.pass()
    let outputs = pass.output.count
    let bounds = WholeNumber("output", .index, 0...outputs - 1)
    let output = try arguments.value(explainedOutput, within: bounds) ?? pass.answer
    let rival = try arguments.value(rivalOutput, within: bounds)
    guard rival != output else { throw .sameOutputs(output) }
    number = ExplainedNumber(
      output: output, rival: rival, quantity: try arguments.value(quantity, orElse: .sum))
    method = try arguments.value(whyMethod, orElse: .gradients)
    baseline = try arguments.value(Baseline.parameter, orElse: .blank)
    guard method.hasBaseline || !arguments.has(Baseline.parameter) else {
      throw .noBaseline(method: method.rawValue)
    }
  }
}

extension AttributionMethod {
  /// What it does, in a few words.
  fileprivate var note: String {
    switch self {
    case .gradients: "slopes added up on the way from the baseline"
    case .layers: "differences handed back layer by layer"
    case .lrp: "sums handed back layer by layer, biases too"
    }
  }

  /// What it is called in a sentence.
  var title: String {
    switch self {
    case .gradients: "integrated gradients"
    case .layers: "the layer-wise rule"
    case .lrp: "LRP"
    }
  }
}

extension ExplainedNumber.Quantity {
  /// What it is, in a few words.
  fileprivate var note: String {
    switch self {
    case .sum: "z, the weighted input"
    case .activation: "a, after the squash"
    }
  }

  /// The letter of its name.
  var letter: String {
    switch self {
    case .sum: "z"
    case .activation: "a"
    }
  }
}
