/// Numbers that stand in one column, all with as many decimals: four, or more where all of them are
/// so small that four would say little; where they are tiny, all with the same power of ten.
struct NumberColumn {
  private let places: Int
  private let scale: Double
  private let suffix: String

  /// A column for numbers of this size.
  ///
  /// - Parameters:
  ///   - values: the largest of them decides.
  ///   - digits: how many of its digits say something.
  init(_ values: [Double], digits: Int = 4) {
    let largest = values.lazy.filter(\.isFinite).map(abs).max() ?? 0
    let exponent = RoundNumber.exponent(of: largest)
    if largest == 0 || digits - 1 - exponent <= Number.decimals {
      places = Number.decimals
      suffix = ""
      scale = Self.power(places)
    } else if exponent >= -5 {
      places = digits - 1 - exponent
      suffix = ""
      scale = Self.power(places)
    } else {
      places = digits - 1
      suffix = "e\(exponent)"
      scale = Self.power(digits - 1 - exponent)
    }
  }

  /// A number as it stands in the column.
  func text(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e8 else { return Number.shown(Float(value)) }
    return text(units: Int((value * scale).rounded()))
  }

  /// A number that stands alone.
  static func alone(_ value: Float) -> String { Self([Double(value)]).text(Double(value)) }

  /// Parts as they stand in the column above their total, so that what is printed adds up: each is
  /// rounded up or down, the nearest first.
  func parts(_ values: [Double], of total: Double) -> [String] {
    guard (values + [total]).allSatisfy({ $0.isFinite && abs($0) < 1e8 }) else {
      return values.map(text)
    }
    var units = values.map { Int(($0 * scale).rounded(.down)) }
    let missing = Int((total * scale).rounded()) - units.reduce(0, +)
    let byRest = values.indices.sorted {
      let rests = [values[$0] * scale, values[$1] * scale].map { $0 - $0.rounded(.down) }
      return rests[0] == rests[1] ? $0 < $1 : rests[0] > rests[1]
    }
    for index in byRest.prefix(max(missing, 0)) { units[index] += 1 }
    return units.map(text(units:))
  }

  private func text(units: Int) -> String { Number.decimal(units, places: places) + suffix }

  private static func power(_ places: Int) -> Double {
    (0..<max(places, 0)).reduce(1) { power, _ in power * 10 }
  }
}
