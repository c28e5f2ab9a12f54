import Testing

@testable import Core

/// How far each setting really moves a picture: measured on where a dot of ink ends up.
struct AugmentationAmountsTests {
  /// A dot around a pixel, without hard edges, whose middle is well kept as it is turned.
  private static func dot(_ column: Int, _ row: Int) -> [UInt8] {
    (0..<Digit.pixelCount).map { pixel in
      let (x, y) = (abs(pixel % 28 - column), abs(pixel / 28 - row))
      return UInt8(255 * max(3 - x, 0) * max(3 - y, 0) / 9)
    }
  }

  /// Where dots end up, in pixels, all changed in the same way.
  private func places(
    of dots: [(column: Int, row: Int)], _ kind: TrainingSettings.Augmentation, seed: UInt64
  ) throws -> [SIMD2<Double>] {
    let pictures = SparsePictures(
      pictures: dots.flatMap { Self.dot($0.column, $0.row) },
      labels: dots.map { _ in 0 })
    var augmenter = try #require(Augmenter(kind))
    return dots.indices.map { index in
      var generator = SeededGenerator(seed: seed)
      var center = SIMD2<Double>.zero
      augmenter.change(pictures[index], using: &generator) { pixels in
        var mass = 0.0
        for (place, ink) in pixels.enumerated() {
          mass += Double(ink)
          center += Double(ink) * SIMD2(Double(place % 28), Double(place / 28))
        }
        center /= mass
      }
      return center
    }
  }

  /// What was done to a picture, by where its middle, a dot to the right and one below it went.
  private struct Change {
    let degrees: Double
    let shear: Double
    let across: Double
    let along: Double
    let shift: SIMD2<Double>

    /// - Parameters:
    ///   - places: of dots at (14, 14), (22, 14) and (14, 22).
    init(_ places: [SIMD2<Double>]) {
      let (right, down) = ((places[1] - places[0]) / 8, (places[2] - places[0]) / 8)
      // An augmenter asks for each pixel where it comes from; so the inverse is taken.
      let determinant = right.x * down.y - down.x * right.y
      let from = (
        right: SIMD2(down.y, -right.y) / determinant, down: SIMD2(-down.x, right.x) / determinant
      )
      across = (from.right.x * from.right.x + from.right.y * from.right.y).squareRoot()
      let (cosine, sine) = (from.right.x / across, from.right.y / across)
      // The angles are small: the arc's series is enough.
      degrees = (sine + sine * sine * sine / 6) * 180 / .pi
      along = cosine * from.down.y - sine * from.down.x
      shear = (cosine * from.down.x + sine * from.down.y) / along
      shift = places[0] - SIMD2(14, 14)
    }
  }

  /// Numbers that lie evenly between an amount and its opposite: the ends are all but reached, none
  /// is passed, and mean and spread are those of an even distribution.
  private func expectEven(
    _ numbers: [Double], within amount: Double, error: Double, _ what: String,
    _ location: SourceLocation = #_sourceLocation
  ) {
    let count = Double(numbers.count)
    let (low, high) = (numbers.min() ?? 0, numbers.max() ?? 0)
    let mean = numbers.reduce(0, +) / count
    let spread = (numbers.reduce(0) { $0 + $1 * $1 } / count).squareRoot()
    #expect(low > -amount - error, "\(what)", sourceLocation: location)
    #expect(low < -0.95 * amount + error, "\(what)", sourceLocation: location)
    #expect(high < amount + error, "\(what)", sourceLocation: location)
    #expect(high > 0.95 * amount - error, "\(what)", sourceLocation: location)
    #expect(abs(mean) < 4 * amount / (3 * count).squareRoot(), "\(what)", sourceLocation: location)
    #expect(abs(spread / amount - 0.57735) < 0.04, "\(what): \(spread)", sourceLocation: location)
  }

  @Test func `an affine change turns, slants, stretches and moves by as much as it says`() throws {
    let changes = try (1...600).map { seed in
      Change(try places(of: [(14, 14), (22, 14), (14, 22)], .affine, seed: UInt64(seed)))
    }
    expectEven(changes.map(\.degrees), within: 8, error: 0.6, "degrees")
    expectEven(changes.map(\.shear), within: 0.1, error: 0.015, "shear")
    expectEven(changes.map { $0.across - 1 }, within: 0.08, error: 0.012, "across")
    expectEven(changes.map { $0.along - 1 }, within: 0.08, error: 0.012, "along")
    expectEven(changes.map(\.shift.x), within: 0.7, error: 0.05, "to the right")
    expectEven(changes.map(\.shift.y), within: 0.7, error: 0.05, "down")
    // Each is drawn for itself.
    let (across, along) = (changes.map { $0.across - 1 }, changes.map { $0.along - 1 })
    #expect(abs(zip(across, along).reduce(0) { $0 + $1.0 * $1.1 }) / 600 < 0.0005)
    let (x, y) = (changes.map(\.shift.x), changes.map(\.shift.y))
    #expect(abs(zip(x, y).reduce(0) { $0 + $1.0 * $1.1 }) / 600 < 0.03)
  }

