import Core
import Presentation

/// `ablate`: what the network does without a neuron.
let ablateCommand = LabCommand(
  CommandDeclaration(
    "ablate", .learn, .looks,
    [
      CommandForm(.optional(.digitSet)),
      CommandForm(.required(.neuron), .optional(.digitSet)),
    ],
    summary: "what the network does without a neuron",
    details: [
      "The neuron's activation is held at 0, whatever the picture: first for the current digit, then for all digits of a set. Nothing of the network is changed.",
      "Alone it leaves out every hidden neuron in turn and ranks them by how many digits are lost.",
      "A neuron without which nothing is lost may still do something: another can do it as well.",
    ],
    examples: ["ablate", "ablate 2.3", "ablate 1.5 drawn"]),
  run: { lab, arguments, host throws(LabError) in
    guard let word = try arguments.value(.neuron) else {
      let set = try arguments.value(.digitSet, orElse: .best(host))
      let examples = try set.examples(&lab, host)
      guard lab.network.outputLayer > 1 else { throw .noHiddenLayer }
      return AblationRanking(try lab.ablationStudy(with: examples, host), set).reply
    }
    let (layer, neuron) = try lab.hiddenNeuron(word)
    let pass = try lab.pass()
    guard lab.tellsDigits || arguments.has(.digitSet) else {
      return AblationReport(lab, pass, layer, neuron, nil).reply
    }
    let set = try arguments.value(.digitSet, orElse: .best(host))
    let examples = try set.examples(&lab, host)
    let study = try lab.ablationStudy(with: examples, host) { $0 == layer && $1 == neuron }
    return AblationReport(lab, pass, layer, neuron, (study, set)).reply
  })

extension Lab {
  /// Reads the name of a hidden neuron.
  func hiddenNeuron(_ word: String) throws(LabError) -> (layer: Int, neuron: Int) {
    guard network.outputLayer > 1 else { throw .noHiddenLayer }
    let (layer, neuron) = try NeuronLocation.one(word, in: network)
    guard layer < network.outputLayer else {
      throw .notHidden(layer: layer, example: "\(layer - 1).0")
    }
    return (layer, neuron)
  }

  /// Runs every example through the network, whole and without each hidden neuron.
  fileprivate func ablationStudy(
    with examples: some Collection<Dataset.Example>, _ host: any Host,
    where isStudied: (Int, Int) -> Bool = { _, _ in true }
  ) throws(LabError) -> AblationStudy {
    var study = AblationStudy(network, where: isStudied)
    // A look at the host after so many passes, however many neurons there are.
    let passes = max(study.entries.count, 1)
    var work = LongWork(examples.count * passes, for: host)
    for example in examples {
      study.add(example)
      try work.step(passes)
    }
    return study
  }
}

/// One neuron left out.
private struct AblationReport {
  private let lab: Lab
  private let full: ForwardPass
  private let without: ForwardPass
  private let layer: Int
  private let neuron: Int
  private let study: (counts: AblationStudy, set: DigitSet)?

  init(
    _ lab: Lab, _ pass: ForwardPass, _ layer: Int, _ neuron: Int,
    _ study: (AblationStudy, DigitSet)?
  ) {
    (self.lab, self.layer, self.neuron, self.study) = (lab, layer, neuron, study)
    full = pass
    without = lab.network.forward(
      pass.input, without: Ablation(layer: layer, neuron: neuron, in: lab.network))
  }

  var reply: Reply {
    let charts = OutputCharts(lab, [("with it", full.output), ("without it", without.output)])
    let heading: Prose =
      "Without neuron \(layer).\(neuron), which holds \(Number.precise(held)) for \(lab.subject)"
    return Reply(
      [.heading(heading), charts.block, .prose(sentence + counts)], facts: facts)
  }

  private var held: Float { full.activations(layer)[neuron] }

