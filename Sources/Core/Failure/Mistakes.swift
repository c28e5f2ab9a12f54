/// An example that a network reads wrong.
public struct Mistake: Equatable, Sendable {
  /// Where it stands in its set.
  public let index: Int
  /// What it is.
  public let label: Int
  /// What the network says.
  public let answer: Int
  /// The activation of the output that says so.
  public let confidence: Float
}

extension Network {
  /// The mistake it makes with an example; nil where it reads it right.
  ///
  /// - Parameter index: where the example stands in its set.
  public func mistake(with example: Dataset.Example, at index: Int) -> Mistake? {
    let output = forward(example.digit.pixels).output
    let answer = output.indexOfLargest
    guard answer != example.label else { return nil }
    return Mistake(
      index: index, label: example.label, answer: answer, confidence: output[answer])
  }
}

extension [Mistake] {
  /// The most confident first; of equally confident ones the first in its set.
  public var worstFirst: [Mistake] {
    sorted { first, second in
      let (one, other) = (first.confidence, second.confidence)
      return one == other ? first.index < second.index : one > other || other.isNaN && !one.isNaN
    }
  }
}
