import Formulas

/// A number as it was written: its value, and how exactly it was given.
struct WrittenNumber: Equatable {
  let value: Double
  /// Digits after the point: 2 of `0.50`, -3 of `12e3`.
  let decimals: Int
  /// How many of its last digits are zeros before the point, which may be there for their place only.
  let spareZeros: Int
  /// Whether it says which one rather than how many: `fourth`, `neuron 4`.
  var isOrdinal = false

  init(value: Double, decimals: Int, spareZeros: Int = 0) {
    (self.value, self.decimals, self.spareZeros) = (value, decimals, spareZeros)
  }

  /// A whole number.
  init(whole: Double) {
    let digits = String(Int(exactly: whole.magnitude) ?? 0)
    let zeros = digits.count - digits.trimmingEnd(of: "0").count
    self.init(value: whole, decimals: 0, spareZeros: whole == 0 ? 0 : zeros)
  }

  /// How many digits were given, without zeros before them.
  var digits: Int {
    var (size, digits) = (value.magnitude, decimals)
    while size >= 1, digits < 20 { (size, digits) = (size / 10, digits + 1) }
    while size > 0, size < 0.1, digits > 0 { (size, digits) = (size * 10, digits - 1) }
    return max(digits - spareZeros, 0)
  }

  /// The number of something that stands in a row.
  var asOrdinal: WrittenNumber {
    var ordinal = self
    ordinal.isOrdinal = true
    return ordinal
  }

  /// The number with the other sign.
  var negated: WrittenNumber {
    WrittenNumber(value: -value, decimals: decimals, spareZeros: spareZeros)
  }

  /// The same number in hundredths.
  var asPercent: WrittenNumber {
    WrittenNumber(value: value / 100, decimals: decimals + 2, spareZeros: spareZeros)
  }
}

extension WrittenNumber {
  /// The ways in which some digits can be meant, the likeliest first: `1,599` is 1599 and, to many
  /// people, 1.599.
  static func readings(of text: String) -> [WrittenNumber] {
    var digits = Substring(text)
    var sign = 1.0
    if let first = digits.first, "+-".contains(first) {
      sign = first == "-" ? -1 : 1
      digits = digits.dropFirst().drop { $0 == " " }
    }
    let (mantissa, exponent) = parts(digits)
    guard let exponent, mantissa.first.map({ $0.isASCIIDigit || ".,".contains($0) }) == true else {
      return []
    }
    return [plain(mantissa), decimalComma(mantissa), pointGroups(mantissa)].compactMap { $0 }
      .compactMap { number($0, exponent: exponent, sign: sign) }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// What stands before an `e`, and the power of ten after it; nil where that is none.
  private static func parts(_ text: Substring) -> (Substring, Int?) {
    guard let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }) else { return (text, 0) }
    let exponent = Int(text[text.index(after: mark)...])
    return (text[..<mark], exponent.flatMap { (-300...300).contains($0) ? $0 : nil })
  }

  private static func number(
    _ text: (whole: String, fraction: String), exponent: Int, sign: Double
  ) -> WrittenNumber? {
    guard
      let value = Double("\(text.whole.isEmpty ? "0" : text.whole).\(text.fraction)0e\(exponent)"),
      value.isFinite, text.whole.count + text.fraction.count > 0
    else { return nil }
    let zeros = text.fraction.isEmpty ? text.whole.count - text.whole.trimmingEnd(of: "0").count : 0
    return WrittenNumber(
      value: sign * value, decimals: text.fraction.count - exponent,
      spareZeros: value == 0 ? 0 : zeros)
  }

  /// A point before the decimals, and groups of three by commas, quotes, spaces or low lines.
  private static func plain(_ text: Substring) -> (whole: String, fraction: String)? {
    split(text, at: ".", groups: ",' _")
  }

  /// A comma before the decimals.
  private static func decimalComma(_ text: Substring) -> (whole: String, fraction: String)? {
    guard text.contains(",") else { return nil }
    return split(text, at: ",", groups: ".' _")
  }

  /// Points between groups of three.
  private static func pointGroups(_ text: Substring) -> (whole: String, fraction: String)? {
    guard text.contains("."), !text.contains(",") else { return nil }
    return split(text + ",", at: ",", groups: ".")
  }

  private static func split(
    _ text: Substring, at point: Character, groups: String
  ) -> (whole: String, fraction: String)? {
    let parts = text.split(separator: point, omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, let digits = grouped(whole, groups) else {
      return nil
    }
    let fraction = parts.count == 2 ? String(parts[1]) : ""
    guard fraction.allSatisfy(\.isASCIIDigit) else { return nil }
    return (digits, fraction)
  }

  /// The digits of a whole number without what parts them in threes.
  private static func grouped(_ text: Substring, _ separators: String) -> String? {
    if text.allSatisfy(\.isASCIIDigit) { return String(text) }
    let groups = text.split(omittingEmptySubsequences: false) { separators.contains($0) }
    let used = Set(text.filter { !$0.isASCIIDigit })
    guard used.count == 1, groups.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }),
      groups.dropFirst().allSatisfy({ $0.count == 3 }), let first = groups.first,
      (1...3).contains(first.count), first != "0"
    else { return nil }
    return groups.joined()
  }
}
