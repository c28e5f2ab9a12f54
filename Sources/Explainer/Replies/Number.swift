/// How numbers are written: four decimals, the same everywhere.
public enum Number {
  /// The decimals of a number that stands in a column with others.
  public static let decimals = 4

  /// Four decimals: `-1.4402`. Beyond ±10⁸ as a power of ten, `3.000e38`.
  public static func shown(_ value: Float) -> String {
    guard let parts = tenThousandths(value) else { return scientific(value) }
    return shown(tenThousandths: parts)
  }

  /// As `shown`, with as many more decimals as it takes not to be read as 0 or as 1:
  /// `0.0000454`, `0.99999994`.
  public static func precise(_ value: Float) -> String {
    let size = abs(value)
    let gap = min(size, abs(1 - size))
    guard gap != 0, gap < 0.001, size < 2 else { return shown(value) }
    var places = decimals
    var scaled = Double(gap) * 10_000
    while scaled < 100, places < 9 {
      scaled *= 10
      places += 1
    }
    guard scaled >= 1 else { return scientific(value) }
    return decimal(
      Int((Double(size) * power(places)).rounded()), places: places, negative: value < 0)
  }

  /// A number that stands alone: whole ones without decimals, `12,544`; others as `precise`.
  public static func readable(_ value: Float) -> String {
    value == value.rounded() && abs(value) < 16_777_216
      ? grouped(Int(value)) : precise(value)
  }

  /// A number as so many ten-thousandths, rounded, so that sums of shown numbers can be made exact;
  /// nil where it is too large for that or not finite.
  static func tenThousandths(_ value: Float) -> Int? {
    guard value.isFinite, abs(value) < 1e8 else { return nil }
    return Int((Double(value) * 10_000).rounded())
  }

  /// A count of ten-thousandths with four decimals.
  static func shown(tenThousandths count: Int) -> String {
    decimal(abs(count), places: decimals, negative: count < 0)
  }

  /// A whole number with commas: `13,002`.
  public static func grouped(_ count: Int) -> String {
    var digits = String(count.magnitude)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return (count < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
  }

  /// A share as a percentage: `95.23%`, or with as many more decimals as it takes not to say all
  /// or nothing where it is neither: `99.998%`.
  public static func percent(_ share: Double) -> String { percent(share, places: 2) }

  /// A share as a percentage with one decimal, for places where it changes all the time: `95.2%`.
  static func shortPercent(_ share: Double) -> String { percent(share, places: 1) }

  private static func percent(_ share: Double, places: Int) -> String {
    guard share > 0 else { return "0%" }
    guard share < 1 else { return "100%" }
    let all = Int(power(places + 2))
    let units = Int((share * Double(all)).rounded())
    guard units > 0, units < all else {
      return places < 6
        ? percent(share, places: places + 1)
        : share < 0.5 ? "less than 0.0001%" : "more than 99.9999%"
    }
    return decimal(units, places: places) + "%"
  }

  /// A count of the last decimal's units.
  static func decimal(_ units: Int, places: Int) -> String {
    decimal(abs(units), places: places, negative: units < 0)
  }

  private static func decimal(_ units: Int, places: Int, negative: Bool) -> String {
    var digits = String(units)
    while digits.count <= places { digits = "0" + digits }
    return (negative ? "-" : "") + digits.dropLast(places) + "." + digits.suffix(places)
  }

  /// Powers of ten for the largest and smallest numbers a Float holds: `3.403e38`.
  private static func scientific(_ value: Float) -> String {
    guard value.isFinite else { return value.isNaN ? "not a number" : value > 0 ? "∞" : "-∞" }
    var exponent = 0
    var size = Double(abs(value))
    while size >= 10 { (size, exponent) = (size / 10, exponent + 1) }
    while size < 1 { (size, exponent) = (size * 10, exponent - 1) }
    return decimal(Int((size * 1000).rounded()), places: 3, negative: value < 0) + "e\(exponent)"
  }

  private static func power(_ places: Int) -> Double {
    (0..<places).reduce(1) { product, _ in product * 10 }
  }
}
