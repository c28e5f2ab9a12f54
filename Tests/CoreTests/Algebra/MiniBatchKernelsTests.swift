import Testing

@testable import Core

/// The kernels of mini-batch training against their reference implementations, bit by bit.
struct MiniBatchKernelsTests {
  @Test(arguments: [(1, 1), (2, 3), (5, 4), (7, 6), (16, 10), (21, 16), (256, 9)])
  func `activation gradients have the bits of their reference implementation`(
    inputs: Int, neurons: Int
  ) {
    var generator = SeededGenerator(seed: UInt64(100 * inputs + neurons))
    let network = Network(
      sizes: [1, inputs, neurons], activation: .sigmoid, using: &generator)
    let layout = ParameterLayout(network)
    let slice = layout.layers[1]
    let parameters = layout.parameters(of: network)
    let examples = 3
    let errors = (0..<examples).map { _ in (0..<neurons).map { _ in generator.nextNormal() } }
    var vectors = [Vector](repeating: .zero, count: examples * slice.vectors)
    for (example, list) in errors.enumerated() {
      for (neuron, error) in list.enumerated() {
        vectors[example * slice.vectors + neuron / 4][neuron % 4] = error
      }
    }
    let width = layout.layers[0].vectors
    var found = [Vector](repeating: .one, count: examples * width)
    parameters.withUnsafeBufferPointer { parameters in
      vectors.withUnsafeBufferPointer { vectors in
        found.withUnsafeMutableBufferPointer { found in
          Kernels.activationGradients(
            of: vectors.baseAddress!, examples: examples, parameters.baseAddress! + slice.start,
            slice, width, into: found.baseAddress!)
        }
      }
    }
    for (example, list) in errors.enumerated() {
      let numbers = (0..<4 * width).map { found[example * width + $0 / 4][$0 % 4] }
      let expected = Kernels.referenceActivationGradients(
        of: list, { network.layers[1].weights[$0, $1] }, inputs: inputs)
      #expect(Array(numbers[..<inputs]) == expected)
      #expect(numbers[inputs...].allSatisfy { $0 == 0 }, "what fills the last vector")
    }
  }

  @Test func `a mini-batch lists what its reference implementation lists`() {
    var generator = SeededGenerator(seed: 6)
    let layout = ParameterLayout(
      Network(sizes: [784, 20, 10], activation: .sigmoid, using: &generator))
    for share in [0, 1, 40, 784] {
      let bytes = (0..<784).map { _ in
        generator.next(below: 784) < share ? UInt8(1 + generator.next(below: 255)) : 0
      }
      let pixels = bytes.map { Float($0) / 255 }
      let expected = Kernels.referenceList(pixels, columnBytes: 5 * 16)
      var batch = MiniBatch(capacity: 1, layout: layout)
      batch.append(pixels, label: 3)
      #expect(Array(batch.nonzero[..<batch.ends[0]]) == expected)
      batch.removeAll()
      batch.append(SparsePictures(pictures: bytes, labels: [3]), [0])
      // A step too long for a byte is made of several, to inputs that are listed though they are 0.
      #expect(batch.nonzero[..<batch.ends[0]].filter { $0.value != 0 } == expected)
    }
  }
}
