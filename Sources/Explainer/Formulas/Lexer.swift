/// A piece of a line: a number, a name, a sign, or something the language does not have.
///
/// A line may have as many of them as characters, so each is small: 32 bytes.
package struct Token: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    case number(Double)
    case name(String)
    case symbol(Symbol)
    /// Raised digits, as in x².
    case raised(Double)
    /// One neuron or weight with its layer, as a₅⁽¹⁾.
    case entry(name: String, [Int])
    indirect case broken(ExpressionError.Kind)
    case end
  }

  package let kind: Kind
  private let start: UInt32
  private let end: UInt32

  /// Characters of the line.
  package var range: Range<Int> { Int(start)..<Int(end) }

  init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    start = UInt32(clamping: range.lowerBound)
    end = UInt32(clamping: range.upperBound)
  }
}

/// Cuts a line into tokens, whatever is in it.
///
/// A comma between digits needs a rule: inside `[ ]` and inside a function's `( )` it always
/// separates, so `[1,234]` has two entries; anywhere else it belongs to a number where it groups
/// thousands, so `12,544` and `(12,544)` are one number.
package struct Lexer {
  let characters: [Character]
  var position = 0
  private var tokens: [Token] = []
  /// For each bracket that is open, whether commas separate in it.
  private var separates: [Bool] = []

  /// The characters of a line, as ranges count them, up to a limit.
  ///
  /// A character may have any number of accents, and comparing two of them takes their square; one
  /// with more than a written language needs becomes �.
  package static func characters(of line: String, most: Int) -> [Character] {
    line.prefix(most).map { $0.unicodeScalars.count > 16 ? "\u{FFFD}" : $0 }
  }

  /// All tokens of a line, the last of which is its end: what follows `#` is a comment, and a `;`
  /// before it asks for no answer.
  package static func tokens(of line: [Character]) -> [Token] {
    let characters = Array(line[..<end(of: line).formula])
    var lexer = Lexer(characters: characters)
    while let token = lexer.next() {
      lexer.noteBracket(token.kind)
      lexer.tokens.append(token)
    }
    lexer.tokens.append(Token(kind: .end, range: characters.count..<characters.count))
    return lexer.tokens
  }

  /// Where the formula of a line ends, and whether its value is not to be shown.
  package static func end(of line: [Character]) -> (formula: Int, isQuiet: Bool) {
    var end = line.firstIndex(of: "#") ?? line.count
    var isQuiet = false
    while end > 0, line[end - 1] == ";" || line[end - 1].isBlank {
      isQuiet = isQuiet || line[end - 1] == ";"
      end -= 1
    }
    // Blanks alone are part of the formula, so that what is missing is missing after them.
    return (isQuiet || line.contains("#") ? end : line.count, isQuiet)
  }

  private init(characters: [Character]) { self.characters = characters }

  private mutating func next() -> Token? {
    repeat {
      while let character = peek, character == " " || character.isBlank { position += 1 }
    } while skipLayout() || skipBroadcast()
    guard let first = peek else { return nil }
    let start = position
    let kind =
      if let fraction = first.fraction {
        fractionNumber(fraction)
      } else if first.isASCIIDigit || first == "." && peek(1)?.isASCIIDigit == true {
        number()
      } else if isTimes(first) {
        times()
      } else if first.startsName {
        name()
      } else if first == "\\", peek(1)?.isASCIILetter == true {
        command()
      } else if first.raisedDigit != nil || first.isRaisedSign && peek(1)?.raisedDigit != nil {
        raised()
      } else {
        symbol() ?? unknown()
      }
    return Token(kind: kind, range: start..<position)
  }

  var peek: Character? { peek(0) }

  func peek(_ offset: Int) -> Character? {
    position + offset < characters.count ? characters[position + offset] : nil
  }

  private mutating func noteBracket(_ kind: Token.Kind) {
    guard case .symbol(let symbol) = kind else { return }
    if symbol == .openBracket {
      separates.append(true)
    } else if symbol == .openParenthesis {
      if case .name = tokens.last?.kind { separates.append(true) } else { separates.append(false) }
    } else if symbol.closes {
      _ = separates.popLast()
    }
  }
}

// MARK: Numbers

extension Lexer {
  private mutating func number() -> Token.Kind {
    var text = digits()
    if separates.last != true, 1...3 ~= text.count {
      while let group = groupOfThree() {
        text += group
        position += 4
      }
    }
    if peek == ".", peek(1)?.isASCIIDigit == true {
      position += 1
      text = (text.isEmpty ? "0." : text + ".") + digits()
    } else if peek == ".", peek(1).map({ $0.isBlank || ")],+-".contains($0) }) ?? true {
      // A point with nothing after it, as in 5.
      position += 1
    }
    text += exponent()
    guard let number = Double(text), number.isFinite else { return .broken(.numberTooLarge(text)) }
    return .number(number)
  }

