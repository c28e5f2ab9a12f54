/// Chance that can be repeated: the same seed gives the same numbers on every machine.
///
/// SplitMix64 (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014).
/// Shuffling and drawing are spelled out here and not left to the standard library, whose methods
/// may change between releases.
public struct SeededGenerator: RandomNumberGenerator, Equatable, Sendable {
  private var state: UInt64

  /// A generator that starts at `seed`.
  public init(seed: UInt64) { state = seed }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number from 0 up to but not including 1, in steps of 2⁻²⁴.
  public mutating func nextUniform() -> Float {
    Float(next() >> 40) * 0x1p-24
  }

  /// A number around 0 with standard deviation 1: the sum of twelve uniform numbers less 6, which
  /// is near enough to a normal distribution here and needs no logarithm.
  public mutating func nextNormal() -> Float {
    (0..<12).reduce(-6) { sum, _ in sum + nextUniform() }
  }

  /// A whole number from 0 up to but not including `bound`; the bias is below bound / 2⁶⁴.
  public mutating func next(below bound: Int) -> Int {
    precondition(bound > 0)
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// Puts the entries in a random order (Fisher and Yates).
  public mutating func shuffle<Element>(_ entries: inout [Element]) {
    for last in stride(from: entries.count - 1, to: 0, by: -1) {
      entries.swapAt(last, next(below: last + 1))
    }
  }
}
