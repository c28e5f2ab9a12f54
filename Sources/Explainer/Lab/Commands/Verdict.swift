import Core
import Presentation

/// What the outputs say, honestly.
struct Verdict {
  private let outputs: [Float]
  private let activation: Activation
  private let current: CurrentDigit
  private let brightest: Brightest
  /// The first of equals.
  private let answer: Int

  init(_ pass: ForwardPass, _ lab: Lab) {
    outputs = pass.output
    activation = lab.network.layer(lab.network.outputLayer).activation
    current = lab.current
    brightest = Brightest(pass.output)
    answer = pass.answer
  }

  var reply: Reply {
    var chart = BarChart(
      "outputs", bars(outputs), highlighted: brightest.only, length: activation.barLength)
    chart.longestBar = 36
    let picture = HeatMap(current)
    return Reply(
      [
        .layouts([
          Layout(columns: 119, rows: 39, [beside(picture.large, chart)]),
          Layout([beside(picture, chart)]),
        ]),
        .prose(sentence),
      ], facts: facts)
  }

  private func beside(_ picture: HeatMap, _ chart: BarChart) -> Block {
    .beside([
      [.spare([.figure(.heatMap(picture))])], [.figure(.barChart(chart)), .prose(verdict)],
    ])
  }

  /// Whether output 7 stands for a 7.
  private var tellsDigits: Bool { outputs.count == 10 }

  private var verdict: Prose {
    guard tellsDigits else {
      return
        "It has \(counted(outputs.count, "output")), so none of them stands for a digit."
    }
    guard brightest.only != nil else { return "The network can't say." + really }
    guard let label = current.label else { return "The network says \(strong: answer)." }
    return "The network says \(strong: answer)." + (label == answer ? " It's right." : really)
  }

  private var really: Prose {
    current.label.map { " It's really \($0.article) \(strong: $0)." } ?? ""
  }

  private var sentence: Prose {
    guard outputs.count > 1 else { return "Its only output is at \(Number.precise(outputs[0]))." }
    guard brightest.only != nil else {
      let start = activation.isLit(brightest.value) ? "" : "No output is lit. "
      return
        "\(start)Outputs \(brightest.names) are equally bright, at \(Number.precise(brightest.value)), so none leads."
    }
    let second = runnerUp
    let (best, next) = Contrast.shown(outputs[answer], outputs[second])
    if let range = activation.rangeOfOutputs {
      return
        "Output \(answer) is the brightest, at \(best), then \(second) at \(next). " + range
    }
    return switch outputs.count(where: activation.isLit) {
    case 0:
      "No output is lit. \(answer) is only the least dark, at \(best), then \(second) at \(next)."
    case 1: "Only output \(answer) is lit, at \(best). The runner-up is \(second), at \(next)."
    case let lit:
      "\(lit) outputs are lit. It can't decide: \(answer) at \(best), then \(second) at \(next)."
    }
  }

  /// The brightest output after the answer.
  private var runnerUp: Int {
    var others = outputs
    others[answer] = -.infinity
    return others.indexOfLargest
  }

  private var facts: [String: Fact] {
    var facts = current.facts.merging([
      "digit": .integer(answer), "activations": .numbers(outputs),
    ]) { $1 }
    if outputs.count > 1 { facts["runnerUp"] = .integer(runnerUp) }
    if tellsDigits, let label = current.label { facts["correct"] = .flag(label == answer) }
    return facts
  }
}
