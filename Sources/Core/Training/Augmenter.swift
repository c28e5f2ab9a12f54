/// Shows a picture as it might have been written another time: moved, turned, slanted, stretched
/// and bent. Labels stay true, so a few examples become endlessly many.
///
/// Each pixel of the result is looked up where it comes from and mixed from the four pixels there
/// (Simard, Steinkraus and Platt, "Best Practices for Convolutional Neural Networks", 2003).
/// Positions are whole numbers of 2⁻¹⁶ pixels, so that nothing depends on how a machine rounds.
struct Augmenter: Sendable {
  /// How far each change goes at most; every amount between that and its opposite is equally likely.
  struct Amounts: Equatable, Sendable {
    /// Degrees.
    var rotation: Float = 0
    /// Pixels to the side for each pixel up or down.
    var shear: Float = 0
    /// The share by which width and height change, each for itself.
    var stretch: Float = 0
    /// Pixels, across and down.
    var shift: Float = 0
    /// Whether it is moved by whole pixels, which keeps them as sharp as they were.
    var shiftsWholePixels = false
    /// How far the corners of a rubber sheet are pulled, eight pixels apart; points between them
    /// move by about a quarter of it.
    var bend: Float = 0
  }

  private let amounts: Amounts
  private var field = PaddedField()
  private var sheet = RubberSheet()
  private var pixels = [Float](repeating: 0, count: Digit.pixelCount)

  init(_ amounts: Amounts) { self.amounts = amounts }

  /// An augmenter for a setting, nil where nothing is to be done.
  ///
  /// The amounts are those that served best on 10,000 digits held out: gentle ones for networks of
  /// a few neurons, which have no room for much variety; stronger ones, with rubber, for wide ones.
  init?(_ kind: TrainingSettings.Augmentation) {
    switch kind {
    case .none: return nil
    case .shift: self.init(Amounts(shift: 1, shiftsWholePixels: true))
    case .affine: self.init(Amounts(rotation: 8, shear: 0.1, stretch: 0.08, shift: 0.7))
    case .elastic:
      self.init(Amounts(rotation: 12, shear: 0.15, stretch: 0.12, shift: 1, bend: 3))
    }
  }

  /// Hands a changed picture to `body`: 784 activations.
  mutating func change(
    _ picture: SparsePictures.Picture, using generator: inout SeededGenerator,
    _ body: ([Float]) -> Void
  ) {
    field.fill(picture)
    let map = InverseMap(amounts, using: &generator)
    if amounts.bend > 0 { sheet.pull(by: amounts.bend, using: &generator) }
    let (field, sheet) = (field, amounts.bend > 0 ? sheet : nil)
    unsafe pixels.withUnsafeMutableBufferPointer { pixels in
      for row in 0..<Digit.side {
        unsafe field.sample(
          map.start(of: row), step: map.step, bentBy: sheet?.displacements(row),
          into: UnsafeMutableBufferPointer(
            rebasing: pixels[row &* Digit.side..<(row &+ 1) &* Digit.side]))
      }
    }
    body(pixels)
  }
}

/// A position in a picture as fixed-point numbers, in 2⁻¹⁶ pixels: x to the right, y down.
typealias FixedPointPosition = SIMD2<Int32>

/// Where each pixel of a changed picture comes from, as long as nothing is bent.
private struct InverseMap {
  /// From one pixel to the next on the right.
  let step: FixedPointPosition
  private let down: SIMD2<Float>
  private let corner: SIMD2<Float>

  /// Draws a map. The middle is pixel 14, where MNIST has a digit's centre of mass.
  init(_ amounts: Augmenter.Amounts, using generator: inout SeededGenerator) {
    func draw(_ amount: Float) -> Float { amount * (2 * generator.nextUniform() - 1) }
    let (sine, cosine) = sineAndCosine(degrees: draw(amounts.rotation))
    let shear = draw(amounts.shear)
    let across = 1 + draw(amounts.stretch)
    let along = 1 + draw(amounts.stretch)
    var shift = SIMD2(draw(amounts.shift), draw(amounts.shift))
    if amounts.shiftsWholePixels {
      shift = SIMD2(draw(amounts.shift + 0.5), draw(amounts.shift + 0.5))
      shift.round(.toNearestOrAwayFromZero)
    }
    let right = SIMD2(cosine, sine) * across
    step = FixedPointPosition(Self.fixedPoint(right.x), Self.fixedPoint(right.y))
    down = (SIMD2(-sine, cosine) + SIMD2(cosine, sine) * shear) * along
    let middle = SIMD2<Float>(14, 14)
    corner = middle - right * (14 + shift.x) - down * (14 + shift.y)
  }

  /// Where the first pixel of a row comes from.
  func start(of row: Int) -> FixedPointPosition {
    let position = corner + down * Float(row)
    return FixedPointPosition(Self.fixedPoint(position.x), Self.fixedPoint(position.y))
  }

  private static func fixedPoint(_ x: Float) -> Int32 { Int32((x * 65536).rounded()) }
}

/// The bytes of a picture in a margin of black.
private struct PaddedField: Sendable {
  private static let margin = 2
  private static let side = Digit.side + 2 * margin
  private var bytes = [UInt8](repeating: 0, count: side * side)

