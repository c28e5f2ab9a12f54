/// What is to be seen in a plot, in one sentence; every part of it is true of the samples.
struct PlotStory {
  private let plot: LinePlot
  /// The distance of two samples: what is said of x is not more exact.
  private let spacing: Double

  init(_ plot: LinePlot) {
    self.plot = plot
    let count = max(plot.series[0].curve.points.count - 1, 1)
    spacing = (Double(plot.to) - Double(plot.from)) / Double(count)
  }

  var sentence: String {
    let only = plot.series.count == 1
    let parts = plot.series.map { series in
      let story = CurveStory(series.curve, spacing: spacing)
      let range = "\(series.label) \(story.course)"
      return range + (only ? story.remark : "") + story.gaps
    }
    return parts.joined(separator: "; ") + meetings + "."
  }

  /// Where the first two curves have the same height.
  private var meetings: String {
    guard plot.series.count == 2 else { return "" }
    let pairs = zip(plot.series[0].curve.points, plot.series[1].curve.points)
    let differences = pairs.map { a, b in
      (x: Double(a.x), y: a.y.flatMap { first in b.y.map { Double(first) - Double($0) } })
    }
    let zeros = Crossings(differences, spacing: spacing)
    if zeros.isEverywhere { return "; they are the same everywhere" }
    return zeros.words.map { "; they meet \($0)" } ?? ""
  }
}

/// What is to be seen of one curve.
private struct CurveStory {
  private let points: [(x: Double, y: Double?)]
  private let heights: [Double]
  private let spacing: Double
  private let low: Double
  private let high: Double

  init(_ curve: Curve, spacing: Double) {
    points = curve.points.map { (Double($0.x), $0.y.map(Double.init)) }
    heights = points.compactMap(\.y)
    self.spacing = spacing
    low = heights.min() ?? 0
    high = heights.max() ?? 0
  }

  private var isLevel: Bool { low == high }
  private var hasGaps: Bool { heights.count < points.count }

  /// Where it goes, from left to right if it goes one way only.
  var course: String {
    let steps = zip(heights, heights.dropFirst())
    let (least, most) = (Self.height(low), Self.height(high))
    if isLevel { return "is \(least) everywhere" }
    if hasGaps { return "lies between \(least) and \(most)" }
    if steps.allSatisfy({ $0 < $1 }) { return "rises from \(least) to \(most)" }
    if steps.allSatisfy({ $0 > $1 }) { return "falls from \(most) to \(least)" }
    if steps.allSatisfy({ $0 <= $1 }) { return "never falls: it goes from \(least) to \(most)" }
    if steps.allSatisfy({ $0 >= $1 }) { return "never rises: it goes from \(most) to \(least)" }
    return "lies between \(least)\(place(of: low)) and \(most)\(place(of: high))"
  }

  /// Where it passes the middle of an activation's range, or 0, and where it is steepest.
  var remark: String {
    guard !isLevel else { return "" }
    let isActivation = low >= 0 && high <= 1
    let zeros = Crossings(
      points.map { ($0.x, $0.y.map { $0 - (isActivation ? 0.5 : 0) }) }, spacing: spacing)
    let crossing = zeros.words.map { ", crosses \(isActivation ? "½" : "0") \($0)" } ?? ""
    guard let steepest, !hasGaps else { return crossing }
    return "\(crossing) and is steepest \(name(steepest, zeros))"
  }

  /// A place by what is there, if it is known already.
  private func name(_ x: Double, _ zeros: Crossings) -> String {
    if zeros.places.count == 1, abs(zeros.places[0].x - x) < spacing { return "there" }
    if x - points[0].x < spacing { return "at the left end" }
    if points[points.count - 1].x - x < spacing { return "at the right end" }
    return "near x = \(RoundNumber(x, within: spacing).text)"
  }

