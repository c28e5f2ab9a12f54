import Testing

@testable import Core

/// What each optimizer makes of slopes that are known beforehand.
struct OptimizerTests {
  /// Ten sigmoid outputs that read a black picture and should all be 0: the slope of a bias is its
  /// output, whatever the weights.
  private func training(
    biases: Float, _ change: (inout TrainingSettings) -> Void
  ) throws -> Training {
    var settings = TrainingSettings()
    settings.miniBatch = 1
    settings.heldOut = 0
    settings.epochs = 50
    settings.schedule = .constant
    settings.learningRate = 0.01
    change(&settings)
    let layer = Layer(
      weights: Matrix(rows: 10, columns: 784), biases: [Float](repeating: biases, count: 10),
      activation: .sigmoid)
    let dataset = Dataset(
      pictures: [UInt8](repeating: 0, count: 784)[...], labels: [0])
    return try Training(Network(layers: [layer]), on: .dataset(dataset), settings)
  }

  /// How far the bias of an output that should be 0 moves in a number of steps.
  private func moved(_ steps: Int, _ training: Training) -> Double {
    var training = training
    let before = training.network.layers[0].biases[5]
    for _ in 0..<steps { _ = training.trainBatch() }
    return Double(before - training.network.layers[0].biases[5])
  }

  @Test func `adam's ε is 10⁻⁸`() throws {
    // The step is rate·g / (|g| + ε), which only a slope as small as ε can tell.
    for bias in [-8, -16, -17] as [Float] {
      let slope = preciseSigmoid(Double(bias))
      let moved = try moved(1, training(biases: bias) { $0.optimizer = .adam })
      #expect(abs(moved - 0.01 * slope / (slope + 1e-8)) < 2e-6, "\(bias): \(moved)")
    }
  }

  @Test func `adam's rates of forgetting are 0.9 and 0.999`() throws {
    // The steps of the paper's algorithm 1, in Double.
    var (bias, mean, square) = (2.0, 0.0, 0.0)
    for step in 1...40 {
      let slope = preciseSigmoid(bias)
      mean = 0.9 * mean + 0.1 * slope
      square = 0.999 * square + 0.001 * slope * slope
      let (m, s) = (1 - 0.9.power(step), 1 - 0.999.power(step))
      bias -= 0.3 * (mean / m) / ((square / s).squareRoot() + 1e-8)
    }
    let moved = try moved(
      40,
      training(biases: 2) {
        $0.optimizer = .adam
        $0.learningRate = 0.3
      })
    #expect(abs(moved - (2 - bias)) < 1e-4, "\(moved), expected \(2 - bias)")
  }

  @Test func `momentum takes its share of the last step again`() throws {
    var (bias, velocity) = (1.0, 0.0)
    for _ in 1...20 {
      velocity = 0.75 * velocity + preciseSigmoid(bias)
      bias -= 0.1 * velocity
    }
    let moved = try moved(
      20,
      training(biases: 1) {
        $0.momentum = 0.75
        $0.learningRate = 0.1
      })
    #expect(abs(moved - (1 - bias)) < 1e-4, "\(moved), expected \(1 - bias)")
  }
}

extension Double {
  fileprivate func power(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { power, _ in power * self }
  }
}
