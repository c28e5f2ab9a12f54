import Foundation
import Lessons
import Testing

@testable import Core

struct AttributionTests {
  private let network: Network
  private let drawings: [Drawing]

  init() throws {
    network = try NetworkFile(Lessons.network).network
    drawings = try DrawingFile.parse(Lessons.drawings)
  }

  private let blank = [Float](repeating: 0, count: Digit.pixelCount)

  // MARK: What is added up

  @Test(arguments: AttributionMethod.allCases)
  func `at every layer the parts add up to every output of 1,000 digits`(
    _ method: AttributionMethod
  ) {
    var worst = 0.0
    for example in DrawnDigits(drawings).dataset(1000, seed: 21) {
      for output in 0..<10 {
        let found = network.attribution(
          of: ExplainedNumber(output: output), input: example.digit.pixels, baseline: blank,
          method: method)
        let z = network.forward(example.digit.pixels).layers[2].z[output]
        #expect(abs(found.value - Double(z)) < 1e-4)
        worst = max(worst, found.completenessError)
      }
    }
    #expect(worst < 1e-4, "\(worst)")
  }

  @Test(arguments: AttributionMethod.allCases)
  func `activations and gaps add up as well`(_ method: AttributionMethod) {
    let gray = [Float](repeating: 0.5, count: Digit.pixelCount)
    for drawing in drawings.prefix(40) {
      let pixels = drawing.rasterized().pixels
      for number in [
        ExplainedNumber(output: 3, rival: 8), ExplainedNumber(output: 5, quantity: .activation),
        ExplainedNumber(output: 4, rival: 9, quantity: .activation),
      ] {
        let found = network.attribution(
          of: number, input: pixels, baseline: gray, method: method)
        #expect(found.completenessError < 1e-4, "\(found.completenessError)")
        let pass = network.forward(pixels).layers[2]
        let values = number.quantity == .sum ? pass.z : pass.a
        let value = values[number.output] - (number.rival.map { values[$0] } ?? 0)
        #expect(abs(found.value - Double(value)) < 1e-4)
      }
    }
  }

  @Test(arguments: Activation.allCases)
  func `networks of any depth and activation add up`(_ activation: Activation) {
    for sizes in [[784, 10], [784, 7, 10], [784, 12, 9, 8, 10]] {
      var generator = SeededGenerator(seed: 4)
      let network = Network(sizes: sizes, activation: activation, using: &generator)
      for drawing in drawings.prefix(8) {
        let pixels = drawing.rasterized().pixels
        for method in AttributionMethod.allCases {
          let found = network.attribution(
            of: ExplainedNumber(output: 2), input: pixels, baseline: blank, method: method)
          #expect(found.layers.map(\.count) == Array(sizes.dropLast()))
          #expect(found.completenessError < 1e-4, "\(sizes) \(method) \(found.completenessError)")
        }
      }
    }
  }

  @Test func `without a hidden layer a part is weight times how far the input has moved`() {
    var generator = SeededGenerator(seed: 6)
    let network = Network(sizes: [784, 10], activation: .sigmoid, using: &generator)
    let pixels = drawings[0].rasterized().pixels
    let gray = [Float](repeating: 0.5, count: Digit.pixelCount)
    let weights = network.layer(1).weights.row(4)
    for method in [AttributionMethod.gradients, .layers] {
      let found = network.attribution(
        of: ExplainedNumber(output: 4), input: pixels, baseline: gray, method: method)
      for pixel in pixels.indices {
        let part = Double(weights[pixel]) * Double(pixels[pixel] - 0.5)
        #expect(abs(found.layers[0][pixel] - part) < 1e-6)
      }
    }
  }

  @Test func `a dark pixel adds nothing to what is more than a blank`() {
    let pixels = drawings[40].rasterized().pixels
    for method in AttributionMethod.allCases {
      let found = network.attribution(
        of: ExplainedNumber(output: 1), input: pixels, baseline: blank, method: method)
      #expect(pixels.indices.allSatisfy { pixels[$0] > 0 || found.layers[0][$0] == 0 })
    }
  }

  // MARK: Against Captum

  /// A list most of which is 0.
  private struct Sparse: Decodable {
    let places: [Int]
    let values: [Double]

    var dense: [Double] {
      var all = [Double](repeating: 0, count: Digit.pixelCount)
      for (place, value) in zip(places, values) { all[place] = value }
      return all
    }
  }

  /// A case of attributions.json; see make-attributions.py beside it.
  private struct Fixture: Decodable {
    let digit: Int
    let drawing: Int
    let output: Int
    let rival: Int?
    let quantity: String
    let baseline: Float
    let pixels: Sparse
    let value: Double
    let reference: Double
    let gradients: Sparse
    let conductances: [[Double]]
    let layers: Sparse
    let lrp: Sparse?

    static func all() throws -> [Fixture] {
      let url = try #require(
        Bundle.module.url(forResource: "Fixtures/attributions", withExtension: "json"))
      return try JSONDecoder().decode([Fixture].self, from: Data(contentsOf: url))
    }
  }

  @Test func `parts agree with Captum's on the same network and digits`() throws {
    let fixtures = try Fixture.all()
    #expect(fixtures.count == 7 && fixtures.contains { $0.lrp != nil })
    for fixture in fixtures {
      let quantity = try #require(ExplainedNumber.Quantity(rawValue: fixture.quantity))
      let number = ExplainedNumber(
        output: fixture.output, rival: fixture.rival, quantity: quantity)
      func found(_ method: AttributionMethod) -> Attribution {
        network.attribution(
          of: number, input: fixture.pixels.dense.map { Float($0) },
          baseline: [Float](repeating: fixture.baseline, count: Digit.pixelCount), method: method)
      }
      let name = "\(fixture.digit).\(fixture.drawing), output \(fixture.output)"
      let gradients = found(.gradients)
      #expect(abs(gradients.value - fixture.value) < 1e-9, "\(name)")
      #expect(abs(gradients.reference - fixture.reference) < 1e-9, "\(name)")
      expectClose(gradients.layers[0], fixture.gradients.dense, 1e-6, "gradients of \(name)")
      // Captum's conductance is a sum over steps, ours an integral.
      for (layer, theirs) in fixture.conductances.enumerated() {
        expectClose(gradients.layers[layer + 1], theirs, 2e-3, "layer \(layer + 1) of \(name)")
      }
      expectClose(found(.layers).layers[0], fixture.layers.dense, 1e-6, "layers of \(name)")
      if let lrp = fixture.lrp {
        expectClose(found(.lrp).layers[0], lrp.dense, 1e-6, "LRP of \(name)")
      }
    }
  }

  private func expectClose(_ ours: [Double], _ theirs: [Double], _ limit: Double, _ what: String) {
    #expect(ours.count == theirs.count)
    let scale = max(theirs.map(abs).max() ?? 0, 1e-3)
    let worst = zip(ours, theirs).map { abs($0 - $1) }.max() ?? 0
    #expect(worst <= limit * scale, "\(what): \(worst) of \(scale)")
  }

  // MARK: Agreement

  @Test func `agreement counts equal signs among the strongest`() {
    func attribution(_ parts: [Double]) -> Attribution {
      Attribution(
        value: 0, reference: 0, layers: [parts], biases: [0], stabilizers: [0])
    }
    let agreement = attribution([0, 5, -4, 0.1, 3]).agreement(
      with: attribution([1, 2, -1, -3, -1]), among: 3)
    #expect(agreement == (2, 3))
    #expect(attribution([0, 0]).agreement(with: attribution([1, 1]), among: 3) == (0, 0))
  }
}
