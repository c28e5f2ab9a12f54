/// The eigenvalues and eigenvectors of a small symmetric matrix, by turning two axes at a time until
/// nothing is left off the diagonal (Jacobi, 1846; cyclic, as in Golub and Van Loan, "Matrix
/// Computations", section 8.5).
struct SymmetricEigen {
  /// From the largest down.
  private(set) var values: [Double]
  /// For each of them a vector of length 1.
  private(set) var vectors: [[Double]]

  /// Far more than are ever needed.
  private static let mostSweeps = 60

  /// - Parameter matrix: row after row; symmetric and finite.
  init(_ matrix: [[Double]]) {
    let count = matrix.count
    var a = matrix
    var vectors = (0..<count).map { row in (0..<count).map { $0 == row ? 1.0 : 0.0 } }
    for _ in 0..<Self.mostSweeps {
      var rest = 0.0
      for row in 0..<count { for column in 0..<row { rest += a[row][column] * a[row][column] } }
      let size = (0..<count).reduce(0.0) { $0 + a[$1][$1] * a[$1][$1] }
      guard rest > 1e-30 * size else { break }
      for p in 0..<count {
        for q in (p + 1)..<max(count, p + 1) where a[p][q] != 0 { Self.turn(&a, &vectors, p, q) }
      }
    }
    let order = (0..<count).sorted { a[$0][$0] > a[$1][$1] }
    values = order.map { a[$0][$0] }
    self.vectors = order.map { column in (0..<count).map { vectors[$0][column] } }
  }

  /// Turns two axes so that the entry between them becomes 0.
  private static func turn(_ a: inout [[Double]], _ vectors: inout [[Double]], _ p: Int, _ q: Int) {
    let theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
    let t = (theta < 0 ? -1 : 1) / (theta.magnitude + (theta * theta + 1).squareRoot())
    let cosine = 1 / (t * t + 1).squareRoot()
    let sine = t * cosine
    for k in a.indices {
      let (kp, kq) = (a[k][p], a[k][q])
      a[k][p] = cosine * kp - sine * kq
      a[k][q] = sine * kp + cosine * kq
    }
    for k in a.indices {
      let (pk, qk) = (a[p][k], a[q][k])
      a[p][k] = cosine * pk - sine * qk
      a[q][k] = sine * pk + cosine * qk
    }
    for k in a.indices {
      let (kp, kq) = (vectors[k][p], vectors[k][q])
      vectors[k][p] = cosine * kp - sine * kq
      vectors[k][q] = sine * kp + cosine * kq
    }
  }
}
