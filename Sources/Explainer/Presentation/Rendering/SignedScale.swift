import Core

/// How strongly the numbers of one picture show.
///
/// The strength of a number is (|w| / s)^0.6. In proportion, most of a trained layer would look empty;
/// with a much smaller power, even noise would look like a wall. One huge number does not blacken the
/// rest: s is at most four times what nine in ten of those that are not 0 stay below.
package struct SignedScale {
  /// The size of full strength.
  private let full: Float
  /// Whether all that are not 0 have one size, as weights set by hand often do.
  let isFlat: Bool

  /// Set by hand: nothing is stronger than the rest, so that nothing dazzles.
  private static let flatStrength: Float = 0.75
  private static let power: Float = 0.6

  /// The scale of a picture.
  package init(_ values: [Float]) {
    let sizes = values.lazy.map { abs($0) }.filter { $0 > 0 && $0.isFinite }.sorted()
    let largest = sizes.last ?? 0
    isFlat = sizes.first == largest
    guard !sizes.isEmpty else {
      full = 0
      return
    }
    full = min(largest, sizes[(sizes.count - 1) * 9 / 10] * 4)
  }

  /// The strength of a number, with its sign: from −1 to 1, and 0 for what is no number. By
  /// `logarithm` and `exponential`, so that pictures too are the same on every machine.
  package func strength(_ value: Float) -> Float {
    guard value != 0, value.isFinite, full > 0 else { return 0 }
    let size =
      isFlat
      ? Self.flatStrength : min(exponential(Self.power * logarithm(abs(value) / full)), 1)
    return value < 0 ? -size : size
  }
}
