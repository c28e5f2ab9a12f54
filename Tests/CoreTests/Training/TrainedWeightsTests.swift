import Testing

@testable import Core

/// The weights that trainings end with, bit for bit: each hash stands for all knobs of a network
/// after a few dozen steps. Anything that changes one bit anywhere on the way changes it.
///
/// The hashes were computed by the code that the other tests hold to PyTorch and to reference implementations.
/// Where a change of the bits is meant, the failing test says the new ones.
struct TrainedWeightsTests {
  /// One training: what a case changes from the plainest there is.
  private struct Configuration: Sendable {
    var hidden = [16, 16]
    var activations: [Activation] = [.sigmoid, .sigmoid, .sigmoid]
    var settings: TrainingSettings
    var examples: @Sendable (Dataset, DrawnDigits) -> TrainingExamples = { dataset, _ in
      .dataset(dataset)
    }

    init(_ change: (inout Configuration) -> Void) {
      settings = TrainingSettings()
      settings.epochs = 3
      settings.miniBatch = 10
      settings.learningRate = 0.5
      settings.momentum = 0
      settings.cost = .squares
      settings.optimizer = .sgd
      settings.schedule = .constant
      settings.augmentation = .none
      settings.weightDecay = 0
      settings.heldOut = 0
      settings.seed = 5
      change(&self)
    }
  }

  private static let cases: [(hash: UInt64, configuration: Configuration)] = [
    (0x09BC_D21B_21EE_9B4D, .init { $0.settings.miniBatch = 1 }),
    (
      0xBDE2_FC10_AC8D_E1DC,
      .init {
        $0.settings.cost = .crossEntropy
        $0.settings.schedule = .cosine
      }
    ),
    (
      0x8E79_591E_AF93_E0FB,
      .init {
        $0.settings.momentum = 0.9
        $0.settings.learningRate = 0.1
        $0.settings.miniBatch = 7
        $0.settings.heldOut = 11
      }
    ),
    (
      0x5F58_C817_9A71_D093,
      .init {
        $0.hidden = [30]
        $0.activations = [.relu, .sigmoid]
        $0.settings.cost = .crossEntropy
        $0.settings.learningRate = 0.1
        $0.settings.weightDecay = 0.05
      }
    ),
    (
      0x78AD_E411_4B30_79D2,
      .init {
        $0.activations = [.relu, .relu, .relu]
        $0.settings.learningRate = 0.02
        $0.settings.momentum = 0.5
        $0.settings.weightDecay = 0.01
        $0.settings.schedule = .cosine
        $0.settings.miniBatch = 60
      }
    ),
    (
      0x61EA_A36B_BC9B_13DC,
      .init {
        $0.settings.optimizer = .adam
        $0.settings.learningRate = 0.02
        $0.settings.augmentation = .shift
      }
    ),
    (
      0xBDD2_AF58_2F05_A64C,
      .init {
        $0.hidden = [9, 5]
        $0.settings.optimizer = .adam
        $0.settings.cost = .crossEntropy
        $0.settings.learningRate = 0.03
        $0.settings.weightDecay = 0.1
        $0.settings.schedule = .cosine
        $0.settings.augmentation = .affine
      }
    ),
    (
      0xEBB7_2B9A_1852_1C33,
      .init {
        $0.hidden = [256]
        $0.activations = [.relu, .sigmoid]
        $0.settings.cost = .crossEntropy
        $0.settings.learningRate = 0.2
        $0.settings.augmentation = .elastic
        $0.settings.epochs = 2
      }
    ),
    (
      0xCA40_7653_1968_B65F,
      .init {
        $0.settings.cost = .crossEntropy
        $0.settings.miniBatch = 4
        $0.examples = { _, digits in .drawn(digits, perEpoch: 50) }
      }
    ),
    (
      0x125A_FFEB_85FE_8E14,
      .init {
        $0.hidden = []
        $0.activations = [.sigmoid]
        $0.settings.cost = .crossEntropy
        $0.settings.heldOut = 20
        $0.settings.augmentation = .affine
        $0.examples = { dataset, digits in .both(dataset, digits, every: 3) }
      }
    ),
  ]

  @Test(arguments: cases.indices) func `trained weights are what they were`(number: Int) throws {
    let (hash, configuration) = Self.cases[number]
    let digits = DrawnDigits(fixedDrawings)
    var training = try Training(
      network(configuration), on: configuration.examples(digits.dataset(60, seed: 2), digits),
      configuration.settings)
    let start = training.network
    while case .epoch(let epoch) = training.trainEpoch() { #expect(epoch.cost.isFinite) }
    #expect(training.epochs.count == configuration.settings.epochs)
    #expect(training.network != start)
    let found = training.network.bitHash
    #expect(found == hash, "configuration \(number) has 0x\(String(found, radix: 16))")
  }

  private func network(_ configuration: Configuration) -> Network {
    var generator = SeededGenerator(seed: 3)
    var layers = Network(
      sizes: [784] + configuration.hidden + [10], activation: .sigmoid, using: &generator
    ).layers
    for (index, activation) in configuration.activations.enumerated() {
      layers[index].activation = activation
    }
    return Network(layers: layers)
  }

  @Test func `a fresh network is what it was, and spread as it should be`() {
    var generator = SeededGenerator(seed: 12)
    let network = Network(sizes: [784, 40, 10], activation: .sigmoid, using: &generator)
    #expect(network.bitHash == 0xDF52_E379_2D83_C60B, "0x\(String(network.bitHash, radix: 16))")
    for layer in network.layers {
      #expect(layer.biases.allSatisfy { $0 == 0 })
      let weights = layer.weights.columnMajor.map { Double($0) * Double(layer.inputs).squareRoot() }
      let mean = weights.reduce(0, +) / Double(weights.count)
      let deviation = (weights.reduce(0) { $0 + $1 * $1 } / Double(weights.count)).squareRoot()
      // Three standard errors.
      #expect(abs(mean) < 3 / Double(weights.count).squareRoot())
      #expect(abs(deviation - 1) < 3 / Double(2 * weights.count).squareRoot())
    }
  }
}
