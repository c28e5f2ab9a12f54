/// How many of some examples a network reads right.
public struct Accuracy: Equatable, Sendable {
  /// How many it was asked.
  public let examples: Int
  /// How many of those its brightest output named correctly.
  public let correct: Int

  /// The share that is right, 0 to 1; 0 of nothing.
  public var share: Double { examples == 0 ? 0 : Double(correct) / Double(examples) }

  /// A measured result.
  public init(examples: Int, correct: Int) {
    self.examples = examples
    self.correct = correct
  }
}

extension Network {
  /// Runs the network on every example and counts the right answers.
  public func accuracy(on examples: some Collection<Dataset.Example>) -> Accuracy {
    let correct = examples.lazy.filter { forward($0.digit.pixels).answer == $0.label }.count
    return Accuracy(examples: examples.count, correct: correct)
  }
}
