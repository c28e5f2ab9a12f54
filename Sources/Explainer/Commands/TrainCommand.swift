import Core

/// `train`: let the network learn, before the learner's eyes.
let trainCommand = Command(
  "train", .learn,
  usages: [
    "train [train|drawn] [epochs=N] [batch=N] [rate=R] [momentum=M] [cost=squares|cross-entropy] [optimizer=sgd|adam] [schedule=constant|cosine] [augment=none|shift|affine|elastic] [weight-decay=D] [validate=N] [seed=N] [watch=L.N]"
  ],
  summary: "let the network learn from examples",
  details: [
    "\(code: "drawn") is an endless stream of our own drawings, bent and shifted; \(code: "train") is MNIST's training half, found with \(code: "--data DIR").",
    "An epoch shows every example once; after each mini-batch every knob takes a small step against its slope. Ctrl-C stops and keeps what was learned; \(code: "undo") takes it all back.",
    "On a terminal you watch the curves and one neuron's weights as they change, with \(code: "watch=1.5") that of neuron 1.5; Left and Right go to another, \(code: "q") stops.",
    "The same seed and settings give the same weights, bit for bit.",
  ],
  examples: ["train drawn epochs=1", "train drawn epochs=1 rate=0.1 cost=squares seed=3"],
  suggestions: { tab in TrainingWords.suggestions(tab) },
  run: { session, arguments, host throws(Problem) in
    let words = try TrainingWords(arguments, session.network, host)
    let report = try words.train(&session, host)
    return report.reply
  })

/// What stands after `train`, read.
private struct TrainingWords {
  private var set: String
  private var settings = TrainingSettings()
  private var watched: WatchedNeuron?

  /// Drawn digits in an epoch: enough to learn from, few enough to wait for.
  private static let drawnPerEpoch = 10_000

  init(
    _ arguments: Arguments, _ network: Network, _ host: any Host
  ) throws(Problem) {
    var arguments = arguments
    set = host.dataFolder == nil ? "drawn" : "train"
    if let word = arguments.peek, !word.contains("=") {
      guard word == "drawn" || word == "train" else { throw .noSuchSet(word) }
      set = try arguments.next("The set")
    }
    while let word = arguments.nextIfAny() {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { throw .unexpectedWord(word, usage: Self.usage) }
      if parts[0] == "watch" {
        watched = try WatchedNeuron(String(parts[1]), in: network)
      } else {
        try read(String(parts[0]), String(parts[1]))
      }
    }
    do { try settings.check() } catch { throw .training(.settings(error)) }
  }

  private static let usage = "train drawn epochs=1 rate=0.5"
  private static let names = [
    "epochs", "batch", "rate", "momentum", "cost", "optimizer", "schedule", "augment",
    "weight-decay", "validate", "seed", "watch",
  ]

  private mutating func read(_ name: String, _ value: String) throws(Problem) {
    switch name {
    case "epochs": settings.epochs = try integer(value, "The number of epochs")
    case "batch": settings.miniBatch = try integer(value, "The mini-batch")
    case "rate": settings.learningRate = try number(value, "The learning rate")
    case "momentum": settings.momentum = try number(value, "The momentum")
    case "weight-decay": settings.weightDecay = try number(value, "The weight decay")
    case "validate": settings.heldOut = try integer(value, "The number held out")
    case "seed": settings.seed = UInt64(try integer(value, "The seed"))
    case "cost": settings.cost = try choice(value, name)
    case "optimizer": settings.optimizer = try choice(value, name)
    case "schedule": settings.schedule = try choice(value, name)
    case "augment": settings.augmentation = try choice(value, name)
    default: throw .unknownSetting(name, nearest: nearest(to: name, in: Self.names))
    }
  }

  private func integer(_ text: String, _ what: String) throws(Problem) -> Int {
    guard let value = Int(text), value >= 0 else { throw .notANumber(text, what: what) }
    return value
  }

  private func number(_ text: String, _ what: String) throws(Problem) -> Float {
    guard let value = Float(text), value.isFinite else { throw .notANumber(text, what: what) }
    return value
  }

  private func choice<Choice: RawRepresentable & CaseIterable>(
    _ text: String, _ name: String
  ) throws(Problem) -> Choice where Choice.RawValue == String {
    guard let choice = Choice(rawValue: text) else {
      throw .unknownChoice(text, setting: name, choices: Choice.allCases.map(\.rawValue))
    }
    return choice
  }

