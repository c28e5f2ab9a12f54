// The exponential function, from multiplications and additions only, so that every machine gives
// the same bits: the C library's `expf` differs from one system to the next.
//
// 1. x is split as n·ln 2 + r with |r| ≤ ½ ln 2, so that eˣ = 2ⁿ·eʳ.
// 2. eʳ is Taylor's polynomial of degree 7: the first term left out is below 6·10⁻⁹.
// 3. 2ⁿ is made from its exponent bits, in two halves, so that results below 2⁻¹²⁶ round once.

private let perLog2: Float = 1.442695
/// ln 2 in two parts; the first has so few digits that its product with n is exact.
private let ln2High: Float = 0.69335938
private let ln2Low: Float = -2.1219444e-4
/// Adding 1.5·2²³ rounds to a whole number, which then stands in the low bits.
private let rounder: Float = 12_582_912
/// Beyond these eˣ is +∞ or rounds to 0 in a Float.
private let largest: Float = 89
private let smallest: Float = -104

/// eˣ, within 2 units in the last place; 0 below −104, +∞ above 88.73, NaN for NaN.
public func exponential(_ x: Float) -> Float {
  let bounded = x > largest ? largest : x < smallest ? smallest : x
  let shifted = bounded * perLog2 + rounder
  let n = shifted - rounder
  let r = (bounded - n * ln2High) - n * ln2Low
  var sum: Float = 1.0 / 5040
  sum = sum * r + 1.0 / 720
  sum = sum * r + 1.0 / 120
  sum = sum * r + 1.0 / 24
  sum = sum * r + 1.0 / 6
  sum = sum * r + 0.5
  sum = sum * r + 1
  sum = sum * r + 1
  let exponent = Int32(bitPattern: shifted.bitPattern) &- Int32(bitPattern: rounder.bitPattern)
  let half = exponent >> 1
  return sum * powerOfTwo(half) * powerOfTwo(exponent &- half)
}

private func powerOfTwo(_ exponent: Int32) -> Float {
  Float(bitPattern: UInt32(bitPattern: (exponent &+ 127) << 23))
}

/// `exponential` on four numbers at once, with the same steps and so the same bits.
@inline(__always)
func exponential(_ x: SIMD4<Float>) -> SIMD4<Float> {
  let tooLarge = x.replacing(with: largest, where: x .> largest)
  let bounded = tooLarge.replacing(with: smallest, where: tooLarge .< smallest)
  let shifted = bounded * perLog2 + rounder
  let n = shifted - rounder
  let r = (bounded - n * ln2High) - n * ln2Low
  var sum = SIMD4<Float>(repeating: 1.0 / 5040)
  sum = sum * r + 1.0 / 720
  sum = sum * r + 1.0 / 120
  sum = sum * r + 1.0 / 24
  sum = sum * r + 1.0 / 6
  sum = sum * r + 0.5
  sum = sum * r + 1
  sum = sum * r + 1
  let base = SIMD4<Int32>(repeating: Int32(bitPattern: rounder.bitPattern))
  let exponent = shifted.bits &- base
  let half = exponent &>> SIMD4(repeating: 1)
  return sum * powerOfTwo(half) * powerOfTwo(exponent &- half)
}

@inline(__always)
private func powerOfTwo(_ exponent: SIMD4<Int32>) -> SIMD4<Float> {
  SIMD4<Float>(bits: (exponent &+ SIMD4(repeating: 127)) &<< SIMD4(repeating: 23))
}
