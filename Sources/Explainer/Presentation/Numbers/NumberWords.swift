extension Double {
  /// As people write it: 3, 0.25, 3·10³⁸.
  package var words: String {
    // Not −0.
    let number = self + 0
    // A number of the network's has no more digits than a Float.
    let digits = Double(Float(number)) == number ? "\(Float(number))" : "\(number)"
    let parts = digits.split(separator: "e")
    let factor = parts[0].hasSuffix(".0") ? parts[0].dropLast(2) : parts[0]
    guard parts.count == 2, let exponent = Int(parts[1]) else { return String(factor) }
    let raised = exponent.description.map { $0 == "-" ? "⁻" : Self.raised[$0] ?? $0 }
    return (factor == "1" ? "" : "\(factor)·") + "10" + String(raised)
  }

  private static let raised: [Character: Character] = Dictionary(
    uniqueKeysWithValues: zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
}
