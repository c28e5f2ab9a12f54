import Core
import Foundation

/// Trains the network that the program carries, and says how well it reads digits it never saw.
///
/// Usage: train-bundled MNIST_DIR OUTPUT.safetensors
@main
enum TrainBundled {
  /// The last 10,000 training images are held out: they judge the result and never train it.
  static let heldOut = 10_000
  static let sizes = [784, 16, 16, 10]
  static let epochs = 30

  static func main() throws {
    guard CommandLine.arguments.count == 3 else {
      FileHandle.standardError.write(
        Data("Usage: train-bundled MNIST_DIR OUTPUT.safetensors\n".utf8))
      exit(2)
    }
    let data = try dataset(in: CommandLine.arguments[1])
    let training = data[..<(data.count - heldOut)]
    let validation = data[(data.count - heldOut)...]
    var generator = SeededGenerator(seed: 1)
    var network = Network(sizes: sizes, activation: .sigmoid, using: &generator)
    for epoch in 1...epochs {
      // Halving in steps towards the end lets the noise of single mini-batches settle.
      let rate = Float(0.3) * Float(1 - Double(epoch - 1) / Double(epochs))
      let trainer = Trainer(cost: .crossEntropy, learningRate: rate, miniBatch: 10)
      trainer.trainEpoch(&network, on: training, using: &generator)
      print("epoch \(epoch): \(network.accuracy(on: validation).correct) of \(heldOut)")
    }
    let result = network.accuracy(on: validation)
    let file = NetworkFile(
      network: network,
      notes: [
        "source": "trained on the first 50,000 digits of MNIST's training half",
        "accuracy": "\(result.correct) of \(result.examples) digits it never saw",
      ])
    try Data(file.encoded).write(to: URL(fileURLWithPath: CommandLine.arguments[2]))
  }

  static func dataset(in folder: String) throws -> Dataset {
    func bytes(_ name: String) throws -> [UInt8] {
      [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder).appendingPathComponent(name)))
    }
    return try Dataset(
      images: bytes("train-images-idx3-ubyte.gz"), labels: bytes("train-labels-idx1-ubyte.gz"))
  }
}
