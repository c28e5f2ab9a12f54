/// The natural logarithm, from divisions, multiplications and additions only, so that every machine
/// gives the same bits; within 3 units in the last place.
///
/// x is split as 2ⁿ·m with m between √½ and √2, and ln m = 2·artanh((m − 1) / (m + 1)) is summed
/// from its power series; with |s| ≤ 0.172 the first term left out is below 10⁻⁹.
/// −∞ for 0, NaN below 0 and for NaN, +∞ for +∞.
public func logarithm(_ x: Float) -> Float {
  guard x > 0, x.isFinite else { return x == 0 ? -.infinity : x > 0 ? x : .nan }
  var m = x.significand
  var n = Float(x.exponent)
  if m > 1.4142135 {
    m *= 0.5
    n += 1
  }
  let s = (m - 1) / (m + 1)
  let square = s * s
  var sum: Float = 1.0 / 9
  sum = sum * square + 1.0 / 7
  sum = sum * square + 1.0 / 5
  sum = sum * square + 1.0 / 3
  let series = 2 * s + 2 * s * square * sum
  return n * 0.69335938 + (series - n * 2.1219444e-4)
}

/// `logarithm` of four numbers at once, with the same steps and so the same bits: of numbers from
/// 2⁻¹²⁶ up, +∞ not among them; NaN for NaN.
@inline(__always)
func logarithm(_ x: SIMD4<Float>) -> SIMD4<Float> {
  let bits = x.bits
  let exponent = (bits &>> SIMD4(repeating: 23)) &- SIMD4(repeating: 127)
  let fraction = (bits & SIMD4(repeating: 0x7F_FFFF)) | SIMD4(repeating: 0x3F80_0000)
  var m = SIMD4<Float>(bits: fraction)
  let large = m .> 1.4142135
  m.replace(with: m * 0.5, where: large)
  let whole = exponent.replacing(with: exponent &+ SIMD4(repeating: 1), where: large)
  let n = SIMD4<Float>(whole)
  let s = (m - 1) / (m + 1)
  let square = s * s
  var sum = SIMD4<Float>(repeating: 1.0 / 9)
  sum = sum * square + 1.0 / 7
  sum = sum * square + 1.0 / 5
  sum = sum * square + 1.0 / 3
  let series = 2 * s + 2 * s * square * sum
  // x − x is 0, but NaN where x is.
  return n * 0.69335938 + (series - n * 2.1219444e-4) + (x - x)
}
