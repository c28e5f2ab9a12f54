import Core

/// `forward` and `classify`.
let computeCommands: [Command] = [
  Command(
    "forward", .compute, usages: ["forward"],
    summary: "run the network: every activation of every layer",
    details: [
      "Layer after layer: W·a + b, squashed. See one neuron's sum with \(code: "neuron 1.5")."
    ],
    run: { session, arguments, _ throws(Problem) in
      try arguments.end()
      return forwardReply(try session.pass(), of: session.subject)
    }),
  Command(
    "classify", .compute,
    usages: ["classify"]
      + DigitWords.usages.dropFirst().map {
        $0.replacing("digit", with: "classify", maxReplacements: 1)
      },
    summary: "what the network takes the digit for",
    details: [
      "The brightest of the ten outputs is the answer. The outputs are ten separate yes-or-no answers: they need not add up to 1."
    ],
    examples: ["classify", "classify 7", "classify noise 4"],
    suggestions: DigitWords.suggestions,
    run: { session, arguments, host throws(Problem) in
      var arguments = arguments
      session.current = try DigitWords.choose(&arguments, in: &session, host)
      return Verdict(try session.digitPass(), session.current).reply
    }),
]

private func forwardReply(_ pass: ForwardPass, of subject: String) -> Reply {
  let last = pass.layers.count
  let charts = pass.layers.enumerated().map { index, layer -> [Block] in
    let title = index + 1 == last ? "layer \(last), output" : "layer \(index + 1)"
    // On the output the answer is pointed out; in a hidden layer no neuron is the one.
    let highlighted = index + 1 == last ? layer.a.indexOfLargest : nil
    return [.figure(.barChart(BarChart(title, bars(layer.a), highlighted: highlighted)))]
  }
  let steps = pass.layers.map { String($0.a.count) }.joined(separator: ", then ")
  let sentence: Prose =
    "\(Number.grouped(pass.input.count)) \(pass.input.count == Digit.pixelCount ? "pixels of \(subject)" : pass.input.count == 1 ? "input" : "inputs") became \(steps) activations; output \(strong: pass.answer) is the brightest."
  return Reply(
    [.beside(charts), .prose(sentence)],
    facts: [
      "layers": .list(
        pass.layers.map { .object(["z": .numbers($0.z), "a": .numbers($0.a)]) })
    ])
}

/// What the ten outputs say, honestly.
struct Verdict {
  private let outputs: [Float]
  private let current: CurrentDigit
  private let answer: Int
  private let runnerUp: Int

  init(_ pass: ForwardPass, _ current: CurrentDigit) {
    outputs = pass.output
    self.current = current
    answer = pass.answer
    runnerUp = pass.runnerUp
  }

  var reply: Reply {
    let chart = BarChart("outputs", bars(outputs), highlighted: answer)
    let picture = HeatMap(current.origin, current.digit)
    return Reply(
      [
        .beside([
          [.spare([.figure(.heatMap(picture))])], [.figure(.barChart(chart)), .prose(verdict)],
        ]),
        .prose(sentence),
      ], facts: facts)
  }

  private var verdict: Prose {
    "It is taken for \(answer == 8 ? "an" : "a") \(strong: answer)." + truth
  }

  private var sentence: Prose {
    let best = outputs[answer]
    let lit = outputs.count { $0 >= 0.5 }
    let next: Prose = "the runner-up is \(runnerUp) with \(Number.shown(outputs[runnerUp]))"
    return switch lit {
    case 0:
      "No output is lit: \(answer) is only the least dark, with \(Number.shown(best)); \(next)."
    case 1: "Only output \(answer) is lit, with \(Number.shown(best)); \(next)."
    default:
      "\(lit) outputs are lit, so it is in two minds: \(answer) with \(Number.shown(best)); \(next)."
    }
  }

  private var truth: Prose {
    guard let label = current.label else { return "" }
    return label == answer
      ? " That is right." : " In truth it is \(label == 8 ? "an" : "a") \(strong: label)."
  }

  private var facts: [String: Fact] {
    var facts = current.facts.merging([
      "digit": .integer(answer), "activations": .numbers(outputs), "runnerUp": .integer(runnerUp),
    ]) { $1 }
    if let label = current.label { facts["correct"] = .flag(label == answer) }
    return facts
  }
}

extension ForwardPass {
  /// The brightest output after the answer.
  fileprivate var runnerUp: Int {
    var others = output
    others[answer] = -.infinity
    return others.indexOfLargest
  }
}
