/// One bar a number, with its label and its value.
public struct BarChart: Equatable, Sendable {
  /// One bar.
  public struct Bar: Equatable, Sendable {
    /// What the number belongs to.
    public var label: String
    /// The number.
    public var value: Double

    /// One bar.
    public init(_ label: String, _ value: some BinaryFloatingPoint) {
      self.label = label
      self.value = Double(value)
    }
  }

  /// Shown above the bars.
  public var title: String
  /// From top to bottom.
  public var bars: [Bar]
  /// The bar to point out, if any.
  public var highlighted: Int?

  /// A chart of labelled numbers.
  public init(_ title: String, _ bars: [Bar], highlighted: Int? = nil) {
    self.title = title
    self.bars = bars
    self.highlighted = highlighted
  }

  /// The value that fills the whole length: 1 for activations, the largest size otherwise.
  public var fullLength: Double {
    let largest = bars.reduce(0) { $1.value.isFinite ? max($0, abs($1.value)) : $0 }
    let isActivations = bars.allSatisfy { $0.value >= 0 && $0.value <= 1 }
    return isActivations || largest == 0 ? 1 : largest
  }

  /// What it shows, in words.
  public var sentence: String {
    "\(title): " + bars.map { "\($0.label) is \(Number.shown($0.value))" }.joined(separator: ", ")
  }
}
