import Testing

@testable import Core

struct TrainerTests {
  /// Two kinds of pictures that a few neurons can tell apart: ink on the left, ink on the right.
  private let examples: [Dataset.Example] = (0..<40).map { number in
    let isLeft = number % 2 == 0
    let pixels = (0..<Digit.pixelCount).map { k -> Float in
      let column = k % Digit.side
      return (column < 14) == isLeft && (k + number) % 3 == 0 ? 1 : 0
    }
    return Dataset.Example(digit: Digit(pixels: pixels), label: isLeft ? 0 : 1)
  }

  private func trained(seed: UInt64, epochs: Int) -> Network {
    var generator = SeededGenerator(seed: seed)
    var network = Network(sizes: [784, 6, 10], activation: .sigmoid, using: &generator)
    let trainer = Trainer(cost: .squares, learningRate: 0.5, miniBatch: 4)
    for _ in 0..<epochs { trainer.trainEpoch(&network, on: examples, using: &generator) }
    return network
  }

  private func cost(_ network: Network) -> Float {
    examples.reduce(0) {
      $0 + Cost.squares.value(network.forward($1.digit.pixels).output, target: $1.target)
    }
  }

  @Test func `training makes the cost small and the answers right`() {
    let before = trained(seed: 1, epochs: 0)
    let after = trained(seed: 1, epochs: 20)
    #expect(cost(after) < cost(before) / 10)
    #expect(after.accuracy(on: examples) == Accuracy(examples: 40, correct: 40))
  }

  @Test func `the same seed gives the same weights, bit for bit`() {
    #expect(trained(seed: 2, epochs: 2) == trained(seed: 2, epochs: 2))
  }

  @Test func `one step goes down the average slope`() {
    var generator = SeededGenerator(seed: 3)
    let network = Network(sizes: [784, 3, 10], activation: .sigmoid, using: &generator)
    var stepped = network
    let batch = examples.prefix(2)
    Trainer(cost: .squares, learningRate: 0.5, miniBatch: 2).step(&stepped, on: batch)
    let slopes = batch.map {
      network.gradient(of: network.forward($0.digit.pixels), target: $0.target, cost: .squares)
        .layers[1].biases[4]
    }
    let expected = network.layers[1].biases[4] - 0.5 * (slopes[0] + slopes[1]) / 2
    #expect(abs(stepped.layers[1].biases[4] - expected) < 1e-6)
  }
}

struct SeededGeneratorTests {
  @Test func `the bits are those of SplitMix64`() {
    var generator = SeededGenerator(seed: 0)
    #expect(generator.next() == 0xE220_A839_7B1D_CDAF)
    #expect(generator.next() == 0x6E78_9E6A_A1B9_65F4)
    #expect(generator.next() == 0x06C4_5D18_8009_454F)
  }

  @Test func `normal numbers have mean 0 and standard deviation 1`() {
    var generator = SeededGenerator(seed: 9)
    let numbers = (0..<100_000).map { _ in Double(generator.nextNormal()) }
    let mean = numbers.reduce(0, +) / 100_000
    let variance = numbers.reduce(0) { $0 + $1 * $1 } / 100_000
    #expect(abs(mean) < 0.01)
    #expect(abs(variance - 1) < 0.02)
  }

  @Test func `a shuffle keeps every entry`() {
    var generator = SeededGenerator(seed: 4)
    var entries = Array(0..<100)
    generator.shuffle(&entries)
    #expect(entries != Array(0..<100))
    #expect(entries.sorted() == Array(0..<100))
    #expect((0..<1000).allSatisfy { _ in (0..<7).contains(generator.next(below: 7)) })
  }
}
