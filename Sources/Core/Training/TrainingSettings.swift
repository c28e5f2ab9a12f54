/// How a network is to be trained. The same settings and examples give the same weights, bit for
/// bit, on every machine.
public struct TrainingSettings: Equatable, Sendable {
  /// How a slope becomes a step.
  public enum Optimizer: String, Sendable, CaseIterable {
    /// Stochastic gradient descent: a step is the learning rate times the slope.
    case sgd
    /// Each parameter's step is measured by how large its slopes have been (Kingma and Ba, "Adam", 2015).
    case adam
  }

  /// How the learning rate changes from the first step to the last.
  public enum Schedule: String, Sendable, CaseIterable {
    /// Not at all.
    case constant
    /// Along half a cosine wave down to 0: slow at first, fast in the middle, slow at the end.
    case cosine
  }

  /// What is done to each picture before it is shown, differently every time.
  public enum Augmentation: String, Sendable, CaseIterable {
    /// Nothing.
    case none
    /// Moved by up to a pixel.
    case shift
    /// Gently turned, slanted, stretched and moved: best for networks of a few neurons.
    case affine
    /// More of all that, and bent like rubber: best for wide networks.
    case elastic
  }

  /// How often the network is shown each example.
  public var epochs = 5
  /// Examples between two steps.
  public var miniBatch = 10
  /// How far a parameter moves for a slope of 1.
  public var learningRate: Float = 0.5
  /// The share of the last step that is taken again, from 0 up to but not including 1; for sgd.
  public var momentum: Float = 0
  /// What is made small.
  public var cost = Cost.crossEntropy
  /// How a slope becomes a step.
  public var optimizer = Optimizer.sgd
  /// How the learning rate changes.
  public var schedule = Schedule.cosine
  /// What is done to each picture.
  public var augmentation = Augmentation.none
  /// The share that each weight loses in a step of learning rate 1; biases lose nothing.
  public var weightDecay: Float = 0
  /// How many examples are kept back to judge the network by: the last ones, never trained on.
  public var heldOut = 10_000
  /// Where chance starts.
  public var seed: UInt64 = 1

  /// The settings that do something sensible in a few seconds.
  public init() {}
}

extension TrainingSettings {
  /// How many epochs there may be.
  public static let epochRange = 1...100_000
  /// How many examples a mini-batch may have.
  public static let miniBatchRange = 1...10_000
  /// How many examples may be held out: MNIST's training half has no more.
  public static let heldOutRange = 0...60_000

  /// A learning rate with which a network of this kind learns well and never runs off: the lowest of
  /// its activations' own; momentum m makes each step 1/(1−m) times as long; Adam's steps do not
  /// depend on the size of the slopes.
  public func usualLearningRate(for network: Network) -> Float {
    switch optimizer {
    case .adam: return 0.005
    case .sgd:
      let rates = network.layers.map(\.activation.usualLearningRate)
      return rates.reduce(rates[0], min) * (1 - momentum)
    }
  }

  /// Throws where a setting makes no sense.
  public func check() throws(TrainingSettingsError) {
    guard Self.epochRange.contains(epochs) else { throw .epochs(epochs) }
    guard Self.miniBatchRange.contains(miniBatch) else { throw .miniBatch(miniBatch) }
    guard learningRate > 0, learningRate.isFinite else { throw .learningRate(learningRate) }
    guard momentum >= 0, momentum < 1 else { throw .momentum(momentum) }
    guard weightDecay >= 0, weightDecay * learningRate < 1 else { throw .weightDecay(weightDecay) }
    guard Self.heldOutRange.contains(heldOut) else { throw .heldOut(heldOut) }
  }

  /// The learning rate of a step.
  ///
  /// - Parameter progress: how much of the training is done, from 0 to 1.
  public func learningRate(at progress: Double) -> Float {
    switch schedule {
    case .constant: learningRate
    case .cosine:
      learningRate * 0.5 * (1 + sineAndCosine(degrees: Float(180 * min(progress, 1))).cosine)
    }
  }
}

/// The first setting that makes no sense, with what was given.
public enum TrainingSettingsError: Error, Equatable {
  /// Epochs: outside `TrainingSettings.epochRange`.
  case epochs(Int)
  /// Examples in a mini-batch: outside `TrainingSettings.miniBatchRange`.
  case miniBatch(Int)
  /// A learning rate: above 0 and finite.
  case learningRate(Float)
  /// Momentum: from 0 up to but not including 1.
  case momentum(Float)
  /// Weight decay: from 0 up to but not including 1 when multiplied by the learning rate.
  case weightDecay(Float)
  /// Examples held out: outside `TrainingSettings.heldOutRange`.
  case heldOut(Int)
}
