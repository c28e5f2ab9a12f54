import Foundation
import Lessons
import Testing

@testable import Core

struct IdealInputTests {
  private let network: Network
  private let drawings: [Dataset.Example]

  init() throws {
    network = try NetworkFile(Lessons.network).network
    drawings = try DrawingFile.parse(Lessons.drawings).map {
      Dataset.Example(digit: $0.rasterized(), label: $0.digit)
    }
  }

  /// All neurons: the layer from 1, and the number.
  private var neurons: [(layer: Int, neuron: Int)] {
    (1...3).flatMap { layer in
      (0..<network.layer(layer).neurons).map { (layer, $0) }
    }
  }

  private func ideal(
    _ layer: Int, _ neuron: Int, from start: [Float]? = nil, penalty: Double = 0
  ) -> IdealInput {
    let gray = [Float](repeating: 0.5, count: Digit.pixelCount)
    var ideal = IdealInput(
      layer: layer, neuron: neuron, in: network, from: start ?? gray, penalty: penalty)
    var last = ideal.height
    for _ in 0..<IdealInput.usualSteps {
      let hasMoved = ideal.advance()
      #expect(hasMoved ? ideal.height > last : ideal.height == last)
      last = ideal.height
    }
    return ideal
  }

  /// MNIST's training half where the machine has it.
  private func real() throws -> [Dataset.Example] {
    guard let folder = ProcessInfo.processInfo.environment["NN_REPL_DATA"] else { return [] }
    func bytes(_ name: String) throws -> [UInt8] {
      [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder).appendingPathComponent(name)))
    }
    let data = try Dataset(
      images: bytes("train-images-idx3-ubyte.gz"), labels: bytes("train-labels-idx1-ubyte.gz"))
    return Array(data.prefix(20_000))
  }

  @Test func `it lights every neuron more than any picture of a data set`() throws {
    let pictures = drawings + (try real())
    var best = network.layers.map { layer in
      [(z: Float, picture: Int)](repeating: (-.infinity, 0), count: layer.neurons)
    }
    for (index, picture) in pictures.enumerated() {
      for (layer, pass) in network.forward(picture.digit.pixels).layers.enumerated() {
        for neuron in pass.z.indices where pass.z[neuron] > best[layer][neuron].z {
          best[layer][neuron] = (pass.z[neuron], index)
        }
      }
    }
    for (layer, neuron) in neurons {
      let rival = best[layer - 1][neuron]
      let found = ideal(layer, neuron, from: pictures[rival.picture].digit.pixels)
      #expect(found.input.allSatisfy { (0...1).contains($0) })
      #expect(
        found.weightedInput > Double(rival.z) + 0.05,
        "\(layer).\(neuron): \(found.weightedInput), \(rival.z)")
      let z = network.forward(found.activations).layers[layer - 1].z[neuron]
      #expect(abs(Double(z) - found.weightedInput) < 1e-3)
    }
  }

  @Test func `in layer 1 it is white where the weight is above 0`() {
    for neuron in 0..<16 {
      let weights = network.layer(1).weights.row(neuron)
      let best = weights.reduce(Double(network.layer(1).biases[neuron])) {
        $0 + max(0, Double($1))
      }
      #expect(abs(ideal(1, neuron).weightedInput - best) < 0.02 * best)
    }
  }

  @Test func `the penalty takes speckle away`() {
    for (layer, neuron) in [(1, 3), (2, 5), (3, 3)] {
      let start = drawings[40].digit.pixels
      let plain = ideal(layer, neuron, from: start)
      let first = IdealInput(layer: layer, neuron: neuron, in: network, from: start, penalty: 0)
      let gain = plain.weightedInput - first.weightedInput
      let smooth = ideal(
        layer, neuron, from: start, penalty: 0.5 * gain / plain.speckle)
      #expect(smooth.speckle < 0.8 * plain.speckle)
      #expect(smooth.weightedInput > first.weightedInput)
    }
  }

  @Test func `likes are the brightest and darkest of all, and means are theirs`() throws {
    var likes = NeuronLikes(layer: 2, neuron: 4, in: network, keeping: 3)
    for (index, drawing) in drawings.enumerated() { likes.add(drawing, at: index) }
    let passes = drawings.map { network.forward($0.digit.pixels).layers[1] }
    let order = drawings.indices.sorted { (passes[$1].z[4], $0) < (passes[$0].z[4], $1) }
    #expect(likes.most.map(\.index) == Array(order.prefix(3)))
    #expect(likes.least.map(\.z) == order.suffix(3).reversed().map { passes[$0].z[4] })
    #expect(likes.count == drawings.count)
    let sevens = drawings.indices.filter { drawings[$0].label == 7 }
    let mean = sevens.reduce(0) { $0 + Double(passes[$1].a[4]) } / Double(sevens.count)
    #expect(abs(try #require(likes.mean(7)) - mean) < 1e-9)
  }
}