  private mutating func fractionNumber(_ value: Double) -> Token.Kind {
    position += 1
    return .number(value)
  }

  /// Passes over the point of σ.(z1), which says elsewhere that each entry is meant.
  private mutating func skipBroadcast() -> Bool {
    guard peek == ".", peek(1) == "(", case .name = tokens.last?.kind,
      tokens.last?.range.upperBound == position
    else { return false }
    position += 1
    return true
  }

  /// Digits, which may be grouped as in 12_544.
  private mutating func digits() -> String {
    let start = position
    while peek?.isASCIIDigit == true || peek == "_" && peek(1)?.isASCIIDigit == true {
      position += 1
    }
    return String(characters[start..<position].filter { $0 != "_" })
  }

  /// Whether an x stands between two numbers, as in 28 x 28 and 3x8: a product, and no name.
  private func isTimes(_ first: Character) -> Bool {
    guard first == "x" || first == "X", case .number = tokens.last?.kind else { return false }
    let isApart = tokens.last.map { $0.range.upperBound < position } ?? false
    let gap = characters[(position + 1)...].prefix(while: \.isBlank).count
    return peek(1 + gap)?.isASCIIDigit == true && (!isApart || gap > 0)
  }

  private mutating func times() -> Token.Kind {
    position += 1
    return .symbol(.times)
  }

  /// A comma and exactly three digits stand here: those digits.
  private func groupOfThree() -> String? {
    guard peek == ",", peek(4)?.isASCIIDigit != true else { return nil }
    let digits = (1...3).compactMap { peek($0)?.isASCIIDigit == true ? peek($0) : nil }
    return digits.count == 3 ? String(digits) : nil
  }

  private mutating func exponent() -> String {
    guard peek == "e" || peek == "E" else { return "" }
    let isNegative = peek(1) == "-" || peek(1) == "−"
    let signed = isNegative || peek(1) == "+" ? 1 : 0
    guard peek(1 + signed)?.isASCIIDigit == true else { return "" }
    position += 1 + signed
    return (isNegative ? "e-" : "e") + digits()
  }

  private mutating func raised() -> Token.Kind {
    var number = 0.0
    let isNegative = peek == "⁻"
    if peek?.isRaisedSign == true { position += 1 }
    while let digit = peek?.raisedDigit {
      number = number * 10 + Double(digit)
      position += 1
    }
    if isNegative { number = -number }
    return number.isFinite ? .raised(number) : .broken(.numberTooLarge("The raised number"))
  }
}

// MARK: Signs

extension Lexer {
  private mutating func symbol() -> Token.Kind? {
    guard let first = peek else { return nil }
    for (spelling, symbol) in Symbol.starting[first] ?? []
    where spelling.enumerated().allSatisfy({ peek($0.offset) == $0.element })
      && !(spelling.last == "T" && peek(spelling.count)?.continuesName == true)
      && (symbol != .member || peek(1)?.startsName == true)
    {
      position += spelling.count
      return .symbol(symbol)
    }
    return nil
  }

  private mutating func unknown() -> Token.Kind {
    position += 1
    return .broken(.unknownCharacter(String(characters[position - 1])))
  }
}

extension Character {
  /// Blank, or one of the marks that files and pages leave between characters unseen.
  var isBlank: Bool {
    isWhitespace || self == "\u{FEFF}" || self == "\u{200B}" || self == "\u{2060}"
  }

  /// The value of ½ and the like.
  fileprivate var fraction: Double? {
    guard !isASCII, isNumber, let value = unicodeScalars.first?.properties.numericValue,
      value != value.rounded()
    else { return nil }
    return value
  }

  var isASCIILetter: Bool { asciiValue.map { 97...122 ~= $0 | 32 } ?? false }

  fileprivate var isRaisedSign: Bool { self == "⁻" || self == "⁺" }

  /// The value of ⁰ to ⁹.
  var raisedDigit: Int? { isASCII ? nil : Self.raised[self] }

  /// The value of ₀ to ₉.
  var loweredDigit: String? { isASCII ? nil : Self.lowered[self] }

  /// ᵀ and Σ count as letters in Unicode; here they are the signs of the transpose and of a sum.
  var startsName: Bool {
    // Nearly all are ASCII, for which Unicode's tables need not be asked.
    guard let code = asciiValue else { return isLetter && self != "ᵀ" && self != "Σ" }
    return 97...122 ~= code | 32 || code == 95
  }

  var continuesName: Bool { startsName || isASCIIDigit || loweredDigit != nil }

  private static let raised = Dictionary(uniqueKeysWithValues: zip("⁰¹²³⁴⁵⁶⁷⁸⁹", 0...9))
  private static let lowered = Dictionary(
    uniqueKeysWithValues: zip("₀₁₂₃₄₅₆₇₈₉", (0...9).map(String.init)))
}
