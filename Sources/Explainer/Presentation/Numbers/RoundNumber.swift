/// A number as people round it: `units` times a power of ten, so that its digits are exact.
package struct RoundNumber: Equatable {
  var units: Int
  var exponent: Int

  init(units: Int, exponent: Int) {
    self.units = units
    self.exponent = exponent
  }

  /// The nearest number that is a multiple of the power of ten at or below `precision`.
  package init(_ value: Double, within precision: Double) {
    // Sixteen digits are all that a Double has; beyond, the last ones say nothing.
    exponent = max(Self.exponent(of: precision), Self.exponent(of: value.magnitude) - 15)
    units = Int(nearest: Self.scaled(value, by: -exponent))
  }

  var value: Double { Self.scaled(Double(units), by: exponent) }

  /// The Double that is written so: beyond 10²² `value` may be the one beside it.
  var asWritten: Double { Double("\(units)e\(exponent)") ?? value }

  /// As few digits as it takes: `0.5`, `-6`, `12,000`, `2e30`.
  package var text: String {
    guard units != 0 else { return "0" }
    var short = self
    while short.units % 10 == 0 {
      short = RoundNumber(units: short.units / 10, exponent: short.exponent + 1)
    }
    let text = short.text(largest: short)
    let sign = text.prefix { $0 == "-" }
    let whole = text.dropFirst(sign.count).prefix(while: \.isASCIIDigit)
    return sign + Number.grouped(digits: String(whole)) + text.dropFirst(sign.count + whole.count)
  }

  /// Written like the largest of those it stands with: all with as many decimals, or all as powers
  /// of ten.
  func text(largest: RoundNumber) -> String {
    guard units != 0 || exponent < 0 else { return "0" }
    let top = exponent + String(largest.units.magnitude).count - 1
    let sign = units < 0 ? "-" : ""
    if top > 6 || (exponent < -5 && top < -3) || exponent < -9 {
      guard units != 0 else { return "0" }
      return sign + Self.decimal(units.magnitude, places: max(0, top - exponent)) + "e\(top)"
    }
    guard exponent >= 0 else { return sign + Self.decimal(units.magnitude, places: -exponent) }
    return sign + String(units.magnitude) + String(repeating: "0", count: exponent)
  }

  private static func decimal(_ units: UInt, places: Int) -> String {
    guard places > 0 else { return String(units) }
    var digits = String(units)
    digits = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return digits.dropLast(places) + "." + digits.suffix(places)
  }

  /// The largest power of ten that is not above a positive number; 0 for all others.
  package static func exponent(of value: Double) -> Int {
    guard value > 0, value.isFinite else { return 0 }
    // A little more than the value, so that 0.1 counts as 10⁻¹ although it is a hair below.
    let size = value * (1 + 1e-12)
    // Sure to be no more than one below, whatever the logarithm rounds to.
    var exponent = Int(nearest: (Double(value.exponent) * 0.30102999566398120).rounded(.down)) - 1
    while exponent < 308, power(exponent + 1) <= size { exponent += 1 }
    return exponent
  }

  /// A number times a power of ten, in steps that neither overflow nor vanish on the way.
  static func scaled(_ value: Double, by exponent: Int) -> Double {
    guard exponent.magnitude > 300 else {
      return exponent < 0 ? value / power(-exponent) : value * power(exponent)
    }
    let half = exponent / 2
    return scaled(scaled(value, by: half), by: exponent - half)
  }

  /// A power of ten as near as a Double comes to it: 0 and ∞ beyond its reach.
  package static func power(_ exponent: Int) -> Double {
    guard exponent.magnitude > 22 else {
      let size = (0..<exponent.magnitude).reduce(1.0) { product, _ in product * 10 }
      return exponent < 0 ? 1 / size : size
    }
    return Double("1e\(exponent)") ?? (exponent < 0 ? 0 : .infinity)
  }
}

extension RoundNumber {
  /// Round numbers that have both numbers between them, not much further apart.
  package static func ends(around low: Double, _ high: Double) -> (low: Double, high: Double) {
    let scale = RoundScale.covering(low, high)
    return (scale.value(scale.multiples.lowerBound), scale.value(scale.multiples.upperBound))
  }
}

/// Round numbers at even distances, for the ticks of an axis.
struct RoundScale: Equatable {
  /// 1, 2 or 5.
  let mantissa: Int
  let exponent: Int
  /// Multiples of the step.
  let multiples: ClosedRange<Int>

  var step: Double { Double(mantissa) * RoundNumber.power(exponent) }
  var intervals: Int { multiples.count - 1 }

  func number(_ multiple: Int) -> RoundNumber {
    RoundNumber(units: multiple * mantissa, exponent: exponent)
  }

  func value(_ multiple: Int) -> Double { number(multiple).value }

