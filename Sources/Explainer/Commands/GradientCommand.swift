import Core

/// `gradient`: which way, and how steeply, each knob moves the cost.
let gradientCommand = Command(
  "gradient", .learn,
  usages: ["gradient LAYER.NEURON", "gradient KNOB"].map { "\($0) \(WantedOutputs.usage)" },
  summary: "how the cost follows a neuron's knobs, or one knob",
  details: [
    "Backpropagation's result for one example: the slope of the cost for each weight and the bias. Beside it the same slope found by turning the knob a little up and down, which must agree.",
    "For one knob, such as \(code: "W3[0,4]") or \(code: "b1[2]"), every factor of the chain rule is shown.",
    "What is wanted is known for drawings and data sets; else say it, as for \(code: "cost").",
  ],
  examples: ["gradient 1.5", "gradient 3.3 7", "gradient W3[0,4]", "gradient b1[2] cross-entropy"],
  suggestions: { tab in
    tab.words.isEmpty
      ? neuronSuggestions(tab) + knobSuggestions(tab)
      : WantedOutputs.suggestions.filter { !tab.words.contains($0.text) }
  },
  run: { session, arguments, _ throws(Problem) in
    var arguments = arguments
    let word = try arguments.next("The neuron or the knob")
    if word.contains("[") {
      let knob = try Knob(word, in: session.network)
      let slopes = try Slopes(session, WantedOutputs(&arguments, session))
      return KnobGradientReport(slopes, knob).reply
    }
    let place = try NeuronPlace(word, in: session.network)
    guard let neuron = place.neuron else {
      throw .notANeuron(word, example: "\(place.layer).0")
    }
    let slopes = try Slopes(session, WantedOutputs(&arguments, session))
    return NeuronGradientReport(slopes, place.layer, neuron).reply
  })

/// What both reports work from: a pass, what was wanted of it, and the slopes that follow, found in
/// two ways.
struct Slopes {
  let session: Session
  let wanted: WantedOutputs
  let pass: ForwardPass
  let chain: ChainRule
  let nudged: FiniteDifference

  init(_ session: Session, _ wanted: WantedOutputs) throws(Problem) {
    self.session = session
    self.wanted = wanted
    pass = try session.pass()
    chain = ChainRule(session.network, pass, target: wanted.target, cost: wanted.kind)
    nudged = FiniteDifference(
      session.network, input: pass.input, target: wanted.target, cost: wanted.kind)
  }

  var network: Network { session.network }

  /// The cost as it is now.
  var cost: Double {
    nudged.cost(layer: network.outputLayer, neuron: 0, input: nil, nudgedBy: 0)
  }

  /// Whether backpropagation and nudging found the same, as far as a Float can tell.
  static func agree(_ slope: Float, _ nudged: Double) -> Bool {
    let size = max(abs(Double(slope)), abs(nudged))
    return abs(Double(slope) - nudged) <= 1e-3 * size + 1e-7
  }

  /// What is said of the two ways.
  static func verdict(_ agree: Bool) -> Prose {
    agree
      ? "Turning the knob up and down by 0.0001 finds the same: backpropagation is right."
      : "Turning the knob up and down by 0.0001 finds another slope: it stands at a corner of ReLU, or an output is too sure for a Float."
  }

  /// What programs are told.
  var facts: [String: Fact] { wanted.facts.merging(["cost": .precise(cost)]) { $1 } }
}
