import Formulas
import Presentation

/// What is right about a number that is wrong, or which way to go from it.
enum NearMiss {
  case sign, signs
  case point
  case swapped
  case complement, inverse
  case double, half
  case notWhole
  case oneMore, oneLess
  case tooLarge, tooSmall

  /// Nil where nothing that could be said would help: places in a row have no size.
  init?(_ given: GivenNumber, _ expected: Value, isOrdinal: Bool) {
    guard given.value.shape.count == 1, expected.shape.count == 1 else {
      let turned = Value(given.value.shape, given.value.entries.map { -$0 })
      guard AnswerCheck.matches(turned, expected) else { return nil }
      self = .signs
      return
    }
    let size = Size(given, expected.entries[0])
    guard size.given.isFinite else { return nil }
    if let slip = Self.slip(size), !isOrdinal || slip == .sign {
      self = slip
    } else if isOrdinal {
      return nil
    } else {
      self = Self.direction(size)
    }
  }

  /// What was got wrong in a number whose digits are right.
  private static func slip(_ size: Size) -> NearMiss? {
    guard size.given != 0, size.expected != 0 else { return nil }
    if size.isLike(-size.given, unit: 1) { return .sign }
    for factor in [0.001, 0.01, 0.1, 10, 100, 1000]
    where size.isLike(size.given * factor, unit: factor) {
      return .point
    }
    if size.haveSwappedDigits { return .swapped }
    if size.isLike(1 - size.given, unit: 1), !size.isCount { return .complement }
    if size.isLike(1 / size.given, unit: 0), !size.isCount { return .inverse }
    if size.isLike(size.given / 2, unit: 0) { return .double }
    return size.isLike(size.given * 2, unit: 0) ? .half : nil
  }

  private static func direction(_ size: Size) -> NearMiss {
    let (given, expected) = (size.given, size.expected)
    if size.isCount, given != given.rounded(), abs(given - expected) < 1 { return .notWhole }
    if size.isCount, abs(given - expected) == 1 { return given > expected ? .oneMore : .oneLess }
    return given > expected ? .tooLarge : .tooSmall
  }

  /// What is said of it.
  var clue: String {
    switch self {
    case .sign: "The size is right; look at the sign."
    case .signs: "The sizes are right; look at the signs."
    case .point: "The digits are right; look at the size."
    case .swapped: "Two of its digits have changed places."
    case .complement: "That's what is missing from it to 1."
    case .inverse: "That's upside down: 1 divided by it."
    case .double: "That's twice as much."
    case .half: "That's half of it."
    case .notWhole: "It's a whole number."
    case .oneMore: "That's one too many."
    case .oneLess: "That's one too few."
    case .tooLarge: "That's too large."
    case .tooSmall: "That's too small."
    }
  }

  /// What is said of it where the truth is told beside it; nil where the two numbers say it all.
  var remark: Prose? {
    switch self {
    case .sign: "You had the size right, and the sign turned around."
    case .point: "You had the digits right, and the point in another place."
    case .complement: "You had what is missing from it to 1."
    case .inverse: "You had it upside down."
    case .signs, .swapped, .double, .half, .notWhole, .oneMore, .oneLess, .tooLarge, .tooSmall: nil
    }
  }
}

/// Two numbers that are held against each other.
private struct Size {
  let given: Double
  let expected: Double
  /// Half of the last digit that was typed.
  private let rounding: Double

  init(_ given: GivenNumber, _ expected: Double) {
    (self.given, self.expected) = (given.value.entries[0], expected)
    let digits = given.written.map { $0.digits < 2 ? nil : $0.decimals } ?? nil
    rounding = digits.map { (1...12).contains($0) ? 0.5 / Double($0).tenfold : 0 } ?? 0
  }

  /// Whether what is asked for is a whole number.
  var isCount: Bool { expected == expected.rounded() }

  /// Whether a number is the expected one, as exactly as the given one was typed.
  ///
  /// - Parameter unit: what the last digit of the given one has become.
  func isLike(_ number: Double, unit: Double) -> Bool {
    let slack = isCount ? 1e-9 * abs(expected) : max(0.001 * abs(expected), unit * rounding)
    return abs(number - expected) <= min(slack, RoundingRule.most * abs(expected))
  }

  /// Whether two digits that are neighbors have changed places; of two digits alone it may be
  /// chance.
  var haveSwappedDigits: Bool {
    guard abs(expected) >= 100, let whole = Int(exactly: given), let right = Int(exactly: expected)
    else { return false }
    let (typed, meant) = (Array(String(whole)), Array(String(right)))
    guard typed.count == meant.count else { return false }
    let unlike = typed.indices.filter { typed[$0] != meant[$0] }
    guard unlike.count == 2, unlike[0] + 1 == unlike[1] else { return false }
    return typed[unlike[0]] == meant[unlike[1]] && typed[unlike[1]] == meant[unlike[0]]
  }
}

extension Double {
  /// Ten to the power of this whole number above 0.
  fileprivate var tenfold: Double { (0..<Int(self)).reduce(1) { power, _ in power * 10 } }
}
