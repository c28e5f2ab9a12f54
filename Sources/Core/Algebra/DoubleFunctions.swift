// Exponential and logarithm in Double, from additions, multiplications and divisions only, so that
// every machine gives the same bits.

/// eˣ, within a few units in the last place: x is split as n·ln 2 + r, and eʳ summed as Taylor's
/// series; 0 below −745.13, +∞ above 709.78.
public func preciseExponential(_ x: Double) -> Double {
  // Well beyond these the exponent would not fit its bits.
  guard x < 710 else { return x.isNaN ? x : .infinity }
  guard x > -746 else { return x.isNaN ? x : 0 }
  let n = (x * 1.4426950408889634).rounded()
  // ln 2 in two parts; the first has so few digits that its product with n is exact.
  let r = (x - n * 0.693147180369123816490) - n * 1.90821492927058770002e-10
  var sum = 1 / 87_178_291_200.0
  sum = sum * r + 1 / 6_227_020_800.0
  sum = sum * r + 1 / 479_001_600.0
  sum = sum * r + 1 / 39_916_800.0
  sum = sum * r + 1 / 3_628_800.0
  sum = sum * r + 1 / 362_880.0
  sum = sum * r + 1 / 40_320.0
  sum = sum * r + 1 / 5040.0
  sum = sum * r + 1 / 720.0
  sum = sum * r + 1 / 120.0
  sum = sum * r + 1 / 24.0
  sum = sum * r + 1 / 6.0
  sum = sum * r + 0.5
  sum = sum * r + 1
  sum = sum * r + 1
  // In two halves, so that results below 2⁻¹⁰²² round once.
  let half = (n / 2).rounded(.down)
  return sum * powerOfTwo(half) * powerOfTwo(n - half)
}

/// ln x, within a few units in the last place: from the exponent, and 2·artanh((m − 1) / (m + 1)) of
/// a significand m between √½ and √2; −∞ for 0, NaN below 0 and for NaN, +∞ for +∞.
public func preciseLogarithm(_ x: Double) -> Double {
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

/// 1 / (1 + e^−x) in Double, with digits also far below 0.
public func preciseSigmoid(_ x: Double) -> Double {
  guard x < 0 else { return 1 / (1 + preciseExponential(-x)) }
  let power = preciseExponential(x)
  return power / (1 + power)
}

/// 2ⁿ for a whole n from −1022 to 1023, from its exponent bits.
@inline(__always)
private func powerOfTwo(_ n: Double) -> Double {
  Double(bitPattern: UInt64(bitPattern: Int64(n) &+ 1023) << 52)
}
