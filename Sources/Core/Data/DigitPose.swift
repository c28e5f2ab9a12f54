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
    let (sine, cosine) = sineAndCosine(degrees: pose.degrees)
    return sampled { x, y in
      let (x, y) = (x - pose.right, y - pose.down)
      return (
        (cosine * x + sine * y) / pose.factor, (cosine * y - sine * x) / pose.factor
      )
    }
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
    let side = 0..<Self.side
    return Digit(
      pixels: pixels.indices.map { index in
        let (row, column) = (index / Self.side, index % Self.side)
        let around = [(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)]
          .map { side.contains($0.0) && side.contains($0.1) ? self[$0.0, $0.1] : 0 }
        let own = pixels[index]
        let end = around.reduce(own) { isBrighter ? max($0, $1) : min($0, $1) }
        return own + part * (end - own)
      })
  }

  /// With each pixel off by up to an amount either way.
  public func noisy(by amount: Float, using generator: inout SeededGenerator) -> Digit {
    Digit(pixels: pixels.map { $0 + amount * (2 * generator.nextUniform() - 1) })
  }
}
