import Core
import Presentation

/// What stands after `train`, read.
package struct TrainingWords {
  private var set: DigitSet
  private var settings = TrainingSettings()
  /// How many to learn from; nil for all that there are.
  private var examples: Int?
  private var heldOut: Int?
  /// What was typed; nil for the usual one.
  private var rate: Float?
  private var watched: WatchedNeuron?
  /// How many seconds it is to take before somebody's eyes.
  private var pace: Float?

  /// Drawn digits in an epoch: enough to learn from, few enough to wait for.
  private static let drawnPerEpoch = 10_000

  /// As many judge a network that learns from a chosen number of examples.
  private static let heldOutOfFew = 500

  init(
    _ arguments: Arguments, _ network: Network, _ host: any Host
  ) throws(LabError) {
    set =
      try arguments.value(Self.set, orElse: host.dataFolder == nil ? .drawn : .train)
    guard set != .test else { throw .setForJudging }
    examples = try arguments.value(Self.examples)
    settings = try Self.settings(arguments)
    settings.learningRate =
      try arguments.value(Self.rate, orElse: settings.usualLearningRate(for: network))
    settings.heldOut = try arguments.value(
      Self.heldOut, orElse: examples == nil ? settings.heldOut : Self.heldOutOfFew)
    watched = try arguments.value(Self.watch).map { word throws(LabError) in
      try WatchedNeuron(word, in: network)
    }
    pace = try arguments.value(Self.pace)
    do { try settings.check() } catch { throw .training(.settings(error)) }
  }

  /// The settings that do not depend on the network.
  private static func settings(_ arguments: Arguments) throws(LabError) -> TrainingSettings {
    var settings = usual
    settings.epochs = try arguments.value(epochs, orElse: usual.epochs)
    settings.miniBatch = try arguments.value(batch, orElse: usual.miniBatch)
    settings.momentum = try arguments.value(momentum, orElse: usual.momentum)
    settings.cost = try arguments.value(cost, orElse: usual.cost)
    settings.optimizer = try arguments.value(optimizer, orElse: usual.optimizer)
    settings.schedule = try arguments.value(schedule, orElse: usual.schedule)
    settings.augmentation = try arguments.value(augmentation, orElse: usual.augmentation)
    settings.weightDecay = try arguments.value(weightDecay, orElse: usual.weightDecay)
    settings.seed = try arguments.value(seed).map { UInt64($0) } ?? usual.seed
    return settings
  }

  /// Whether a name is one of a setting that takes a value.
  static func isSetting(_ name: String) -> Bool {
    form.additions.contains { addition in
      if case .setting(let outline, _) = addition { outline.name == name } else { false }
    }
  }

  /// How often a line shows the network a digit, for those who must know it beforehand: epochs times
  /// examples.
  package static func shownExamples(_ arguments: Arguments) -> Double {
    count(arguments, epochs, usual.epochs) * count(arguments, examples, drawnPerEpoch)
  }

  /// A number too large to be allowed counts as endless; what is no number, the line itself tells of
  /// when it runs.
  private static func count(
    _ arguments: Arguments, _ parameter: Parameter<Int>, _ usual: Int
  ) -> Double {
    do { return Double(try arguments.value(parameter, orElse: usual)) } catch {
      if case .outOfBounds = error { return .infinity }
      return Double(usual)
    }
  }

  /// What to learn from.
  private func source(
    _ lab: inout Lab, _ host: any Host
  ) throws(LabError) -> TrainingExamples {
    guard set == .drawn else {
      let all = try lab.dataset(set, host)
      return .dataset(examples.map { all.shortened(to: $0, heldOut: settings.heldOut) } ?? all)
    }
    let digits = DrawnDigits(lab.content.drawings)
    guard let examples, digits.canDraw else {
      return .drawn(digits, perEpoch: Self.drawnPerEpoch)
    }
    return .dataset(digits.dataset(examples + settings.heldOut, seed: settings.seed))
  }

  func train(_ lab: inout Lab, _ host: any Host) throws(LabError) -> TrainingReport {
    let source = try source(&lab, host)
    let training: Training
    do { training = try Training(lab.network, on: source, settings) } catch {
      throw .training(error)
    }
    var run = TrainingRun(
      training, watching: watched ?? .standard(in: lab.network),
      after: lab.earlierTraining, pace: pace.map(Double.init))
    run.run(in: host)
    let before = lab.network
    lab.network = run.training.network
    lab.lastTraining = run.record
    if run.curves.canBeDrawn {
      lab.earlierTraining = EarlierTraining(run.curves, training.settings.cost)
    }
    if lab.network != before {
      let source = lab.notes["source"] ?? "made here"
      let digits = set == .drawn ? "our drawings" : "MNIST"
      lab.notes = ["source": source + ", then trained here on \(digits)"]
    }
    return TrainingReport(run, set, from: before, lab, repeats: source.repeats)
  }
}

