import Testing

@testable import Core

/// The same bits on every machine and after every change: hashes of what is computed on the way to a
/// reply. That the numbers are right is for other tests to say.
struct SameBitsTests {
  private func network(_ activation: Activation) -> Network {
    var generator = SeededGenerator(seed: 3)
    var network = Network(sizes: [784, 21, 16, 10], activation: .sigmoid, using: &generator)
    network.setActivation(activation)
    return network
  }

  @Test(arguments: [
    (Activation.sigmoid, 0x6741_AD12_229D_0996 as UInt64), (.relu, 0xD4A5_7C07_EA8F_48EB),
  ])
  func `passes have the bits they had`(activation: Activation, hash: UInt64) {
    let network = network(activation)
    let passes = fixedDrawings.map { network.forward($0.rasterized().pixels) }
    let found = passes.flatMap { $0.layers.flatMap { $0.z + $0.a } }.bitHash
    #expect(found == hash)
  }

  @Test(arguments: [
    (Cost.squares, 0x9EF6_A6C0_4F58_21B0 as UInt64), (.crossEntropy, 0xD940_166C_738A_961A),
  ])
  func `gradients have the bits they had`(cost: Cost, hash: UInt64) {
    let network = network(.sigmoid)
    let numbers = fixedDrawings.flatMap { drawing in
      let target = (0..<10).map { $0 == drawing.digit ? Float(1) : 0 }
      let pass = network.forward(drawing.rasterized().pixels)
      let gradient = network.gradient(of: pass, target: target, cost: cost)
      return gradient.layers.flatMap { $0.weights.columnMajor + $0.biases }
        + [cost.value(pass.output, target: target)]
    }
    #expect(numbers.bitHash == hash)
  }

  @Test func `pictures have the bits they had`() {
    let pictures = fixedDrawings.map { $0.rasterized() }
    #expect(pictures.flatMap(\.pixels).bitHash == 0xFA8C_E3C0_4D6E_2D44)
    var thick = fixedDrawings
    for index in thick.indices { thick[index].penRadius = 1.7 }
    #expect(thick.flatMap { $0.rasterized().pixels }.bitHash == 0x84BC_5795_CC00_39AE)
    let changed = pictures.flatMap {
      [
        $0.shifted(right: 2.3, down: -1.6), $0.rotated(degrees: 17), $0.rotated(degrees: -140),
        $0.scaled(by: 1.3), $0.scaled(by: 0.7), $0.inverted,
        $0.covered(rows: 3..<14, columns: 9..<20),
      ]
    }
    #expect(changed.flatMap(\.pixels).bitHash == 0x8646_8E8D_F789_E8BD)
    var generator = SeededGenerator(seed: 2)
    #expect(Digit.noise(using: &generator).pixels.bitHash == 0x2756_F126_99E8_AFF5)
  }

  @Test func `sheets of any size have the bits they had`() {
    var generator = SeededGenerator(seed: 8)
    let digits = [(40, 40), (33, 71), (90, 25), (7, 12), (300, 5)].map { width, height in
      InkImage(
        width: width, height: height,
        ink: (0..<width * height).map { place in
          // A frame of paper on two sides.
          place % width < 2 || place / width < 1 ? 0 : generator.nextUniform()
        }
      ).normalized()
    }
    #expect(digits.flatMap(\.pixels).bitHash == 0x67F4_BF5B_5628_E2D7)
  }
}
