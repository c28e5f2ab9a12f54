/// A picture from a file, in gray: how light each pixel is.
public struct GrayPicture: Equatable, Sendable {
  /// Pixels across, at least 1.
  public let width: Int
  /// Pixels down, at least 1.
  public let height: Int
  /// Row after row from the top left, 0 (black) to 255 (white), as screens show it.
  public let lightness: [UInt8]

  /// A picture from its pixels, row after row.
  public init(width: Int, height: Int, lightness: [UInt8]) {
    precondition(width > 0 && height > 0 && lightness.count == width * height)
    self.width = width
    self.height = height
    self.lightness = lightness
  }

  /// The most pixels a picture may have: 20 megapixels.
  public static let mostPixels = 20_000_000

  /// The same in at most so many pixels, 0 (black) to 1 (white): each the mean of a square of these,
  /// so that noise shrinks with the picture.
  func shrunk(toAtMost pixels: Int) -> Plane {
    var side = 1
    while Self.parts(width, of: side) * Self.parts(height, of: side) > pixels { side += 1 }
    let (columns, rows) = (Self.parts(width, of: side), Self.parts(height, of: side))
    var sums = [Float](repeating: 0, count: columns * rows)
    for row in 0..<height {
      let start = row / side * columns
      for column in 0..<width {
        sums[start + column / side] += Float(lightness[row * width + column])
      }
    }
    for row in 0..<rows {
      let tall = min(side, height - row * side)
      for column in 0..<columns {
        sums[row * columns + column] /= Float(255 * tall * min(side, width - column * side))
      }
    }
    return Plane(width: columns, height: rows, values: sums)
  }

  private static func parts(_ length: Int, of side: Int) -> Int { (length + side - 1) / side }
}
