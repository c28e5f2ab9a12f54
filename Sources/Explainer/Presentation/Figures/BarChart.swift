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
  /// A second bar to point out, which comes close to the first.
  public var rival: Int?
  /// The size that fills the whole length, where all charts of a kind share one.
  public var length: Double?
  /// How many columns the longest bar takes at most; more would not be read better.
  public var longestBar = 24
  /// Whether two decimals are enough, for numbers that change while one looks at them.
  package var isBrief = false
  /// Whether its numbers are not there yet: only their places are drawn.
  package var isWaiting = false

  /// A chart of labelled numbers.
  public init(
    _ title: String, _ bars: [Bar], highlighted: Int? = nil, length: Double? = nil
  ) {
    self.title = title
    self.bars = bars
    self.highlighted = highlighted
    self.length = length
  }

  /// The size that fills the whole length: `length`; without it 1 where all are from 0 to 1, else
  /// the largest.
  public var fullLength: Double {
    if let length { return length }
    let largest = bars.reduce(0) { $1.value.isFinite ? max($0, abs($1.value)) : $0 }
    if isTiny { return largest }
    let isActivations = bars.allSatisfy { $0.value >= 0 && $0.value <= 1 }
    return isActivations || largest == 0 ? 1 : largest
  }

  /// Whether all would be read as 0 with as many decimals as others have, and some are not.
  package var isTiny: Bool {
    !isBrief && bars.allSatisfy { Number.tenThousandths($0.value) == 0 }
      && bars.contains { $0.value != 0 }
  }

  /// Whether a number is written as 0 where others of usual size are.
  func isWrittenAsZero(_ value: Double) -> Bool {
    isBrief ? value.magnitude < 0.005 : Number.tenThousandths(value) == 0
  }

  /// The numbers as they are written.
  package var numbers: [String] {
    guard !isBrief else { return bars.map { NumberGrid.shown($0.value) } }
    let isTiny = isTiny
    return bars.map { isTiny ? Number.precise($0.value) : Number.shown($0.value) }
  }

  /// What it shows, in words.
  public var sentence: String {
    guard let first = bars.first else { return titled(title, "no bars") }
    let numbers = numbers
    if bars.count > 1, numbers.allSatisfy({ $0 == numbers[0] }) {
      return titled(
        title,
        "all \(bars.count), from \(first.label) to \(bars[bars.count - 1].label), are \(numbers[0])"
      )
    }
    let all = zip(bars, numbers).map { "\($0.label) is \($1)" }.joined(separator: ", ")
    return titled(title, all + (bars.count > 3 ? extremes : ""))
  }

  /// How far the highest is ahead of the next.
  private var lead: String {
    let ordered = bars.filter { !$0.value.isNaN }.sorted { $0.value > $1.value }
    guard ordered.count > 1 else { return "the highest" }
    let (first, next) = (ordered[0].value, ordered[1])
    let name = bars.count { $0.value == next.value } == 1 ? next.label : nil
    if first > 0, next.value <= first / 2 {
      return "far ahead" + (name.map { ", then \($0)" } ?? "")
    }
    guard let name else { return "the highest" }
    return first > 0 && next.value >= first * 0.95
      ? "the highest, just ahead of \(name)" : "the highest, then \(name)"
  }

  /// Which bar is the longest, and which goes furthest the other way; nothing where several do.
  private var extremes: String {
    func only(_ isBefore: (Double, Double) -> Bool) -> String? {
      guard let most = bars.map(\.value).filter({ !$0.isNaN }).max(by: isBefore) else { return nil }
      let those = bars.filter { $0.value == most }
      return those.count == 1 ? those[0].label : nil
    }
    let hasNegative = bars.contains { $0.value < 0 }
    let highest = only(<).map { "; \($0) is \(lead)" } ?? ""
    return highest + (hasNegative ? only(>).map { "; \($0) is the lowest" } ?? "" : "")
  }
}
