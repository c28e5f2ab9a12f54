import Core
import Presentation

/// `forward` and `classify`.
let computeCommands: [LabCommand] = [
  LabCommand(
    CommandDeclaration(
      "forward", .compute, .looks, summary: "run the network: every activation of every layer",
      details: [
        "Layer after layer: W·a + b, squashed. See one neuron's sum with \(code: "neuron 1.5").",
        "The brighter a neuron, the higher its activation. Lines show the strongest votes w·a, traced back from the brightest output; \(code: "network 5") traces another.",
      ]),
    run: { lab, _, _ throws(LabError) in forwardReply(try lab.pass(), lab) }),
  LabCommand(
    CommandDeclaration(
      "classify", .compute, .changesLab, DigitWords.forms,
      summary: "which digit the network says it is",
      details: [
        "The brightest of the ten outputs is the answer. The outputs are ten separate yes-or-no answers, so they need not add up to 1."
      ],
      examples: ["classify", "classify 7", "classify noise 4"]),
    run: { lab, arguments, host throws(LabError) in
      lab.current = try DigitWords.choose(arguments, in: &lab, host)
      return Verdict(try lab.digitPass(), lab).reply
    }),
]

private func forwardReply(_ pass: ForwardPass, _ lab: Lab) -> Reply {
  let last = pass.layers.count
  // Bars that stand side by side are compared: they share one scale.
  let largest = pass.layers.flatMap(\.a).reduce(1) { max($0, Double(abs($1))) }
  let charts = zip(pass.layers, lab.network.layers).enumerated().map { index, layers -> [Block] in
    let (layer, activation) = (layers.0, layers.1.activation)
    let title = index + 1 == last ? "layer \(last), output" : "layer \(index + 1)"
    // On the output the answer is pointed out; in a hidden layer no neuron is the one.
    let highlighted = index + 1 == last ? Brightest(layer.a).only : nil
    let chart = BarChart(
      title, bars(layer.a), highlighted: highlighted, length: activation.barLength ?? largest)
    return [.figure(chart.arriving(in: index + 1, of: last))]
  }
  let steps = pass.layers.map { String($0.a.count) }.joined(separator: ", then ")
  let inputs = Number.grouped(pass.input.count)
  let what =
    pass.input.count == Digit.pixelCount
    ? "\(inputs) pixels of \(lab.subject)" : counted(pass.input.count, "input")
  let unit = pass.output.count == 1 ? "activation" : "activations"
  let start: Prose = "\(what) became \(steps) \(unit)"
  let sentence =
    (pass.output.count == 1 ? start + "." : start + "; " + Brightest(pass.output).phrase + ".")
    .asOutcome
  let numbers: [Block] = [.beside(charts), .prose(sentence)]
  let diagram = NetworkDiagram(pass, lab)
  // A long line of words about what is not drawn, or a narrow window, leaves no row for air.
  let isLong = diagram.layers.dropFirst(lab.readsDigits ? 1 : 0).contains { $0.count > 16 }
  let layouts = NetworkLayouts(
    diagram: diagram, flows: true, words: numbers, rowsOfWords: 58
  ) { picture in
    let tight = Layout([.tight([picture, .prose(sentence)])])
    let airy = Layout(columns: 72, [picture, .prose(sentence)])
    return [[.layouts(isLong ? [tight] : [airy, tight])], [.tight([picture])]]
  }
  return Reply(
    [layouts.block],
    facts: [
      "layers": .list(
        pass.layers.map { .object(["z": .numbers($0.z), "a": .numbers($0.a)]) })
    ])
}
