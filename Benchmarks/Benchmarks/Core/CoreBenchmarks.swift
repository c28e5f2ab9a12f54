import Benchmark
import Core

/// A three, as a pen draws it: no data set is needed to measure.
private let three = Drawing(
  digit: 3,
  strokes: [
    [
      .init(x: 26, y: 14), .init(x: 50, y: 6), .init(x: 72, y: 22), .init(x: 46, y: 46),
      .init(x: 76, y: 68), .init(x: 52, y: 94), .init(x: 24, y: 84),
    ]
  ])

private func network() -> Network {
  var generator = SeededGenerator(seed: 1)
  return Network(sizes: [784, 16, 16, 10], activation: .sigmoid, using: &generator)
}

private func training(_ miniBatch: Int, _ optimizer: TrainingSettings.Optimizer) -> Training? {
  var settings = TrainingSettings()
  settings.epochs = 100_000
  settings.miniBatch = miniBatch
  settings.optimizer = optimizer
  settings.learningRate = 0.01
  settings.heldOut = 0
  return try? Training(
    network(), on: .drawn(DrawnDigits([three]), perEpoch: 60_000), settings)
}

let benchmarks = { @Sendable in
  let pixels = three.rasterized().pixels
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput], scalingFactor: .kilo)

  Benchmark("forward pass") { benchmark in
    let network = network()
    for _ in benchmark.scaledIterations { blackHole(network.forward(pixels)) }
  }
  Benchmark("gradient of one digit") { benchmark in
    let network = network()
    let target = Dataset.Example(digit: .blank, label: 3).target
    for _ in benchmark.scaledIterations {
      let pass = network.forward(pixels)
      blackHole(network.gradient(of: pass, target: target, cost: .squares))
    }
  }
  Benchmark("drawing a digit") { benchmark in
    var digits = DrawnDigits([three])
    var generator = SeededGenerator(seed: 1)
    for _ in benchmark.scaledIterations { blackHole(digits.example(using: &generator)) }
  }
  for optimizer in TrainingSettings.Optimizer.allCases {
    Benchmark("mini-batch of 10 drawn digits, \(optimizer)") { benchmark in
      guard var training = training(10, optimizer) else { return benchmark.error("not trained") }
      for _ in benchmark.scaledIterations { blackHole(training.trainBatch()) }
    }
  }
}
