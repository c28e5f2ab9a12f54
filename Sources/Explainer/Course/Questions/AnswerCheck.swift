import Formulas
import Lab

/// Whether an answer is the expected one: by its value, however it is written.
enum AnswerCheck {
  /// Without a tolerance a whole number must be met, and any other to the four decimals that
  /// numbers are shown with, so that what is read off the screen is right.
  static func matches(_ given: Value, _ expected: Value, tolerance: Double? = nil) -> Bool {
    let (given, expected) = (flat(given), flat(expected))
    guard given.shape == expected.shape else { return false }
    return zip(given.entries, expected.entries).allSatisfy { given, expected in
      abs(given - expected) <= allowed(expected, tolerance)
    }
  }

  /// The largest distance between two values of one shape.
  static func distance(_ given: Value, _ expected: Value) -> Double? {
    let (given, expected) = (flat(given), flat(expected))
    guard given.shape == expected.shape else { return nil }
    return zip(given.entries, expected.entries).map { abs($0 - $1) }.max()
  }

  private static func allowed(_ expected: Double, _ tolerance: Double?) -> Double {
    // What a Float cannot tell apart is alike.
    let rounding = 2e-6 * abs(expected)
    if let tolerance { return tolerance + rounding }
    let isWhole = expected == expected.rounded()
    return max(rounding, isWhole ? 1e-6 : min(0.000_050_01, RoundingRule.most * abs(expected)))
  }

  /// A vector of one entry is a number to anybody but a program.
  private static func flat(_ value: Value) -> Value {
    value.shape.count == 1 ? value.reshaped(.number) : value
  }
}

extension Lab {
  /// The value of a lesson's expression here and now.
  func value(of expression: Lesson.Expression) throws(ExpressionError) -> Value {
    try Evaluator(names: names, limits: .lesson).value(of: expression.syntax)
  }

  /// Whether a predicate holds. One that has no value, because a name is not bound yet, does not.
  func holds(_ predicate: Lesson.Expression) -> Bool {
    guard let value = try? value(of: predicate) else { return false }
    return value.entries.allSatisfy { $0 != 0 }
  }

  /// A number by its own rules: a tolerance, where there is one.
  func tolerance(_ expression: Lesson.Expression?) -> Double? {
    guard let expression else { return nil }
    return (try? value(of: expression))?.number
  }
}

extension Limits {
  /// For the expressions in a lesson, which are evaluated again and again: a hundred times what a
  /// layer takes, and well below what anybody would notice.
  static let lesson: Limits = {
    var limits = Limits()
    limits.work = 2e7
    limits.entries = 200_000
    return limits
  }()
}
