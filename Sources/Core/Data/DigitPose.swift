/// Where a picture lies on its field: first scaled and turned around the middle, then moved.
public struct DigitPose: Equatable, Sendable {
  /// Pixels to the right.
  public var right: Float = 0
  /// Pixels down.
  public var down: Float = 0
  /// Clockwise.
  public var degrees: Float = 0
  /// Larger where it is above 1; above 0.
  public var factor: Float = 1

  /// Where a pixel of the posed picture comes from: both places are measured from the middle.
  var source: (Float, Float) -> (Float, Float) {
    let (sine, cosine) = sineAndCosine(degrees: degrees)
    return { [self] x, y in
      let (x, y) = (x - right, y - down)
      return ((cosine * x + sine * y) / factor, (cosine * y - sine * x) / factor)
    }
  }

  /// As it is.
  public init(right: Float = 0, down: Float = 0, degrees: Float = 0, factor: Float = 1) {
    (self.right, self.down, self.degrees, self.factor) = (right, down, degrees, factor)
  }
}

extension Digit {
  /// Scaled, turned and moved at once, so that nothing is mixed twice; what leaves the field is lost,
  /// what comes in is black.
  public func posed(_ pose: DigitPose) -> Digit {
    precondition(pose.factor > 0)
    return sampled(from: pose.source)
  }

  /// With wider lines (above 0) or thinner ones: for each whole step every pixel becomes as bright as
  /// the brightest of itself and its four neighbors, or as dark as the darkest; for a part of a step it
  /// goes that part of the way.
  public func thickened(by steps: Float) -> Digit {
    var result = self
    var rest = steps.magnitude
    while rest > 0 {
      result = result.spread(toBrightest: steps > 0, part: min(rest, 1))
      rest -= 1
    }
    return result
  }

  private func spread(toBrightest isBrighter: Bool, part: Float) -> Digit {
    // A margin of black, so that every pixel has four neighbors.
    let side = Self.side + 2
    var padded = [Float](repeating: 0, count: side * side)
    for row in 0..<Self.side {
      for column in 0..<Self.side {
        padded[(row + 1) * side + column + 1] = pixels[row * Self.side + column]
      }
    }
    var result = pixels
    for row in 0..<Self.side {
      for column in 0..<Self.side {
        let place = (row + 1) * side + column + 1
        let own = padded[place]
        let (above, below) = (padded[place - side], padded[place + side])
        let (left, right) = (padded[place - 1], padded[place + 1])
        let end =
          isBrighter
          ? max(own, max(max(above, below), max(left, right)))
          : min(own, min(min(above, below), min(left, right)))
        result[row * Self.side + column] = own + part * (end - own)
      }
    }
    return Digit(pixels: result)
  }

  /// With each pixel off by up to an amount either way.
  public func noisy(by amount: Float, using generator: inout SeededGenerator) -> Digit {
    Digit(pixels: pixels.map { $0 + amount * (2 * generator.nextUniform() - 1) })
  }
}
