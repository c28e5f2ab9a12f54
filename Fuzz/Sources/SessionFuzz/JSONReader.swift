/// Reads JSON by its grammar and nothing beside it, and keeps the texts that are values.
struct JSONReader {
  private var rest: ArraySlice<UInt8>
  private(set) var texts: [String] = []
  private var depth = 0

  init(_ text: String) { rest = Array(text.utf8)[...] }

  /// Whether the text is one object on one line that ends.
  var isOneObject: Bool {
    mutating get {
      guard rest.first == UInt8(ascii: "{"), rest.last == 0x0a else { return false }
      rest.removeLast()
      return !rest.contains { $0 < 0x20 } && value() && rest.isEmpty
    }
  }

  private mutating func take(_ character: Character) -> Bool {
    guard let byte = character.asciiValue, rest.first == byte else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func value() -> Bool {
    guard depth < 100, let first = rest.first else { return false }
    depth += 1
    defer { depth -= 1 }
    switch Character(Unicode.Scalar(first)) {
    case "{": return object()
    case "[": return list()
    case "\"":
      guard let text = string() else { return false }
      texts.append(text)
      return true
    case "t": return word("true")
    case "f": return word("false")
    case "n": return word("null")
    default: return number()
    }
  }

  private mutating func word(_ word: String) -> Bool {
    guard rest.starts(with: word.utf8) else { return false }
    rest.removeFirst(word.utf8.count)
    return true
  }

  private mutating func object() -> Bool {
    var keys: Set<String> = []
    guard take("{") else { return false }
    if take("}") { return true }
    repeat {
      guard let key = string(), keys.insert(key).inserted, take(":"), value() else { return false }
    } while take(",")
    return take("}")
  }

  private mutating func list() -> Bool {
    guard take("[") else { return false }
    if take("]") { return true }
    repeat {
      guard value() else { return false }
    } while take(",")
    return take("]")
  }

  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    var bytes: [UInt8] = []
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\"") {
        return String(validating: bytes, as: UTF8.self)
      } else if byte == UInt8(ascii: "\\") {
        guard let escaped = rest.popFirst() else { return nil }
        if escaped == UInt8(ascii: "u") {
          guard rest.count >= 4, rest.prefix(4).allSatisfy({ Self.isHex($0) }) else { return nil }
          rest.removeFirst(4)
        } else if !Array("\"\\/bfnrt".utf8).contains(escaped) {
          return nil
        }
        bytes.append(0x3f)
      } else {
        bytes.append(byte)
      }
    }
    return nil
  }

  private static func isHex(_ byte: UInt8) -> Bool { Character(Unicode.Scalar(byte)).isHexDigit }

  private mutating func digits() -> Int {
    let count = rest.prefix { (0x30...0x39).contains($0) }.count
    rest.removeFirst(count)
    return count
  }

  /// A number, which has to be one that a Double can hold.
  private mutating func number() -> Bool {
    let start = rest
    _ = take("-")
    let leadsWithZero = rest.first == UInt8(ascii: "0")
    let whole = digits()
    guard whole == 1 || whole > 1 && !leadsWithZero else { return false }
    if take("."), digits() == 0 { return false }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      guard digits() > 0 else { return false }
    }
    let text = String(decoding: start.dropLast(rest.count), as: UTF8.self)
    return Double(text).map(\.isFinite) ?? false
  }
}