  func train(_ session: inout Session, _ host: any Host) throws(Problem) -> TrainingReport {
    let examples: TrainingExamples =
      set == "drawn"
      ? .drawn(DrawnDigits(session.content.drawings), perEpoch: Self.drawnPerEpoch)
      : .dataset(try session.dataset("train", host))
    var training: Training
    do { training = try Training(session.network, on: examples, settings) } catch {
      throw .training(error)
    }
    var run = TrainingRun(training, watching: watched ?? .standard(in: session.network))
    host.carryOut(&run)
    training = run.training
    session.network = training.network
    let before = session.notes["source"] ?? "made here"
    let digits = set == "drawn" ? "our drawings" : "MNIST"
    session.notes = ["source": before + ", then trained here on \(digits)"]
    return TrainingReport(run, set: set, session)
  }

  static func suggestions(_ tab: TabContext) -> [Completions.Candidate] {
    let sets = tab.words.isEmpty ? ["drawn", "train"] : []
    let given = Set(tab.words.compactMap { $0.split(separator: "=").first.map(String.init) })
    if let sign = tab.partial.firstIndex(of: "=") {
      let name = String(tab.partial[..<sign])
      return choices(of: name).map { .init("\(name)=\($0)") }
    }
    return sets.map { .init($0) }
      + names.filter { !given.contains($0) }.map {
        .init($0 + "=", note: choices(of: $0).joined(separator: ", "), isComplete: false)
      }
  }

  /// The words that a setting may be, or for one that is a number what it is without the learner's word.
  private static func choices(of name: String) -> [String] {
    let usual = TrainingSettings()
    return switch name {
    case "cost": Cost.allCases.map(\.rawValue)
    case "optimizer": TrainingSettings.Optimizer.allCases.map(\.rawValue)
    case "schedule": TrainingSettings.Schedule.allCases.map(\.rawValue)
    case "augment": TrainingSettings.Augmentation.allCases.map(\.rawValue)
    case "epochs": [String(usual.epochs)]
    case "batch": [String(usual.miniBatch)]
    case "rate": [usual.learningRate.brief]
    case "momentum": [usual.momentum.brief]
    case "weight-decay": [usual.weightDecay.brief]
    case "validate": [String(usual.heldOut)]
    case "seed": [String(usual.seed)]
    default: []
    }
  }
}

/// What a training came to.
private struct TrainingReport {
  private let training: Training
  private let set: String
  private let hasStopped: Bool
  private let curves: TrainingCurves
  private let drawn: Accuracy

  init(_ run: TrainingRun, set: String, _ session: Session) {
    training = run.training
    self.set = set
    hasStopped = run.hasStopped
    curves = run.curves
    drawn = session.network.accuracy(on: session.drawnExamples)
  }

  /// The last epochs that the table shows: with the curves above and the prompt below they fill no
  /// more than a window.
  private static let rows = 5

  var reply: Reply {
    var table = Table(.trailing, .decimal, .trailing, .trailing)
    let isJudged = training.epochs.contains { $0.heldOut != nil }
    table.add("epoch", "mean cost", "training", isJudged ? "held out" : "")
    for epoch in training.epochs.suffix(Self.rows) {
      table.add(
        Prose(String(epoch.number)), Prose(Number.shown(Float(epoch.cost))),
        Prose(Number.percent(epoch.shown.share)),
        Prose(epoch.heldOut.map { Number.percent($0.share) } ?? ""))
    }
    let figure: [Block] = curves.canBeDrawn ? [.figure(.trainingCurves(curves))] : []
    return Reply(
      figure + (training.epochs.isEmpty ? [] : [.table(table)]) + [.prose(sentence)], facts: facts)
  }

  private var sentence: Prose {
    if let divergence = training.divergence {
      return
        "The cost ran off to infinity in epoch \(divergence.epoch): a learning rate of \(Number.shown(divergence.learningRate)) steps too far. The network is as it was before that epoch; try a smaller \(code: "rate")."
    }
    let seen = training.epochs.count * training.examplesPerEpoch + training.examplesShown
    let start: Prose = hasStopped ? "Stopped, and what was learned is kept. " : ""
    return start
      + "It has seen \(Number.grouped(seen)) digits and now reads \(drawn.correct) of our \(drawn.examples) drawings. \(code: "undo") takes the training back."
  }

  private var facts: [String: Fact] {
    [
      "set": .text(set), "stopped": .flag(hasStopped),
      "diverged": .flag(training.divergence != nil),
      "epochs": .list(
        training.epochs.map { epoch in
          var facts: [String: Fact] = [
            "epoch": .integer(epoch.number), "cost": .precise(epoch.cost),
            "learningRate": .number(epoch.learningRate),
            "trainingAccuracy": .precise(epoch.shown.share),
          ]
          if let heldOut = epoch.heldOut { facts["accuracy"] = .precise(heldOut.share) }
          return .object(facts)
        }),
      "drawn": .precise(drawn.share),
    ]
  }
}

extension Session {
  /// Our own drawings as examples.
  var drawnExamples: [Dataset.Example] {
    content.drawings.map { Dataset.Example(digit: $0.rasterized(), label: $0.digit) }
  }
}
