/// How numbers are written: four decimals, the same everywhere. There is text for every number, the
/// largest, the smallest and what is no number included.
public enum Number {
  /// The decimals of a number that stands in a column with others.
  public static let decimals = 4

  /// Four decimals: `-1.4402`. Beyond ±10⁸ as a power of ten, `3.000e38`.
  public static func shown(_ value: some BinaryFloatingPoint) -> String {
    guard let parts = tenThousandths(value) else { return scientific(Double(value)) }
    return shown(tenThousandths: parts)
  }

  /// As `shown`, with as many more decimals as it takes not to be read as 0 or as 1:
  /// `0.0000454`, `0.99999994`.
  public static func precise(_ value: some BinaryFloatingPoint) -> String {
    let value = Double(value)
    let size = value.magnitude
    let gap = min(size, (1 - size).magnitude)
    guard gap != 0, gap < 0.001, size < 2 else { return shown(value) }
    var places = decimals
    var scaled = gap * 10_000
    while scaled < 100, places < 9 {
      scaled *= 10
      places += 1
    }
    // Very near 1 all the digits that a Double has; near 0 at least two.
    guard scaled >= 10 else { return size > 0.5 ? "\(value)" : scientific(value) }
    return decimal(Int(nearest: size * power(places)), places: places, negative: value < 0)
  }

  /// A number that stands alone: whole ones without decimals, `12,544`; others as `precise`.
  public static func readable(_ value: some BinaryFloatingPoint) -> String {
    let value = Double(value)
    // Up to here a Double tells all whole numbers apart.
    guard value == value.rounded(), value.magnitude <= 0x1p53 else { return precise(value) }
    return grouped(Int(nearest: value))
  }

  /// A number as so many ten-thousandths, rounded, so that sums of shown numbers can be made exact;
  /// nil where it is too large for that or not finite.
  package static func tenThousandths(_ value: some BinaryFloatingPoint) -> Int? {
    guard value.isFinite, value.magnitude < 1e8 else { return nil }
    return Int(nearest: Double(value) * 10_000)
  }

  /// The number that `shown` writes, so that a bar beside it is neither empty nor full but where it
  /// says 0 or 1.
  package static func asShown(_ value: Float) -> Float {
    tenThousandths(value).map { Float($0) / 10_000 } ?? value
  }

  /// A count of ten-thousandths with four decimals.
  static func shown(tenThousandths count: Int) -> String {
    decimal(count, places: decimals)
  }

  /// A whole number with commas: `13,002`.
  public static func grouped(_ count: Int) -> String {
    (count < 0 ? "-" : "") + grouped(digits: String(count.magnitude))
  }

  /// A share as a percentage: `95.23%`, or with as many more decimals as it takes not to say all
  /// or nothing where it is neither: `99.998%`.
  public static func percent(_ share: Double) -> String { percent(share, places: 2) }

  /// A share as a percentage with one decimal, for places where it changes all the time: `95.2%`.
  static func shortPercent(_ share: Double) -> String { percent(share, places: 1) }

  private static func percent(_ share: Double, places: Int) -> String {
    guard share.isFinite else { return "\(scientific(share))%" }
    guard share > 0 else { return "0%" }
    guard share < 1 else { return "100%" }
    let all = Int(nearest: power(places + 2))
    let units = Int(nearest: share * Double(all))
    guard units > 0, units < all else {
      return places < 6
        ? percent(share, places: places + 1)
        : share < 0.5 ? "less than 0.0001%" : "more than 99.9999%"
    }
    return decimal(units, places: places) + "%"
  }

  /// A count of the last decimal's units.
  package static func decimal(_ units: Int, places: Int) -> String {
    decimal(units, places: places, negative: units < 0)
  }

  private static func decimal(_ units: Int, places: Int, negative: Bool) -> String {
    var digits = String(units.magnitude)
    while digits.count <= places { digits = "0" + digits }
    let fraction = places > 0 ? "." + digits.suffix(places) : ""
    return (negative ? "-" : "") + grouped(digits: String(digits.dropLast(places))) + fraction
  }

  static func grouped(digits: String) -> String {
    var rest = digits
    var groups: [String] = []
    while rest.count > 3 {
      groups.insert(String(rest.suffix(3)), at: 0)
      rest.removeLast(3)
    }
    return ([rest] + groups).joined(separator: ",")
  }

  /// Powers of ten for the largest and smallest numbers: `3.403e38`. One digit before the point.
  private static func scientific(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "not a number" : value > 0 ? "∞" : "-∞" }
    guard value != 0 else { return "0.0000" }
    var exponent = RoundNumber.exponent(of: value.magnitude)
    var units = Int(nearest: RoundNumber.scaled(value.magnitude, by: 3 - exponent))
    // The smallest powers of ten are no Doubles, and those next to them may be above the number.
    if units < 1000 {
      exponent -= 1
      units = Int(nearest: RoundNumber.scaled(value.magnitude, by: 3 - exponent))
    }
    // 9.9996 is 10.000 when rounded.
    if units >= 10_000 { (units, exponent) = (units / 10, exponent + 1) }
    return decimal(units, places: 3, negative: value < 0) + "e\(exponent)"
  }

  private static func power(_ places: Int) -> Double { RoundNumber.power(places) }
}