  private var sentence: Prose {
    guard held != 0 else { return "It's dark anyway, at 0, so for this input nothing changes." }
    let shift = OutputShift(full.output, without.output)
    let verdict: Prose =
      lab.tellsDigits
      ? OutputShift.verdict(full.output, without.output, "Without it") : ""
    return shift.sentence + verdict
  }

  private var counts: Prose {
    guard let study, let entry = study.counts.entries.first else { return "" }
    let (before, after) = (study.counts.correct, entry.correct)
    let all = Number.grouped(study.counts.examples)
    let change =
      after == before
      ? "just as many without"
      : "\(Number.grouped(after)) without: \(Number.grouped(abs(before - after))) \(after < before ? "fewer" : "more")"
    return
      " Of \(study.set.title) it reads \(strong: Number.grouped(before)) of \(all) with it, \(change)."
  }

  private var facts: [String: Fact] {
    var facts: [String: Fact] = [
      "layer": .integer(layer), "neuron": .integer(neuron), "activation": .number(held),
      "outputs": .numbers(full.output), "outputsWithout": .numbers(without.output),
      "answer": .integer(full.answer), "answerWithout": .integer(without.answer),
    ]
    if let study, let entry = study.counts.entries.first {
      facts["set"] = .text(study.set.rawValue)
      facts["examples"] = .integer(study.counts.examples)
      facts["correct"] = .integer(study.counts.correct)
      facts["correctWithout"] = .integer(entry.correct)
      facts["changed"] = .integer(entry.changed)
    }
    return facts
  }
}

/// All hidden neurons, by what is lost without them.
private struct AblationRanking {
  private let study: AblationStudy
  private let set: DigitSet

  init(_ study: AblationStudy, _ set: DigitSet) { (self.study, self.set) = (study, set) }

  /// The most costly first; of equals the one nearer to the pixels.
  private var ranked: [AblationStudy.Entry] {
    study.entries.sorted {
      ($0.correct, $0.layer, $0.neuron) < ($1.correct, $1.layer, $1.neuron)
    }
  }

  private func lost(_ entry: AblationStudy.Entry) -> Int { study.correct - entry.correct }

  var reply: Reply {
    let ranked = ranked
    let names = ranked.map { "\($0.layer).\($0.neuron)" }
    let all = Number.grouped(study.examples)
    let ranking = NeuronRanking(
      title: "digits lost, of \(all)",
      entries: zip(ranked, names).map { .init($0.layer, $1, Double(lost($0))) },
      areCounts: true)
    return Reply(
      [.heading("Each hidden neuron left out in turn"), ranking.block, .prose(sentence(ranked))],
      facts: [
        "set": .text(set.rawValue), "examples": .integer(study.examples),
        "correct": .integer(study.correct),
        "neurons": .list(
          ranked.map {
            .object([
              "layer": .integer($0.layer), "neuron": .integer($0.neuron),
              "correct": .integer($0.correct), "lost": .integer(lost($0)),
              "changed": .integer($0.changed),
            ])
          }),
      ])
  }

  private func sentence(_ ranked: [AblationStudy.Entry]) -> Prose {
    let start: Prose =
      "Of \(set.title) it reads \(strong: Number.grouped(study.correct)) of \(Number.grouped(study.examples))."
    guard let first = ranked.first else { return start }
    guard lost(first) > 0 else { return start + " Any one of them can go without a loss." }
    let worst = ranked.filter { $0.correct == first.correct }.map { "\($0.layer).\($0.neuron)" }
    let named = listed(
      Array(worst.prefix(3)) + (worst.count > 3 ? ["\(worst.count - 3) others"] : []), "or")
    let idle = ranked.count { lost($0) <= 0 }
    let rest: Prose =
      idle == 0
      ? " None can go without a loss."
      : " \(idle) of \(ranked.count) can each go without a loss."
    return start
      + " Without \(strong: named) it reads \(Number.grouped(first.correct)), the fewest." + rest
  }
}
