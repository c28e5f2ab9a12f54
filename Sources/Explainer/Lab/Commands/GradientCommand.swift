import Core
import Presentation

/// `gradient`: which way, and how steeply, each knob moves the cost.
let gradientCommand = LabCommand(
  CommandDeclaration(
    "gradient", .learn, .looks,
    [
      CommandForm(.required(.neuron), adding: TargetWords.additions),
      CommandForm(.required(.knob), adding: TargetWords.additions),
      CommandForm(.word("of"), .line(formulaAndName)),
    ],
    summary: "how the cost, or a formula, follows its knobs",
    details: [
      "Backpropagation's result for one example: the slope of the cost for each weight and the bias. Beside it the same slope found by turning the knob a little up and down, which must agree.",
      "For one knob, such as \(code: "W3[0,4]") or \(code: "b1[2]"), every factor of the chain rule is shown.",
      "\(code: "gradient of") takes a formula of your own and finds its exact slope, also through the network: \(code: "a3") leads back to every knob.",
      "What is wanted is known for drawings and data sets; else say it, as for \(code: "cost").",
    ],
    examples: [
      "gradient 1.5", "gradient 3.3 7", "gradient W3[0,4]", "gradient b1[2] cross-entropy",
      "gradient of sum((a3 - y)^2) with respect to W2[3,4]",
    ]
  ),
  run: { lab, arguments, _ throws(LabError) in
    if let line = try arguments.value(formulaAndName) {
      return try FormulaGradientReport(line, lab).reply
    }
    if let word = try arguments.value(.knob) {
      let knob = try Knob(word, in: lab.network)
      return KnobGradientReport(try Slopes(lab, TargetOutputs(arguments, lab)), knob).reply
    }
    let (layer, neuron) = try NeuronLocation.one(arguments.required(.neuron), in: lab.network)
    let slopes = try Slopes(lab, TargetOutputs(arguments, lab))
    return NeuronGradientReport(slopes, layer, neuron).reply
  })

/// What both reports work from: a pass, the target of its outputs, and the slopes that follow, found in
/// two ways.
struct Slopes {
  let lab: Lab
  let target: TargetOutputs
  let pass: ForwardPass
  let chain: ChainRule
  let nudged: FiniteDifference

  init(_ lab: Lab, _ target: TargetOutputs) throws(LabError) {
    self.lab = lab
    self.target = target
    pass = try lab.pass()
    chain = ChainRule(lab.network, pass, target: target.values, cost: target.kind)
    nudged = FiniteDifference(
      lab.network, input: pass.input, target: target.values, cost: target.kind)
  }

  var network: Network { lab.network }

  /// How steeply the cost rises with a knob, by backpropagation.
  func slope(of knob: Knob) -> Float {
    let layer = chain.gradient.layers[knob.layer - 1]
    return knob.input.map { layer.weights[knob.neuron, $0] } ?? layer.biases[knob.neuron]
  }

  /// The cost as it is now.
  var cost: Double {
    nudged.cost(layer: network.outputLayer, neuron: 0, input: nil, nudgedBy: 0)
  }

  /// What is said of the two ways, for one knob or several.
  func verdict(_ all: [FiniteDifference.Agreement]) -> Prose {
    if all.contains(.differs) {
      let start: Prose = "Turning the knob up and down by 0.0001 finds another slope"
      return target.kind == .crossEntropy && !pass.output.allSatisfy({ (0...1).contains($0) })
        ? start
          + ". Cross-entropy is meant for outputs from 0 to 1; beyond them its slope only points back."
        : start + "."
    }
    if all.contains(.atCorner) {
      return
        "Turning the knob up and down by 0.0001 can't check it: a ReLU turns its corner in between, so the cost has a corner there."
    }
    guard all.contains(.tooSmall) else {
      return "Turning the knob up and down by 0.0001 finds the same: backpropagation is right."
    }
    return all.contains(.agrees)
      ? "Turning the knob up and down by 0.0001 finds the same, except where a slope is too small to check: there rounding is as large."
      : "Turning the knob up and down by 0.0001 can't check a slope as small as this: rounding is as large."
  }

  /// What programs are told: true, false, or null where it can't be told.
  static func fact(_ all: [FiniteDifference.Agreement]) -> Fact {
    if all.contains(.differs) { return .flag(false) }
    return all.allSatisfy { $0 == .agrees } ? .flag(true) : .null
  }

  /// What programs are told.
  var facts: [String: Fact] { target.facts.merging(["cost": .precise(cost)]) { $1 } }
}