  /// One a multiple, from low to high.
  var labels: [String] {
    let ends = [multiples.lowerBound, multiples.upperBound].map(number)
    let largest = ends.max { $0.units.magnitude < $1.units.magnitude } ?? ends[0]
    return multiples.map { number($0).text(largest: largest) }
  }

  /// The scale that has both numbers inside and the least room left over; of equals the one with
  /// the fewest ticks.
  ///
  /// - Parameter most: how many intervals there may be, at least 4.
  static func covering(_ low: Double, _ high: Double, intervals most: Int = 6) -> RoundScale {
    let all = steps(near: high - low).map { scale(low, high, $0, outwards: true) }
    let fitting = all.filter { 2...most ~= $0.intervals }
    func room(_ scale: RoundScale) -> Double { scale.step * Double(scale.intervals) }
    let best = fitting.min { first, second in
      let (a, b) = (room(first), room(second))
      return abs(a - b) > 1e-9 * b ? a < b : first.intervals < second.intervals
    }
    return best ?? all[all.count - 1]
  }

  /// From 0 to a round number at or above a positive one, in ticks equally many rows apart: the one
  /// that leaves the least room unused.
  static func fromZero(to high: Double, rows: Int) -> RoundScale {
    let most = max(rows - 1, 1)
    let all = steps(near: high).map { scale(0, high, $0, outwards: true) }
    func use(_ scale: RoundScale) -> Double {
      let rows = Double(most / scale.intervals * scale.intervals)
      // Two ticks alone would tell less of the heights between them.
      return high / (scale.step * Double(scale.intervals)) * rows
        * (scale.intervals > 1 ? 1 : 0.8)
    }
    let fitting = all.filter { 1...min(most, 6) ~= $0.intervals }
    return fitting.max { use($0) < use($1) } ?? all[all.count - 1]
  }

  /// Percentages from 0 or 80 to 100, in the same manner.
  static func percent(from low: Int, rows: Int) -> RoundScale {
    let most = max(rows - 1, 1)
    let steps = low == 0 ? [(2, 1), (5, 1), (1, 2)] : [(5, 0), (1, 1), (2, 1)]
    let all = steps.map { scale(Double(low), 100, $0, outwards: true) }
    let fitting = all.filter { $0.intervals <= most }
    return fitting.max { most / $0.intervals * $0.intervals < most / $1.intervals * $1.intervals }
      ?? all[all.count - 1]
  }

  /// The finest scale of so many intervals at most that has both numbers inside, to the last bit.
  static func fine(_ low: Double, _ high: Double, intervals most: Int) -> RoundScale {
    let all = steps(near: high - low).map { step in
      var scale = self.scale(low, high, step, outwards: true)
      if scale.number(scale.multiples.lowerBound).asWritten > low {
        scale = scale.with(scale.multiples.lowerBound - 1...scale.multiples.upperBound)
      }
      if scale.number(scale.multiples.upperBound).asWritten < high {
        scale = scale.with(scale.multiples.lowerBound...scale.multiples.upperBound + 1)
      }
      return scale
    }
    return all.first { 1...most ~= $0.intervals } ?? all[all.count - 1]
  }

  private func with(_ multiples: ClosedRange<Int>) -> RoundScale {
    RoundScale(mantissa: mantissa, exponent: exponent, multiples: multiples)
  }

  /// Scales with their ticks between two numbers, the finest first.
  private static func inside(_ low: Double, _ high: Double) -> [RoundScale] {
    steps(near: high - low).map { scale(low, high, $0, outwards: false) }
  }

  /// The finest scale with its ticks between two numbers that will do; the coarsest where none will.
  static func finest(_ low: Double, _ high: Double, where fits: (RoundScale) -> Bool) -> RoundScale
  {
    let scales = inside(low, high)
    return scales.first(where: fits) ?? scales[scales.count - 1]
  }

  private static func steps(near span: Double) -> [(mantissa: Int, exponent: Int)] {
    let top = RoundNumber.exponent(of: span)
    return (top - 2...top).flatMap { exponent in [1, 2, 5].map { ($0, exponent) } } + [(1, top + 1)]
  }

  private static func scale(
    _ low: Double, _ high: Double, _ step: (mantissa: Int, exponent: Int), outwards: Bool
  ) -> RoundScale {
    let size = Double(step.mantissa) * RoundNumber.power(step.exponent)
    // Quotients that are whole but for the last bits count as whole.
    let slack = outwards ? 1e-6 : -1e-6
    let first = outwards ? (low / size + slack).rounded(.down) : (low / size + slack).rounded(.up)
    let last = outwards ? (high / size - slack).rounded(.up) : (high / size - slack).rounded(.down)
    let (from, to) = (Int(nearest: first), Int(nearest: last))
    return RoundScale(
      mantissa: step.mantissa, exponent: step.exponent, multiples: from...max(from, to))
  }
}
