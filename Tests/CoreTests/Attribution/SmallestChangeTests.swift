import Foundation
import Lessons
import Testing

@testable import Core

struct SmallestChangeTests {
  /// A case of foolings.json; see make-foolings.py beside it.
  private struct Fixture: Decodable {
    let digit: Int
    let drawing: Int
    let target: Int
    let size: Double?
  }

  private let network: Network
  private let examples: [Dataset.Example]

  init() throws {
    network = try NetworkFile(Lessons.network).network
    examples = try DrawingFile.parse(Lessons.drawings).map {
      Dataset.Example(digit: $0.rasterized(), label: $0.digit)
    }
  }

  private func change(_ pixels: [Float], to target: Int) -> SmallestChange {
    var search = SmallestChange(to: target, from: pixels, in: network)
    search.searchFromOrigin()
    func distance(_ other: Dataset.Example) -> Float {
      zip(pixels, other.digit.pixels).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    let starts = examples.filter { network.forward($0.digit.pixels).answer == target }
      .sorted { distance($0) < distance($1) }
    for start in starts.prefix(6) { search.search(towards: start.digit.pixels) }
    return search
  }

  @Test func `it fools 100 digits with changes as small as PyTorch finds`() throws {
    let url = try #require(
      Bundle.module.url(forResource: "Fixtures/foolings", withExtension: "json"))
    let fixtures = try JSONDecoder().decode([Fixture].self, from: Data(contentsOf: url))
    #expect(fixtures.count == 100)
    var fooled = 0
    var ratios: [Double] = []
    for fixture in fixtures {
      let pixels = examples.filter { $0.label == fixture.digit }[fixture.drawing].digit.pixels
      let search = change(pixels, to: fixture.target)
      guard let best = search.best else { continue }
      fooled += 1
      let outputs = network.forward(best).output
      #expect(outputs.indexOfLargest == fixture.target)
      #expect(best.allSatisfy { (0...1).contains($0) })
      let size = zip(best, pixels).reduce(0) {
        $0 + Double($1.0 - $1.1) * Double($1.0 - $1.1)
      }.squareRoot()
      #expect(abs(size - search.size) < 1e-4)
      guard let theirs = fixture.size else { continue }
      ratios.append(search.size / theirs)
      #expect(
        search.size <= 1.2 * theirs,
        "\(fixture.digit).\(fixture.drawing) to \(fixture.target): \(search.size), \(theirs)")
    }
    #expect(fooled >= 95)
    let mean = ratios.reduce(0, +) / Double(ratios.count)
    #expect(mean < 1.05, "\(mean)")
  }

  @Test func `the nearest point of a half-space in the box is the one that algebra gives`() {
    // x + y ≥ 1.5 nearest to (0.2, 0.9): along (1, 1), held at y = 1.
    let found = NearestPoint.find(center: [0.2, 0.9], rows: [[1, 1]], least: [1.5])
    #expect(abs(found[0] - 0.5) < 1e-9 && abs(found[1] - 1) < 1e-9)
    // Two conditions, both tight.
    let corner = NearestPoint.find(
      center: [0, 0, 0.5], rows: [[1, 0, 0], [1, 2, 0]], least: [0.5, 1.1])
    #expect(abs(corner[0] - 0.5) < 1e-6 && abs(corner[1] - 0.3) < 1e-6 && corner[2] == 0.5)
    // Nothing to do.
    #expect(NearestPoint.find(center: [0.3], rows: [[1]], least: [0.1]) == [0.3])
  }

  @Test func `what can't be said is not found`() {
    // One pixel decides, and its weight is too small for the other output ever to lead.
    let layer = Layer(
      weights: Matrix(rows: 2, columns: 1, rowMajor: [1, -1]), biases: [5, 0], activation: .sigmoid)
    var search = SmallestChange(to: 1, from: [0.5], in: Network(layers: [layer]))
    search.searchFromOrigin()
    search.search(towards: [0])
    #expect(search.best == nil)
  }
}
