/// How a training went so far: cost and accuracy against the epochs.
public struct TrainingCurves: Equatable, Sendable {
  /// A value at some time.
  public struct Point: Equatable, Sendable {
    /// In epochs from the start.
    public let epoch: Double
    /// A mean cost, or a share from 0 to 1.
    public let value: Double

    /// A value at some time.
    public init(epoch: Double, value: Double) {
      self.epoch = epoch
      self.value = value
    }
  }

  /// How many epochs it is to have.
  public let epochs: Int
  /// The mean cost of the examples shown since the point before.
  public var cost: [Point] = []
  /// The share of those that were read rightly, each just before the network learned from it.
  public var shown: [Point] = []
  /// The share of the examples held out that is read rightly: at the start and after every epoch.
  public var heldOut: [Point] = []

  /// Curves of a training of so many epochs that is about to begin.
  public init(epochs: Int) {
    precondition(epochs > 0)
    self.epochs = epochs
  }

  /// Whether there is more to see than a point.
  package var canBeDrawn: Bool { cost.count > 1 }

  /// What they show, in words.
  public var sentence: String {
    let curves = [
      Self.course("the mean cost", cost) { Number.shown($0) },
      Self.course("the share read rightly of the digits shown", shown, Number.percent),
      Self.course("of those held out", heldOut, Number.percent),
    ]
    let parts = curves.compactMap { $0 }
    return parts.isEmpty
      ? "Nothing is learned yet." : "Over the epochs " + parts.joined(separator: "; ") + "."
  }

  private static func course(
    _ name: String, _ points: [Point], _ write: (Double) -> String
  ) -> String? {
    guard let first = points.first, let last = points.last else { return nil }
    return "\(name) goes from \(write(first.value)) to \(write(last.value))"
  }
}
