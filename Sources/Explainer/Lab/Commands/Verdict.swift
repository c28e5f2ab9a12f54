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
  /// What each pixel adds to the lead over the next output, where that one comes close.
  private let lead: PixelLead?

  /// From here on the next output makes a verdict doubtful.
  private static let doubtful: Float = 0.3

  init(_ pass: ForwardPass, _ lab: Lab) {
    outputs = pass.output
    activation = lab.network.layer(lab.network.outputLayer).activation
    current = lab.current
    brightest = Brightest(pass.output)
    answer = pass.answer
    let second = Self.runnerUp(pass.output, answer)
    let isDoubtful =
      pass.output.count == 10 && activation == .sigmoid && brightest.only != nil
      && pass.output[second] >= Self.doubtful
    lead = isDoubtful ? PixelLead(pass, lab.network, of: answer, over: second) : nil
  }

  var reply: Reply {
    guard let lead else { return Reply([.layouts(layouts), .prose(sentence)], facts: facts) }
    return Reply([.layouts(doubtfulLayouts(lead))], facts: facts)
  }

  private func chart(_ longestBar: Int) -> BarChart {
    var chart = BarChart(
      "outputs", bars(outputs), highlighted: brightest.only, length: activation.barLength)
    if lead != nil { chart.rival = runnerUp }
    chart.longestBar = longestBar
    return chart
  }

  private var layouts: [Layout] {
    let picture = HeatMap(current)
    return [
      Layout(columns: 119, rows: 39, [beside(picture.large)]),
      Layout(columns: 72, [beside(picture)]), narrow(picture, [.prose(verdict)]),
    ]
  }

  private func beside(_ picture: HeatMap) -> Block {
    .beside([
      [.spare([.figure(.heatMap(picture))])], [.figure(.barChart(chart(36))), .prose(verdict)],
    ])
  }

  /// The picture as far as its ink goes, and the bars as long as there is room for beside it.
  private func narrow(_ picture: HeatMap, _ words: [Block]) -> Layout {
    var part = picture.around(HeatMap(current))
    part.title = ""
    let room = 40 - part.columns - Self.barFrame
    return Layout(
      [
        .lines([Prose(current.origin, .faint)]),
        .beside([
          [.spare([.figure(.heatMap(part))])], [.figure(.barChart(chart(min(max(room, 0), 12))))],
        ]),
      ] + words)
  }

  /// What stands in a row of the bars besides a bar: a gap, label, number and mark.
  private static let barFrame = 13

  /// The digit, what its pixels do for the two, and the bars.
  private func doubtfulLayouts(_ lead: PixelLead) -> [Layout] {
    var digit = HeatMap(current)
    digit.title = "the digit"
    let parts = lead.picture(answer, runnerUp)
    let words: [Block] = [.tight([.prose(verdict), .prose(sentence)])]
    func row(_ maps: [HeatMap], _ longestBar: Int) -> [Block] {
      let figures = maps.map { [Block.spare([.figure(.heatMap($0))])] }
      return [
        .tight([
          .lines([Prose(current.origin, .faint)]),
          .beside(figures + [[.figure(.barChart(chart(longestBar)))]]),
        ])
      ] + words
    }
    return [
      Layout(columns: 150, rows: 39, row([digit.large, parts.large], 24)),
      Layout(columns: 100, row([digit, parts], 24)),
      Layout(columns: 80, row([digit, parts], 6)),
      narrow(parts, words),
    ]
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
    case 1 where lead != nil:
      "\(Self.doubt(answer, second)) Output \(answer) is lit, at \(best), but \(second) comes close, at \(next)."
        + ink
    case 1: "Only output \(answer) is lit, at \(best). The runner-up is \(second), at \(next)."
    case 2:
      "\(Self.doubt(answer, second)) Both are lit, at \(best) and \(next)." + ink
    case let lit:
      "\(lit) outputs are lit. It can't decide: \(answer) at \(best), then \(second) at \(next)."
    }
  }

  /// `A 4 or a 9?`
  private static func doubt(_ first: Int, _ second: Int) -> String {
    "\(first.article == "an" ? "An" : "A") \(first) or \(second.article) \(second)?"
  }

  /// Where the ink does most for one and for the other, where that is drawn.
  private var ink: Prose {
    let words = lead?.sentence(answer, runnerUp) ?? ""
    return Prose(words.isEmpty ? "" : " " + words)
  }

  /// The brightest output after the answer.
  private var runnerUp: Int { Self.runnerUp(outputs, answer) }

  private static func runnerUp(_ outputs: [Float], _ answer: Int) -> Int {
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
