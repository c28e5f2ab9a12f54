// Sine and cosine in Double, from additions, multiplications and divisions only, so that every
// machine gives the same bits.

/// sin x, x in radians, within a few units in the last place; NaN from 2⁵³ on, where neighbouring
/// Doubles lie further apart than the wave's crests.
public func preciseSine(_ x: Double) -> Double {
  guard let (quarter, rest) = quarterTurns(x) else { return .nan }
  return switch quarter {
  case 0: sineOfEighth(rest)
  case 1: cosineOfEighth(rest)
  case 2: -sineOfEighth(rest)
  default: -cosineOfEighth(rest)
  }
}

/// cos x, as `preciseSine`.
public func preciseCosine(_ x: Double) -> Double {
  guard let (quarter, rest) = quarterTurns(x) else { return .nan }
  return switch quarter {
  case 0: cosineOfEighth(rest)
  case 1: -sineOfEighth(rest)
  case 2: -cosineOfEighth(rest)
  default: sineOfEighth(rest)
  }
}

/// x as so many quarter turns, counted from 0 to 3, and at most an eighth of a turn beyond.
///
/// π/2 is taken in three parts: the product with the first is exact inside a fused multiplication, so
/// that what is left keeps its digits however far out x is.
private func quarterTurns(_ x: Double) -> (quarter: Int, rest: Double)? {
  guard x.magnitude < 9_007_199_254_740_992 else { return nil }
  let n = (x * 0.6366197723675814).rounded()
  let first = x.addingProduct(-n, 1.5707963267948966)
  let rest = first.addingProduct(-n, 6.123233995736766e-17)
  let lost = (first - rest).addingProduct(-n, 6.123233995736766e-17)
  return (Int(n) & 3, rest + lost.addingProduct(-n, -1.4973849048591698e-33))
}

/// Taylor's series of the sine, for at most an eighth of a turn.
private func sineOfEighth(_ x: Double) -> Double {
  let square = x * x
  var sum = 0.0
  for k in stride(from: 19.0, to: 1, by: -2) { sum = (1 + sum) * -square / (k * (k - 1)) }
  return x + x * sum
}

/// Taylor's series of the cosine, for at most an eighth of a turn.
private func cosineOfEighth(_ x: Double) -> Double {
  let square = x * x
  var sum = 0.0
  for k in stride(from: 20.0, to: 2, by: -2) { sum = (1 + sum) * -square / (k * (k - 1)) }
  return 1 - square / 2 * (1 + sum)
}
