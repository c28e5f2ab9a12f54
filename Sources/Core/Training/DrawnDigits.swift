/// An endless stream of our own digits: drawings turned, slanted, stretched, moved and drawn with
/// thinner and thicker pens, each point by a hand that is not quite steady.
///
/// What a network learns from nothing else carries over to MNIST, which it never saw.
public struct DrawnDigits: Sendable {
  /// A drawing whose points are listed once each, so that two strokes that touch still do when
  /// their points have moved.
  private struct Template: Sendable {
    let digit: Int
    let points: [Drawing.Point]
    /// For each stroke, which points it runs through.
    let strokes: [[Int]]

    init(_ drawing: Drawing) {
      digit = drawing.digit
      var points: [Drawing.Point] = []
      strokes = drawing.strokes.map { stroke in
        stroke.map { point in
          if let known = points.firstIndex(of: point) { return known }
          points.append(point)
          return points.count - 1
        }
      }
      self.points = points
    }
  }

  private let templates: [Template]
  private var ink = [Float](repeating: 0, count: Digit.pixelCount)

  /// A stream that draws from these, each as often as the others.
  ///
  /// - Parameter drawings: points in a square of 0…100.
  public init(_ drawings: [Drawing]) {
    templates = drawings.map(Template.init).filter { !$0.points.isEmpty }
  }

  /// Whether there is anything to draw from.
  public var canDraw: Bool { !templates.isEmpty }

  /// Draws a digit; the same generator draws the same one.
  public mutating func example(using generator: inout SeededGenerator) -> Dataset.Example {
    var example = Dataset.Example(digit: .blank, label: 0)
    draw(using: &generator) { pixels, digit in
      example = Dataset.Example(digit: Digit(pixels: pixels), label: digit)
    }
    return example
  }

  /// Hands a digit's 784 activations and what it is to `body`.
  mutating func draw(
    using generator: inout SeededGenerator, _ body: ([Float], Int) -> Void
  ) {
    precondition(canDraw, "there is no drawing to draw from")
    let template = templates[generator.next(below: templates.count)]
    let hand = Hand(using: &generator)
    let points = template.points.map { hand.moved($0, using: &generator) }
    let paths = template.strokes.map { stroke in
      Drawing.smooth(stroke.map { points[$0] }, steps: 4)
    }
    render(paths, hand)
    body(ink, template.digit)
  }

  /// Digits drawn once and kept: in every epoch the same, so that a few can be learned by heart.
  public func dataset(_ count: Int, seed: UInt64) -> Dataset {
    let (pictures, labels) = bytes(count, seed: seed)
    return Dataset(pictures: pictures[...], labels: labels[...])
  }

  /// Digits to judge a network by.
  func pictures(_ count: Int, seed: UInt64) -> SparsePictures {
    let (pictures, labels) = bytes(count, seed: seed)
    return SparsePictures(pictures: pictures, labels: labels)
  }

  /// Digits as a data set would hold them: one byte a pixel, and what each of them is.
  private func bytes(_ count: Int, seed: UInt64) -> (pictures: [UInt8], labels: [UInt8]) {
    var stream = self
    var generator = SeededGenerator(seed: seed)
    var bytes: [UInt8] = []
    var labels: [UInt8] = []
    bytes.reserveCapacity(count * Digit.pixelCount)
    for _ in 0..<count {
      stream.draw(using: &generator) { pixels, digit in
        bytes.append(contentsOf: pixels.lazy.map { UInt8($0 * 255 + 0.5) })
        labels.append(UInt8(digit))
      }
    }
    return (bytes, labels)
  }

  /// Draws paths as `Drawing.rasterized` does: scaled to MNIST's size, the centre of mass brought to
  /// where MNIST has it; here a little off.
  private mutating func render(_ paths: [[Drawing.Point]], _ hand: Hand) {
    guard let first = paths.first?.first else { return }
    var (low, high) = (first, first)
    for path in paths {
      for point in path {
        low = Drawing.Point(x: min(low.x, point.x), y: min(low.y, point.y))
        high = Drawing.Point(x: max(high.x, point.x), y: max(high.y, point.y))
      }
    }
    let longer = max(high.x - low.x, high.y - low.y)
    let room = (Float(Digit.inkSide) - 2 * hand.penRadius) * hand.size
    let scale = longer > 0 ? room / longer : 0
    let middle = Float(Digit.side) / 2
    var placed = paths
    Self.move(
      &placed, scale: scale, x: middle - scale * (low.x + high.x) / 2,
      y: middle - scale * (low.y + high.y) / 2)
    draw(placed, hand.penRadius)
    let center = Kernels.centerOfMass(ink)
    let target = Digit.centerOfMass
    Self.move(
      &placed, scale: 1, x: target - center.x + hand.shift.x, y: target - center.y + hand.shift.y)
    draw(placed, hand.penRadius)
  }

  private mutating func draw(_ paths: [[Drawing.Point]], _ penRadius: Float) {
    for pixel in ink.indices { ink[pixel] = 0 }
    for path in paths { Drawing.addInk(along: path, penRadius: penRadius, to: &ink) }
  }

  private static func move(_ paths: inout [[Drawing.Point]], scale: Float, x: Float, y: Float) {
    for path in paths.indices {
      for index in paths[path].indices {
        let point = paths[path][index]
        paths[path][index] = Drawing.Point(x: point.x * scale + x, y: point.y * scale + y)
      }
    }
  }
}

/// How one digit is written: the amounts were measured by how well what was learned reads MNIST.
private struct Hand {
  /// Half the width of the line, in pixels.
  let penRadius: Float
  /// How large the digit is, 1 being what MNIST's normalisation makes of it.
  let size: Float
  /// How far off the middle, in pixels.
  let shift: Drawing.Point
  private let right: Drawing.Point
  private let down: Drawing.Point

  init(using generator: inout SeededGenerator) {
    let (sine, cosine) = sineAndCosine(degrees: generator.next(in: -15...15))
    let shear = generator.next(in: -0.3...0.3)
    let across = generator.next(in: 0.85...1.15)
    let along = generator.next(in: 0.85...1.15)
    right = Drawing.Point(x: cosine * across, y: sine * across)
    down = Drawing.Point(x: (cosine * shear - sine) * along, y: (sine * shear + cosine) * along)
    penRadius = generator.next(in: 0.8...1.8)
    size = generator.next(in: 0.9...1.05)
    shift = Drawing.Point(x: generator.next(in: -1...1), y: generator.next(in: -1...1))
  }

  /// Where a point of a drawing goes; up to 8 hundredths of the paper of that are unsteadiness.
  func moved(
    _ point: Drawing.Point, using generator: inout SeededGenerator
  ) -> Drawing.Point {
    let x = point.x - 50 + generator.next(in: -8...8)
    let y = point.y - 50 + generator.next(in: -8...8)
    return Drawing.Point(x: right.x * x + down.x * y, y: right.y * x + down.y * y)
  }
}

extension SeededGenerator {
  /// A number of a range, each equally likely.
  mutating func next(in range: ClosedRange<Float>) -> Float {
    range.lowerBound + (range.upperBound - range.lowerBound) * nextUniform()
  }
}
