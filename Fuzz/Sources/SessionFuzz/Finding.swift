/// Something that a reply must not be, and is.
public struct Finding: Sendable, CustomStringConvertible {
  /// What does not hold.
  public let rule: String
  /// Where it shows.
  public let detail: String
  /// The lines up to the one that shows it.
  public let lines: [String]

  /// Both, and the lines as they can be typed again.
  public var description: String {
    "\(rule): \(detail)\n" + lines.map { "  nn> \($0.debugDescription)" }.joined(separator: "\n")
  }
}

/// What is found wrong with one line's reply.
struct Violations {
  private(set) var all: [(rule: String, detail: String)] = []

  mutating func add(_ rule: String, _ detail: some StringProtocol) {
    all.append((rule, String(detail.prefix(400))))
  }

  /// Notes that something does not hold.
  mutating func expect(
    _ holds: Bool, _ rule: String, _ detail: @autoclosure () -> String
  ) {
    if !holds { add(rule, detail()) }
  }
}
