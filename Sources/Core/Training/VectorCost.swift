// Costs and slopes of four neurons at once; each stands for the one of the same name in `Cost`, which
// says what it computes.

extension SIMD4<Float> {
  /// These numbers, with 0 for those nearer to 0 than 2⁻⁴⁰, about 10⁻¹².
  ///
  /// Slopes that small move no parameter: a weight would have to be below 10⁻⁵ to notice. Left alone they
  /// shrink on from layer to layer and step to step, to numbers below 2⁻¹²⁶ that processors compute
  /// with a hundred times more slowly.
  @inline(__always)
  var flushedToZero: Self { without(below: 0x2B80_0000) }

  /// These numbers, with 0 for those nearer to 0 than 2⁻⁸⁰: the squares of traces.
  @inline(__always)
  var flushedSquaresToZero: Self { without(below: 0x1780_0000) }

  /// - Parameter limit: the bits of a number above 0; they rise as the number does.
  @inline(__always)
  private func without(below limit: Int32) -> Self {
    let magnitude = bits & SIMD4<Int32>(repeating: .max)
    return replacing(with: 0, where: magnitude .< SIMD4<Int32>(repeating: limit))
  }
}

extension Cost {
  @inline(__always)
  func slope(at a: Vector, target y: Vector, through activation: Activation) -> Vector {
    switch self {
    case .squares: return 2 * (a - y) * activation.slope(at: a)
    case .crossEntropy where activation.hasLogisticSlope: return a - y
    case .crossEntropy:
      let low = a.replacing(with: 1e-6, where: a .< 1e-6)
      let inside = low.replacing(with: 1 - 1e-6, where: low .> 1 - 1e-6)
      return (a - y) / (inside * (1 - inside)) * activation.slope(at: a)
    }
  }

  /// What each of four outputs adds to the cost.
  ///
  /// - Parameter soft: whether targets other than 0 and 1 occur. Without them one logarithm will
  ///   do, that of the share given to the right answer.
  @inline(__always)
  func term(_ a: Vector, _ y: Vector, soft: Bool) -> Vector {
    switch self {
    case .squares: (a - y) * (a - y)
    case .crossEntropy where soft: -(y * heldLogarithm(a) + (1 - y) * heldLogarithm(1 - a))
    case .crossEntropy: -heldLogarithm(a.replacing(with: 1 - a, where: y .== 0))
    }
  }

  /// ln x, held at ln 2⁻¹²⁶; NaN for NaN.
  @inline(__always)
  private func heldLogarithm(_ x: Vector) -> Vector {
    logarithm(x.replacing(with: Self.least, where: x .< Self.least))
  }
}