  @Test func `a shift goes to each of nine places as often`() throws {
    var counts: [SIMD2<Double>: Int] = [:]
    for seed in 1...900 as ClosedRange<UInt64> {
      counts[try places(of: [(14, 14)], .shift, seed: seed)[0] - SIMD2(14, 14), default: 0] += 1
    }
    let all = (-1...1).flatMap { x in (-1...1).map { SIMD2(Double(x), Double($0)) } }
    #expect(Set(counts.keys) == Set(all))
    // Four standard deviations.
    for (place, count) in counts { #expect(abs(count - 100) < 38, "\(place): \(count)") }
  }

  /// The spread of where a pixel goes when points eight pixels apart are each pulled by up to
  /// `amount` to every side, and a cubic B-spline lies between them.
  private func spread(ofBend amount: Double, _ column: Int, _ row: Int) -> Double {
    func sumOfSquares(_ pixel: Int) -> Double {
      let t = Double(pixel % 8) / 8
      let shares = [
        (1 - t) * (1 - t) * (1 - t), 3 * t * t * t - 6 * t * t + 4,
        -3 * t * t * t + 3 * t * t + 3 * t + 1, t * t * t,
      ]
      return shares.reduce(0) { $0 + $1 * $1 / 36 }
    }
    return amount * amount / 3 * sumOfSquares(column) * sumOfSquares(row)
  }

  @Test func `an elastic change is stronger, and its rubber bends by as much as it says`() throws {
    let middles = try (1...1500).map { seed in
      try places(of: [(14, 14)], .elastic, seed: UInt64(seed))[0] - SIMD2(14, 14)
    }
    // In the middle only the shift and the rubber move a dot.
    let expected = 1.0 / 3 + spread(ofBend: 3, 14, 14)
    for direction in [middles.map(\.x), middles.map(\.y)] {
      let variance = direction.reduce(0) { $0 + $1 * $1 } / 1500
      #expect(abs(variance / expected - 1) < 0.12, "\(variance), expected \(expected)")
      #expect(abs(direction.reduce(0, +)) / 1500 < 0.1)
    }
    // A dot to the right goes farther from where the middle went by turning and stretching, too.
    let dots = [(column: 14, row: 14), (column: 22, row: 14)]
    let apart = try (1...1500).map { seed in
      let places = try places(of: dots, .elastic, seed: UInt64(seed))
      return places[1] - places[0]
    }
    let turns = apart.map { $0.y / 8 }
    let rubber = spread(ofRubberBetween: 14, and: 22, row: 14, amount: 3) / 64
    let turning = 12.0 * .pi / 180
    let expectedTurn = turning * turning / 3 + rubber
    let variance = turns.reduce(0) { $0 + $1 * $1 } / 1500
    #expect(abs(variance / expectedTurn - 1) < 0.15, "\(variance), expected \(expectedTurn)")
  }

  /// The variance of how much farther one column's pixel of a row moves than another's, eight
  /// columns away: both read four points, three of which they share.
  private func spread(
    ofRubberBetween column: Int, and other: Int, row: Int, amount: Double
  ) -> Double {
    func shares(_ pixel: Int) -> [Int: Double] {
      let (first, t) = (pixel / 8, Double(pixel % 8) / 8)
      return [
        first: (1 - t) * (1 - t) * (1 - t) / 6, first + 1: (3 * t * t * t - 6 * t * t + 4) / 6,
        first + 2: (-3 * t * t * t + 3 * t * t + 3 * t + 1) / 6, first + 3: t * t * t / 6,
      ]
    }
    let (ours, theirs) = (shares(column), shares(other))
    let differences = Set(ours.keys).union(theirs.keys).map {
      ours[$0, default: 0] - theirs[$0, default: 0]
    }
    let rows = shares(row).values.reduce(0) { $0 + $1 * $1 }
    return amount * amount / 3 * differences.reduce(0) { $0 + $1 * $1 } * rows
  }
}
