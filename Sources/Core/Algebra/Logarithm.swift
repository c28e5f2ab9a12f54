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
