/// A training under way: a value that a caller steps from outside, looks into between two steps,
/// and leaves whenever it likes with what was learned so far.
///
///     var training = try Training(network, on: .dataset(digits), settings)
///     while case .epoch(let epoch) = training.trainEpoch() { show(epoch) }
///     network = training.network
public struct Training: Sendable {
  /// What became of an epoch.
  public struct Epoch: Equatable, Sendable {
    /// From 1.
    public let number: Int
    /// The mean cost of its examples, each measured just before the network learned from it.
    public let cost: Double
    /// How many of its examples were read correctly, each just before the network learned from it.
    public let shown: Accuracy
    /// How many of the examples held out are read correctly after it; nil where none are.
    public let heldOut: Accuracy?
    /// The learning rate of its last step.
    public let learningRate: Float
  }

  /// Where a training ran off: to infinity, or to parameters so large that no step could lead back. The
  /// network is put back to where its epoch began.
  public struct Divergence: Equatable, Sendable {
    /// From 1.
    public let epoch: Int
    /// The learning rate that was too large.
    public let learningRate: Float
  }

  /// What a step led to.
  public enum Step: Equatable, Sendable {
    /// There is more to do in this epoch.
    case batch
    /// An epoch came to its end.
    case epoch(Epoch)
    /// A number became infinite or not a number, or a parameter far larger than any that works: the
    /// steps are too large. Nothing more will happen.
    case diverged(Divergence)
    /// All epochs are over. Nothing more will happen.
    case finished
  }

  /// How it is trained.
  public let settings: TrainingSettings
  /// The epochs that are over.
  public private(set) var epochs: [Epoch] = []
  /// How it ran off, where it did.
  public private(set) var divergence: Divergence?
  /// How many examples of the epoch under way have been shown.
  public private(set) var examplesShown = 0
  /// How many of those were read correctly, each just before the network learned from it.
  public private(set) var examplesRight = 0

  let layout: ParameterLayout
  var parameters: [Vector]
  private var parametersAtEpoch: [Vector]
  /// No parameter that a training leads to is larger.
  private let largestParameter: Float
  private var optimizer: OptimizerState
  private var source: any ExampleSource
  private let heldOut: SparsePictures
  private var batch: MiniBatch
  private var scratch: [Vector]
  private var order: [Int32]
  private var costSum: Double = 0
  private let teacher: Teacher?

  /// A training that is about to begin.
  ///
  /// - Parameters:
  ///   - network: 784 inputs, ten outputs.
  ///   - examples: what to learn from; the last `settings.heldOut` of a data set judge the network.
  ///   - teacher: another network with ten outputs, which this one learns to imitate.
  ///   - trust: how much of what each output should be is the teacher's; the rest is the label.
  public init(
    _ network: Network, on examples: TrainingExamples, _ settings: TrainingSettings,
    teacher: Network? = nil, trust: Float = 0.5
  ) throws(TrainingError) {
    do { try settings.check() } catch { throw .settings(error) }
    for network in [network, teacher].compactMap({ $0 }) {
      guard network.sizes[0] == Digit.pixelCount else { throw .inputsDoNotFit(network.sizes[0]) }
      guard network.sizes.last == 10 else { throw .outputsDoNotFit(network.sizes.last ?? 0) }
    }
    (source, heldOut) = try Self.sources(examples, settings)
    self.settings = settings
    self.teacher = teacher.map { Teacher($0, share: trust) }
    layout = ParameterLayout(network)
    try Self.checkMemory(layout, settings, examples: source.count)
    parameters = layout.parameters(of: network)
    parametersAtEpoch = parameters
    largestParameter = max(Self.largestUsualParameter, 10 * Self.size(of: parameters))
    optimizer = OptimizerState(settings, layout)
    let capacity = min(settings.miniBatch, source.count)
    batch = MiniBatch(capacity: capacity, layout: layout)
    scratch = [Vector](repeating: .zero, count: 2 * capacity * layout.activations)
    order = Array(0..<Int32(source.count))
    shuffle()
  }

