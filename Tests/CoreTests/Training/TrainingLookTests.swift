import Testing

@testable import Core

/// What can be seen of a training between two steps.
struct TrainingLookTests {
  private func training() throws -> Training {
    var images: [UInt8] = [0, 0, 8, 3, 0, 0, 0, 40, 0, 0, 0, 28, 0, 0, 0, 28]
    var labels: [UInt8] = [0, 0, 8, 1, 0, 0, 0, 40]
    for number in 0..<40 {
      labels.append(UInt8(number % 10))
      images += (0..<784).map { $0 / 78 == number % 10 ? UInt8(255 - number) : 0 }
    }
    var generator = SeededGenerator(seed: 4)
    let network = Network(sizes: [784, 7, 10], activation: .sigmoid, using: &generator)
    var settings = TrainingSettings()
    settings.epochs = 40
    settings.miniBatch = 1
    settings.heldOut = 10
    return try Training(network, on: .dataset(Dataset(images: images, labels: labels)), settings)
  }

  @Test func `a neuron's weights are those of the network as it is now`() throws {
    var training = try training()
    for _ in 0..<5 { _ = training.trainBatch() }
    let network = training.network
    for layer in 1...2 {
      for neuron in [0, 4, network.layer(layer).neurons - 1] {
        #expect(
          training.weights(ofNeuron: neuron, inLayer: layer)
            == network.layer(layer).weights.row(neuron))
      }
    }
  }

  @Test func `those read rightly are counted as each is shown`() throws {
    var training = try training()
    #expect(training.accuracyOnHeldOut?.examples == 10)
    _ = training.trainBatch()
    #expect(training.examplesRight == 0 || training.examplesRight == 1)
    while case .epoch(let epoch) = training.trainEpoch() {
      #expect(epoch.shown.examples == 30)
    }
    let first = training.epochs[0].shown
    let last = training.epochs[39].shown
    #expect(first.correct < 20)
    #expect(last.correct == 30, "stripes of their own are easily learned")
    #expect(training.examplesRight == 0)
    #expect(training.accuracyOnHeldOut == training.epochs[39].heldOut)
  }
}
