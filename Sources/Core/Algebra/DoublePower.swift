// Powers in Double, from additions, multiplications, divisions and square roots only, so that every
// machine gives the same bits.

/// `base` to the power `exponent`, within a few units in the last place; for a base below 0 and an
/// exponent that is not whole, NaN.
public func precisePower(_ base: Double, _ exponent: Double) -> Double {
  let whole = exponent.rounded(.towardZero)
  let power = wholePower(base, whole)
  guard whole != exponent else { return power }
  guard base > 0 else { return base == 0 ? (exponent > 0 ? 0 : .infinity) : .nan }
  let rest = exponent - whole
  if rest.magnitude == 0.5 {
    return rest > 0 ? power * base.squareRoot() : power / base.squareRoot()
  }
  return power * preciseExponential(rest * preciseLogarithm(base))
}

/// Whole powers by squaring, each product with what its rounding lost, as squaring doubles errors.
private func wholePower(_ base: Double, _ exponent: Double) -> Double {
  guard exponent != 0, base != 1 else { return 1 }
  guard base.isFinite, base != 0, !exponent.isNaN else { return wholePowerAtEdge(base, exponent) }
  // At 2⁶³ the power of a Double other than 0 and ±1 has overflowed or is 0, and every Double so
  // large is even.
  var remaining = UInt64(min(exponent.magnitude, 0x1p63))
  var square = ScaledPair(base)
  var result = ScaledPair(1)
  while remaining > 0 {
    if remaining & 1 == 1 { result = result.times(square) }
    remaining >>= 1
    if remaining > 0 { square = square.times(square) }
  }
  return exponent < 0 ? result.reciprocal : result.value
}

private func wholePowerAtEdge(_ base: Double, _ exponent: Double) -> Double {
  guard !base.isNaN, !exponent.isNaN else { return .nan }
  let isOdd = exponent.truncatingRemainder(dividingBy: 2) != 0
  let size = (base == 0) == (exponent > 0) ? 0.0 : .infinity
  return base.sign == .minus && isOdd ? -size : size
}

/// (high + low)·2^exponent: a number of twice a Double's digits and any size.
private struct ScaledPair {
  let high: Double
  let low: Double
  /// In Double, where it cannot overflow.
  let exponent: Double

  init(_ value: Double) {
    high = value.sign == .minus ? -value.significand : value.significand
    low = 0
    exponent = Double(value.exponent)
  }

  private init(_ high: Double, _ low: Double, _ exponent: Double) {
    let size = Double(high.exponent)
    let unit = Double(sign: .plus, exponent: -high.exponent, significand: 1)
    self.high = high * unit
    self.low = low * unit
    self.exponent = exponent + size
  }

  func times(_ other: ScaledPair) -> ScaledPair {
    let product = high * other.high
    let lost = Self.lost(high, other.high, product) + (high * other.low + low * other.high)
    let sum = product + lost
    return ScaledPair(sum, lost - (sum - product), exponent + other.exponent)
  }

  var value: Double { Self.scaled(high + low, exponent) }

  var reciprocal: Double {
    let quotient = 1 / high
    let product = quotient * high
    let rest = ((1 - product) - Self.lost(quotient, high, product)) - quotient * low
    return Self.scaled(quotient + rest / high, -exponent)
  }

  /// What rounding a product of two numbers of middling size lost (Dekker, 1971).
  private static func lost(_ a: Double, _ b: Double, _ product: Double) -> Double {
    let (a1, b1) = (upper(a), upper(b))
    let (a2, b2) = (a - a1, b - b1)
    return ((a1 * b1 - product) + a1 * b2 + a2 * b1) + a2 * b2
  }

  /// The upper half of a number's digits.
  private static func upper(_ a: Double) -> Double {
    let large = 134_217_729 * a
    return large - (large - a)
  }

  private static func scaled(_ value: Double, _ exponent: Double) -> Double {
    let bounded = min(max(exponent, -3000), 3000)
    return Double(sign: value.sign, exponent: Int(bounded), significand: value.magnitude)
  }
}
