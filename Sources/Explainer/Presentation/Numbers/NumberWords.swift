extension Double {
  /// As people write it: 3, 0.25, 3·10³⁸.
  package var words: String {
    if self == rounded(), magnitude < 1e7 { return "\(Int(nearest: self))" }
    // A number of the network's has no more digits than a Float.
    let digits = Double(Float(self)) == self ? "\(Float(self))" : "\(self)"
    let parts = digits.split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return digits }
    let raised = exponent.description.map { $0 == "-" ? "⁻" : Self.raised[$0] ?? $0 }
    let factor = parts[0].hasSuffix(".0") ? parts[0].dropLast(2) : parts[0]
    return (factor == "1" ? "" : "\(factor)·") + "10" + String(raised)
  }

  private static let raised: [Character: Character] = Dictionary(
    uniqueKeysWithValues: zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
}