  var gaps: String {
    let missing = points.filter { $0.y == nil }
    guard let first = missing.first, let last = missing.last else { return "" }
    let start = RoundNumber(first.x, within: spacing).text
    if missing.count == 1 { return ", with no value at x = \(start)" }
    let run = points.drop { $0.y != nil }.prefix { $0.y == nil }
    let end = RoundNumber(last.x, within: spacing).text
    return run.count == missing.count
      ? ", with no value from x = \(start) to x = \(end)"
      : ", with no value in \(missing.count) of \(points.count) places"
  }

  /// The middle of the steepest stretch, if there is one that is short.
  private var steepest: Double? {
    let slopes = zip(points, points.dropFirst()).map { a, b in
      (x: (a.x + b.x) / 2, size: abs((b.y ?? 0) - (a.y ?? 0)))
    }
    let most = slopes.map(\.size).max() ?? 0
    let steep = slopes.filter { $0.size >= most * 0.999 }
    guard let first = steep.first, let last = steep.last, steep.count <= points.count / 10,
      last.x - first.x < spacing * Double(steep.count)
    else { return nil }
    return (first.x + last.x) / 2
  }

  /// Where the curve has this height, if it is one place.
  private func place(of height: Double) -> String {
    let places = points.filter { $0.y == height }
    guard places.count == 1 else { return "" }
    return " at x = \(RoundNumber(places[0].x, within: spacing).text)"
  }

  /// Whole numbers as such, all others with four decimals or what it takes.
  private static func height(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e7
      ? String(Int(value)) : Number.precise(Float(value))
  }
}

/// Where a sampled curve passes 0.
private struct Crossings {
  /// Whether a sample is exactly there, or it lies between two.
  private(set) var places: [(x: Double, isExact: Bool)] = []
  let isEverywhere: Bool
  private let spacing: Double

  init(_ points: [(x: Double, y: Double?)], spacing: Double) {
    self.spacing = spacing
    isEverywhere = points.allSatisfy { $0.y == 0 }
    for (index, point) in points.enumerated() {
      guard let y = point.y else { continue }
      let before = index > 0 ? points[index - 1].y : nil
      if y == 0 {
        // A stretch along 0 is no crossing; a curve that only touches 0 does not pass it.
        let after = index + 1 < points.count ? points[index + 1].y : nil
        if let before, let after, before * after < 0 { places.append((point.x, true)) }
      } else if let before, before * y < 0, !isPole(points, index) {
        let share = before / (before - y)
        places.append((points[index - 1].x + share * (point.x - points[index - 1].x), false))
      }
    }
  }

  /// Whether the curve jumps across 0 against the way it goes on both sides.
  private func isPole(_ points: [(x: Double, y: Double?)], _ index: Int) -> Bool {
    Jump.isPole(
      index > 1 ? points[index - 2].y : nil, points[index - 1].y, points[index].y,
      index + 1 < points.count ? points[index + 1].y : nil)
  }

  /// "at x = 0", "near x = 0.66 and x = 2.1"; nil where there is none, or too many to name.
  var words: String? {
    guard 1...3 ~= places.count else { return nil }
    let preposition = places.allSatisfy(\.isExact) ? "at" : "near"
    let names = places.map { "x = \(RoundNumber($0.x, within: spacing / 2).text)" }
    let last = names[names.count - 1]
    return names.count == 1
      ? "\(preposition) \(last)"
      : "\(preposition) \(names.dropLast().joined(separator: ", ")) and \(last)"
  }
}

/// Samples between which a curve has no line.
enum Jump {
  /// Whether the second and third of four samples in a row lie on two sides of a pole: the way
  /// between them leads against the way on both sides, and further than both.
  static func isPole(_ a: Double?, _ b: Double?, _ c: Double?, _ d: Double?) -> Bool {
    guard let a, let b, let c, let d else { return false }
    let (before, jump, after) = (b - a, c - b, d - c)
    return before * jump < 0 && after * jump < 0 && abs(jump) > abs(before)
      && abs(jump) > abs(after)
  }
}