// MARK: What may be said of a training

extension TrainingWords {
  private static let usual = TrainingSettings()

  /// How `train` is written.
  static let form = CommandForm(
    adding: [
      .plain(set), .setting(examples), .setting(epochs), .setting(batch), .setting(rate),
      .setting(momentum),
      .setting(cost), .setting(optimizer), .setting(schedule), .setting(augmentation),
      .setting(weightDecay), .setting(heldOut), .setting(seed), .setting(watch),
      .setting(pace),
    ])

  private static let set = Parameter(
    outline: ParameterOutline(
      name: "data set", placeholder: "train|drawn",
      values: .text { !$0.contains("=") }),
    read: Parameter<DigitSet>.digitSet.read
  ).suggesting { _ in
    [DigitSet.drawn, .train].map { .init($0.rawValue, note: $0.title) }
  }
  private static let examples = whole(
    "examples", 1...TrainingSettings.heldOutRange.upperBound, "how many to learn from"
  ).usually("all")
  private static let epochs = whole(
    "epochs", TrainingSettings.epochRange, "how often each example is shown"
  ).usually("\(usual.epochs)")
  private static let batch = whole(
    "batch", TrainingSettings.miniBatchRange, "examples between two steps"
  ).usually("\(usual.miniBatch)")
  private static let rate = real(
    "rate", "R", "the learning rate: how far a knob moves for a slope of 1"
  ).suggesting { _ in [.init("0.5"), .init("0.1")] }
  private static let momentum = real(
    "momentum", "M", "the share of the last step that is taken again"
  ).usually(usual.momentum.brief)
  private static let cost = choice("cost", usual.cost, "what is made small")
  private static let optimizer = choice("optimizer", usual.optimizer, "how a slope becomes a step")
  private static let schedule = choice(
    "schedule", usual.schedule, "how the learning rate changes")
  private static let augmentation = choice(
    "augment", usual.augmentation, "what is done to each picture")
  private static let weightDecay = real(
    "weight-decay", "D", "the share that each weight loses in a step of rate 1"
  ).usually(usual.weightDecay.brief)
  private static let heldOut = whole(
    "validate", TrainingSettings.heldOutRange, "examples held out to judge by"
  ).usually("\(usual.heldOut)")
  private static let seed = Parameter.whole(.seed(.setting), as: "N")
    .noted("where chance starts").usually("\(usual.seed)")
  private static let watch = Parameter.text("watch", as: "L.N").noted("the neuron to show")

  private static let pace = Parameter(
    outline: Parameter.real(seconds, as: "10s").outline,
    read: { word throws(LabError) in
      try seconds.read(word.last?.lowercased() == "s" ? String(word.dropLast()) : word)
    }
  ).noted("how long it takes while you watch").suggesting { _ in [.init("10s")] }
  private static let seconds = RealNumber("pace", .setting, 0...3600)

  private static func whole(
    _ name: String, _ range: ClosedRange<Int>, _ note: String
  ) -> Parameter<Int> {
    Parameter.whole(WholeNumber(name, .setting, range), as: "N").noted(note)
  }

  private static func real(_ name: String, _ placeholder: String, _ note: String) -> Parameter<
    Float
  > {
    Parameter.real(RealNumber(name, .setting, RealNumber.all), as: placeholder).noted(note)
  }

  private static func choice<Choice: RawRepresentable & CaseIterable & Sendable>(
    _ name: String, _ usual: Choice, _ note: String
  ) -> Parameter<Choice> where Choice.RawValue == String {
    Parameter.oneOf(name) { word, choices in
      .unknownChoice(word, setting: name, choices: choices)
    }.noted(note).usually(usual.rawValue)
  }
}

extension TrainingExamples {
  /// Whether a later epoch shows the digits of an earlier one again.
  fileprivate var repeats: Bool {
    switch self {
    case .dataset: true
    case .drawn, .both: false
    }
  }
}
