import Core
import Presentation

/// What went wrong with a training that came to its end: how it shows, the likely cause, and what to
/// type.
struct TrainingTrouble {
  /// How it shows.
  enum Sign: String {
    /// Fewer digits held out are read than before.
    case worse
    /// No more digits are read than by guessing.
    case chance
    /// Many digits were shown, and fewer than half are read.
    case poor
    /// The cost grew.
    case cost
  }

  /// What most likely led to it.
  enum Cause: Equatable {
    /// The cost takes outputs as chances, and these outputs need not be any.
    case costMisfits
    /// A whole layer stands where its curve is flat, whatever the digit, so that no slope leads on.
    case stuck
    /// Steps longer than those that usually work.
    case largeSteps
    /// Steps much shorter than those that usually work.
    case smallSteps
    /// So few steps that nothing can be said of their length.
    case fewSteps(Int)
    /// It knows its own examples much better than others.
    case fewExamples
    /// Nothing of all that: it had not learned for long enough.
    case shortTraining

    /// Whether another learning rate would help.
    fileprivate var isRate: Bool {
      switch self {
      case .stuck, .largeSteps, .smallSteps: true
      case .costMisfits, .fewSteps, .fewExamples, .shortTraining: false
      }
    }
  }

  let sign: Sign
  let cause: Cause
  private let settings: TrainingSettings
  private let usualRate: Float
  /// How much of what it was judged by it reads, and read before.
  private let share: (before: Double, after: Double)
  private let judge: String
  private let costs: (first: Double, last: Double)?

  /// Nil where nothing is wrong, or nothing was shown.
  ///
  /// - Parameter drawings: judge it where no digits are held out.
  init?(
    _ run: TrainingRun, from before: Network, to after: Network,
    _ drawings: some Collection<Dataset.Example>
  ) {
    let training = run.training
    guard training.divergence == nil, before != after else { return nil }
    settings = training.settings
    usualRate = settings.usualLearningRate(for: before)
    let judged = Self.judged(run, before, after, drawings)
    share = (judged.before.share, judged.after.share)
    judge = judged.name
    costs = run.curves.cost.first.flatMap { first in
      run.curves.cost.last.map { (first.value, $0.value) }
    }
    let isStuck = Self.isStuck(after, drawings) && !Self.isStuck(before, drawings)
    let cause = Self.cause(isStuck, training, usualRate, share.after)
    self.cause = cause
    if let sign = Self.sign(judged.before, judged.after, costs) {
      self.sign = sign
    } else if share.after < 0.5, cause.isRate, run.examplesSeen >= Self.many {
      sign = .poor
    } else {
      return nil
    }
  }

  /// After so many digits shown a network should read most.
  private static let many = 10_000

  private static func judged(
    _ run: TrainingRun, _ before: Network, _ after: Network,
    _ drawings: some Collection<Dataset.Example>
  ) -> (before: Accuracy, after: Accuracy, name: String) {
    if let first = run.heldOutBefore, let last = run.training.accuracyOnHeldOut {
      return (first, last, "digits held out")
    }
    return (before.accuracy(on: drawings), after.accuracy(on: drawings), "drawings")
  }

  /// A guess is right once in ten; two standard deviations tell luck from learning.
  private static func sign(
    _ before: Accuracy, _ after: Accuracy, _ costs: (first: Double, last: Double)?
  ) -> Sign? {
    guard after.examples > 0 else { return nil }
    let count = Double(after.examples)
    if after.share < 0.1 + max(0.05, 2 * (0.09 / count).squareRoot()) { return .chance }
    let spread = 2 * (before.share * (1 - before.share) / count).squareRoot()
    if after.share < before.share - max(0.01, spread) { return .worse }
    if let costs, costs.last > costs.first + 0.1 * abs(costs.first) + 0.01 { return .cost }
    return nil
  }

