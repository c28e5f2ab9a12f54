/// The best linear test of what some activations say: for each class, weights and a bias that come
/// nearest to 1 for its own examples and −1 for all others (ridge regression; Alain and Bengio,
/// "Understanding intermediate layers using linear classifier probes", 2016).
public struct LinearProbe: Equatable, Sendable {
  /// For each class its weights, and its bias last.
  public let weights: [[Double]]

  /// - Parameters:
  ///   - features: at least one example; all of one length, finite.
  ///   - labels: from 0, below `classes`.
  ///   - ridge: how strongly weights are held near 0, as a share of the features' mean square; the
  ///     bias is not held.
  public init(_ features: [[Float]], labels: [Int], classes: Int, ridge: Double = 1e-3) {
    precondition(!features.isEmpty && features.count == labels.count)
    let count = features[0].count + 1
    var normal = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    var sides = [[Double]](repeating: [Double](repeating: 0, count: count), count: classes)
    var row = [Double](repeating: 1, count: count)
    for (example, label) in zip(features, labels) {
      for index in example.indices { row[index] = Double(example[index]) }
      for i in 0..<count {
        for j in 0...i { normal[i][j] += row[i] * row[j] }
        for c in 0..<classes { sides[c][i] += c == label ? row[i] : -row[i] }
      }
    }
    let held = (0..<count - 1).reduce(0.0) { $0 + normal[$1][$1] } / Double(max(count - 1, 1))
    for i in 0..<count - 1 { normal[i][i] += ridge * held + 1e-12 }
    let lower = Self.cholesky(normal)
    weights = sides.map { Self.solve(lower, $0) }
  }

  /// What it says of an example; the first of equals.
  public func label(of features: [Float]) -> Int {
    let scores = weights.map { weights in
      features.indices.reduce(weights[features.count]) { $0 + weights[$1] * Double(features[$1]) }
    }
    return scores.indices.reduce(0) { scores[$1] > scores[$0] ? $1 : $0 }
  }

  /// The share of examples it names right.
  public func accuracy(_ features: [[Float]], _ labels: [Int]) -> Double {
    let right = zip(features, labels).count { label(of: $0) == $1 }
    return Double(right) / Double(max(labels.count, 1))
  }

  /// L with L·Lᵀ = matrix, of which the lower half is read; positive definite.
  private static func cholesky(_ matrix: [[Double]]) -> [[Double]] {
    var lower = matrix
    for i in matrix.indices {
      for j in 0...i {
        var sum = matrix[i][j]
        for k in 0..<j { sum -= lower[i][k] * lower[j][k] }
        lower[i][j] = i == j ? max(sum, 1e-300).squareRoot() : sum / lower[j][j]
      }
    }
    return lower
  }

  private static func solve(_ lower: [[Double]], _ side: [Double]) -> [Double] {
    var x = side
    for i in lower.indices {
      for k in 0..<i { x[i] -= lower[i][k] * x[k] }
      x[i] /= lower[i][i]
    }
    for i in lower.indices.reversed() {
      for k in (i + 1)..<max(lower.count, i + 1) { x[i] -= lower[k][i] * x[k] }
      x[i] /= lower[i][i]
    }
    return x
  }
}
