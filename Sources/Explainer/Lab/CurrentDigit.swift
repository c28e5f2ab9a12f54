import Core
import Presentation

/// The digit in front of the learner, and where it is from.
public struct CurrentDigit: Equatable, Sendable {
  /// The picture.
  public var digit: Digit
  /// What it is, where that is known.
  public var label: Int?
  /// Where it is from, to be read after "the digit": `our drawing 0 of a 3`.
  public var origin: String
  /// What was made black last, if nothing was changed since.
  public var covered: PictureNotes.Rectangle?

  /// A digit and where it is from.
  public init(_ digit: Digit, label: Int?, origin: String) {
    self.digit = digit
    self.label = label
    self.origin = origin
  }

  /// The same after a change to its pixels; what it shows is still the same digit.
  func changed(to digit: Digit, _ how: String) -> CurrentDigit {
    CurrentDigit(digit, label: label, origin: "\(origin), \(how)")
  }
}