  /// Whether all neurons of some layer stand where their activation is flat, whatever the digit.
  private static func isStuck(
    _ network: Network, _ drawings: some Collection<Dataset.Example>
  ) -> Bool {
    let passes = drawings.map { network.forward($0.digit.pixels) }
    return network.layers.indices.contains { index in
      let activation = network.layers[index].activation
      return passes.allSatisfy { pass in
        pass.layers[index].a.allSatisfy { abs(activation.slope(at: $0)) < 1e-4 }
      }
    }
  }

  private static func cause(
    _ isStuck: Bool, _ training: Training, _ usual: Float, _ share: Double
  ) -> Cause {
    let rate = training.settings.learningRate
    if costMisfits(training) { return .costMisfits }
    let isLarge = rate > 1.5 * usual
    if !isLarge, steps(training) < fewestSteps { return .fewSteps(steps(training)) }
    if isStuck { return .stuck }
    if isLarge { return .largeSteps }
    if rate < usual / 5 { return .smallSteps }
    let shown = training.epochs.last?.shown.share ?? 0
    return shown > share + 0.1 ? .fewExamples : .shortTraining
  }

  /// With fewer, a usual learning rate is not what went wrong.
  private static let fewestSteps = 10

  private static func steps(_ training: Training) -> Int {
    let batch = training.settings.miniBatch
    return training.epochs.reduce(0) { $0 + ($1.shown.examples + batch - 1) / batch }
  }

  /// Whether cross-entropy was to be made small with outputs that need not lie between 0 and 1.
  static func costMisfits(_ training: Training) -> Bool {
    let outputs = training.network.layer(training.network.outputLayer).activation
    return training.settings.cost == .crossEntropy && !outputs.givesChances
  }

  /// Why that goes wrong.
  static let misfit: Prose =
    "Cross-entropy is meant for outputs from 0 to 1, and those of this network can lie outside."

  /// A learning rate to try after one that was too large.
  static func smaller(than rate: Float, _ usual: Float) -> Float {
    rate > usual ? usual : rate / 10
  }
}

extension TrainingTrouble {
  /// How it shows, why, and what to type.
  var sentence: Prose { shows + why }

  private var shows: Prose {
    let (before, after) = (Number.percent(share.before), Number.percent(share.after))
    switch sign {
    case .chance: return "Of the \(judge) it reads \(after), about what guessing would. "
    case .poor: return "Of the \(judge) it reads only \(after). "
    case .worse:
      return "Of the \(judge) it reads \(after), and before the training it read \(before). "
    case .cost:
      guard let costs else { return "" }
      return
        "The mean cost grew from \(NumberColumn.alone(Float(costs.first))) to \(NumberColumn.alone(Float(costs.last))). "
    }
  }

  private var why: Prose {
    let rate = settings.learningRate
    let smaller = Self.smaller(than: rate, usualRate).brief
    switch cause {
    case .costMisfits:
      return Self.misfit
        + " Type \(code: "undo"), then train with \(code: "cost=\(Cost.squares.rawValue)")."
    case .stuck:
      return
        "A whole layer now sits where its curve is flat, so no slope shows a way out. A learning rate of \(rate.brief) is likely too large. Type \(code: "undo"), then train with \(code: "rate=\(smaller)")."
    case .largeSteps:
      return
        "A learning rate of \(rate.brief) is likely too large. Type \(code: "undo"), then train with \(code: "rate=\(smaller)")."
    case .smallSteps:
      return
        "A learning rate of \(rate.brief) is likely too small to get far. Train with \(code: "rate=\(usualRate.brief)")."
    case .fewSteps(let steps):
      return
        "It took only \(counted(steps, "step")). Train with a smaller \(code: "batch"), or more \(code: "epochs")."
    case .fewExamples:
      return
        "It knows the digits it learned from much better, so it likely had too few. Type \(code: "undo"), then train with more \(code: "examples")."
    case .shortTraining:
      return
        "It likely needs more time. Train with \(code: "epochs=\(min(2 * settings.epochs, TrainingSettings.epochRange.upperBound))"), or type \(code: "undo")."
    }
  }
}
