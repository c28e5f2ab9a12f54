// The hyperbolic tangent, from additions, multiplications and divisions only, so that every machine
// gives the same bits.
//
// 1. Near 0 it is Lambert's continued fraction, x / (1 + x² / (3 + x² / (5 + …))), where the other
//    formula would lose digits.
// 2. Farther out it is ±(1 − 2 / (e^2|x| + 1)).

/// From this distance to 0 on the second formula is the more exact one.
private let border: Float = 0.625

/// tanh x, within 2 units in the last place; ±1 for ±∞, NaN for NaN.
public func hyperbolicTangent(_ x: Float) -> Float {
  let size = abs(x)
  guard size >= border || size.isNaN else {
    // The fraction down to its 9 as one division, and x taken out of it: what is left to be taken
    // off is small, and so is its rounding.
    let square = x * x
    let above: Float = (14 * square + 315) * square
    let below: Float = (15 * square + 420) * square + 945
    return x - x * (above / below)
  }
  let far = 1 - 2 / (exponential(size + size) + 1)
  return x < 0 ? -far : far
}

/// `hyperbolicTangent` of four numbers at once, with the same steps and so the same bits.
@inline(__always)
func hyperbolicTangent(_ x: SIMD4<Float>) -> SIMD4<Float> {
  let size = x.replacing(with: -x, where: x .< 0)
  let square = x * x
  let above: SIMD4<Float> = (14 * square + 315) * square
  let below: SIMD4<Float> = (15 * square + 420) * square + 945
  let near = x - x * (above / below)
  let far: SIMD4<Float> = 1 - 2 / (exponential(size + size) + 1)
  let signed = far.replacing(with: -far, where: x .< 0)
  return signed.replacing(with: near, where: size .< border)
}

/// tanh x in Double, within a few units in the last place; ±1 for ±∞, NaN for NaN.
public func preciseHyperbolicTangent(_ x: Double) -> Double {
  let size = abs(x)
  guard size >= 0.625 || size.isNaN else {
    let square = x * x
    let fraction = stride(from: 17.0, to: 1, by: -2).reduce(19) { $1 + square / $0 }
    return x / (1 + square / fraction)
  }
  let far = 1 - 2 / (preciseExponential(2 * size) + 1)
  return x < 0 ? -far : far
}
