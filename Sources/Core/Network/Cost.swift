/// How wrong an output is, in one number: 0 when it is exactly the target.
public enum Cost: String, Sendable, CaseIterable {
  /// Σ (a − y)², the film's cost: ten squared differences for a digit.
  case squares
  /// −Σ (y ln a + (1 − y) ln(1 − a)), one yes-or-no question per output neuron.
  case crossEntropy = "cross-entropy"

  /// The cost of one example.
  ///
  /// - Parameters:
  ///   - outputs: activations of the last layer.
  ///   - target: what each should have been.
  public func value(_ outputs: [Float], target: [Float]) -> Float {
    precondition(outputs.count == target.count)
    return zip(outputs, target).reduce(0) { $0 + term($1.0, $1.1) }
  }

  /// How fast the cost of one output neuron grows with its weighted input z: ∂C/∂z.
  ///
  /// - Parameters:
  ///   - a: the neuron's activation.
  ///   - y: what it should have been.
  ///   - activation: how a comes from z.
  public func slope(at a: Float, target y: Float, through activation: Activation) -> Float {
    switch self {
    case .squares: 2 * (a - y) * activation.slope(at: a)
    case .crossEntropy where activation.hasLogisticSlope: a - y
    case .crossEntropy: (a - y) / Self.variance(a) * activation.slope(at: a)
    }
  }

  /// How fast the cost of one output neuron grows with its activation: ∂C/∂a.
  ///
  /// - Parameters:
  ///   - a: the neuron's activation.
  ///   - y: what it should have been.
  public func slope(at a: Float, target y: Float) -> Float {
    switch self {
    case .squares: 2 * (a - y)
    case .crossEntropy: (a - y) / Self.variance(a)
    }
  }

  /// One output neuron's part of the cost.
  ///
  /// - Parameters:
  ///   - a: the neuron's activation.
  ///   - y: what it should have been.
  public func term(_ a: Float, _ y: Float) -> Float {
    switch self {
    case .squares: (a - y) * (a - y)
    case .crossEntropy: -(y * Self.logarithm(a) + (1 - y) * Self.logarithm(1 - a))
    }
  }

  /// a(1 − a), kept away from 0 so that an output of exactly 0 or 1 has a finite slope.
  private static func variance(_ a: Float) -> Float {
    let inside = min(max(a, 1e-6), 1 - 1e-6)
    return inside * (1 - inside)
  }

  /// Where logarithms are held, so that one certain mistake does not make the whole sum infinite:
  /// the smallest number that has all its digits, 2⁻¹²⁶.
  static let least = Float.leastNormalMagnitude

  /// ln x, held at ln 2⁻¹²⁶, which is −87.34.
  private static func logarithm(_ x: Float) -> Float { Core.logarithm(max(x, least)) }
}
