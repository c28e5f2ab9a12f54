/// What is to be seen in a plot, in one sentence; every part of it is true of the samples.
struct PlotStory {
  private let plot: LinePlot
  /// The distance of two samples: what is said of x is not more exact.
  private let spacing: Double

  init(_ plot: LinePlot) {
    self.plot = plot
    let count = max(plot.series[0].curve.points.count - 1, 1)
    spacing = (plot.to - plot.from) / Double(count)
  }

  var sentence: String {
    let only = plot.series.count == 1 && plot.tangent == nil
    let parts = plot.series.map { series in
      let story = CurveStory(series.curve, spacing: spacing)
      let range = "\(series.label) \(story.course)"
      return range + (only ? story.remark : "") + story.gaps
    }
    return parts.joined(separator: "; ") + meetings + touch + "."
  }

  /// Where a tangent touches, and how steep it is.
  private var touch: String {
    guard let tangent = plot.tangent else { return "" }
    let way =
      tangent.slope == 0
      ? "is level"
      : "goes \(tangent.slope > 0 ? "up" : "down") to the right, with a slope of \(NumberColumn.alone(tangent.slope))"
    return
      "; at \(tangent.label), \(Number.shown(tangent.x)), it is \(NumberColumn.alone(tangent.y)) and \(way)"
  }

  /// Where the first two curves have the same height.
  private var meetings: String {
    guard plot.series.count == 2 else { return "" }
    let pairs = zip(plot.series[0].curve.points, plot.series[1].curve.points)
    let differences = pairs.map { a, b in
      (x: a.x, y: a.y.flatMap { first in b.y.map { first - $0 } })
    }
    let zeros = Crossings(differences, spacing: spacing)
    if zeros.isEverywhere { return "; they are the same everywhere" }
    return zeros.words.map { "; they meet \($0)" } ?? ""
  }
}

/// What is to be seen of one curve.
private struct CurveStory {
  private let samples: [Curve.Point]
  private let points: [(x: Double, y: Double?)]
  private let edges: [Curve.Edge]
  private let heights: [Double]
  private let spacing: Double
  private let low: Double
  private let high: Double

  init(_ curve: Curve, spacing: Double) {
    samples = curve.points
    points = curve.points.map { ($0.x, $0.y) }
    edges = curve.edges
    let drawn = points.compactMap(\.y)
    let size = drawn.reduce(0) { max($0, abs($1)) }
    // Halving came near to what is there, not quite to it.
    heights =
      drawn
      + edges.filter { !$0.isUnbounded }.map { edge in
        size > 0 ? RoundNumber(edge.y, within: size * 1e-6).value : edge.y
      }
    self.spacing = spacing
    low = heights.min() ?? 0
    high = heights.max() ?? 0
  }

  private var isLevel: Bool { low == high }
  /// Whether it changes by less than its heights are written with.
  private var looksLevel: Bool { Self.height(low) == Self.height(high) }
  private var hasGaps: Bool { points.contains { $0.y == nil } }

  /// Where it goes, from left to right if it goes one way only.
  var course: String {
    let drawn = points.compactMap(\.y)
    let steps = zip(drawn, drawn.dropFirst())
    let (least, most) = (Self.height(low), Self.height(high))
    if looksLevel, !isLevel {
      return
        "stays near \(least)\(hasGaps ? " where it is drawn" : ""): its lowest and its highest place differ by only \(NumberColumn.alone(high - low))"
    }
    if isLevel { return hasGaps ? "is \(least) where it is drawn" : "is \(least) everywhere" }
    if !poles.isEmpty {
      return
        "is drawn from \(least) to \(most) and goes beyond \(Self.list(poles, spacing: spacing))"
    }
    if hasGaps { return "lies between \(least) and \(most) where it is drawn" }
    if steps.allSatisfy({ $0 < $1 }) { return "rises from \(least) to \(most)" }
    if steps.allSatisfy({ $0 > $1 }) { return "falls from \(most) to \(least)" }
    if steps.allSatisfy({ $0 <= $1 }) { return "never falls: it goes from \(least) to \(most)" }
    if steps.allSatisfy({ $0 >= $1 }) { return "never rises: it goes from \(most) to \(least)" }
    return "lies between \(least)\(location(of: low)) and \(most)\(location(of: high))"
  }

  /// Where it runs off, so that its points do not bound it; once for both sides of a place.
  private var poles: [Double] {
    let unbounded = edges.filter(\.isUnbounded).map(\.x).sorted()
    return unbounded.reduce(into: []) { poles, x in
      if poles.last.map({ x - $0 > spacing }) ?? true { poles.append(x) }
    }
  }

  /// "near x = 0", "near x = -2 and x = 2"; of many only how many.
  private static func list(_ xs: [Double], spacing: Double) -> String {
    guard xs.count <= 3 else { return "in \(xs.count) places" }
    let names = xs.map { "x = \(RoundNumber($0, within: spacing).text)" }
    return "near \(listed(names))"
  }

