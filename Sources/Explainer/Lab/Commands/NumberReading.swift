import Core
import Presentation

/// A number in a line: what it is called there, and how far it may go.
public struct NumberBounds: Equatable, Sendable {
  /// What the number is for, which decides how one that does not fit is told.
  public enum Role: Equatable, Sendable {
    /// It points at something: a row, an epoch.
    case index
    /// It says how much.
    case amount
    /// It says how much, and its name is typed before it: `epochs=5`.
    case setting
  }

  /// `row`, `angle`, `epochs`.
  let name: String
  /// What it is one of, told after the number: ` of a 3`.
  var owner = ""
  let role: Role
  let isWhole: Bool
  /// As they are written: `0`, `100,000`.
  package let low: String
  package let high: String
  /// Whether they are narrower than what a number can be at all.
  package var isBounded: Bool = true
}

/// What a whole number in a line may be.
package struct WholeNumber: Equatable, Sendable {
  let name: String
  let role: NumberBounds.Role
  let range: ClosedRange<Int>
  private let owner: String

  package init(
    _ name: String, _ role: NumberBounds.Role, _ range: ClosedRange<Int>, of owner: String = ""
  ) {
    self.name = name
    self.owner = owner.isEmpty ? "" : " of " + owner
    self.role = role
    self.range = range
  }

  /// Chance starts at one of these: few enough digits to be typed again.
  static func seed(_ role: NumberBounds.Role) -> WholeNumber {
    WholeNumber("seed", role, 0...999_999_999_999)
  }

  var bounds: NumberBounds {
    NumberBounds(
      name: name, owner: owner, role: role, isWhole: true, low: Number.grouped(range.lowerBound),
      high: Number.grouped(range.upperBound))
  }

  /// The number that a word is, if it is one that may stand here.
  func read(_ word: String) throws(LabError) -> Int {
    switch WholeReading(word) {
    case .whole(let number):
      guard range.contains(number) else { throw .outOfBounds(word, bounds) }
      return number
    case .beyondAll: throw .outOfBounds(word, bounds)
    case .fraction, .noNumber: throw .notWhole(word, bounds)
    }
  }
}

/// What any number in a line may be, with decimals or without.
struct RealNumber: Equatable, Sendable {
  let name: String
  let role: NumberBounds.Role
  let range: ClosedRange<Float>

  init(_ name: String, _ role: NumberBounds.Role, _ range: ClosedRange<Float>) {
    self.name = name
    self.role = role
    self.range = range
  }

  /// All that a Float holds.
  static let all = -Float.greatestFiniteMagnitude...Float.greatestFiniteMagnitude

  var bounds: NumberBounds {
    NumberBounds(
      name: name, role: role, isWhole: false, low: Number.readable(range.lowerBound),
      high: Number.readable(range.upperBound), isBounded: range != Self.all)
  }

  /// The number that a word is, if it is one that may stand here.
  func read(_ word: String) throws(LabError) -> Float {
    guard let plain = word.plainNumber, let number = Float(plain), !number.isNaN else {
      throw .notANumber(word, what: role == .setting ? name : "The \(name)")
    }
    guard range.contains(number) else {
      throw range == Self.all ? .tooLarge(what: "'\(word.excerpt)'") : .outOfBounds(word, bounds)
    }
    return number
  }
}

/// What a word says of a whole number.
package enum WholeReading: Equatable {
  case whole(Int)
  /// Whole, and larger either way than anything that is counted here.
  case beyondAll
  /// A number with a fraction.
  case fraction
  case noNumber

  /// Reads `12`, and the ways in which people and programs write a large one: `10,000`, `1_000`,
  /// `1e3`.
  package init(_ word: String) {
    guard let plain = (word.withoutGroups ?? word).plainNumber, let size = Double(plain),
      !size.isNaN
    else {
      self = .noNumber
      return
    }
    if let number = Int(plain) {
      self = .whole(number)
    } else if size.isFinite, size != size.rounded() {
      self = .fraction
    } else if let number = Int(exactly: size) {
      self = .whole(number)
    } else {
      self = .beyondAll
    }
  }
}

extension String {
  /// The word with a plain minus, if it is made of digits, a point, an exponent and signs only:
  /// `0x10`, `nan` and `inf` are no numbers to a learner.
  var plainNumber: String? {
    let plain = replacing("\u{2212}", with: "-")
    let isPlain = plain.utf8.allSatisfy {
      UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || ".eE+-".utf8.contains($0)
    }
    return isPlain && plain.contains(where: \.isNumber) ? plain : nil
  }

  /// `10,000` or `10_000` without its commas or bars; nil where they do not part groups of three.
  fileprivate var withoutGroups: String? {
    for sign in [",", "_"] as [Character] where contains(sign) {
      let groups = split(separator: sign, omittingEmptySubsequences: false)
      let first = groups[0].drop { "+-\u{2212}".contains($0) }
      let isGrouped =
        (1...3).contains(first.count) && groups.dropFirst().allSatisfy { $0.count == 3 }
        && (groups.dropFirst() + [first]).allSatisfy { $0.allSatisfy(\.isNumber) }
      return isGrouped ? groups.joined() : nil
    }
    return nil
  }
}
