/// Why an expression has no value: where in the line, and the facts.
public struct ExpressionError: Error, Equatable, Sendable {
  /// What is wrong, with the facts.
  public let kind: Kind
  /// Characters of the line, counted from 0; empty where something is missing at the end.
  public let range: Range<Int>

  /// What can be wrong with an expression. Its text in the line is a fact; sentences are made of the
  /// facts by `words`.
  public enum Kind: Equatable, Sendable {
    // What cannot be read.
    case nothing
    case unknownCharacter(String)
    case numberTooLarge(String)
    case missingValue(after: String?, before: String?)
    case missingOperator(left: String, right: String, inList: Bool)
    case unclosed(Bracket)
    case unexpectedClose(Bracket, open: Bracket?)
    case unexpectedComma(left: String, right: String)
    case rangeOutsideIndex
    case emptyVector
    case chainedComparison
    case tooManyIndices
    case sliceWithStep
    case unmatchedBar
    case ambiguousProduct(divisor: String, factor: String)
    case sameParameter(String)
    case noAxis(String)
    case noSlopeOf(String)
    case slopeOfSlope
    case slopeOfWhat

    /// What other languages have: which it is, and the lines to write instead.
    case refused(Foreign, [String])
    case keepsWhat

    // Names.
    case unknownName(String, nearest: String?)
    case unknownFunction(String, nearest: String?)
    case notAFunction(String)
    case functionWithoutParentheses(String, argument: String?)
    /// w_{3,4}, which may be of any layer.
    case entryWithoutLayer(String, [Int])
    case readOnly(String)
    case readOnlyEntry(String, value: String)
    case entryOfBinding(String)
    case reserved(String)
    case noSuchLayer(String, layers: ClosedRange<Int>)
    case layerMissing(String, layers: ClosedRange<Int>)
    case noDigit(String)
    /// `label` or `y` of a digit of which nobody knows which it is.
    case notLabelled(String)
    case callsItself(String)
    /// What is wrong inside a function of the learner's own.
    indirect case inside(String, Kind)

    // Shapes.
    case mismatch(Rule, left: Operand, right: Operand, candidates: [String])
    case needs(Requirement, by: String, given: Operand)
    case argumentCount(function: String, given: Int, usage: String)
    case raggedRows(first: Shape, other: Shape)
    case indexNotWhole(Double)
    case indexOutOfRange(Double, count: Int, axis: Axis)
    case reversedRange(from: Int, to: Int)
    case emptySlice(from: Int, to: Int)
    case reversedEnds(Double, Double)
    case unlikeShapes(Shape, Shape)
    case reshape(from: Shape, to: Shape)
    case countNotWhole(Double)
    case countOutOfRange(Double, ClosedRange<Int>)
    case noSuchAxis(Double, Shape)
    /// A condition of so many entries as an index of another number of them.
    case maskCount(Int, of: Int, Axis)
    case maskEmpty
    /// A rectangle that leaves the picture: which of its numbers, and what it may be.
    case outsidePicture(Double, RectangleArgument, ClosedRange<Int>)

    // Numbers.
    /// Too large for a Double, or a number of the network's for a Float.
    case overflow(of: String, EntryIndex?, isSingle: Bool)
    case productOverflow(of: String, left: Double, right: Double)
    /// Computed in Float, as a comparison with the network's numbers is, it comes to no number.
    case noSingle(of: String, EntryIndex?)
    case divisionByZero(Operand, EntryIndex?)
    case logarithm(of: Double, EntryIndex?)
    case squareRoot(of: Double, EntryIndex?)
    case power(base: Double, exponent: Double, EntryIndex?)
    case factorial(of: Double, EntryIndex?)
    case notACurve(Shape)
    case tooLargeToDraw
    /// A slope is asked of something that is not one number.
    case noSingleValue(Shape)
    /// The slope at this place is no number.
    case noSlopeHere

    // Limits.
    case tooLong(most: Int)
    case tooDeep(most: Int)
    case tooManyParts(most: Int)
    case tooManyEntries(Shape, most: Int)
    case tooMuchWork
  }

  /// A pair of brackets.
  public enum Bracket: Equatable, Sendable {
    case round, square, curly
  }

  /// What other languages have, and this one has not.
  public enum Foreign: Equatable, Sendable {
    case arrow, loop, choice, withoutName, numberApart, secondSlope, slopeOfValue, shareOrRemainder,
      braces
    /// A letter of the network's with a layer as a power.
    case layer(String)
    /// Of a value.
    case member(String)
    /// A function without parentheses, where it is open what it works on.
    case endlessArgument(String)
    /// Parentheses after what is no function.
    case entry(String)
    /// A function by a name that has another meaning elsewhere, or none here.
    case function(String)
    /// Blanks between the entries of a list.
    case blanks(left: String, right: String)
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
  public enum Requirement: Equatable, Sendable {
    case number, vector, matrix, vectorOrMatrix, numberOrVector
  }

  /// What an index counts.
  public enum Axis: Equatable, Sendable {
    case entries, rows, columns
  }

  /// What the numbers given to `rectangle` say, in their order.
  public enum RectangleArgument: Int, Equatable, Sendable {
    case row, column, height, width
  }

  /// One side of an operation: its text in the line and its shape.
  public struct Operand: Equatable, Sendable {
    /// Its text in the line, without brackets around it.
    public let text: String
    /// The shape of its value.
    public let shape: Shape
  }

  /// Whether the line is one of another language, and what it should be here is known.
  package var isForeign: Bool {
    if case .refused(let what, _) = kind { !what.isOfWords } else { false }
  }

  package init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

// MARK: What an error means to a curve

extension ExpressionError {
  /// Why a curve has a gap at one x and continues at others.
  enum Gap {
    /// The number is too large.
    case tooLarge
    /// There is no such number.
    case undefined
  }

  /// The gap that this error leaves in a curve; nil where no other x could have had a value.
  var gap: Gap? {
    kind.gap
  }
}

extension ExpressionError.Kind {
  fileprivate var gap: ExpressionError.Gap? {
    switch self {
    case .overflow, .productOverflow: .tooLarge
    case .noSingle, .divisionByZero, .logarithm, .squareRoot, .power, .factorial, .indexNotWhole,
      .indexOutOfRange, .reversedRange, .emptySlice, .reversedEnds, .countNotWhole,
      .countOutOfRange, .noSlopeHere, .outsidePicture, .maskEmpty:
      .undefined
    case .inside(_, let kind): kind.gap
    case .nothing, .unknownCharacter, .numberTooLarge, .missingValue, .missingOperator, .unclosed,
      .unexpectedClose, .unexpectedComma, .rangeOutsideIndex, .emptyVector, .chainedComparison,
      .tooManyIndices, .unknownName, .unknownFunction, .notAFunction, .functionWithoutParentheses,
      .entryWithoutLayer, .refused, .maskCount, .keepsWhat, .readOnly, .readOnlyEntry,
      .entryOfBinding, .reserved, .noSuchLayer,
      .layerMissing, .noDigit, .notLabelled, .callsItself, .sliceWithStep, .unmatchedBar,
      .ambiguousProduct, .sameParameter, .noAxis, .noSlopeOf, .slopeOfSlope, .slopeOfWhat,
      .unlikeShapes, .reshape, .noSuchAxis,
      .noSingleValue, .mismatch, .needs, .argumentCount, .raggedRows, .notACurve,
      .tooLargeToDraw, .tooLong, .tooDeep, .tooManyParts, .tooManyEntries, .tooMuchWork:
      nil
    }
  }
}
