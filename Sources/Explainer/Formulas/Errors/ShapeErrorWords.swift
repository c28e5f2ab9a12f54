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
      : "Did you mean \(listed(candidates, "or"))?"
    return (message, hint)
  }

  func needs(
    _ requirement: ExpressionError.Requirement, _ sign: String, _ given: ExpressionError.Operand
  ) -> Words {
    let message = "\(clip(sign)) needs \(requirement.words) here; \(given.words)."
    if sign == "/" { return (message, "Write ./ to divide entry by entry.") }
    if sign == "^", requirement == .numberOrVector {
      let text = clip(given.text)
      let product = given.shape.isSquare ? " The product is \(text)*\(text)." : ""
      return (message, "To raise every entry, write \(text) .^ 2.\(product)")
    }
    return (message, requirement.advice)
  }

  func divisionByZero(_ divisor: ExpressionError.Operand, _ index: EntryIndex?) -> Words {
    let isLiteral = index == nil && Double(divisor.text) == 0
    return (
      isLiteral
        ? "Nothing can be divided by 0."
        : "\(entry(index, of: divisor.text)) is 0, and nothing can be divided by 0.",
      "No number times 0 gives what is divided, so there is no quotient."
    )
  }

  func power(_ base: Double, _ exponent: Double, _ index: EntryIndex?) -> Words {
    base == 0
      ? (
        "\(entry(index))0 has no power of \(exponent.words).",
        "A power below 0 divides by the base, and nothing can be divided by 0."
      )
      : (
        "\(entry(index))\(base.words) has no power of \(exponent.words).",
        "A number below 0 has whole powers only, as (-2)^3."
      )
  }

  func entry(_ index: EntryIndex?) -> String { index.map { "Entry \($0): " } ?? "" }

  /// "Entry [3] of x", or the text alone where it is a number.
  func entry(_ index: EntryIndex?, of text: String) -> String {
    index.map { "Entry \($0) of \(clip(text))" } ?? clip(text)
  }
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
    if self == .columnFirst { return "A row times a matrix is written M'*v." }
    if case .vector = left, case .vector = right {
      return "Take a slice of the longer, as a0[0..15]."
    }
    return "Compare them with shape(…); transpose(…) makes columns of rows."
  }
}

extension ExpressionError.Requirement {
  fileprivate var words: String {
    switch self {
    case .number: "a number"
    case .vector: "a vector"
    case .matrix: "a matrix"
    case .vectorOrMatrix: "a vector or a matrix"
    case .numberOrVector: "a number or a vector"
    }
  }

  fileprivate var advice: String {
    switch self {
    case .number: "Take one entry, as a1[3], or one number of all, as max(a1)."
    case .vector: "Take one row, as W1[5], or write a vector [1, 2]."
    case .matrix: "One index is enough for a vector: a1[3]."
    case .vectorOrMatrix, .numberOrVector:
      "A vector is written [1, 2], a matrix [[1, 2], [3, 4]]."
    }
  }
}

extension ExpressionError.RectangleArgument {
  var word: String {
    switch self {
    case .row: "row"
    case .column: "column"
    case .height: "height"
    case .width: "width"
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

  var many: String {
    switch self {
    case .entries: "entries"
    case .rows: "rows"
    case .columns: "columns"
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
