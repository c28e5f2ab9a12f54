import Core
import Presentation

/// A network and what the learner calls it.
struct NamedNetwork {
  let name: String
  let network: Network

  init(_ name: String, _ network: Network) { (self.name, self.network) = (name, network) }
}

/// What one of the two words names.
enum ComparisonOperand {
  case digit(CurrentDigit)
  case network(NamedNetwork)
  /// The current digit beside a digit, the network as it is beside a network.
  case this

  init(_ word: String, _ lab: inout Lab, _ host: any Host) throws(LabError) {
    switch word.lowercased() {
    case "this": self = .this
    case "opened": self = .network(NamedNetwork("opened", lab.baseline))
    case "bundled": self = .network(NamedNetwork("bundled", lab.content.network.network))
    default:
      if let digit = try Self.digit(word, &lab, host) {
        self = .digit(digit)
      } else if word.lowercased().hasSuffix(".safetensors") {
        self = .network(NamedNetwork(word.excerpt, try readNetwork(word, host).network))
      } else if word.contains(where: { "./~".contains($0) }) {
        self = .digit(try LabPicture(word, host).current)
      } else {
        throw .unknownOperand(word)
      }
    }
  }

  /// `3`, `3.1`, `test.42`; nil where it is written as none of them.
  private static func digit(
    _ word: String, _ lab: inout Lab, _ host: any Host
  ) throws(LabError) -> CurrentDigit? {
    let parts = word.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2 else { return nil }
    if let set = DigitSet(parts[0].lowercased()), parts.count == 2 {
      let digits = try set.digits(&lab, host)
      let index = try WholeNumber("digit", .index, 0...digits.count - 1, of: set.title)
        .read(parts[1])
      guard set != .drawn else { return Lab.drawing(index, of: lab.content) }
      let example = digits[digits.index(digits.startIndex, offsetBy: index)]
      return CurrentDigit(
        example.digit, label: example.label,
        origin: "digit \(index) of \(set.title), \(example.label.withArticle)")
    }
    guard case .whole(let digit) = WholeReading(parts[0]) else { return nil }
    let drawings = lab.content.drawings
    guard let first = drawings.firstIndex(where: { $0.digit == digit }) else {
      throw .unknownDigit(word)
    }
    guard parts.count == 2 else { return Lab.drawing(first, of: lab.content) }
    let count = drawings.count { $0.digit == digit }
    let copy = try WholeNumber("drawing", .index, 0...count - 1, of: digit.withArticle)
      .read(parts[1])
    return Lab.drawing(first + copy, of: lab.content)
  }

  func digit(_ lab: Lab) -> CurrentDigit {
    switch self {
    case .digit(let digit): digit
    case .this, .network: lab.current
    }
  }
}
