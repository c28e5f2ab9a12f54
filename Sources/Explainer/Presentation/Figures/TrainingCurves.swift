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
  /// The share of those that were read, each just before the network learned from it.
  public var shown: [Point] = []
  /// The share of the examples held out that is read: at the start and after every epoch.
  public var heldOut: [Point] = []

  /// The training before this one, to compare with; nil where there is none, or its costs are of
  /// another kind.
  public var earlier: Earlier?

  /// What is compared of a training that is over.
  public struct Earlier: Equatable, Sendable {
    let epochs: Int
    let cost: [Point]
    let shown: [Point]
    let heldOut: [Point]

    /// What another training's curves came to.
    package init(_ curves: TrainingCurves) {
      epochs = curves.epochs
      cost = curves.cost
      shown = curves.shown
      heldOut = curves.heldOut
    }
  }

  /// Curves of a training of so many epochs that is about to begin.
  public init(epochs: Int) {
    precondition(epochs > 0)
    self.epochs = epochs
  }

  /// Whether there is more to see than a point.
  package var canBeDrawn: Bool { cost.count > 1 }

  /// How many epochs the axis has room for: both trainings are drawn on one.
  var epochsShown: Int { max(epochs, earlier?.epochs ?? 0) }

  /// What they show, in words.
  public var sentence: String {
    let curves = [
      Self.course("the mean cost of the latest digits", cost) { Number.shown($0) },
      Self.course("the share of them that it reads", shown, Number.percent),
      Self.course("the share that it reads of the held-out digits", heldOut, Number.percent),
    ]
    let parts = curves.compactMap { $0 }
    return parts.isEmpty
      ? "Nothing is learned yet."
      : "Over the epochs " + parts.joined(separator: "; ") + "." + comparison
  }

  /// What the training before came to.
  private var comparison: String {
    guard let earlier, let cost = earlier.cost.last else { return "" }
    let share = (earlier.heldOut.last ?? earlier.shown.last).map {
      " and read \(Number.percent($0.value))\(earlier.heldOut.isEmpty ? "" : " of the held-out digits")"
    }
    return " The previous run ended at a mean cost of \(Number.shown(cost.value))\(share ?? "")."
  }

  private static func course(
    _ name: String, _ points: [Point], _ write: (Double) -> String
  ) -> String? {
    guard let first = points.first, let last = points.last else { return nil }
    let (start, end) = (write(first.value), write(last.value))
    if start == end { return "\(name) begins and ends at \(end)" }
    let way = first.value < last.value ? "rises" : "falls"
    let isSmall = abs(first.value - last.value) < 0.02 * max(abs(first.value), abs(last.value))
    return "\(name) \(isSmall ? "barely " : "")\(way) from \(start) to \(end)"
  }
}
