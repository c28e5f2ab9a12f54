/// The directions in which some points differ most (Pearson, 1901): principal components.
///
/// A direction and its opposite are equally good. The one is taken whose entry of the largest size, the
/// first of equals, is above 0, so that the same points always give the same map.
public struct PrincipalComponents: Sendable {
  /// The middle of the points.
  public let mean: [Double]
  /// Directions of length 1, the one with the most variance first; all 0 where no variance is left.
  public let axes: [[Double]]
  /// Which part of all variance each of them has, 0 to 1.
  public let shares: [Double]

  /// Directions that are followed at once; two are wanted, and the others let these settle fast.
  private static let block = 8
  private static let mostRounds = 300

  /// - Parameters:
  ///   - points: at least one, all of one length.
  ///   - count: how many axes, at most 8.
  public init(of points: [[Float]], axes count: Int = 2) {
    precondition(!points.isEmpty && count <= Self.block)
    let dimensions = points[0].count
    var mean = [Double](repeating: 0, count: dimensions)
    for point in points { for index in mean.indices { mean[index] += Double(point[index]) } }
    for index in mean.indices { mean[index] /= Double(points.count) }
    var total = 0.0
    for point in points {
      for index in mean.indices {
        let apart = Double(point[index]) - mean[index]
        total += apart * apart
      }
    }
    self.mean = mean
    guard total > 0, total.isFinite else {
      axes = [[Double]](repeating: [Double](repeating: 0, count: dimensions), count: count)
      shares = [Double](repeating: 0, count: count)
      return
    }
    let (values, vectors) = Self.leading(points, mean)
    axes = (0..<count).map { index in
      let isThere = index < values.count && values[index] > 1e-12 * total
      return isThere ? Self.signed(vectors[index]) : [Double](repeating: 0, count: dimensions)
    }
    shares = (0..<count).map {
      $0 < values.count && values[$0] > 1e-12 * total ? values[$0] / total : 0
    }
  }

  /// Where a point lies along each axis, from the middle.
  public func coordinates(of point: [Float]) -> [Double] {
    axes.map { axis in
      axis.indices.reduce(0.0) { $0 + axis[$1] * (Double(point[$1]) - mean[$1]) }
    }
  }

  private static func signed(_ axis: [Double]) -> [Double] {
    let largest = axis.indices.reduce(0) {
      axis[$1].magnitude > axis[$0].magnitude + 1e-12 ? $1 : $0
    }
    return axis[largest] < 0 ? axis.map { -$0 } : axis
  }

  /// The leading eigenvalues of the scatter matrix and their vectors: a block of directions is
  /// multiplied by it again and again and made orthogonal (subspace iteration with the step of Rayleigh
  /// and Ritz; Golub and Van Loan, section 8.2), until the first two directions come to rest.
  private static func leading(
    _ points: [[Float]], _ mean: [Double]
  ) -> (values: [Double], vectors: [[Double]]) {
    let dimensions = mean.count
    let width = min(block, dimensions)
    var generator = SeededGenerator(seed: 17)
    var directions = orthonormal(
      (0..<width).map { _ in (0..<dimensions).map { _ in Double(generator.nextNormal()) } })
    var values: [Double] = []
    for _ in 0..<mostRounds {
      let images = scattered(points, mean, directions)
      let inner = (0..<width).map { row in
        (0..<width).map { column in
          (dot(directions[row], images[column]) + dot(directions[column], images[row])) / 2
        }
      }
      let eigen = SymmetricEigen(inner)
      let ritz = eigen.vectors.map { mixed(directions, $0) }
      let next = orthonormal(eigen.vectors.map { mixed(images, $0) })
      values = eigen.values
      let moved = (0..<min(2, width)).map { index in
        values[index] <= 1e-12 * values[0] ? 0 : 1 - dot(ritz[index], next[index]).magnitude
      }
      directions = next
      if (moved.max() ?? 0) < 1e-15 { break }
    }
    return (values, directions)
  }

  /// Each direction times the scatter matrix Σ (x − m)(x − m)ᵀ, without ever making that matrix.
  private static func scattered(
    _ points: [[Float]], _ mean: [Double], _ directions: [[Double]]
  ) -> [[Double]] {
    let rows = mean.indices.map { index in
      SIMD8<Double>((0..<8).map { $0 < directions.count ? directions[$0][index] : 0 })
    }
    var middle = SIMD8<Double>.zero
    for index in rows.indices { middle += rows[index] * mean[index] }
    var images = [SIMD8<Double>](repeating: .zero, count: mean.count)
    var sum = SIMD8<Double>.zero
    for point in points {
      var coordinate = -middle
      for index in rows.indices where point[index] != 0 {
        coordinate += rows[index] * Double(point[index])
      }
      for index in rows.indices where point[index] != 0 {
        images[index] += coordinate * Double(point[index])
      }
      sum += coordinate
    }
    for index in rows.indices { images[index] -= sum * mean[index] }
    return directions.indices.map { lane in images.map { $0[lane] } }
  }

  private static func mixed(_ vectors: [[Double]], _ shares: [Double]) -> [Double] {
    vectors[0].indices.map { index in
      vectors.indices.reduce(0.0) { $0 + vectors[$1][index] * shares[$1] }
    }
  }

  /// Gram and Schmidt's way, twice over for what rounding loses; what is left of nothing stays 0.
  private static func orthonormal(_ vectors: [[Double]]) -> [[Double]] {
    var done: [[Double]] = []
    for vector in vectors {
      let size = dot(vector, vector).squareRoot()
      var rest = vector
      for _ in 0..<2 {
        for other in done {
          let share = dot(rest, other)
          for index in rest.indices { rest[index] -= share * other[index] }
        }
      }
      let length = dot(rest, rest).squareRoot()
      let isLost = !(length > 1e-14 * size)
      done.append(rest.map { isLost ? 0 : $0 / length })
    }
    return done
  }

  private static func dot(_ one: [Double], _ other: [Double]) -> Double {
    one.indices.reduce(0.0) { $0 + one[$1] * other[$1] }
  }
}
