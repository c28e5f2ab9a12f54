/// What can be done to every picture of a set, by some amount, to see where a network fails.
public enum DigitAlteration: String, CaseIterable, Sendable {
  /// Moved by so many pixels: to the right, or to the left below 0.
  case shift
  /// Turned clockwise by so many degrees.
  case rotate
  /// Made so many times as large.
  case scale
  /// Each pixel off by up to so much, either way.
  case noise
  /// With lines wider by so many steps, or thinner below 0.
  case thickness

  /// The amounts it may be done by.
  public var range: ClosedRange<Float> {
    switch self {
    case .shift: -14...14
    case .rotate: -180...180
    case .scale: 0.3...3
    case .noise: 0...1
    case .thickness: -3...3
    }
  }

  /// The amount that changes nothing.
  public var neutral: Float {
    switch self {
    case .scale: 1
    case .shift, .rotate, .noise, .thickness: 0
    }
  }
}

/// An alteration by a certain amount, prepared to be done to many pictures.
public struct PreparedAlteration: Sendable {
  private enum Way: Sendable {
    case posed(PoseTable)
    case noisy(Float)
    case thickened(Float)
  }

  private let way: Way

  /// - Parameter amount: within the alteration's range.
  public init(_ alteration: DigitAlteration, by amount: Float) {
    precondition(alteration.range.contains(amount))
    switch alteration {
    case .shift: way = .posed(PoseTable(DigitPose(right: amount)))
    case .rotate: way = .posed(PoseTable(DigitPose(degrees: amount)))
    case .scale: way = .posed(PoseTable(DigitPose(factor: amount)))
    case .noise: way = .noisy(amount)
    case .thickness: way = .thickened(amount)
    }
  }

  /// A picture after it: to the bit what `Digit.posed`, `noisy` and `thickened` make of it.
  ///
  /// - Parameter seed: the noise of the picture; the same for all amounts, so that only its size differs.
  public func applied(to digit: Digit, noise seed: UInt64) -> Digit {
    switch way {
    case .posed(let table): return table.applied(to: digit)
    case .noisy(let amount):
      var generator = SeededGenerator(seed: seed)
      return digit.noisy(by: amount, using: &generator)
    case .thickened(let steps): return digit.thickened(by: steps)
    }
  }
}

/// Where each pixel of a posed picture comes from, worked out once for many pictures.
struct PoseTable: Sendable {
  /// The picture in a margin of black one pixel wide, and a row and a column more, so that the four
  /// pixels around every position that counts are there.
  private static let paddedSide = Digit.side + 3

  /// The upper left of the four pixels, in the padded picture; 0, which is black, where all is black.
  private var corners: [Int32] = []
  /// How far right and down of it, from 0 to 1.
  private var right: [Float] = []
  private var down: [Float] = []

  init(_ pose: DigitPose) {
    let middle = Float(Digit.side - 1) / 2
    let field = Float(-1)...Float(Digit.side)
    let source = pose.source
    for row in 0..<Digit.side {
      for column in 0..<Digit.side {
        let (x, y) = source(Float(column) - middle, Float(row) - middle)
        let (fromX, fromY) = (x + middle, y + middle)
        guard field.contains(fromX), field.contains(fromY) else {
          add(corner: 0, right: 0, down: 0)
          continue
        }
        let (left, top) = (fromX.rounded(.down), fromY.rounded(.down))
        add(
          corner: (Int32(top) + 1) * Int32(Self.paddedSide) + Int32(left) + 1, right: fromX - left,
          down: fromY - top)
      }
    }
  }

  private mutating func add(corner: Int32, right: Float, down: Float) {
    corners.append(corner)
    self.right.append(right)
    self.down.append(down)
  }

  /// The picture as posed.
  func applied(to digit: Digit) -> Digit {
    let side = Self.paddedSide
    var padded = [Float](repeating: 0, count: side * side)
    for row in 0..<Digit.side {
      let start = (row + 1) * side + 1
      for column in 0..<Digit.side {
        padded[start + column] = digit.pixels[row * Digit.side + column]
      }
    }
    return Digit(
      pixels: corners.indices.map { pixel in
        let corner = Int(corners[pixel])
        let (right, down) = (right[pixel], down[pixel])
        let upper = padded[corner] * (1 - right) + padded[corner + 1] * right
        let lower = padded[corner + side] * (1 - right) + padded[corner + side + 1] * right
        return upper * (1 - down) + lower * down
      })
  }
}
