/// What one attention head makes of a sequence (Vaswani et al., "Attention Is All You Need", 2017):
/// weights = softmax(Q·Kᵀ / √d), result = weights · V.
public struct AttentionHead: Equatable, Sendable {
  /// Q·Kᵀ / √d: a row for each place that asks, a column for each place that is asked.
  public let scores: [[Double]]
  /// The rows of `scores` through softmax: each adds up to 1.
  public let weights: [[Double]]
  /// For each place, the values of all places, weighted.
  public let results: [[Double]]

  /// - Parameters:
  ///   - queries: what each place asks: as many numbers each as the keys have.
  ///   - keys: what each place is found by.
  ///   - values: what each place gives, as many as there are keys.
  public init(queries: [[Double]], keys: [[Double]], values: [[Double]]) {
    precondition(keys.count == values.count && !keys.isEmpty)
    let depth = Double(keys[0].count).squareRoot()
    scores = queries.map { query in
      keys.map { key in zip(query, key).reduce(0) { $0 + $1.0 * $1.1 } / depth }
    }
    weights = scores.map(Self.softmax)
    results = weights.map { weights in
      values[0].indices.map { column in
        zip(weights, values).reduce(0) { $0 + $1.0 * $1.1[column] }
      }
    }
  }

  /// e to each score, divided by their sum; the largest is taken away first, so that none is too large.
  static func softmax(_ scores: [Double]) -> [Double] {
    let largest = scores.max() ?? 0
    let powers = scores.map { preciseExponential($0 - largest) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }
}
