/// The sine and cosine of an angle, from additions and multiplications only, so that every machine
/// gives the same bits; within 3·10⁻⁷.
///
/// Whole turns are taken off, then quarters; what is left, at most π/4, goes through Taylor's
/// polynomials.
///
/// - Parameter degrees: any finite angle.
public func sineAndCosine(degrees: Float) -> (sine: Float, cosine: Float) {
  let turned = degrees.truncatingRemainder(dividingBy: 360)
  let quarter = (turned / 90).rounded()
  let x = (turned - quarter * 90) * (Float.pi / 180)
  let square = x * x
  let sine = x * (1 - square / 6 * (1 - square / 20 * (1 - square / 42 * (1 - square / 72))))
  let cosine = 1 - square / 2 * (1 - square / 12 * (1 - square / 30 * (1 - square / 56)))
  switch (Int(quarter) % 4 + 4) % 4 {
  case 0: return (sine, cosine)
  case 1: return (cosine, -sine)
  case 2: return (-sine, -cosine)
  default: return (-cosine, sine)
  }
}
