import Foundation
import Testing

@testable import Core

struct BackpropagationTests {
  /// A case of gradients.json; see make-gradients.py beside it.
  struct Fixture: Decodable, CustomTestStringConvertible {
    let sizes: [Int]
    let activations: [Activation]
    let cost: String
    let weights: [[Float]]
    let biases: [[Float]]
    let input: [Float]
    let target: [Float]
    let output: [Float]
    let value: Float
    let weightGradients: [[Float]]
    let biasGradients: [[Float]]

    var testDescription: String { activations.map(\.rawValue).joined(separator: "-") + ", " + cost }

    var network: Network {
      Network(
        layers: weights.indices.map {
          Layer(
            weights: Matrix(rows: sizes[$0 + 1], columns: sizes[$0], rowMajor: weights[$0]),
            biases: biases[$0], activation: activations[$0])
        })
    }

    static func all() throws -> [Fixture] {
      let url = try #require(
        Bundle.module.url(forResource: "Fixtures/gradients", withExtension: "json"))
      return try JSONDecoder().decode([Fixture].self, from: Data(contentsOf: url))
    }
  }

  private func expectClose(_ ours: [Float], _ theirs: [Float], _ what: String) {
    for (a, b) in zip(ours, theirs) {
      #expect(abs(a - b) <= 1e-5 * max(abs(b), 1e-2), "\(what): \(a), PyTorch has \(b)")
    }
  }

  @Test func `gradients agree with PyTorch's`() throws {
    let fixtures = try Fixture.all()
    #expect(fixtures.count == 6)
    for fixture in fixtures {
      let network = fixture.network
      let cost = try #require(Cost(rawValue: fixture.cost))
      let pass = network.forward(fixture.input)
      expectClose(pass.output, fixture.output, "output of \(fixture.testDescription)")
      expectClose(
        [cost.value(pass.output, target: fixture.target)], [fixture.value],
        "cost of \(fixture.testDescription)")
      let gradient = network.gradient(of: pass, target: fixture.target, cost: cost)
      for (index, layer) in gradient.layers.enumerated() {
        expectClose(layer.weights.rowMajor, fixture.weightGradients[index], "W\(index + 1)")
        expectClose(layer.biases, fixture.biasGradients[index], "b\(index + 1)")
      }
    }
  }

  /// A twin in Double of what is differentiated, so that differences are not lost in rounding.
  private func costInDouble(_ network: Network, _ input: [Float], _ y: [Float], _ cost: Cost)
    -> Double
  {
    var a = input.map(Double.init)
    for layer in network.layers {
      a = (0..<layer.neurons).map { row in
        let z = (0..<layer.inputs).reduce(Double(layer.biases[row])) {
          $0 + Double(layer.weights[row, $1]) * a[$1]
        }
        return switch layer.activation {
        case .sigmoid: 1 / (1 + exp(-z))
        case .relu: max(0, z)
        case .tanh: tanh(z)
        case .leakyReLU: z > 0 ? z : z / 100
        }
      }
    }
    return zip(a, y).reduce(0) { sum, pair in
      let (a, y) = (pair.0, Double(pair.1))
      switch cost {
      case .squares: return sum + (a - y) * (a - y)
      case .crossEntropy: return sum - (y * log(a) + (1 - y) * log(1 - a))
      }
    }
  }

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64], Activation.allCases)
  func `gradients agree with central differences`(seed: UInt64, activation: Activation) {
    var generator = SeededGenerator(seed: seed)
    let sizes = [3 + generator.next(below: 4), 2 + generator.next(below: 5), 3]
    let cost: Cost = activation == .sigmoid && seed % 2 == 0 ? .crossEntropy : .squares
    let network = Network(sizes: sizes, activation: activation, using: &generator)
    let input = (0..<sizes[0]).map { _ in generator.nextUniform() }
    let y: [Float] = [0, 1, 0]
    let gradient = network.gradient(of: network.forward(input), target: y, cost: cost)
    for layer in network.layers.indices {
      for k in network.layers[layer].weights.columnMajor.indices {
        let h: Float = 1e-3
        var (up, down) = (network, network)
        up.layers[layer].weights.columnMajor[k] += h
        down.layers[layer].weights.columnMajor[k] -= h
        let step =
          Double(up.layers[layer].weights.columnMajor[k])
          - Double(down.layers[layer].weights.columnMajor[k])
        let slope =
          (costInDouble(up, input, y, cost) - costInDouble(down, input, y, cost)) / step
        let ours = Double(gradient.layers[layer].weights.columnMajor[k])
        #expect(
          abs(ours - slope) <= 0.01 * max(abs(slope), 1e-4), "layer \(layer + 1), weight \(k)")
      }
    }
  }
}

extension Activation: Decodable {}
