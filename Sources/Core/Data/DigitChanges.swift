/// What can be done to a picture to see what the network makes of it.
extension Digit {
  /// Black becomes white.
  public var inverted: Digit { Digit(pixels: pixels.map { 1 - $0 }) }

  /// Every pixel drawn between 0 and 1.
  public static func noise(using generator: inout SeededGenerator) -> Digit {
    Digit(pixels: (0..<pixelCount).map { _ in generator.nextUniform() })
  }

  /// With a rectangle made black.
  ///
  /// - Parameters:
  ///   - rows: within the picture.
  ///   - columns: within the picture.
  public func covered(rows: Range<Int>, columns: Range<Int>) -> Digit {
    var pixels = pixels
    for row in rows {
      for column in columns { pixels[row * Self.side + column] = 0 }
    }
    return Digit(pixels: pixels)
  }

  /// Moved by so many pixels; what leaves the field is lost, what comes in is black.
  public func shifted(right: Float, down: Float) -> Digit {
    posed(DigitPose(right: right, down: down))
  }

  /// Turned clockwise around the middle.
  public func rotated(degrees: Float) -> Digit {
    posed(DigitPose(degrees: degrees))
  }

  /// Made larger (above 1) or smaller (below 1) around the middle.
  ///
  /// - Parameter factor: above 0.
  public func scaled(by factor: Float) -> Digit {
    posed(DigitPose(factor: factor))
  }

  /// A picture whose pixel at (x, y), measured from the middle, is this picture at `source(x, y)`,
  /// mixed from the four nearest pixels.
  func sampled(from source: (Float, Float) -> (Float, Float)) -> Digit {
    let middle = Float(Self.side - 1) / 2
    var result: [Float] = []
    result.reserveCapacity(Self.pixelCount)
    for row in 0..<Self.side {
      for column in 0..<Self.side {
        let (x, y) = source(Float(column) - middle, Float(row) - middle)
        result.append(mixed(x: x + middle, y: y + middle))
      }
    }
    return Digit(pixels: result)
  }

  private func mixed(x: Float, y: Float) -> Float {
    let field = Float(-1)...Float(Self.side)
    guard field.contains(x), field.contains(y) else { return 0 }
    let (left, top) = (x.rounded(.down), y.rounded(.down))
    let (right, down) = (x - left, y - top)
    func pixel(_ row: Float, _ column: Float) -> Float {
      let inside = Float(0)...Float(Self.side - 1)
      return inside.contains(row) && inside.contains(column) ? self[Int(row), Int(column)] : 0
    }
    let upper = pixel(top, left) * (1 - right) + pixel(top, left + 1) * right
    let lower = pixel(top + 1, left) * (1 - right) + pixel(top + 1, left + 1) * right
    return upper * (1 - down) + lower * down
  }
}
