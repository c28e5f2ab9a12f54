import Core
import Foundation
import MNIST

/// Times the program's work on MNIST and prints one line a measurement: a name, a tab, seconds.
///
/// Usage: time-work MNIST_DIR [film]
/// With `film` it does only that: thirty epochs of the film's recipe from a cold start, nothing
/// printed, for the caller to time as a whole.
@main
enum TimeWork {
  static let sizes = [784, 16, 16, 10]

  static func main() throws {
    guard CommandLine.arguments.count >= 2 else {
      FileHandle.standardError.write(Data("Usage: time-work MNIST_DIR [film]\n".utf8))
      exit(2)
    }
    let data = try Dataset.trainingHalf(in: CommandLine.arguments[1])
    if CommandLine.arguments.last == "film" { return try film(data) }
    report("forward", forward(data))
    for batch in [10, 100] {
      report("epoch-\(batch)", try epochs(sizes, on: data) { $0.miniBatch = batch })
    }
    for augmentation in [TrainingSettings.Augmentation.shift, .affine, .elastic] {
      report(
        "augment-\(augmentation)", try epochs(sizes, on: data) { $0.augmentation = augmentation })
    }
    for width in [16, 64, 256, 1024] {
      report("width-\(width)", try epochs([784, width, width, 10], on: data, share: 20) { _ in })
    }
  }

  static func report(_ name: String, _ seconds: Double) { print("\(name)\t\(seconds)") }

  /// The median of several times.
  static func median(_ runs: Int, _ work: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let times = try (0..<runs).map { _ in try clock.measure(work) / .seconds(1) }
    return times.sorted()[runs / 2]
  }

  static func network(_ sizes: [Int]) -> Network {
    var generator = SeededGenerator(seed: 1)
    return Network(sizes: sizes, activation: .sigmoid, using: &generator)
  }

  /// One forward pass on the first digit, every z and a kept.
  static func forward(_ data: Dataset) -> Double {
    let network = network(sizes)
    let pixels = data[0].digit.pixels
    var sum: Float = 0
    let seconds = median(9) {
      for _ in 0..<10_000 { sum += network.forward(pixels).layers[2].a[0] }
    }
    precondition(sum > 0)
    return seconds / 10_000
  }

  /// An epoch, the median of three after a first one.
  ///
  /// - Parameter share: how many times a part of an epoch is counted, to be done sooner.
  static func epochs(
    _ sizes: [Int], on data: Dataset, share: Int = 1,
    _ change: (inout TrainingSettings) -> Void
  ) throws -> Double {
    var settings = TrainingSettings()
    settings.epochs = 5
    settings.heldOut = 0
    settings.learningRate = 0.3
    settings.schedule = .constant
    change(&settings)
    var training = try Training(network(sizes), on: .dataset(data), settings)
    func show() {
      var shown = 0
      while shown < data.count / share {
        _ = training.trainBatch()
        shown += settings.miniBatch
      }
    }
    show()
    return median(3, show) * Double(share)
  }

  /// Mini-batches of 10, learning rate 3, squared differences, thirty epochs.
  static func film(_ data: Dataset) throws {
    var settings = TrainingSettings()
    settings.epochs = 30
    settings.miniBatch = 10
    settings.learningRate = 3
    settings.cost = .squares
    settings.schedule = .constant
    settings.heldOut = 0
    var training = try Training(network(sizes), on: .dataset(data), settings)
    while case .epoch = training.trainEpoch() {}
  }
}
