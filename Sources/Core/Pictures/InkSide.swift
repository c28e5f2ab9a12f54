extension Plane {
  /// Whether the ink of a picture is darker than its paper.
  ///
  /// In even light most pixels are paper and lie close together, while ink makes a long tail on its
  /// side: the skewness tells which. It is asked twice, for a surface that is curved takes a digit that
  /// fills the picture for light, and a plane takes a shadow for ink. Where there is hardly more paper
  /// than ink, what lies along the frame helps.
  var hasDarkInk: Bool {
    let small = coarse(max(1, side / 60))
    let plane = small.without(LightSurface(of: small, degree: 1))
    let curved = small.without(LightSurface(of: small, degree: 2))
    return plane.frame.median / plane.deviation >= plane.skewness + curved.skewness
  }

  private func without(_ light: LightSurface) -> Plane {
    joined(with: light.drawn(like: self), -)
  }

  /// How far the numbers are from 0, in the mean of squares; never 0.
  private var deviation: Float { max(meanPower(2).squareRoot(), 1e-6) }

  /// Above 0 where the long tail is above; the mean is taken to be 0.
  private var skewness: Float { meanPower(3) / (deviation * deviation * deviation) }

  private func meanPower(_ power: Int) -> Float {
    let sum = values.reduce(0.0) { sum, value in
      sum + (1..<power).reduce(Double(value)) { product, _ in product * Double(value) }
    }
    return Float(sum / Double(values.count))
  }

  /// The pixels at the rim.
  private var frame: [Float] {
    let sides = (0..<height).flatMap { [values[$0 * width], values[($0 + 1) * width - 1]] }
    return values.prefix(width) + values.suffix(width) + sides
  }

  /// The picture as it would be in even light, as far as light changes slowly; paper is about 1.
  var inEvenLight: Plane {
    let surface = LightSurface(of: coarse(max(1, side / 60)), degree: 2, rounds: 4)
    let light = surface.drawn(like: self)
    let least = max(0.1 * (light.values.max() ?? 0), 0.05)
    return joined(with: light) { $0 / max($1, least) }
  }
}
