extension Kernels {
  /// Draws a straight piece of a line into a picture of 28×28 pixels, four pixels at a time.
  ///
  /// Ink falls off over one pixel at the edge of the line: full within `reach` − 1 of the piece,
  /// none beyond `reach`; where there is more ink already it stays.
  static func addInk(
    from start: Drawing.Point, to end: Drawing.Point, reach: Float, to ink: inout [Float]
  ) {
    unsafe ink.withUnsafeMutableBufferPointer {
      unsafe addInk(from: start, to: end, reach: reach, to: $0)
    }
  }

  private static func addInk(
    from start: Drawing.Point, to end: Drawing.Point, reach: Float,
    to ink: UnsafeMutableBufferPointer<Float>
  ) {
    precondition(ink.count == Digit.pixelCount)
    let rows = inkedPixels(from: min(start.y, end.y) - reach, to: max(start.y, end.y) + reach)
    let columns = inkedPixels(from: min(start.x, end.x) - reach, to: max(start.x, end.x) + reach)
    guard let ink = ink.baseAddress, !columns.isEmpty else { return }
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = dx * dx + dy * dy
    let divisor = length > 0 ? length : 1
    for row in rows {
      let y = Float(row) + 0.5 - start.y
      var column = columns.lowerBound & ~3
      while column < columns.upperBound {
        let x = SIMD4<Float>(0.5, 1.5, 2.5, 3.5) + Float(column) - start.x
        let along = (x * dx + y * dy) / divisor
        let notBefore = along.replacing(with: 0, where: along .< 0)
        let t = notBefore.replacing(with: 1, where: notBefore .> 1)
        let (offX, offY) = (x - t * dx, y - t * dy)
        let amount = reach - (offX * offX + offY * offY).squareRoot()
        let atMost = amount.replacing(with: 1, where: amount .> 1)
        let address = unsafe UnsafeMutableRawPointer(ink + (row &* Digit.side &+ column))
        let before = unsafe address.loadUnaligned(as: SIMD4<Float>.self)
        unsafe address.storeBytes(
          of: before.replacing(with: atMost, where: atMost .> before), as: SIMD4<Float>.self)
        column &+= 4
      }
    }
  }

  /// The reference implementation of `addInk`.
  static func referenceAddInk(
    from start: Drawing.Point, to end: Drawing.Point, reach: Float, to ink: inout [Float]
  ) {
    for row in 0..<Digit.side {
      for column in 0..<Digit.side {
        let center = Drawing.Point(x: Float(column) + 0.5, y: Float(row) + 0.5)
        let amount = min(max(reach - center.distance(toSegmentFrom: start, to: end), 0), 1)
        ink[row * Digit.side + column] = max(ink[row * Digit.side + column], amount)
      }
    }
  }

  private static func inkedPixels(from low: Float, to high: Float) -> Range<Int> {
    let first = Int(min(max(low, 0), Float(Digit.side)))
    return first..<max(first, Int(min(max(high + 1, 0), Float(Digit.side))))
  }
}

// MARK: Centre of mass

extension Kernels {
  /// The middle of the ink of a 28×28 picture, in pixels from the top left corner. Four columns are
  /// summed side by side, column c in lane c mod 4, and then the lanes in order.
  static func centerOfMass(_ ink: [Float]) -> Drawing.Point {
    precondition(ink.count == Digit.pixelCount)
    return unsafe ink.withUnsafeBytes { raw in
      var (mass, x, y) = (SIMD4<Float>.zero, SIMD4<Float>.zero, SIMD4<Float>.zero)
      for row in 0..<Digit.side {
        for column in stride(from: 0, to: Digit.side, by: 4) {
          let amount = unsafe raw.loadUnaligned(
            fromByteOffset: 4 &* (row &* Digit.side &+ column), as: SIMD4<Float>.self)
          mass += amount
          x += amount * (SIMD4(0.5, 1.5, 2.5, 3.5) + Float(column))
          y += amount * (Float(row) + 0.5)
        }
      }
      let total = mass.sum()
      return Drawing.Point(x: x.sum() / total, y: y.sum() / total)
    }
  }

  /// The reference implementation of `centerOfMass`.
  static func referenceCenterOfMass(_ ink: [Float]) -> Drawing.Point {
    func sum(_ term: (_ row: Int, _ column: Int) -> Float) -> Float {
      (0..<4).map { lane in
        (0..<Digit.side).reduce(0) { sum, row in
          stride(from: lane, to: Digit.side, by: 4).reduce(sum) { $0 + term(row, $1) }
        }
      }.reduce(0, +)
    }
    let mass = sum { ink[$0 * Digit.side + $1] }
    return Drawing.Point(
      x: sum { ink[$0 * Digit.side + $1] * (Float($1) + 0.5) } / mass,
      y: sum { ink[$0 * Digit.side + $1] * (Float($0) + 0.5) } / mass)
  }
}

extension Drawing.Point {
  /// How far it is from a straight piece of a line.
  func distance(toSegmentFrom start: Self, to end: Self) -> Float {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = dx * dx + dy * dy
    let along = length > 0 ? ((x - start.x) * dx + (y - start.y) * dy) / length : 0
    let t = min(max(along, 0), 1)
    let (offX, offY) = (x - start.x - t * dx, y - start.y - t * dy)
    return (offX * offX + offY * offY).squareRoot()
  }
}
