/// A picture in pixels: four bytes each, red, green, blue and how much it covers what is behind it.
package struct Pixmap: Equatable, Sendable {
  /// Pixels across.
  package let width: Int
  /// Pixels down.
  package let height: Int
  /// Row after row, four a pixel. Colours are not multiplied by the fourth byte.
  package internal(set) var bytes: [UInt8]

  /// A picture of one colour; without one, nothing of it is seen yet.
  init(width: Int, height: Int, _ ground: Graphic.Paint? = nil) {
    precondition(width > 0 && height > 0)
    self.width = width
    self.height = height
    let pixel: [UInt8] =
      ground.map { [$0.red, $0.green, $0.blue, UInt8($0.opacity * 255 + 0.5)] } ?? [0, 0, 0, 0]
    let row = Array(repeatElement(pixel, count: width).joined())
    bytes = []
    bytes.reserveCapacity(row.count * height)
    for _ in 0..<height { bytes += row }
  }

  /// Puts a colour over a pixel, which covers it by a part from 0 to 1.
  mutating func blend(_ paint: Graphic.Paint, _ coverage: Float, x: Int, y: Int) {
    let cover = coverage * Float(paint.opacity)
    guard cover > 0 else { return }
    let offset = 4 * (y * width + x)
    guard cover < 1 else {
      bytes[offset] = paint.red
      bytes[offset + 1] = paint.green
      bytes[offset + 2] = paint.blue
      bytes[offset + 3] = 255
      return
    }
    let below = Float(bytes[offset + 3]) / 255 * (1 - cover)
    let whole = cover + below
    func mixed(_ new: UInt8, _ old: UInt8) -> UInt8 {
      UInt8(min((Float(new) * cover + Float(old) * below) / whole + 0.5, 255))
    }
    bytes[offset] = mixed(paint.red, bytes[offset])
    bytes[offset + 1] = mixed(paint.green, bytes[offset + 1])
    bytes[offset + 2] = mixed(paint.blue, bytes[offset + 2])
    bytes[offset + 3] = UInt8(min(whole * 255 + 0.5, 255))
  }
}

extension Graphic.Paint {
  fileprivate var red: UInt8 { UInt8(truncatingIfNeeded: rgb >> 16) }
  fileprivate var green: UInt8 { UInt8(truncatingIfNeeded: rgb >> 8) }
  fileprivate var blue: UInt8 { UInt8(truncatingIfNeeded: rgb) }
}
