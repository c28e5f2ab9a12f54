import Foundation
import Lessons
import Testing

@testable import Core

struct AblationTests {
  private let network: Network
  private let examples: [Dataset.Example]
  private let fixture: Fixture

  /// ablations.json; see make-ablations.py beside it.
  private struct Fixture: Decodable {
    struct Reduced: Decodable {
      let kept: [String]
      let correct: Int
    }
    struct Swapped: Decodable {
      let drawing: [Int]
      let digit: Int
      let neurons: [String]
      let outputs: [Float]
    }
    let examples: Int
    let correct: Int
    let without: [[Int]]
    let circuits: [Reduced]
    let swaps: [Swapped]
  }

  init() throws {
    network = try NetworkFile(Lessons.network).network
    examples = try DrawingFile.parse(Lessons.drawings).map {
      Dataset.Example(digit: $0.rasterized(), label: $0.digit)
    }
    let url = try #require(
      Bundle.module.url(forResource: "Fixtures/ablations", withExtension: "json"))
    fixture = try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: url))
  }

  private func neurons(_ names: [String]) throws -> [Int: Set<Int>] {
    var neurons: [Int: Set<Int>] = [:]
    for name in names {
      let parts = name.split(separator: ".").compactMap { Int($0) }
      try #require(parts.count == 2)
      neurons[parts[0], default: []].insert(parts[1])
    }
    return neurons
  }

  @Test func `what is read without each neuron is what NumPy finds`() {
    var study = AblationStudy(network)
    for example in examples { study.add(example) }
    #expect(study.examples == fixture.examples && study.correct == fixture.correct)
    #expect(study.entries.count == 32)
    for entry in study.entries {
      #expect(
        entry.correct == fixture.without[entry.layer - 1][entry.neuron],
        "\(entry.layer).\(entry.neuron)")
    }
  }

  @Test func `a neuron held at 0 is one whose weights lead nowhere`() {
    for (layer, neuron) in [(1, 0), (1, 15), (2, 7)] {
      let cut = Circuit(kept: [layer: Set((0..<16).filter { $0 != neuron })]).applied(to: network)
      let ablation = Ablation(layer: layer, neuron: neuron, in: network)
      for example in examples.prefix(20) {
        let pixels = example.digit.pixels
        #expect(network.forward(pixels, without: ablation).output == cut.forward(pixels).output)
      }
    }
  }

  @Test func `circuits read as many as NumPy's`() throws {
    #expect(fixture.circuits.count > 8)
    for circuit in fixture.circuits {
      let reduced = Circuit(kept: try neurons(circuit.kept)).applied(to: network)
      #expect(reduced.accuracy(on: examples).correct == circuit.correct, "\(circuit.kept)")
    }
  }

  @Test func `swapped activations lead to NumPy's outputs`() throws {
    for swap in fixture.swaps {
      let own = examples.filter { $0.label == swap.drawing[0] }[swap.drawing[1]]
      let other = try #require(examples.first { $0.label == swap.digit })
      let outputs = network.forward(
        own.digit.pixels, taking: try neurons(swap.neurons),
        from: network.forward(other.digit.pixels)
      ).output
      for (ours, theirs) in zip(outputs, swap.outputs) { #expect(abs(ours - theirs) < 1e-5) }
    }
  }

  @Test func `a network without hidden neurons has none to study`() {
    var generator = SeededGenerator(seed: 1)
    let flat = Network(sizes: [784, 10], activation: .sigmoid, using: &generator)
    #expect(AblationStudy(flat).entries.isEmpty)
  }
}
