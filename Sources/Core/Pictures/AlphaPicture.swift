/// Pixels of which each says how much it covers, on their way to a picture without holes.
///
/// Where less than half is covered, or where all that covers is of about one lightness, what covers
/// is the ink, and white is put under dark ink, black under light ink. Else there is paper in the
/// picture, and the holes become paper: of the lightness that the middle one of all pixels has.
struct AlphaPicture {
  /// Two bytes a pixel: how light it is, and how much it covers.
  private let bytes: [UInt8]
  /// How much is covered by each lightness, 255 for a whole pixel.
  private let covered: [Int]

  /// Lightnesses this close together are about the same.
  private static let spread = 26

  init(_ bytes: [UInt8]) {
    var covered = [Int](repeating: 0, count: 256)
    for index in stride(from: 0, to: bytes.count, by: 2) {
      covered[Int(bytes[index])] += Int(bytes[index + 1])
    }
    self.bytes = bytes
    self.covered = covered
  }

  /// The lightness below which a share of the covered surface is.
  private func lightness(below share: Double) -> Int {
    let wanted = share * Double(covered.reduce(0, +))
    var sum = 0.0
    return covered.firstIndex { count in
      sum += Double(count)
      return sum >= wanted
    } ?? 255
  }

  private var background: Int {
    let middle = lightness(below: 0.5)
    let isMostlyCovered = covered.reduce(0, +) * 2 >= bytes.count / 2 * 255
    let hasPaper = lightness(below: 0.95) - lightness(below: 0.05) > Self.spread
    return isMostlyCovered && hasPaper ? middle : middle < 128 ? 255 : 0
  }

  /// How light each pixel is on the background.
  var flattened: [UInt8] {
    let background = background
    return stride(from: 0, to: bytes.count, by: 2).map { index in
      let (lightness, cover) = (Int(bytes[index]), Int(bytes[index + 1]))
      return UInt8((lightness * cover + background * (255 - cover) + 127) / 255)
    }
  }
}
