import Presentation

// The words for shapes that do not fit and numbers that do not exist.

extension ExpressionError.Kind {
  static let reach = "Numbers reach to about 1.8·10³⁰⁸."
  static let singleReach = "A Float reaches to about 3.4·10³⁸."

  func mismatch(
    _ rule: ExpressionError.Rule, _ left: ExpressionError.Operand, _ right: ExpressionError.Operand,
    _ candidates: [String]
  ) -> Words {
    let message = "\(left.words) and \(right.words): \(rule.words(left.shape, right.shape))"
    let hint =
      candidates.isEmpty
      ? rule.advice(left.shape, right.shape)
      : "Did you mean \(candidates.joined(separator: " or "))?"
    return (message, hint)
  }

  func wants(
    _ wanted: ExpressionError.Wanted, _ sign: String, _ given: ExpressionError.Operand
  ) -> Words {
    let message = "\(clip(sign)) needs \(wanted.rawValue) here; \(given.words)."
    switch (sign, wanted) {
    case ("/", _): return (message, "Write ./ to divide entry by entry.")
    case ("^", .numberOrVector):
      return (message, "Write M·M for the product, M .* M entry by entry.")
    case (_, .number):
      return (message, "Take one entry, as a1[3], or one number of all, as max(a1).")
    case (_, .vector): return (message, "Take one row, as W1[5], or write a vector [1, 2].")
    case (_, .matrix): return (message, "One index is enough for a vector: a1[3].")
    default: return (message, "A vector is written [1, 2], a matrix [[1, 2], [3, 4]].")
    }
  }

  func overflow(
    _ text: String, _ place: String?, _ numbers: [Double], _ sign: String, isSingle: Bool
  ) -> Words {
    let reach = isSingle ? Self.singleReach : Self.reach
    let large = isSingle ? "too large for a Float" : "too large"
    if numbers.count == 2, "*·⋅×".contains(sign) {
      let product = "\(numbers[0].words) × \(numbers[1].words)"
      return ("\(clip(text)) is \(product): \(large).", reach)
    }
    let entry = place.map { "Entry \($0) of " } ?? ""
    return ("\(entry)\(clip(text)) is \(large).", reach)
  }

  func divisionByZero(_ divisor: ExpressionError.Operand, _ place: String?) -> Words {
    let what = place.map { "Entry \($0) of \(clip(divisor.text))" } ?? clip(divisor.text)
    let isLiteral = place == nil && Double(divisor.text) == 0
    return (
      isLiteral ? "Nothing can be divided by 0." : "\(what) is 0, and nothing can be divided by 0.",
      "No number times 0 gives what is divided, so there is no quotient."
    )
  }

  func power(_ base: Double, _ exponent: Double, _ place: String?) -> Words {
    base == 0
      ? (
        "\(entry(place))0 has no power of \(exponent.words).",
        "A power below 0 divides by the base, and nothing can be divided by 0."
      )
      : (
        "\(entry(place))\(base.words) has no power of \(exponent.words).",
        "A number below 0 has whole powers only, as (-2)^3."
      )
  }

  func entry(_ place: String?) -> String { place.map { "Entry \($0): " } ?? "" }
}

extension ExpressionError.Operand {
  /// "W1 is 16×784", "a1 has 16 entries", "x is a number".
  fileprivate var words: String {
    "\(clip(text)) \(shape.phrase)"
  }
}

extension ExpressionError.Rule {
  fileprivate func words(_ left: Shape, _ right: Shape) -> String {
    switch self {
    case .product:
      "the columns of the left must match the rows of the right, \(left.columns) against \(right.rows)."
    case .dot:
      "a dot product needs as many entries on both sides, \(left.rows) against \(right.rows)."
    case .columnFirst: "a vector stands as a column, so a matrix goes on its left."
    case .sameShape: "entry by entry, both sides must have the same shape, or one be a number."
    }
  }

  fileprivate func advice(_ left: Shape, _ right: Shape) -> String {
    switch (self, left, right) {
    case (.columnFirst, _, _): "A row times a matrix is written Mᵀ·v."
    case (_, .vector, .vector): "Take a slice of the longer, as a0[0..15]."
    default: "Compare them with shape(…); ᵀ makes columns of rows."
    }
  }
}

extension ExpressionError.Axis {
  var one: String {
    switch self {
    case .entries: "entry"
    case .rows: "row"
    case .columns: "column"
    }
  }
}

extension Shape {
  /// "is a number", "has 16 entries", "is 16×784".
  var phrase: String {
    if case .vector = self { "has \(self)" } else { "is \(self)" }
  }

  fileprivate var rows: String {
    switch self {
    case .number: "1"
    case .vector(let count): Number.grouped(count)
    case .matrix(let rows, _): Number.grouped(rows)
    }
  }

  fileprivate var columns: String {
    if case .matrix(_, let columns) = self { Number.grouped(columns) } else { "1" }
  }
}
