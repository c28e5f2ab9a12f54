import Core

/// How many of some numbers lie in each of several stretches, all equally wide and with round ends.
public struct Histogram: Equatable, Sendable {
  /// One stretch: from its lower end up to, but without, its upper end; the last has both.
  public struct Bin: Equatable, Sendable {
    /// The lower end.
    public let from: Double
    /// The upper end.
    public let to: Double
    /// How many of the numbers lie in it.
    public let count: Int
  }

  /// Whose numbers they are.
  public let title: String
  /// From low to high; their counts add up to all the numbers that are finite.
  public let bins: [Bin]
  /// How the ends are written: one more than there are bins.
  let edges: [String]
  /// How many numbers there are.
  public let count: Int
  /// Their mean; nil where none is finite.
  public let mean: Double?
  /// The smallest; nil where none is finite.
  public let smallest: Double?
  /// The largest; nil where none is finite.
  public let largest: Double?

  /// How many numbers are in no bin, as they are not finite.
  public var notFinite: Int { count - bins.reduce(0) { $0 + $1.count } }

  /// Numbers beyond this cannot be sorted into bins: their distance might be too large for a number.
  package static let reach = 1e300
  /// More bins would not be read better.
  private static let mostBins = 15
  /// Bins of numbers that hardly differ are as wide as this part of their size.
  private static let finest = 1e-6

  /// Sorts numbers into bins.
  ///
  /// - Parameter numbers: within ±`reach` where they are finite.
  package init(_ title: String, _ numbers: [Double]) {
    self.title = title
    count = numbers.count
    let finite = numbers.filter(\.isFinite)
    guard let ends = extremes(finite) else {
      (bins, edges, mean, smallest, largest) = ([], [], nil, nil, nil)
      return
    }
    (smallest, largest) = ends
    mean = min(max(finite.reduce(0, +) / Double(finite.count), ends.low), ends.high)
    let scale = Self.scale(ends)
    edges = scale.labels
    let values = scale.multiples.map { scale.number($0).asWritten }
    var counts = [Int](repeating: 0, count: scale.intervals)
    for number in finite { counts[Self.bin(of: number, in: values)] += 1 }
    bins = counts.indices.map { Bin(from: values[$0], to: values[$0 + 1], count: counts[$0]) }
  }

  /// Round ends that have all the numbers between them.
  private static func scale(_ ends: (low: Double, high: Double)) -> RoundScale {
    let size = max(ends.low.magnitude, ends.high.magnitude)
    let least = max(size * Self.finest, 1e-290)
    let room = ends.high - ends.low < least ? (size == 0 ? 1 : max(size / 2, least)) : 0
    return .fine(ends.low - room, ends.high + room, intervals: Self.mostBins)
  }

  /// The bin of a number: the last whose lower end is not above it.
  private static func bin(of number: Double, in edges: [Double]) -> Int {
    var (low, high) = (0, edges.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if edges[middle] <= number { low = middle } else { high = middle }
    }
    return low
  }
}

// MARK: In words

extension Histogram {
  /// What one sees: from where to where, where most lie, and how many lie further out.
  public var sentence: String {
    let all = counted(count, "number")
    guard let smallest, let largest, let mean else {
      return titled(title, "\(all), none of them finite.")
    }
    let odd =
      notFinite > 0
      ? " \(counted(notFinite, "number")) \(notFinite == 1 ? "is" : "are") not finite and in no bin."
      : ""
    if smallest == largest {
      let which = count == 1 ? "1 number" : notFinite > 0 ? "the finite ones" : "all \(all)"
      let verb = count == 1 ? ":" : " are"
      return titled(title, "\(which)\(verb) \(Number.readable(smallest)).") + odd
    }
    let range =
      "\(all) from \(Number.readable(smallest)) to \(Number.readable(largest)), on average \(Number.readable(mean))."
    return titled(title, range) + " " + most + odd
  }

  /// The shortest run of bins with nine of ten numbers, and what lies beside it.
  private var most: String {
    let total = bins.reduce(0) { $0 + $1.count }
    let run = shortestRun(holding: total - total / 10)
    let inside = bins[run].reduce(0) { $0 + $1.count }
    func share(_ count: Int) -> String { Number.percent(Double(count) / Double(total)) }
    let sides = [
      (bins[..<run.lowerBound].reduce(0) { $0 + $1.count }, "below"),
      (bins[run.upperBound...].reduce(0) { $0 + $1.count }, "above"),
    ].filter { $0.0 > 0 }.map { "\(share($0.0)) \($0.0 == 1 ? "lies" : "lie") \($0.1)" }
    let stretch = "from \(edges[run.lowerBound]) to \(edges[run.upperBound])"
    let start = inside == total ? "All lie \(stretch)" : "\(share(inside)) lie \(stretch)"
    return ([start] + sides).joined(separator: ", ") + "." + fullest
  }

  /// The bin that has more than any other, if one has.
  private var fullest: String {
    let most = bins.map(\.count).max() ?? 0
    let those = bins.indices.filter { bins[$0].count == most }
    guard those.count == 1, bins.count > 1 else { return "" }
    return
      " The fullest bin, \(edges[those[0]]) to \(edges[those[0] + 1]), holds \(Number.grouped(most))."
  }

  /// The fewest neighbouring bins that hold so many; of several the one that holds most.
  private func shortestRun(holding least: Int) -> Range<Int> {
    for length in 1...bins.count {
      let runs = (0...bins.count - length).map { $0..<$0 + length }
      let held = runs.map { bins[$0].reduce(0) { $0 + $1.count } }
      if let best = held.indices.max(by: { held[$0] < held[$1] }), held[best] >= least {
        return runs[best]
      }
    }
    return bins.indices
  }
}
