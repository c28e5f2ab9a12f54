// Exponential and logarithm in Double, from additions, multiplications and divisions only, for
// checks that must not lose differences in rounding. Plain rather than fast.

/// eˣ, within a few units in the last place: x is split as n·ln 2 + r, and eʳ summed as Taylor's
/// series; 0 below −745, +∞ above 709.78.
func preciseExponential(_ x: Double) -> Double {
  guard x < 709.782 else { return x.isNaN ? x : .infinity }
  guard x > -745 else { return x.isNaN ? x : 0 }
  let n = (x * 1.4426950408889634).rounded()
  // ln 2 in two parts; the first has so few digits that its product with n is exact.
  let r = (x - n * 0.693147180369123816490) - n * 1.90821492927058770002e-10
  var sum = 1.0
  for k in stride(from: 16.0, to: 0, by: -1) { sum = 1 + sum * r / k }
  // In two halves, so that results below 2⁻¹⁰²² round once.
  let half = (n / 2).rounded(.down)
  return sum * powerOfTwo(Int(half)) * powerOfTwo(Int(n - half))
}

/// ln x for x above 0, within a few units in the last place: from the exponent, and
/// 2·artanh((m − 1) / (m + 1)) of a significand between √½ and √2.
func preciseLogarithm(_ x: Double) -> Double {
  guard x > 0, x.isFinite else { return x == 0 ? -.infinity : x > 0 ? x : .nan }
  var m = x.significand
  var n = Double(x.exponent)
  if m > 1.4142135623730951 {
    m *= 0.5
    n += 1
  }
  let s = (m - 1) / (m + 1)
  var sum = 0.0
  for k in stride(from: 23.0, to: 0, by: -2) { sum = sum * s * s + 1 / k }
  return n * 0.693147180369123816490 + (2 * s * sum + n * 1.90821492927058770002e-10)
}

private func powerOfTwo(_ exponent: Int) -> Double {
  Double(sign: .plus, exponent: exponent, significand: 1)
}