  /// The network as it is now.
  public var network: Network { layout.network(parameters) }

  /// How many of the examples held out the network reads correctly now; nil where none are held out.
  public var accuracyOnHeldOut: Accuracy? {
    heldOut.count == 0 ? nil : layout.accuracy(parameters, on: heldOut)
  }

  /// The weights of a neuron as they are now, one for each neuron of the layer before.
  ///
  /// - Parameters:
  ///   - neuron: counted from 0.
  ///   - layer: counted from 1.
  public func weights(ofNeuron neuron: Int, inLayer layer: Int) -> [Float] {
    let slice = layout.layers[layer - 1]
    precondition((0..<slice.neurons).contains(neuron))
    return (0..<slice.inputs).map {
      parameters[slice.start + $0 * slice.stride + neuron / 4][neuron % 4]
    }
  }

  /// How many examples an epoch shows.
  public var examplesPerEpoch: Int { order.count }

  /// How much of the training is done, from 0 to 1.
  public var progress: Double {
    (Double(epochs.count) + Double(examplesShown) / Double(order.count)) / Double(settings.epochs)
  }

  /// The mean cost of the examples shown in the epoch under way; nil before the first.
  public var costSoFar: Double? {
    examplesShown == 0 ? nil : costSum / Double(examplesShown)
  }
}

extension Training {
  /// Shows the network a mini-batch and takes one step down the mean slope.
  public mutating func trainBatch() -> Step {
    if let divergence { return .diverged(divergence) }
    guard epochs.count < settings.epochs else { return .finished }
    let rate = settings.learningRate(at: progress)
    let positions = order[examplesShown..<min(examplesShown + settings.miniBatch, order.count)]
    batch.removeAll()
    source.append(positions, epoch: epochs.count, to: &batch)
    teacher?.teach(&batch)
    let verdict = step(rate)
    guard verdict.cost.isFinite else { return diverge(rate) }
    costSum += verdict.cost
    examplesRight += verdict.right
    examplesShown += positions.count
    return examplesShown < order.count ? .batch : endEpoch(rate)
  }

  /// Trains to the end of the epoch.
  ///
  /// - Parameter stopped: asked after every mini-batch; true leaves the epoch where it is.
  public mutating func trainEpoch(until stopped: () -> Bool = { false }) -> Step {
    while true {
      let step = trainBatch()
      guard step == .batch, !stopped() else { return step }
    }
  }

  /// Forward, backward and one step; what the outputs were worth before it.
  private mutating func step(_ rate: Float) -> MiniBatchPass.Verdict {
    let (cost, soft) = (settings.cost, teacher != nil)
    return MiniBatchPass.over(batch, layout, parameters: &parameters, scratch: &scratch) { pass in
      pass.forward()
      let verdict = pass.compareOutputs(cost, soft: soft)
      pass.backward()
      optimizer.step(pass, learningRate: rate)
      return verdict
    }
  }

  private mutating func endEpoch(_ rate: Float) -> Step {
    guard Self.size(of: parameters) <= largestParameter else { return diverge(rate) }
    let epoch = Epoch(
      number: epochs.count + 1, cost: costSum / Double(order.count),
      shown: Accuracy(examples: examplesShown, correct: examplesRight), heldOut: accuracyOnHeldOut,
      learningRate: rate)
    epochs.append(epoch)
    parametersAtEpoch = parameters
    costSum = 0
    examplesShown = 0
    examplesRight = 0
    shuffle()
    return .epoch(epoch)
  }

  private mutating func diverge(_ rate: Float) -> Step {
    let divergence = Divergence(epoch: epochs.count + 1, learningRate: rate)
    self.divergence = divergence
    parameters = parametersAtEpoch
    return .diverged(divergence)
  }

