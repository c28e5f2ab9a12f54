import Presentation

/// The colour of what characters stand on, which a terminal tells when it is asked.
enum TerminalGround {
  /// What asks for it. Nobody waits for the answer: it comes among the keys, early or late.
  static let question = "\u{1b}]11;?\u{07}"

  /// Whether a terminal of this type may be asked: the Linux console prints what it does not know.
  static func mayBeAsked(type: String) -> Bool { !type.hasPrefix("linux") }

  /// What an answer says, without what begins and ends it: `11;rgb:ffff/ffff/ffff`, with one to four
  /// digits for each part; nil where it is no such answer.
  static func theme(inAnswer bytes: [UInt8]) -> TerminalCapabilities.Theme? {
    let text = String(decoding: bytes, as: UTF8.self)
    let kinds = ["11;rgb:", "11;rgba:"]
    guard let kind = kinds.first(where: { text.hasPrefix($0) }) else { return nil }
    let parts = text.dropFirst(kind.count).split(separator: "/", omittingEmptySubsequences: false)
    let levels = parts.prefix(3).compactMap { level(of: $0) }
    guard levels.count == 3, parts.count == 3 || parts.count == 4 else { return nil }
    // How bright each part is to the eye.
    let brightness = 0.299 * levels[0] + 0.587 * levels[1] + 0.114 * levels[2]
    return brightness < 0.5 ? .dark : .light
  }

  /// From 0 to 1.
  private static func level(of digits: Substring) -> Double? {
    guard (1...4).contains(digits.count), let value = UInt16(digits, radix: 16) else { return nil }
    return Double(value) / Double(1 << (4 * digits.count) - 1)
  }
}
