/// How light falls on a picture, as far as it changes slowly: a polynomial of the second degree, at
/// most, over x and y from −1 to 1.
struct LightSurface {
  private let degree: Int
  /// Of 1, x, y, x², xy and y², as far as the degree goes.
  private var factors: [Double] = []

  /// The surface that comes nearest to a picture in least squares.
  ///
  /// - Parameters:
  ///   - degree: 1 for a plane, 2 for one that may be curved.
  ///   - rounds: how often the fit is made again to those pixels alone that are not much darker than
  ///     the last one: to the paper.
  init(of picture: Plane, degree: Int, rounds: Int = 0) {
    self.degree = degree
    factors = fitted(to: picture) { _ in true }
    for _ in 0..<rounds {
      let rest = picture.joined(with: drawn(like: picture), -)
      let deviation = (rest.values.reduce(0) { $0 + $1 * $1 } / Float(rest.values.count))
        .squareRoot()
      factors = fitted(to: picture) { rest.values[$0] > -deviation / 2 }
    }
  }

  /// Its light at each pixel of a picture of that size.
  func drawn(like picture: Plane) -> Plane {
    var result = picture
    let across = (0..<picture.width).map { Self.fraction($0, picture.width) }
    for row in 0..<picture.height {
      let y = Self.fraction(row, picture.height)
      for column in 0..<picture.width {
        let terms = terms(across[column], y)
        var sum = 0.0
        for (index, factor) in factors.enumerated() { sum += factor * terms[index] }
        result.values[row * picture.width + column] = Float(sum)
      }
    }
    return result
  }

  private static func fraction(_ index: Int, _ count: Int) -> Double {
    count > 1 ? 2 * Double(index) / Double(count - 1) - 1 : 0
  }

  private func terms(_ x: Double, _ y: Double) -> SIMD8<Double> {
    degree == 1 ? [1, x, y, 0, 0, 0, 0, 0] : [1, x, y, x * x, x * y, y * y, 0, 0]
  }

  private func fitted(to picture: Plane, where isPaper: (Int) -> Bool) -> [Double] {
    let count = degree == 1 ? 3 : 6
    var sums = [SIMD8<Double>](repeating: .zero, count: count)
    for index in picture.values.indices where isPaper(index) {
      let x = Self.fraction(index % picture.width, picture.width)
      let y = Self.fraction(index / picture.width, picture.height)
      var terms = terms(x, y)
      let left = terms
      terms[7] = Double(picture.values[index])
      for row in 0..<count { sums[row] += left[row] * terms }
    }
    // What the pixels do not say, as x² where there is but one column, is 0.
    for row in 0..<count { sums[row][row] += 1e-6 * (sums[0][0] + 1) }
    return Self.solved(sums)
  }

  /// The solution of linear equations, one a row, the right side in lane 7; symmetric and positive, so
  /// that no rows need to be exchanged.
  private static func solved(_ equations: [SIMD8<Double>]) -> [Double] {
    var rows = equations
    for pivot in rows.indices {
      rows[pivot] /= rows[pivot][pivot]
      for row in rows.indices where row != pivot { rows[row] -= rows[row][pivot] * rows[pivot] }
    }
    return rows.map { $0[7] }
  }
}
