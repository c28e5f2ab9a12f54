import Formulas

/// When a number that was typed is the number that was asked for. The one rule for all questions:
///
/// - A whole answer is a count, and only the count is right.
/// - Any other is right in as many digits as were typed, rounded or cut off there, if it is no more
///   than 2.5 % off. Rounded further than that it is close, and told so.
/// - A formula must come to the four decimals that numbers are shown with; one with typed decimals in
///   it, to a thousandth of the answer.
/// - Where a lesson gives a `tolerance`, whatever lies within it is right as well.
enum RoundingRule {
  /// How well two numbers agree; the better, the larger.
  enum Agreement: Int, Comparable {
    case none
    /// Rounded so far that it says little.
    case coarse
    /// A whole number near the count that was asked for.
    case nearCount
    case percent
    case cutOff
    case rounded
    case exact

    static func < (first: Agreement, second: Agreement) -> Bool {
      first.rawValue < second.rawValue
    }
  }

  /// How far off a rounded answer may be, as a share of the right one.
  static let most = 0.025

  /// How well an answer agrees with a value.
  static func agreement(
    of given: GivenNumber, with expected: Value, tolerance: Double? = nil
  ) -> Agreement {
    if AnswerCheck.matches(given.value, expected, tolerance: tolerance) { return .exact }
    guard expected.shape.count == 1, given.value.shape.count == 1 else { return .none }
    let value = expected.entries[0]
    let isWhole = value == value.rounded()
    guard let written = given.written else {
      let isNear = (given.value.entries[0] - value).magnitude <= value.magnitude / 1000
      return given.hasDecimals && !isWhole && isNear ? .rounded : .none
    }
    let own = isWhole ? nearCount(written, value) : rounding(written, value)
    if own == .none, !isWhole, abs(value) < 1, written.value.magnitude >= 1,
      AnswerCheck.matches(.number(written.value / 100), expected, tolerance: tolerance)
        || rounding(written.asPercent, value) >= .cutOff
    {
      return .percent
    }
    return own
  }

  /// A count to two digits at least is near, and no more than that.
  private static func nearCount(_ written: WrittenNumber, _ value: Double) -> Agreement {
    let isNear = (1...max(1, written.spareZeros)).contains { zeros in
      zeros <= written.spareZeros && agrees(written, value, unit: power(zeros))
        && power(zeros) * 10 <= value.magnitude
    }
    return isNear && off(written, value) <= most ? .nearCount : .none
  }

  private static func rounding(_ written: WrittenNumber, _ value: Double) -> Agreement {
    if written.value == 0 { return value.magnitude <= 0.000_05 ? .coarse : .none }
    let units = (0...written.spareZeros).map { power($0 - written.decimals) }
    let isRounded = units.contains { agrees(written, value, unit: $0) }
    if off(written, value) <= most {
      if isRounded { return .rounded }
      return units.contains { isCutOff(written, value, unit: $0) } ? .cutOff : .none
    }
    let isCoarse = units.contains { unit in
      unit <= value.magnitude && agrees(written, value, unit: unit)
        || unit * 10 <= value.magnitude && isCutOff(written, value, unit: unit)
    }
    return isCoarse ? .coarse : .none
  }

  /// Whether what was typed is the value rounded to whole units.
  private static func agrees(_ written: WrittenNumber, _ value: Double, unit: Double) -> Bool {
    (written.value - value).magnitude <= unit / 2 + slack(value)
  }

  /// Whether what was typed is the value cut off after whole units.
  private static func isCutOff(_ written: WrittenNumber, _ value: Double, unit: Double) -> Bool {
    let rest = value.magnitude - written.value.magnitude
    return written.value.sign == value.sign && rest >= 0 && rest < unit
  }

  /// What a Float cannot tell apart is alike.
  private static func slack(_ value: Double) -> Double { 2e-6 * value.magnitude }

  private static func off(_ written: WrittenNumber, _ value: Double) -> Double {
    value == 0 ? .infinity : (written.value - value).magnitude / value.magnitude
  }

  private static func power(_ exponent: Int) -> Double {
    (0..<min(exponent.magnitude, 300)).reduce(1.0) { power, _ in
      exponent < 0 ? power / 10 : power * 10
    }
  }
}
