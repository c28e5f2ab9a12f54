import Core

/// Where a training stands, to be drawn again and again while it goes on.
public struct TrainingView: Equatable, Sendable {
  /// What became of an epoch.
  public struct Epoch: Equatable, Sendable {
    /// From 1.
    public let number: Int
    /// The mean cost of its examples.
    public let cost: Double
    /// The share of its examples that were read.
    public let shown: Double
    /// The share of those held out that are; nil where none are held out.
    public let heldOut: Double?
    /// How far a knob moved for a slope of 1 at its end.
    let learningRate: Float

    package init(_ epoch: Training.Epoch) {
      number = epoch.number
      cost = epoch.cost
      shown = epoch.shown.share
      heldOut = epoch.heldOut?.share
      learningRate = epoch.learningRate
    }

    /// The same for programs.
    public var facts: [String: Fact] {
      var facts: [String: Fact] = [
        "epoch": .integer(number), "cost": .precise(cost),
        "learningRate": .number(learningRate), "trainingAccuracy": .precise(shown),
      ]
      if let heldOut { facts["accuracy"] = .precise(heldOut) }
      return facts
    }

    /// What there is to say of it as soon as it is over, before the reply to the whole.
    public var reply: Reply { Reply([.prose(Prose(sentence))], facts: facts) }

    /// The same in a line.
    var sentence: String {
      let held = heldOut.map { ", reads \(Number.percent($0)) of the held-out digits" } ?? ""
      return "epoch \(number): mean cost \(NumberColumn.alone(cost))\(held)"
    }
  }

  /// The epoch under way, from 1.
  public let epoch: Int
  /// How many there will be.
  public let epochs: Int
  /// How much of the training is done, from 0 to 1.
  public let progress: Double
  /// How often the network was shown a digit.
  public let examplesSeen: Int
  /// How fast that goes, where it can be said.
  public let examplesPerSecond: Double?
  /// How long it will take, where it can be said.
  public let secondsLeft: Double?
  /// Cost and accuracy up to now.
  public let curves: TrainingCurves
  /// The weights of one neuron.
  public let weights: HeatMap
  /// The weights of all neurons of layer 1, where they are pictures and none is picked out.
  public var gallery: [HeatMap]

  package init(
    epoch: Int, epochs: Int, progress: Double, examplesSeen: Int, examplesPerSecond: Double? = nil,
    secondsLeft: Double? = nil, curves: TrainingCurves, weights: HeatMap, gallery: [HeatMap] = []
  ) {
    self.epoch = epoch
    self.epochs = epochs
    self.progress = progress
    self.examplesSeen = examplesSeen
    self.examplesPerSecond = examplesPerSecond
    self.secondsLeft = secondsLeft
    self.curves = curves
    self.weights = weights
    self.gallery = gallery
  }

  /// What to say in a line: `epoch 2 of 5, cost 0.3120`.
  var sentence: String {
    let cost = curves.cost.last.map { ", cost \(NumberColumn.alone($0.value))" } ?? ""
    return "epoch \(epoch) of \(epochs)\(cost)"
  }

  /// How fast it goes, in words: `512,000 digits a second`.
  var pace: String? {
    examplesPerSecond.map { pace in
      let step = pace >= 100_000 ? 10_000.0 : pace >= 1000 ? 1000 : 1
      return "\(Number.grouped(Int(nearest: (pace / step).rounded() * step))) digits a second"
    }
  }

  /// How long it will take, in words: `8 s left`.
  var timeLeft: String? {
    guard let secondsLeft, secondsLeft < 1e9 else { return nil }
    let seconds = Int(nearest: secondsLeft.rounded(.up))
    let (minutes, hours) = (seconds / 60, seconds / 3600)
    if seconds < 60 { return "\(seconds) s left" }
    if minutes < 60 { return "\(minutes) min \(seconds % 60) s left" }
    return "\(Number.grouped(hours)) h \(minutes % 60) min left"
  }
}
