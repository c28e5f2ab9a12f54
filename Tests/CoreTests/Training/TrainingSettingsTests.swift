import Testing

@testable import Core

/// Each setting at its edge: the last that is taken and the first that is not.
struct TrainingSettingsTests {
  private func failure(_ change: (inout TrainingSettings) -> Void) -> TrainingSettingsError? {
    var settings = TrainingSettings()
    change(&settings)
    do throws(TrainingSettingsError) {
      try settings.check()
      return nil
    } catch { return error }
  }

  @Test func `whole numbers have a first and a last`() {
    for epochs in [1, 100_000] { #expect(failure { $0.epochs = epochs } == nil) }
    for epochs in [0, 100_001] { #expect(failure { $0.epochs = epochs } == .epochs(epochs)) }
    for size in [1, 10_000] { #expect(failure { $0.miniBatch = size } == nil) }
    for size in [0, 10_001] { #expect(failure { $0.miniBatch = size } == .miniBatch(size)) }
    for count in [0, 60_000] { #expect(failure { $0.heldOut = count } == nil) }
    for count in [-1, 60_001] { #expect(failure { $0.heldOut = count } == .heldOut(count)) }
  }

  @Test func `a learning rate is above 0 and finite`() {
    for rate in [Float.leastNonzeroMagnitude, 1e-3, .greatestFiniteMagnitude] {
      #expect(failure { $0.learningRate = rate } == nil)
    }
    for rate in [0, -1e-9, .infinity] as [Float] {
      #expect(failure { $0.learningRate = rate } == .learningRate(rate))
    }
    #expect(failure { $0.learningRate = .nan } != nil)
  }

  @Test func `momentum is from 0 up to but not including 1`() {
    for share in [0, 0.9, Float(1).nextDown] { #expect(failure { $0.momentum = share } == nil) }
    for share in [-.leastNonzeroMagnitude, 1, 2] as [Float] {
      #expect(failure { $0.momentum = share } == .momentum(share))
    }
    #expect(failure { $0.momentum = .nan } != nil)
  }

  @Test func `no step takes a whole weight away`() {
    func failure(decay: Float, rate: Float) -> TrainingSettingsError? {
      self.failure {
        $0.weightDecay = decay
        $0.learningRate = rate
      }
    }
    for (decay, rate) in [(0, 0.5), (1.9, 0.5), (0.24, 4)] as [(Float, Float)] {
      #expect(failure(decay: decay, rate: rate) == nil)
    }
    for (decay, rate) in [(2, 0.5), (2.1, 0.5), (0.25, 4), (-0.1, 1)] as [(Float, Float)] {
      #expect(failure(decay: decay, rate: rate) == .weightDecay(decay))
    }
  }

  @Test func `what nobody sets is what the help says`() {
    let settings = TrainingSettings()
    #expect(settings.epochs == 5 && settings.miniBatch == 10 && settings.learningRate == 0.5)
    #expect(settings.momentum == 0 && settings.weightDecay == 0)
    #expect(settings.cost == .crossEntropy && settings.optimizer == .sgd)
    #expect(settings.schedule == .cosine && settings.augmentation == .none)
    #expect(settings.heldOut == 10_000 && settings.seed == 1)
  }

  @Test func `the usual learning rate is that of the most careful layer`() {
    var generator = SeededGenerator(seed: 1)
    var network = Network(sizes: [784, 5, 10], activation: .sigmoid, using: &generator)
    var settings = TrainingSettings()
    #expect(settings.usualLearningRate(for: network) == 0.5)
    settings.momentum = 0.75
    #expect(settings.usualLearningRate(for: network) == 0.125)
    settings.momentum = 0
    network.setActivation(.relu)
    #expect(settings.usualLearningRate(for: network) == 0.1)
    network.setOutputActivation(.sigmoid)
    #expect(settings.usualLearningRate(for: network) == 0.1)
    network.setActivation(.sigmoid)
    network.setOutputActivation(.tanh)
    #expect(settings.usualLearningRate(for: network) == 0.1)
    settings.optimizer = .adam
    #expect(settings.usualLearningRate(for: network) == 0.005)
  }

  @Test func `a cosine falls from the learning rate to 0, and stays there`() {
    var settings = TrainingSettings()
    settings.learningRate = 2
    let expected: [(Double, Float)] = [
      (0, 2), (1.0 / 3, 1.5), (0.5, 1), (2.0 / 3, 0.5), (1, 0), (1.5, 0),
    ]
    for (progress, rate) in expected {
      #expect(abs(settings.learningRate(at: progress) - rate) < 1e-5, "\(progress)")
    }
    settings.schedule = .constant
    for progress in [0, 0.5, 1] { #expect(settings.learningRate(at: progress) == 2) }
  }
}