  /// Trained weights are a few tens at most.
  private static let largestUsualParameter: Float = 1000

  /// The size of the largest parameter; infinite where one is not a number.
  private static func size(of parameters: [Vector]) -> Float {
    var largest = Vector.zero
    for parameter in parameters {
      // What is infinite or not a number leaves something that is not 0.
      guard (parameter - parameter) == .zero else { return .infinity }
      largest = pointwiseMax(largest, pointwiseMax(parameter, -parameter))
    }
    return largest.max()
  }

  /// As much as a laptop has to spare.
  private static let memoryLimit = 1 << 30

  /// Throws where the parameters, what the optimizer keeps of them, and the activations and errors of a
  /// mini-batch would take too much memory.
  private static func checkMemory(
    _ layout: ParameterLayout, _ settings: TrainingSettings, examples: Int
  ) throws(TrainingError) {
    let copies = settings.optimizer == .adam ? 5 : 4
    let batch = 2 * min(settings.miniBatch, examples) * layout.activations
    let bytes = (copies * layout.parameters + batch) * MemoryLayout<Vector>.stride
    guard bytes <= memoryLimit else {
      throw .tooMuchMemory(megabytes: bytes >> 20, limit: memoryLimit >> 20)
    }
  }

  private mutating func shuffle() {
    var generator = SeededGenerator(seed: settings.seed, epoch: epochs.count, position: .max)
    generator.shuffle(&order)
  }

  private static func sources(
    _ examples: TrainingExamples, _ settings: TrainingSettings
  ) throws(TrainingError) -> (any ExampleSource, SparsePictures) {
    switch examples {
    case .dataset(let dataset):
      let (training, heldOut) = try split(dataset, settings)
      return (pictures(training, settings), heldOut)
    case .drawn(let digits, let perEpoch):
      guard digits.canDraw else { throw .noDrawings }
      guard perEpoch > 0 else { throw .tooFewExamples(perEpoch, heldOut: 0) }
      let source = DrawnSource(digits: digits, seed: settings.seed, count: perEpoch)
      return (source, digits.pictures(settings.heldOut, seed: ~settings.seed))
    case .both(let dataset, let digits, let every):
      guard digits.canDraw, every > 0 else { throw .noDrawings }
      let (training, heldOut) = try split(dataset, settings)
      let drawn = DrawnSource(
        digits: digits, seed: settings.seed, count: training.count / every)
      return (JoinedSource(first: pictures(training, settings), second: drawn), heldOut)
    }
  }

  private static func split(
    _ dataset: Dataset, _ settings: TrainingSettings
  ) throws(TrainingError) -> (SparsePictures, SparsePictures) {
    guard settings.heldOut < dataset.count else {
      throw .tooFewExamples(dataset.count, heldOut: settings.heldOut)
    }
    let border = dataset.count - settings.heldOut
    return (SparsePictures(dataset[..<border]), SparsePictures(dataset[border...]))
  }

  private static func pictures(
    _ pictures: SparsePictures, _ settings: TrainingSettings
  ) -> any ExampleSource {
    guard let augmenter = Augmenter(settings.augmentation) else {
      return PlainSource(pictures: pictures)
    }
    return AugmentedSource(pictures: pictures, seed: settings.seed, augmenter: augmenter)
  }
}

/// Why a training can't begin.
public enum TrainingError: Error, Equatable {
  /// A setting makes no sense.
  case settings(TrainingSettingsError)
  /// The network does not read 784 pixels.
  case inputsDoNotFit(Int)
  /// The network does not have ten outputs.
  case outputsDoNotFit(Int)
  /// The parameters and the activations of a mini-batch would take more memory than is asked for.
  case tooMuchMemory(megabytes: Int, limit: Int)
  /// Nothing is left to train on once those held out are taken away.
  case tooFewExamples(Int, heldOut: Int)
  /// There are no drawings, or none of them has a stroke.
  case noDrawings
}
