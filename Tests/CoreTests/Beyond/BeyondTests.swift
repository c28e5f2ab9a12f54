import Foundation
import Testing

@testable import Core

/// What beyond.json holds; see make-beyond.py beside it.
private struct BeyondFixture: Decodable {
  struct Tiny: Decodable {
    let outputs: [[Float]]
    let labels: [Int]
    let weightGradients: [[Float]]
    let biasGradients: [[Float]]
    let headGradient: [Float]
    let headBiasGradient: [Float]
  }

  struct Cell: Decodable {
    let weights: [Double]
    let feedback: [Double]
    let biases: [Double]
    let sequence: [Double]
    let steps: [[Double]]
  }

  struct Attention: Decodable {
    let queries: [[Double]]
    let keys: [[Double]]
    let values: [[Double]]
    let weights: [[Double]]
    let results: [[Double]]
  }

  let convolutions: [String: [Float]]
  let tiny: Tiny
  let lstm: Cell
  let attention: Attention

  static func load() throws -> BeyondFixture {
    let url = try #require(
      Bundle.module.url(forResource: "Fixtures/beyond", withExtension: "json"))
    return try JSONDecoder().decode(BeyondFixture.self, from: Data(contentsOf: url))
  }

  /// The numbers that the script makes.
  static func wave(_ count: Int, _ start: Int, _ size: Double) -> [Float] {
    (0..<count).map { Float(Double((start + 37 * $0) % 101 - 50) / 50 * size) }
  }

  static func picture(_ k: Int) -> Digit {
    Digit(
      pixels: (0..<784).map { index in
        let (r, c) = (index / 28, index % 28)
        let m = (3 * r * r + 5 * c * c + 7 * r * c + r + 11 * k) % 97
        return m < 35 ? Float(1 + m % 8) / 8 : 0
      })
  }
}

extension ConvolutionalNetwork {
  /// The network of the script: weights as (kernel, channel, row, column).
  fileprivate static func waved() -> ConvolutionalNetwork {
    var network = ConvolutionalNetwork()
    for n in network.layers.indices {
      let layer = network.layers[n]
      let area = layer.reach * layer.reach
      let weights = BeyondFixture.wave(layer.kernels * layer.channels * area, 11 * n + 1, 0.4)
      for (index, weight) in weights.enumerated() {
        let (kernel, channel) = (index / (layer.channels * area), index / area % layer.channels)
        let place = index % area * layer.channels + channel
        network.layers[n].weights[place * layer.kernels / 8 + kernel / 8][kernel % 8] = weight
      }
      for (kernel, bias) in BeyondFixture.wave(layer.kernels, 5 * n + 2, 0.1037).enumerated() {
        network.layers[n].biases[kernel / 8][kernel % 8] = bias
      }
    }
    for (index, weight) in BeyondFixture.wave(240, 3, 0.5).enumerated() {
      network.outputWeights[index % 24][index / 24] = weight
    }
    for (index, bias) in BeyondFixture.wave(10, 4, 0.1).enumerated() {
      network.outputBiases[index] = bias
    }
    return network
  }
}

struct BeyondTests {
  private func expectClose<Number: BinaryFloatingPoint>(
    _ ours: [Number], _ theirs: [Number], _ what: String, size: Number = 1
  ) {
    #expect(ours.count == theirs.count, "\(what)")
    for (a, b) in zip(ours, theirs) {
      #expect(abs(a - b) <= 1e-5 * max(abs(b), size), "\(what): \(a), PyTorch has \(b)")
    }
  }

  @Test func `convolutions agree with PyTorch's`() throws {
    let fixture = try BeyondFixture.load()
    #expect(fixture.convolutions.count == ConvolutionKernel.Named.allCases.count)
    for name in ConvolutionKernel.Named.allCases {
      let theirs = try #require(fixture.convolutions[name.rawValue])
      let ours = ConvolutionKernel(name).applied(to: BeyondFixture.picture(1))
      expectClose(ours, theirs, name.rawValue)
    }
  }

