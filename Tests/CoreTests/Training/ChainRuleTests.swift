import Foundation
import Testing

@testable import Core

struct ChainRuleTests {
  private func close(_ a: Double, _ b: Double, _ part: Double) -> Bool {
    abs(a - b) <= part * max(abs(b), 1e-2)
  }

  @Test func `nudged knobs have PyTorch's slopes`() throws {
    for fixture in try BackpropagationTests.Fixture.all() {
      let cost = try #require(Cost(rawValue: fixture.cost))
      let network = fixture.network
      let nudged = FiniteDifference(
        network, input: fixture.input, target: fixture.target, cost: cost)
      for (index, layer) in network.layers.enumerated() {
        for neuron in 0..<layer.neurons {
          let bias = nudged.slope(layer: index + 1, neuron: neuron, input: nil)
          #expect(close(bias, Double(fixture.biasGradients[index][neuron]), 1e-5))
          for input in 0..<layer.inputs {
            let slope = nudged.slope(layer: index + 1, neuron: neuron, input: input)
            let theirs = fixture.weightGradients[index][neuron * layer.inputs + input]
            #expect(
              close(slope, Double(theirs), 1e-5), "\(fixture.testDescription), W\(index + 1)")
          }
        }
      }
    }
  }

  @Test func `the factors at each neuron multiply to PyTorch's slopes`() throws {
    for fixture in try BackpropagationTests.Fixture.all() {
      let cost = try #require(Cost(rawValue: fixture.cost))
      let network = fixture.network
      let pass = network.forward(fixture.input)
      let chain = ChainRule(network, pass, target: fixture.target, cost: cost)
      for (index, layer) in chain.layers.enumerated() {
        for neuron in layer.errors.indices {
          let product = layer.costSlopes[neuron] * layer.activationSlopes[neuron]
          let theirs = fixture.biasGradients[index][neuron]
          #expect(close(Double(product), Double(theirs), 1e-5), "\(fixture.testDescription)")
          #expect(close(Double(layer.errors[neuron]), Double(theirs), 1e-5))
        }
      }
    }
  }

  @Test func `the cost of targets between 0 and 1 is what its formula says`() {
    let weights = Matrix(rows: 1, columns: 1, rowMajor: [1])
    for activation in Activation.allCases {
      let network = Network(layers: [
        Layer(weights: weights, biases: [0], activation: activation)
      ])
      let z = Double(Float(0.4))
      let (a, activationSlope) =
        switch activation {
        case .sigmoid: (1 / (1 + exp(-z)), exp(-z) / ((1 + exp(-z)) * (1 + exp(-z))))
        case .relu, .leakyReLU: (z, 1)
        case .tanh: (tanh(z), 1 / (cosh(z) * cosh(z)))
        }
      let y = Double(Float(0.3))
      for (cost, truth, slope) in [
        (Cost.squares, (a - y) * (a - y), 2 * (a - y)),
        (.crossEntropy, -y * log(a) - (1 - y) * log(1 - a), (a - y) / (a * (1 - a))),
      ] {
        let nudged = FiniteDifference(network, input: [0.4], target: [0.3], cost: cost)
        #expect(abs(nudged.cost(layer: 1, neuron: 0, input: nil, nudgedBy: 0) - truth) < 1e-12)
        let through = slope * activationSlope
        #expect(abs(nudged.slope(layer: 1, neuron: 0, input: nil) - through) < 1e-6)
        #expect(abs(nudged.slope(layer: 1, neuron: 0, input: 0) - through * 0.4) < 1e-6)
      }
    }
  }

  @Test func `a certain mistake costs the same in all three ways of measuring`() {
    let network = Network(layers: [
      Layer(
        weights: Matrix(rows: 1, columns: 1, rowMajor: [1]), biases: [0], activation: .relu)
    ])
    let nudged = FiniteDifference(network, input: [0], target: [1], cost: .crossEntropy)
    let precise = nudged.cost(layer: 1, neuron: 0, input: nil, nudgedBy: 0)
    #expect(abs(precise - Double(Cost.crossEntropy.term(0, 1))) < 1e-4)
    #expect(abs(precise - Double(Cost.crossEntropy.term(.zero, .one, soft: false)[0])) < 1e-4)
    #expect(abs(precise - Double(Cost.crossEntropy.term(.zero, .one, soft: true)[0])) < 1e-4)
  }

  @Test func `a saturated output still has the slope it has`() {
    var generator = SeededGenerator(seed: 1)
    var network = Network(sizes: [2, 1], activation: .sigmoid, using: &generator)
    network.setBias(60, layer: 1, neuron: 0)
    let nudged = FiniteDifference(network, input: [0, 0], target: [0], cost: .crossEntropy)
    #expect(abs(nudged.slope(layer: 1, neuron: 0, input: nil) - 1) < 1e-6)
  }
}
