/// A picture in pixels: four bytes each, red, green, blue and how much it covers what is behind it.
package struct Pixmap: Equatable, Sendable {
  /// Pixels across.
  package let width: Int
  /// Pixels down.
  package let height: Int
  /// Row after row, four a pixel. Colours are not multiplied by the fourth byte.
  package internal(set) var bytes: [UInt8]

  /// A picture of which nothing is seen yet.
  init(width: Int, height: Int) {
    precondition(width > 0 && height > 0)
    self.width = width
    self.height = height
    bytes = Array(repeating: 0, count: 4 * width * height)
  }

  /// Puts a colour over a pixel, which covers it by a part from 0 to 1.
  mutating func blend(_ paint: Graphic.Paint, _ coverage: Float, x: Int, y: Int) {
    let cover = coverage * Float(paint.opacity)
    guard cover > 0 else { return }
    let place = 4 * (y * width + x)
    let below = Float(bytes[place + 3]) / 255 * (1 - cover)
    let whole = cover + below
    for (index, shift) in [UInt32(16), 8, 0].enumerated() {
      let new = Float(paint.rgb >> shift & 0xff) * cover + Float(bytes[place + index]) * below
      bytes[place + index] = UInt8(min(new / whole + 0.5, 255))
    }
    bytes[place + 3] = UInt8(min(whole * 255 + 0.5, 255))
  }
}