  @Test func `the tiny network and its slopes agree with PyTorch's`() throws {
    let fixture = try BeyondFixture.load().tiny
    let network = ConvolutionalNetwork.waved()
    var gradient = ConvolutionalNetwork()
    for k in 0..<3 {
      let pixels = BeyondFixture.picture(k).pixels
      expectClose(network.outputs(pixels), fixture.outputs[k], "outputs of picture \(k)")
      _ = network.addGradient(pixels, label: fixture.labels[k], to: &gradient)
    }
    for (n, layer) in gradient.layers.enumerated() {
      let kernels = (0..<layer.kernels).flatMap { kernel in
        (0..<layer.channels).flatMap { layer.kernel(kernel, channel: $0) }
      }
      let step = [1, 1, 7][n]
      let some = stride(from: 0, to: kernels.count, by: step).map { kernels[$0] }
      expectClose(some, fixture.weightGradients[n], "kernels of layer \(n + 1)")
      let biases = (0..<layer.kernels).map { layer.biases[$0 / 8][$0 % 8] }
      expectClose(biases, fixture.biasGradients[n], "biases of layer \(n + 1)")
    }
    let head = (0..<240).map { gradient.outputWeights[$0 % 24][$0 / 24] }
    expectClose(head, fixture.headGradient, "weights of the outputs")
    expectClose(
      (0..<10).map { gradient.outputBiases[$0] }, fixture.headBiasGradient, "biases of the outputs")
  }

  @Test func `it has 5,106 parameters, and learns a few pictures by heart`() {
    var training = ConvolutionTraining(seed: 2)
    #expect(training.network.parameters == 5106)
    #expect(training.network.parametersByLayer == [208, 1168, 3480, 250])
    let examples = (0..<8).map {
      Dataset.Example(digit: FailureFixtures.picture($0), label: $0)
    }
    for _ in 0..<150 { training.train(on: examples, progress: 0) }
    #expect(training.right == 8)
    #expect(training.examplesSeen == 1200)
    var again = ConvolutionTraining(seed: 2)
    for _ in 0..<150 { again.train(on: examples, progress: 0) }
    #expect(again.network == training.network)
  }

  @Test func `the cell's steps agree with PyTorch's`() throws {
    let fixture = try BeyondFixture.load().lstm
    func part(_ index: Int) -> LSTMCell.Part {
      LSTMCell.Part(fixture.weights[index], fixture.feedback[index], fixture.biases[index])
    }
    let cell = LSTMCell(
      inputGate: part(0), forgetGate: part(1), candidate: part(2), outputGate: part(3))
    let steps = cell.steps(over: fixture.sequence)
    expectClose(steps.map(\.memory), fixture.steps.map { $0[0] }, "memory", size: 1e-3)
    expectClose(steps.map(\.output), fixture.steps.map { $0[1] }, "output", size: 1e-3)
    for step in steps {
      for gate in [step.inputGate, step.forgetGate, step.outputGate] { #expect(0...1 ~= gate) }
    }
  }

  @Test func `the notebook is written by 1, kept by 0 and wiped by -1`() {
    let steps = LSTMCell.notebook.steps(over: [0, 1, 0, 0, 0, -1, 0])
    #expect(abs(steps[0].memory) < 0.01 && steps[1].memory > 0.95)
    #expect(steps[4].memory > 0.9 && abs(steps[5].memory) < 0.1 && abs(steps[6].memory) < 0.1)
  }

  @Test func `the head agrees with PyTorch's`() throws {
    let fixture = try BeyondFixture.load().attention
    let head = AttentionHead(
      queries: fixture.queries, keys: fixture.keys, values: fixture.values)
    for (ours, theirs) in zip(head.weights, fixture.weights) {
      expectClose(ours, theirs, "weights")
      #expect(abs(ours.reduce(0, +) - 1) < 1e-12)
    }
    for (ours, theirs) in zip(head.results, fixture.results) {
      expectClose(ours, theirs, "results")
    }
    let large = AttentionHead(queries: [[1e6]], keys: [[1e6], [-1e6]], values: [[1], [2]])
    #expect(large.weights == [[1, 0]] && large.results == [[1]])
  }
}
