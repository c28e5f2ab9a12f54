import Lessons
import Testing

@testable import Core

struct DrawnDigitsTests {
  let drawings: [Drawing]

  init() throws {
    drawings = try DrawingFile.parse(Lessons.drawings)
  }

  @Test func `the same seed draws the same digits, of every kind and never twice alike`() {
    func digits() -> [Dataset.Example] {
      var stream = DrawnDigits(drawings)
      var generator = SeededGenerator(seed: 8)
      return (0..<200).map { _ in stream.example(using: &generator) }
    }
    let first = digits()
    #expect(first == digits())
    #expect(Set(first.map(\.label)) == Set(0...9))
    for k in first.indices.dropFirst() { #expect(first[k] != first[k - 1]) }
  }

  @Test func `digits are about as large and as far in the middle as MNIST's`() throws {
    var stream = DrawnDigits(drawings)
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<300 {
      let digit = stream.example(using: &generator).digit
      #expect((40...330).contains(digit.litPixels))
      let center = try #require(InkImage(width: 28, height: 28, ink: digit.pixels).centerOfMass)
      #expect(abs(center.x - 14.5) < 1.3 && abs(center.y - 14.5) < 1.3)
    }
  }

  @Test func `strokes that meet still meet`() {
    let middle = Drawing.Point(x: 50, y: 50)
    let line = Drawing(
      digit: 4, strokes: [[.init(x: 10, y: 50), middle], [middle, .init(x: 90, y: 50)]])
    var stream = DrawnDigits([line])
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<50 {
      let digit = stream.example(using: &generator).digit
      // No column between the ends is empty.
      let lit = (0..<28).filter { column in (0..<28).contains { digit[$0, column] > 0.3 } }
      #expect(lit == Array((lit.first ?? 0)...(lit.last ?? 0)))
    }
  }

  @Test func `ink has the bits of its reference implementation`() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<50 {
      var (fast, plain) = ([Float](repeating: 0, count: 784), [Float](repeating: 0, count: 784))
      for _ in 0..<4 {
        let ends = (0..<2).map { _ in
          Drawing.Point(x: generator.next(in: -4...32), y: generator.next(in: -4...32))
        }
        let end = generator.next(below: 4) == 0 ? ends[0] : ends[1]
        Kernels.addInk(from: ends[0], to: end, reach: 1.6, to: &fast)
        Kernels.referenceAddInk(from: ends[0], to: end, reach: 1.6, to: &plain)
      }
      #expect(fast == plain)
      #expect(Kernels.centerOfMass(fast) == Kernels.referenceCenterOfMass(fast))
    }
  }

  @Test func `a network learns from drawings alone`() throws {
    var generator = SeededGenerator(seed: 1)
    let network = Network(sizes: [784, 16, 10], activation: .sigmoid, using: &generator)
    var settings = TrainingSettings()
    settings.heldOut = 300
    settings.learningRate = 1
    settings.epochs = 2
    var training = try Training(
      network, on: .drawn(DrawnDigits(drawings), perEpoch: 3000), settings)
    while case .epoch = training.trainEpoch() {}
    let share = training.epochs.last?.heldOut?.share ?? 0
    #expect(share > 0.7)
    #expect(throws: TrainingError.noDrawings) {
      try Training(network, on: .drawn(DrawnDigits([]), perEpoch: 10), settings)
    }
  }

  @Test func `digits drawn once and kept are those that judge`() {
    let digits = DrawnDigits(drawings)
    let dataset = digits.dataset(30, seed: 4)
    let pictures = digits.pictures(30, seed: 4)
    #expect(dataset.map(\.label) == pictures.labels.map(Int.init))
    #expect(dataset.map(\.digit) == (0..<30).map(pictures.digit))
  }

  @Test(arguments: [(5, 3), (27, 3), (0, 30), (30, 30)])
  func `a shortened data set keeps its first and its last`(count: Int, heldOut: Int) {
    let all = DrawnDigits(drawings).dataset(30, seed: 4)
    let short = all.shortened(to: count, heldOut: heldOut)
    let wanted = Array(all.prefix(count)) + Array(all.suffix(heldOut))
    #expect(Array(short) == (count + heldOut < 30 ? wanted : Array(all)))
  }
}
