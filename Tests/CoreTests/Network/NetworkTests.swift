import Testing

@testable import Core

struct NetworkTests {
  @Test func `the film's network has 13,002 knobs`() throws {
    let count = try #require(ParameterCount(sizes: [784, 16, 16, 10]))
    #expect(count.weights == 12_960)
    #expect(count.biases == 42)
    #expect(count.total == 13_002)
    #expect(count.layers.map(\.weights) == [12_544, 256, 160])
    #expect(ParameterCount(sizes: [784, 30, 10])?.total == 23_860)
  }

  @Test func `impossible sizes are not counted`() {
    #expect(ParameterCount(sizes: []) == nil)
    #expect(ParameterCount(sizes: [784]) == nil)
    #expect(ParameterCount(sizes: [784, 0, 10]) == nil)
    #expect(ParameterCount(sizes: [.max, .max]) == nil)
    #expect(ParameterCount(sizes: [784, 10_000_001]) == nil)
    #expect(ParameterCount(sizes: [Int](repeating: 1, count: 1000))?.total == 1998)
    #expect(ParameterCount(sizes: [Int](repeating: 1, count: 1001)) == nil)
    #expect(ParameterCount(sizes: [1, 1])?.total == 2)
    #expect(ParameterCount(sizes: [10_000_000, 10_000_000])?.weights == 100_000_000_000_000)
  }

  @Test func `a forward pass keeps every z and a, as worked out by hand`() {
    let network = Network(layers: [
      Layer(
        weights: Matrix(rows: 2, columns: 2, rowMajor: [1, -1, 0.5, 2]), biases: [0.25, -1],
        activation: .relu),
      Layer(
        weights: Matrix(rows: 1, columns: 2, rowMajor: [2, -4]), biases: [0.5],
        activation: .sigmoid),
    ])
    let pass = network.forward([1, 0.5])
    #expect(pass.layers[0].z == [0.75, 0.5])
    #expect(pass.layers[0].a == [0.75, 0.5])
    #expect(pass.layers[1].z == [0])
    #expect(pass.output == [0.5])
    #expect(pass.activations(0) == [1, 0.5])
  }

  @Test func `the same seed gives the same network, another seed another`() {
    func network(_ seed: UInt64) -> Network {
      var generator = SeededGenerator(seed: seed)
      return Network(sizes: [5, 4, 3], activation: .sigmoid, using: &generator)
    }
    #expect(network(7) == network(7))
    #expect(network(7) != network(8))
    #expect(network(7).sizes == [5, 4, 3])
  }

  @Test func `the answer is the brightest output, the first of equals`() {
    #expect([Float]([0.1, 0.9, 0.3]).indexOfLargest == 1)
    #expect([Float]([0.5, 0.5]).indexOfLargest == 0)
    #expect([Float]([.nan, 0.5, 1, .nan]).indexOfLargest == 2)
    #expect([Float]([-.infinity, .nan]).indexOfLargest == 0)
    #expect([Float]([.nan, .nan]).indexOfLargest == 0 && [Float]().indexOfLargest == 0)
  }
}
