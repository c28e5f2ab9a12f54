import Core

/// `train`: let the network learn, before the learner's eyes.
let trainCommand = Command(
  "train", .learn,
  usages: [
    "train [train|drawn] [examples=N] [epochs=N] [batch=N] [rate=R] [momentum=M] [cost=squares|cross-entropy] [optimizer=sgd|adam] [schedule=constant|cosine] [augment=none|shift|affine|elastic] [weight-decay=D] [validate=N] [seed=N] [watch=L.N]"
  ],
  summary: "let the network learn from examples",
  details: [
    "\(code: "drawn") is an endless stream of our own drawings, bent and shifted; \(code: "train") is MNIST's training half, found with \(code: "--data DIR"). With \(code: "examples=100") it learns from a hundred of them, always the same.",
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
  /// How many to learn from; nil for all that there are.
  private var examples: Int?
  private var heldOut: Int?
  private var watched: WatchedNeuron?

  /// Drawn digits in an epoch: enough to learn from, few enough to wait for.
  private static let drawnPerEpoch = 10_000

  /// As many judge a network that learns from a chosen number of examples.
  private static let heldOutOfFew = 500

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
    settings.heldOut =
      heldOut ?? (examples == nil ? settings.heldOut : Self.heldOutOfFew)
    do { try settings.check() } catch { throw .training(.settings(error)) }
  }

  private static let usage = "train drawn epochs=1 rate=0.5"
  private static let names = [
    "examples", "epochs", "batch", "rate", "momentum", "cost", "optimizer", "schedule", "augment",
    "weight-decay", "validate", "seed", "watch",
  ]

  private mutating func read(_ name: String, _ value: String) throws(Problem) {
    switch name {
    case "examples": examples = try exampleCount(value)
    case "epochs": settings.epochs = try integer(value, "The number of epochs")
    case "batch": settings.miniBatch = try integer(value, "The mini-batch")
    case "rate": settings.learningRate = try number(value, "The learning rate")
    case "momentum": settings.momentum = try number(value, "The momentum")
    case "weight-decay": settings.weightDecay = try number(value, "The weight decay")
    case "validate": heldOut = try integer(value, "The number held out")
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

  private func exampleCount(_ value: String) throws(Problem) -> Int {
    let count = try integer(value, "The number of examples")
    let most = 60_000
    guard (1...most).contains(count) else {
      throw .outOfRange(value, what: "The number of examples", from: 1, through: most)
    }
    return count
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

  /// What to learn from.
  private func source(
    _ session: inout Session, _ host: any Host
  ) throws(Problem) -> TrainingExamples {
    guard set == "drawn" else {
      let all = try session.dataset("train", host)
      return .dataset(examples.map { all.shortened(to: $0, heldOut: settings.heldOut) } ?? all)
    }
    let digits = DrawnDigits(session.content.drawings)
    guard let examples, digits.canDraw else {
      return .drawn(digits, perEpoch: Self.drawnPerEpoch)
    }
    return .dataset(digits.dataset(examples + settings.heldOut, seed: settings.seed))
  }

  func train(_ session: inout Session, _ host: any Host) throws(Problem) -> TrainingReport {
    let source = try source(&session, host)
    let training: Training
    do { training = try Training(session.network, on: source, settings) } catch {
      throw .training(error)
    }
    var run = TrainingRun(training, watching: watched ?? .standard(in: session.network))
    host.carryOut(&run)
    session.network = run.training.network
    session.lastTraining = run.record
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
  private let run: TrainingRun
  private let set: String
  private let drawn: Accuracy

  init(_ run: TrainingRun, set: String, _ session: Session) {
    self.run = run
    self.set = set
    drawn = session.network.accuracy(on: session.drawnExamples)
  }

  private var training: Training { run.training }

  /// The last epochs that the table shows: with the curves above and the prompt below they fill no
  /// more than a window.
  private static let rows = 5

  var reply: Reply {
    var table = Table(.trailing, .decimal, .trailing, .trailing)
    let isJudged = training.epochs.contains { $0.heldOut != nil }
    table.add("epoch", "mean cost", "training", isJudged ? "held out" : "")
    for epoch in training.epochs.suffix(Self.rows) {
      table.add(
        Prose(String(epoch.number)), Prose(Number.shown(epoch.cost)),
        Prose(Number.percent(epoch.shown.share)),
        Prose(epoch.heldOut.map { Number.percent($0.share) } ?? ""))
    }
    let figure: [Block] = run.curves.canBeDrawn ? [.figure(.trainingCurves(run.curves))] : []
    return Reply(
      figure + (training.epochs.isEmpty ? [] : [.table(table)]) + [.prose(sentence)], facts: facts)
  }

  private var sentence: Prose {
    if let divergence = training.divergence {
      return
        "The cost ran off to infinity in epoch \(divergence.epoch): a learning rate of \(Number.shown(divergence.learningRate)) steps too far. The network is as it was before that epoch; try a smaller \(code: "rate")."
    }
    let seen = training.epochs.count * training.examplesPerEpoch + training.examplesShown
    let start: Prose = run.hasStopped ? "Stopped, and what was learned is kept. " : ""
    return start
      + "It has seen \(Number.grouped(seen)) digits and now reads \(drawn.correct) of our \(drawn.examples) drawings. \(code: "undo") takes the training back."
  }

  private var facts: [String: Fact] {
    [
      "set": .text(set), "stopped": .flag(run.hasStopped),
      "diverged": .flag(training.divergence != nil),
      "epochs": .list(run.epochs.map { .object($0.facts) }),
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
