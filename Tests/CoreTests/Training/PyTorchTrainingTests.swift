import Foundation
import Testing

@testable import Core

/// Twenty steps of training, number for number against PyTorch's optimizers.
struct PyTorchTrainingTests {
  /// A case of trainings.json; see make-trainings.py beside it.
  struct Fixture: Decodable {
    struct Epoch: Decodable {
      let cost: Double
      let right: Int
      let rate: Float
      let heldOutRight: Int
    }

    let optimizer: String
    let activations: [Activation]
    let cost: String
    let rate: Float
    let schedule: String
    let momentum: Float
    let decay: Float
    let seed: UInt64
    let miniBatch: Int
    let heldOut: Int
    /// Which pixels of a picture are listed; all others are black.
    let pixels: [Int]
    let sizes: [Int]
    let pictures: [[UInt8]]
    let labels: [UInt8]
    let weights: [[Float]]
    let biases: [[Float]]
    let epochs: [Epoch]
    let trainedWeights: [[Float]]
    let trainedBiases: [[Float]]

    var name: String {
      "\(optimizer) \(schedule), \(cost), \(activations.map(\.rawValue).joined(separator: "-")), "
        + "momentum \(momentum), decay \(decay)"
    }

    static func all() throws -> [Fixture] {
      let url = try #require(
        Bundle.module.url(forResource: "Fixtures/trainings", withExtension: "json"))
      return try JSONDecoder().decode([Fixture].self, from: Data(contentsOf: url))
    }

    /// The network before the first step; weights of pixels that are not listed are 0.
    var network: Network {
      Network(
        layers: weights.indices.map { index in
          let listed = Matrix(
            rows: sizes[index + 1], columns: sizes[index], rowMajor: weights[index])
          var all = listed
          if index == 0 {
            all = Matrix(rows: listed.rows, columns: Digit.pixelCount)
            for (column, pixel) in pixels.enumerated() {
              for row in 0..<listed.rows { all[row, pixel] = listed[row, column] }
            }
          }
          return Layer(weights: all, biases: biases[index], activation: activations[index])
        })
    }

    var dataset: Dataset {
      var bytes: [UInt8] = []
      for picture in pictures {
        var all = [UInt8](repeating: 0, count: Digit.pixelCount)
        for (pixel, byte) in zip(pixels, picture) { all[pixel] = byte }
        bytes += all
      }
      return Dataset(pictures: bytes[...], labels: labels[...])
    }

    func settings() throws -> TrainingSettings {
      var settings = TrainingSettings()
      settings.epochs = epochs.count
      settings.miniBatch = miniBatch
      settings.learningRate = rate
      settings.momentum = momentum
      settings.cost = try #require(Cost(rawValue: cost))
      settings.optimizer = try #require(TrainingSettings.Optimizer(rawValue: optimizer))
      settings.schedule = try #require(TrainingSettings.Schedule(rawValue: schedule))
      settings.augmentation = .none
      settings.weightDecay = decay
      settings.heldOut = heldOut
      settings.seed = seed
      return settings
    }
  }

  @Test(arguments: 0..<13) func `twenty steps agree with PyTorch's`(number: Int) throws {
    let fixtures = try Fixture.all()
    #expect(fixtures.count == 13)
    let fixture = fixtures[number]
    var training = try Training(
      fixture.network, on: .dataset(fixture.dataset), fixture.settings())
    var steps = 0
    while training.epochs.count < fixture.epochs.count {
      _ = training.trainBatch()
      steps += 1
    }
    #expect(steps == 20)
    for (ours, theirs) in zip(training.epochs, fixture.epochs) {
      let name = "epoch \(ours.number) of \(fixture.name)"
      #expect(abs(ours.cost - theirs.cost) <= 1e-5 * theirs.cost, "cost, \(name)")
      #expect(ours.shown.correct == theirs.right, "read rightly, \(name)")
      #expect(ours.heldOut?.correct == theirs.heldOutRight, "held out, \(name)")
      expectClose([ours.learningRate], [theirs.rate], "rate, \(name)")
    }
    for (index, layer) in training.network.layers.enumerated() {
      let listed = index == 0 ? fixture.pixels : Array(0..<layer.inputs)
      let weights = (0..<layer.neurons).flatMap { row in listed.map { layer.weights[row, $0] } }
      expectClose(weights, fixture.trainedWeights[index], "W\(index + 1), \(fixture.name)")
      expectClose(layer.biases, fixture.trainedBiases[index], "b\(index + 1), \(fixture.name)")
    }
  }

  private func expectClose(_ ours: [Float], _ theirs: [Float], _ what: String) {
    #expect(ours.count == theirs.count)
    for (a, b) in zip(ours, theirs) {
      #expect(abs(a - b) <= 1e-5 * max(abs(b), 0.1), "\(what): \(a), PyTorch has \(b)")
    }
  }
}