  /// Where it passes the middle of an activation's range, or 0, and where it is steepest.
  var remark: String {
    guard !looksLevel else { return "" }
    let isActivation = low >= 0 && high <= 1
    let zeros = Crossings(
      points.map { ($0.x, $0.y.map { $0 - (isActivation ? 0.5 : 0) }) }, spacing: spacing)
    let crossing = zeros.words.map { ", crosses \(isActivation ? "½" : "0") \($0)" } ?? ""
    if let bend, !hasGaps, poles.isEmpty { return crossing + bend }
    guard let steepest, !hasGaps, poles.isEmpty else { return crossing }
    return "\(crossing) and is steepest \(name(steepest, zeros))"
  }

  /// Where two straight stretches meet, if that is all the curve is.
  private var bend: String? {
    let slopes = zip(points, points.dropFirst()).map { (($1.y ?? 0) - ($0.y ?? 0)) / ($1.x - $0.x) }
    guard let first = slopes.first, let last = slopes.last, slopes.count > 4 else { return nil }
    let tolerance = 1e-6 * max(first.magnitude, last.magnitude)
    func isSame(_ a: Double, _ b: Double) -> Bool { (a - b).magnitude <= tolerance }
    let start = slopes.prefix { isSame($0, first) }.count
    let end = slopes.reversed().prefix { isSame($0, last) }.count
    // Between samples it lies in a step of its own.
    guard !isSame(first, last), start + end >= slopes.count - 1 else { return nil }
    let isExact = start + end == slopes.count
    let x = isExact ? points[start].x : (points[start].x + points[start + 1].x) / 2
    let location = "\(isExact ? "at" : "near") x = \(RoundNumber(x, within: spacing).text)"
    if isSame(first, 0) { return ", level up to a bend \(location)" }
    return isSame(last, 0) ? ", level from a bend \(location) on" : ", with a bend \(location)"
  }

  /// A place by what is there, if it is known already.
  private func name(_ x: Double, _ zeros: Crossings) -> String {
    if zeros.crossings.count == 1, abs(zeros.crossings[0].x - x) < spacing { return "there" }
    if x - points[0].x < spacing { return "at the left end" }
    if points[points.count - 1].x - x < spacing { return "at the right end" }
    return "near x = \(RoundNumber(x, within: spacing).text)"
  }

  /// Where there is no value, and where it is too large.
  var gaps: String {
    gap("with no value") { $0.y == nil && !$0.isTooLarge } + gap("too large to draw", \.isTooLarge)
  }

  private func gap(_ words: String, _ isMissing: (Curve.Point) -> Bool) -> String {
    let missing = samples.filter(isMissing)
    guard let first = missing.first, let last = missing.last else { return "" }
    let start = RoundNumber(first.x, within: spacing).text
    if missing.count == 1 { return ", \(words) at x = \(start)" }
    let run = samples.drop { !isMissing($0) }.prefix(while: isMissing)
    let end = RoundNumber(last.x, within: spacing).text
    return run.count == missing.count
      ? ", \(words) from x = \(start) to x = \(end)"
      : ", \(words) in \(missing.count) of \(samples.count) places"
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
  private func location(of height: Double) -> String {
    let matches = points.filter { $0.y == height }
    guard matches.count == 1 else { return "" }
    return " at x = \(RoundNumber(matches[0].x, within: spacing).text)"
  }

  /// Whole numbers as such, all others with four decimals or what it takes.
  private static func height(_ value: Double) -> String {
    value.magnitude < 1e7 ? Number.readable(value) : Number.precise(value)
  }
}

/// Where a sampled curve passes 0.
private struct Crossings {
  /// Whether a sample is exactly there, or it lies between two.
  private(set) var crossings: [(x: Double, isExact: Bool)] = []
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
        if let before, let after, (before < 0) != (after < 0), before != 0, after != 0 {
          crossings.append((point.x, true))
        }
      } else if let before, (before < 0) != (y < 0), before != 0, !Jump.isPole(points, index) {
        let share = before / (before - y)
        crossings.append((points[index - 1].x + share * (point.x - points[index - 1].x), false))
      }
    }
  }

  /// "at x = 0", "near x = 0.66 and x = 2.1"; nil where there is none, or too many to name.
  var words: String? {
    guard 1...3 ~= crossings.count else { return nil }
    let preposition = crossings.allSatisfy(\.isExact) ? "at" : "near"
    let names = crossings.map { "x = \(RoundNumber($0.x, within: spacing / 2).text)" }
    return "\(preposition) \(listed(names))"
  }
}

/// Samples between which a curve has no line.
package enum Jump {
  /// Whether the second and third of four samples in a row lie on two sides of a pole: the way
  /// between them leads against the way on both sides, and further than both.
  static func isPole(_ a: Double?, _ b: Double?, _ c: Double?, _ d: Double?) -> Bool {
    guard let a, let b, let c, let d else { return false }
    let (before, jump, after) = (b - a, c - b, d - c)
    guard before != 0, jump != 0, after != 0, (before < 0) == (after < 0) else { return false }
    return (before < 0) != (jump < 0) && abs(jump) > abs(before) && abs(jump) > abs(after)
  }

  /// The same of a sample and the one before it.
  package static func isPole(_ points: [(x: Double, y: Double?)], _ index: Int) -> Bool {
    guard points.indices.contains(index - 2), points.indices.contains(index + 1) else {
      return false
    }
    return isPole(points[index - 2].y, points[index - 1].y, points[index].y, points[index + 1].y)
  }
}
