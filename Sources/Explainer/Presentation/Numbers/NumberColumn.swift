/// Numbers that stand in one column, all with as many decimals: four, or more where all of them are
/// so small that four would say little; where they are tiny, all with the same power of ten.
package struct NumberColumn {
  private let places: Int
  /// What a number is multiplied with, as a power of ten, to count the last decimal's units.
  private let shift: Int
  private let suffix: String

  /// A column for numbers of this size.
  ///
  /// - Parameters:
  ///   - values: the largest of them decides.
  ///   - digits: how many of its digits say something.
  package init(_ values: [Double], digits: Int = 4) {
    let largest = values.lazy.filter(\.isFinite).map(\.magnitude).max() ?? 0
    let exponent = Self.exponent(of: largest, digits: digits)
    if largest == 0 || digits - 1 - exponent <= Number.decimals {
      places = Number.decimals
      suffix = ""
      shift = places
    } else if exponent >= -5 {
      places = digits - 1 - exponent
      suffix = ""
      shift = places
    } else {
      places = digits - 1
      suffix = "e\(exponent)"
      shift = digits - 1 - exponent
    }
  }

  /// The exponent of a number once it is rounded: of 9.9996 with four digits it is that of 10.
  private static func exponent(of value: Double, digits: Int) -> Int {
    let exponent = RoundNumber.exponent(of: value)
    let units = RoundNumber.scaled(value, by: digits - 1 - exponent).rounded()
    return units >= RoundNumber.power(digits) ? exponent + 1 : exponent
  }

  /// A number as it stands in the column; one that is far too large for it stands as it would alone.
  package func text(_ value: Double) -> String {
    guard fits(value) else { return Number.shown(value) }
    return text(units: Int(nearest: RoundNumber.scaled(value, by: shift)))
  }

  /// A number that stands alone.
  package static func alone(_ value: some BinaryFloatingPoint) -> String {
    Self([Double(value)]).text(Double(value))
  }

  /// Whether what is written is 0, so that a bar beside it can say the same.
  package static func isZero(_ text: String) -> Bool { !text.contains { ("1"..."9").contains($0) } }

  /// Parts as they stand in the column above their total, so that what is printed adds up: each is
  /// rounded up or down, the nearest first.
  package func parts(_ values: [Double], of total: Double) -> [String] {
    guard (values + [total]).allSatisfy(fits) else { return values.map(text) }
    let scaled = values.map { RoundNumber.scaled($0, by: shift) }
    var units = scaled.map { Int(nearest: $0.rounded(.down)) }
    let missing = Int(nearest: RoundNumber.scaled(total, by: shift)) - units.reduce(0, +)
    let rests = scaled.map { $0 - $0.rounded(.down) }
    let byRest = values.indices.sorted {
      rests[$0] == rests[$1] ? $0 < $1 : rests[$0] > rests[$1]
    }
    for index in byRest.prefix(max(missing, 0)) { units[index] += 1 }
    return units.map(text(units:))
  }

  /// Whether the column's units of a number can be counted to the last.
  private func fits(_ value: Double) -> Bool {
    value.magnitude < 1e8 && RoundNumber.scaled(value, by: shift).magnitude < 1e15
  }

  private func text(units: Int) -> String { Number.decimal(units, places: places) + suffix }
}
