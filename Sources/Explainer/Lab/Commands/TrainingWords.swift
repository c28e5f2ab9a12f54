import Core
import Presentation

/// What stands after `train`, read.
struct TrainingWords {
  private var set: DigitSet
  private var settings = TrainingSettings()
  /// How many to learn from; nil for all that there are.
  private var examples: Int?
  private var heldOut: Int?
  /// What was typed; nil for the usual one.
  private var rate: Float?
  private var watched: WatchedNeuron?

  /// Drawn digits in an epoch: enough to learn from, few enough to wait for.
  private static let drawnPerEpoch = 10_000

  /// As many judge a network that learns from a chosen number of examples.
  private static let heldOutOfFew = 500

  init(
    _ arguments: Arguments, _ network: Network, _ host: any Host
  ) throws(LabError) {
    var arguments = arguments
    set = host.dataFolder == nil ? .drawn : .train
    if let word = arguments.peek, !word.contains("=") {
      _ = arguments.nextIfAny()
      set = try DigitSet.named(word, host)
      guard set != .test else { throw .setForJudging }
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
    settings.learningRate = rate ?? settings.usualLearningRate(for: network)
    settings.heldOut =
      heldOut ?? (examples == nil ? settings.heldOut : Self.heldOutOfFew)
    do { try settings.check() } catch { throw .training(.settings(error)) }
  }

  private static let usage = "train drawn epochs=1 rate=0.5"
  private static let names = [
    "examples", "epochs", "batch", "rate", "momentum", "cost", "optimizer", "schedule", "augment",
    "weight-decay", "validate", "seed", "watch",
  ]

  private mutating func read(_ name: String, _ value: String) throws(LabError) {
    switch name {
    case "examples":
      examples = try integer(value, name, 1...TrainingSettings.heldOutRange.upperBound)
    case "epochs": settings.epochs = try integer(value, name, TrainingSettings.epochRange)
    case "batch": settings.miniBatch = try integer(value, name, TrainingSettings.miniBatchRange)
    case "rate": rate = try number(value, name)
    case "momentum": settings.momentum = try number(value, name)
    case "weight-decay": settings.weightDecay = try number(value, name)
    case "validate": heldOut = try integer(value, name, TrainingSettings.heldOutRange)
    case "seed": settings.seed = UInt64(try WholeNumber.seed(.setting).read(value))
    case "cost": settings.cost = try choice(value, name)
    case "optimizer": settings.optimizer = try choice(value, name)
    case "schedule": settings.schedule = try choice(value, name)
    case "augment": settings.augmentation = try choice(value, name)
    default: throw .unknownSetting(name, nearest: nearest(to: name, in: Self.names))
    }
  }

  private func integer(
    _ word: String, _ name: String, _ range: ClosedRange<Int>
  ) throws(LabError) -> Int {
    try WholeNumber(name, .setting, range).read(word)
  }

  private func number(_ word: String, _ name: String) throws(LabError) -> Float {
    try RealNumber(name, .setting, RealNumber.all).read(word)
  }

  private func choice<Choice: RawRepresentable & CaseIterable>(
    _ text: String, _ name: String
  ) throws(LabError) -> Choice where Choice.RawValue == String {
    guard let choice = Choice(rawValue: text) else {
      throw .unknownChoice(text, setting: name, choices: Choice.allCases.map(\.rawValue))
    }
    return choice
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
    var run = TrainingRun(training, watching: watched ?? .standard(in: lab.network))
    run.run(in: host)
    let before = lab.network
    lab.network = run.training.network
    lab.lastTraining = run.record
    if lab.network != before {
      let source = lab.notes["source"] ?? "made here"
      let digits = set == .drawn ? "our drawings" : "MNIST"
      lab.notes = ["source": source + ", then trained here on \(digits)"]
    }
    return TrainingReport(run, set, from: before, lab, repeats: source.repeats)
  }

  /// What Tab offers.
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
    case "rate": ["0.5", "0.1"]
    case "momentum": [usual.momentum.brief]
    case "weight-decay": [usual.weightDecay.brief]
    case "validate": [String(usual.heldOut)]
    case "seed": [String(usual.seed)]
    default: []
    }
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
