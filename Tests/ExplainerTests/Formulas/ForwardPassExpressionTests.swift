import Core
import Lessons
import Testing

@testable import Formulas

/// The film's formula gives what the network itself computed, to the last bit.
@Suite struct ForwardPassExpressionTests {
  @Test(arguments: 1...20)
  func seededNetworks(seed: Int) throws {
    let sizes = [[784, 16, 16, 10], [5, 1, 3], [1, 1], [37, 19, 6, 4, 2], [3, 33, 65]][seed % 5]
    for activation in Activation.allCases {
      let names = names(of: sizes, activation, seed: UInt64(seed))
      try expectSameBits(names, activation)
    }
  }

  @Test(.enabled(if: !Lessons.network.isEmpty, "no trained network here yet"))
  func bundledNetworkOnHundredImages() throws {
    let network = try NetworkFile(Lessons.network).network
    for seed in 0..<100 {
      var chance = SeededGenerator(seed: UInt64(seed))
      let image = (0..<784).map { _ in max(0, chance.nextUniform() * 3 - 2) }
      try expectSameBits(
        NameTable(network: network, pass: network.forward(image)), network.layers[0].activation)
    }
  }

  private func expectSameBits(_ names: NameTable, _ activation: Activation) throws {
    let layers = try #require(names.network).layers.count
    for layer in 1...layers {
      let line = "\(activation.functionNames[0])(W\(layer)·a\(layer - 1) + b\(layer))"
      let explanation = try Explanation(of: syntax(line), in: names)
      let expected = try #require(names.pass).activations(layer)
      #expect(explanation.value.singles.map(\.bitPattern) == expected.map(\.bitPattern))
      for (entry, a) in zip(explanation.value.entries, expected) {
        #expect(abs(entry - Double(a)) <= 1e-4 * max(1, abs(entry)))
      }
      #expect(try value("\(line) == a\(layer)", in: names) == .number(1))
      #expect(try value(line, in: names) == explanation.value)
      #expect(
        try value("W\(layer)·a\(layer - 1) + b\(layer) == z\(layer)", in: names) == .number(1))
    }
  }
}
