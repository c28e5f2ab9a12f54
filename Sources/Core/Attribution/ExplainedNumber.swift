/// A number that a network puts out and that is to be explained: one output's, or how far one is ahead
/// of another.
public struct ExplainedNumber: Equatable, Sendable {
  /// Which of an output's two numbers.
  public enum Quantity: String, Sendable, CaseIterable {
    /// z, before the activation function: a plain sum, which never saturates.
    case sum
    /// a, what `classify` shows.
    case activation
  }

  /// The output, from 0.
  public let output: Int
  /// The output that is taken away from it; nil where one alone is explained.
  public let rival: Int?
  /// Which of their numbers.
  public let quantity: Quantity

  /// The number of an output, less that of another where one is named.
  public init(output: Int, rival: Int? = nil, quantity: Quantity = .sum) {
    self.output = output
    self.rival = rival
    self.quantity = quantity
  }

  /// How much each output counts: 1 for the one, −1 for its rival, 0 for the others.
  private func shares(_ count: Int) -> [Double] {
    var shares = [Double](repeating: 0, count: count)
    shares[output] += 1
    if let rival { shares[rival] -= 1 }
    return shares
  }

  /// Each output's part in the number.
  func parts(_ pass: PrecisePass) -> [Double] {
    let values = quantity == .sum ? pass.z[pass.z.count - 1] : pass.a[pass.a.count - 1]
    // An infinite output of no interest must not make a NaN.
    return zip(shares(values.count), values).map { $0 == 0 ? 0 : $0 * $1 }
  }

  /// The number.
  func value(_ pass: PrecisePass) -> Double { parts(pass).reduce(0, +) }

  /// How fast the number grows with the weighted input of each output.
  func slopes(_ pass: PrecisePass, _ last: Layer) -> [Double] {
    let shares = shares(last.neurons)
    switch quantity {
    case .sum: return shares
    case .activation:
      return zip(shares, pass.z[pass.z.count - 1]).map {
        $0 == 0 ? 0 : $0 * last.activation.preciseSlope($1)
      }
    }
  }
}
