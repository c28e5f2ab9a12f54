/// Why an expression has no value: where in the line, and the facts. `ExpressionWording` makes
/// sentences of them.
public struct ExpressionError: Error, Equatable, Sendable {
  /// What is wrong, with the facts.
  public let kind: Kind
  /// Characters of the line, counted from 0; empty where something is missing at the end.
  public let range: Range<Int>

  /// What can be wrong with an expression.
  public enum Kind: Equatable, Sendable {
    // What cannot be read.
    case nothing
    case unknownCharacter(String)
    case numberTooLarge(String)
    case missingValue(after: String?, before: String?)
    case missingOperator(left: String, right: String, inList: Bool)
    case unclosed(String)
    case unexpectedClose(String, open: String?)
    case unexpectedComma(left: String, right: String)
    case rangeOutsideIndex
    case emptyVector
    case chainedComparison
    case tooManyIndices

    // Names.
    case unknownName(String, nearest: String?)
    case unknownFunction(String, nearest: String?)
    case notAFunction(String, argument: String)
    case functionWithoutParentheses(String, argument: String?)
    case entryOfLayer(name: String, entry: String)
    case readOnly(String)
    case readOnlyEntry(String, value: String)
    case entryOfBinding(String)
    case reserved(String)
    case noSuchLayer(String, layers: ClosedRange<Int>)
    case layerMissing(String, layers: ClosedRange<Int>)
    case noDigit(String)

    // Shapes.
    case mismatch(Rule, left: Operand, right: Operand, candidates: [String])
    case wants(Wanted, by: String, given: Operand)
    case argumentCount(function: String, given: Int, usage: String)
    case raggedRows(first: Shape, other: Shape)
    case indexNotWhole(String)
    case indexOutOfRange(String, count: Int, axis: Axis)
    case reversedRange(from: Int, to: Int)
    /// A rectangle that leaves the picture: which of its numbers, and what it may be.
    case outsidePicture(String, what: String, ClosedRange<Int>)

    // Numbers.
    /// Too large for a Double, or a number of the network's for a Float.
    case overflow(of: String, place: String?, numbers: [Double], sign: String, isSingle: Bool)
    /// Computed in Float, as a comparison with the network's numbers is, it comes to no number.
    case noSingle(of: String, place: String?)
    case divisionByZero(Operand, place: String?)
    case logarithm(of: Double, place: String?)
    case squareRoot(of: Double, place: String?)
    case power(base: Double, exponent: Double, place: String?)
    case notACurve(Shape)
    case tooLargeToDraw

    // Limits.
    case tooLong(most: Int)
    case tooDeep(most: Int)
    case tooManyParts(most: Int)
    case tooManyEntries(Shape, most: Int)
    case tooMuchWork
  }

  /// What two shapes have to have in common.
  public enum Rule: Equatable, Sendable {
    /// Columns of the left as many as rows of the right.
    case product
    /// Two vectors of one length.
    case dot
    /// A vector stands as a column, so only a matrix of one row can follow it.
    case columnFirst
    /// Both sides arranged alike, unless one of them is a number.
    case sameShape
  }

  /// What an operation works on, where it was given something else.
  public enum Wanted: String, Sendable {
    case number = "a number"
    case vector = "a vector"
    case matrix = "a matrix"
    case vectorOrMatrix = "a vector or a matrix"
    case numberOrVector = "a number or a vector"
  }

  /// What an index counts.
  public enum Axis: String, Sendable {
    case entries, rows, columns
  }

  /// One side of an operation: its text in the line and its shape.
  public struct Operand: Equatable, Sendable {
    /// Its text in the line, without brackets around it.
    public let text: String
    /// The shape of its value.
    public let shape: Shape
  }

  /// Whether it is a number that is too large, and not one that does not exist.
  var isOverflow: Bool { if case .overflow = kind { true } else { false } }

  package init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  /// Whether another number in the same place could have had a value, so that a curve has a gap
  /// here and goes on.
  var dependsOnNumbers: Bool {
    switch kind {
    case .overflow, .noSingle, .divisionByZero, .logarithm, .squareRoot, .power, .indexNotWhole,
      .indexOutOfRange, .reversedRange, .outsidePicture:
      true
    default: false
    }
  }
}

/// What is wrong inside an operation, which does not know where it stands in the line.
enum Fault: Error {
  /// At one of the operands, counted from 0, or at the operation's own sign.
  case plain(ExpressionError.Kind, operand: Int?)
  case mismatch(ExpressionError.Rule)
  case wants(ExpressionError.Wanted, operand: Int)
  case overflow(place: String?)
  /// Of one of the operands.
  case noSingle(operand: Int, place: String?)
  case divisionByZero(place: String?)

  init(_ kind: ExpressionError.Kind, operand: Int? = nil) { self = .plain(kind, operand: operand) }
}
