/// A judge that knows no network: it lays a picture over drawings of which it is known what they show.
public struct DigitLikeness: Sendable {
  private let examples: [(label: Int, look: [Float])]

  /// - Parameter drawings: What pictures are compared with.
  public init(_ drawings: [Drawing]) {
    examples = drawings.map { ($0.digit, Self.look(of: $0.rasterized())) }
  }

  /// How alike a picture and the nearest drawing of each digit are: 1 where they are the same, 0 where
  /// their ink lies nowhere on the same pixels; −1 for a digit of which there is no drawing.
  ///
  /// The cosine of the angle between both, as lists of 784 numbers, blurred.
  public func likeness(of digit: Digit) -> [Float] {
    let look = Self.look(of: digit)
    var best = [Float](repeating: -1, count: 10)
    for example in examples where best.indices.contains(example.label) {
      let cosine = zip(look, example.look).reduce(0) { $0 + $1.0 * $1.1 }
      best[example.label] = max(best[example.label], min(cosine, 1))
    }
    return best
  }

  /// How often it is blurred: strokes one or two pixels apart are nearly the same to an eye.
  private static let blurs = 3

  /// The picture blurred, as a list of length 1; black has none.
  private static func look(of digit: Digit) -> [Float] {
    var pixels = digit.pixels
    for _ in 0..<blurs { pixels = blurred(blurred(pixels, step: 1), step: Digit.side) }
    let length = pixels.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length > 0 ? pixels.map { $0 / length } : pixels
  }

  /// Each pixel mixed with the two beside it, by 1, 2 and 1 of 4.
  ///
  /// - Parameter step: 1 for neighbours in a row, the length of a row for those in a column.
  private static func blurred(_ pixels: [Float], step: Int) -> [Float] {
    pixels.indices.map { index in
      let place = step == 1 ? index % Digit.side : index / Digit.side
      let before = place > 0 ? pixels[index - step] : 0
      let after = place < Digit.side - 1 ? pixels[index + step] : 0
      return (before + 2 * pixels[index] + after) / 4
    }
  }
}