  mutating func fill(_ picture: SparsePictures.Picture) {
    unsafe bytes.withUnsafeMutableBufferPointer { bytes in
      unsafe bytes.update(repeating: 0)
      var pixel = 0
      for entry in picture {
        pixel &+= Int(entry & 0xFF)
        let row = pixel / Digit.side
        unsafe bytes[
          (row &+ Self.margin) &* Self.side &+ Self.margin &+ pixel &- row &* Digit.side] =
          UInt8(truncatingIfNeeded: entry >> 8)
      }
    }
  }

  /// Looks up one row of a changed picture.
  ///
  /// - Parameters:
  ///   - start: where its first pixel comes from.
  ///   - step: how much farther right and down each next one does.
  ///   - bent: what is added for each pixel.
  @inline(__always)
  func sample(
    _ start: FixedPointPosition, step: FixedPointPosition, bentBy bent: RubberSheet.Row?,
    into row: UnsafeMutableBufferPointer<Float>
  ) {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let bytes = bytes.baseAddress, let row = row.baseAddress else { return }
      var (x, y) = (start.x, start.y)
      for column in 0..<Digit.side {
        if let bent {
          let group = column &>> 2
          unsafe row[column] = unsafe Self.mixed(
            bytes, x &+ bent.across[group][column & 3], y &+ bent.down[group][column & 3])
        } else {
          unsafe row[column] = unsafe Self.mixed(bytes, x, y)
        }
        x &+= step.x
        y &+= step.y
      }
    }
  }

  /// The activation at a position, mixed from the four pixels around it; 0 outside.
  @inline(__always)
  private static func mixed(_ bytes: UnsafePointer<UInt8>, _ x: Int32, _ y: Int32) -> Float {
    let (left, top) = (Int(x &>> 16) &+ 1, Int(y &>> 16) &+ 1)
    // One comparison for both ends: a negative number has a large bit pattern.
    guard UInt(bitPattern: left) < 29, UInt(bitPattern: top) < 29 else { return 0 }
    let index: Int = (top &+ 1) &* side &+ left &+ 1
    let corner = unsafe bytes + index
    let (right, down) = ((x &>> 8) & 255, (y &>> 8) & 255)
    let (restRight, restDown) = (256 &- right, 256 &- down)
    let upper = unsafe Int32(corner[0]) &* restRight &+ Int32(corner[1]) &* right
    let lower = unsafe Int32(corner[side]) &* restRight &+ Int32(corner[side &+ 1]) &* right
    return Float(upper &* restDown &+ lower &* down) / 16_711_680
  }
}

/// A sheet of rubber pulled this way and that at points eight pixels apart, smooth between them (a
/// cubic B-spline).
private struct RubberSheet: Sendable {
  /// By how many 2⁻¹⁶ pixels each pixel of a row is moved, four columns in a vector.
  struct Row {
    var across: InlineArray<7, SIMD4<Int32>>
    var down: InlineArray<7, SIMD4<Int32>>
  }

  private static let points = 7
  private static let spacing = 8
  /// For each pixel of a span between two points: the shares of the four points around it.
  private static let shares = (0..<spacing).map { shares(at: Float($0) / Float(spacing)) }

  private static func shares(at t: Float) -> SIMD4<Float> {
    let u: Float = 1 - t
    let before: Float = 3 * t * t * (t - 2) + 4
    let after: Float = 3 * u * u * (u - 2) + 4
    return SIMD4<Float>(u * u * u, before, after, t * t * t) / 6
  }

  /// The same for four columns at once: half a span, then which of the four points.
  private static let columnShares: [[SIMD4<Float>]] = (0..<2).map { half in
    (0..<4).map { point in
      SIMD4<Float>((0..<4).map { column in shares[4 * half + column][point] })
    }
  }

  private let shares = Self.shares
  private let columnShares = Self.columnShares
  /// One vector for each row of points; 7 of 8 numbers are used.
  private var across = [SIMD8<Float>](repeating: .zero, count: points)
  private var down = [SIMD8<Float>](repeating: .zero, count: points)

  mutating func pull(by amount: Float, using generator: inout SeededGenerator) {
    for row in 0..<Self.points {
      for column in 0..<Self.points {
        across[row][column] = amount * (2 * generator.nextUniform() - 1)
        down[row][column] = amount * (2 * generator.nextUniform() - 1)
      }
    }
  }

  func displacements(_ row: Int) -> Row {
    Row(across: displacements(across, row), down: displacements(down, row))
  }

  private func displacements(
    _ points: [SIMD8<Float>], _ row: Int
  ) -> InlineArray<7, SIMD4<Int32>> {
    let share = shares[row % Self.spacing]
    let span = row / Self.spacing
    var pulls = points[span] * share[0]
    for point in 1..<4 { pulls += points[span &+ point] * share[point] }
    return InlineArray { group in
      let shares = columnShares[group & 1]
      var sum = shares[0] * pulls[group &>> 1]
      for point in 1..<4 { sum += shares[point] * pulls[group &>> 1 &+ point] }
      return Self.fixedPoint(sum)
    }
  }

  /// In 2⁻¹⁶ pixels: adding 1.5·2²³ rounds to a whole number, which then stands in the low bits.
  private static func fixedPoint(_ pixels: SIMD4<Float>) -> SIMD4<Int32> {
    let rounder: Float = 12_582_912
    return (pixels * 65536 + rounder).bits
      &- SIMD4(repeating: Int32(bitPattern: rounder.bitPattern))
  }
}
