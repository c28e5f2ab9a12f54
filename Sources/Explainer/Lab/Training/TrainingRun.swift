import Core
import Presentation

/// A training that a command started, with all there is to see of it. `run(in:)` runs it.
public struct TrainingRun: Sendable {
  private(set) var training: Training
  /// Its epochs, with the network after each.
  private(set) var record: TrainingRecord
  /// Its curves up to now.
  public private(set) var curves: TrainingCurves
  /// Whether it was stopped before its end.
  public private(set) var hasStopped = false
  private(set) var watched: WatchedNeuron
  /// How many seconds it is to take where somebody watches, at least; nil where it is to be fast.
  public let pace: Double?
  private var isOver = false
  /// How many of the digits held out were read before it began; nil where none are.
  let heldOutBefore: Accuracy?
  /// How many examples make a point of the curves.
  private let examplesPerPoint: Int
  /// What the epochs that are over came to.
  private var past = Sums()
  /// Everything up to the last point.
  private var noted = Sums()

  private struct Sums {
    var examples = 0
    var cost: Double = 0
    var right = 0
  }

  /// As many points as a plot shows, of no fewer examples than make a fair share.
  private static let points = 80
  private static let fewestExamples = 1000

  init(
    _ training: Training, watching watched: WatchedNeuron, after earlier: EarlierTraining?,
    pace: Double? = nil
  ) {
    self.pace = pace
    self.training = training
    record = TrainingRecord(before: training.network)
    self.watched = watched
    curves = TrainingCurves(epochs: training.settings.epochs)
    curves.earlier = earlier?.comparable(with: training.settings.cost)
    let examples = training.examplesPerEpoch * training.settings.epochs
    examplesPerPoint = max(
      examples / Self.points, min(Self.fewestExamples, training.examplesPerEpoch / 2), 1)
    heldOutBefore = training.accuracyOnHeldOut
    noteHeldOut(heldOutBefore)
  }

  /// Shows the network one more mini-batch.
  ///
  /// - Returns: False if that was the last, or there was nothing left to do.
  mutating func advance() -> Bool {
    guard !isOver else { return false }
    switch training.trainBatch() {
    case .batch: notePoint()
    case .epoch(let epoch):
      record.add(epoch, training.network)
      past.examples += epoch.shown.examples
      past.cost += epoch.cost * Double(epoch.shown.examples)
      past.right += epoch.shown.correct
      isOver = epoch.number == training.settings.epochs
      notePoint()
      noteHeldOut(epoch.heldOut)
    case .diverged, .finished: isOver = true
    }
    return !isOver
  }

  /// Ends it as it is now, with what was learned.
  public mutating func stop() {
    hasStopped = hasStopped || !isOver
    isOver = true
  }

  /// Shows the weights of another neuron of the same layer, so many further on.
  public mutating func watch(further step: Int) { watched.move(by: step) }

  /// Shows the weights of all neurons of layer 1.
  public mutating func watchAll() { watched.showAll() }

  /// Adds a point to the curves where enough was shown since the one before.
  private mutating func notePoint() {
    let shown = training.examplesShown
    let examples = past.examples + shown - noted.examples
    guard examples >= examplesPerPoint else { return }
    let now = Sums(
      examples: past.examples + shown,
      cost: past.cost + (training.costSoFar ?? 0) * Double(shown),
      right: past.right + training.examplesRight)
    let epoch = Double(now.examples) / Double(training.examplesPerEpoch)
    curves.cost.append(.init(epoch: epoch, value: (now.cost - noted.cost) / Double(examples)))
    curves.shown.append(
      .init(epoch: epoch, value: Double(now.right - noted.right) / Double(examples)))
    noted = now
  }

  private mutating func noteHeldOut(_ accuracy: Accuracy?) {
    guard let accuracy else { return }
    curves.heldOut.append(.init(epoch: Double(training.epochs.count), value: accuracy.share))
  }
}

extension TrainingRun {
  /// How much of it is done, from 0 to 1.
  public var progress: Double { training.progress }

  /// Seconds to its end at the present pace; nil before it began.
  ///
  /// - Parameter seconds: how long it has taken up to now.
  public func secondsLeft(after seconds: Double) -> Double? {
    progress > 0 ? seconds * (1 - progress) / progress : nil
  }

  /// Where it stands.
  ///
  /// - Parameter seconds: how long it has taken up to now.
  public func view(after seconds: Double) -> TrainingView {
    let seen = examplesSeen
    return TrainingView(
      epoch: min(training.epochs.count + 1, training.settings.epochs),
      epochs: training.settings.epochs, progress: progress, examplesSeen: seen,
      examplesPerSecond: seconds > 0 ? Double(seen) / seconds : nil,
      secondsLeft: secondsLeft(after: seconds), curves: curves,
      weights: picture(of: watched.neuron, inLayer: watched.layer), gallery: gallery)
  }

  private func picture(of neuron: Int, inLayer layer: Int) -> HeatMap {
    let weights = training.weights(ofNeuron: neuron, inLayer: layer)
    let isPicture = weights.count == Digit.pixelCount
    return HeatMap(
      "weights of \(layer).\(neuron)", rows: isPicture ? Digit.side : 1,
      columns: isPicture ? Digit.side : weights.count, values: weights, scale: .signed)
  }

  /// More would be too small to see.
  private static let mostInGallery = 16

  private var gallery: [HeatMap] {
    guard watched.standsForAll, watched.count <= Self.mostInGallery else { return [] }
    let pictures = (0..<watched.count).map { picture(of: $0, inLayer: 1) }
    return pictures.allSatisfy { $0.rows == Digit.side } ? pictures : []
  }

  /// How often a digit was shown.
  var examplesSeen: Int {
    training.epochs.count * training.examplesPerEpoch + training.examplesShown
  }

  /// How many epochs are over.
  public var epochCount: Int { training.epochs.count }

  /// The epochs that are over.
  public var epochs: [TrainingView.Epoch] {
    training.epochs.map { TrainingView.Epoch($0) }
  }
}
