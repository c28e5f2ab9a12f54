/// A picture of any size, ink 1 on paper 0, on its way to becoming a `Digit`.
public struct InkImage: Equatable, Sendable {
  /// Pixels across.
  public let width: Int
  /// Pixels down.
  public let height: Int
  /// Row after row from the top left, 0 (paper) to 1 (ink).
  public let ink: [Float]

  /// A picture from its pixels, row after row.
  public init(width: Int, height: Int, ink: [Float]) {
    precondition(width >= 0 && height >= 0 && ink.count == width * height)
    self.width = width
    self.height = height
    self.ink = ink
  }

  /// The digit as MNIST would store it: the ink's bounding box scaled to fit 20×20 with its
  /// proportions kept, grey levels by averaging area, and placed so that its centre of mass is
  /// `Digit.centerOfMass` (LeCun, Cortes and Burges, "The MNIST database").
  public func normalized() -> Digit { cropped()?.scaled().centered() ?? .blank }

  /// The rows and columns with ink, from the first to the last; nil where there is none.
  func cropped() -> InkImage? { inkBox.map { part(columns: $0.columns, rows: $0.rows) } }

  /// The longer side brought to so many pixels, with grey levels by averaging area.
  ///
  /// - Parameter side: at least 1; MNIST's without it.
  public func scaled(to side: Int = Digit.inkSide) -> InkImage {
    shrunk(by: Float(side) / Float(max(width, height)))
  }

  /// Among 28×28 pixels, so that its centre of mass is where MNIST has it.
  func centered() -> Digit {
    guard let (x, y) = centerOfMass else { return .blank }
    let middle = Digit.centerOfMass
    return placed(
      left: (middle - x).rounded(.toNearestOrEven), top: (middle - y).rounded(.toNearestOrEven))
  }

  /// Some columns and rows of it.
  func part(columns: ClosedRange<Int>, rows: ClosedRange<Int>) -> InkImage {
    InkImage(
      width: columns.count, height: rows.count,
      ink: rows.flatMap { row in columns.map { ink[row * width + $0] } })
  }

  /// The middle of the ink, in pixels from the top left corner; nil where there is none.
  var centerOfMass: (x: Float, y: Float)? {
    var mass: Float = 0
    var x: Float = 0
    var y: Float = 0
    for row in 0..<height {
      for column in 0..<width {
        let amount = ink[row * width + column]
        mass += amount
        x += amount * (Float(column) + 0.5)
        y += amount * (Float(row) + 0.5)
      }
    }
    return mass > 0 ? (x / mass, y / mass) : nil
  }

  private struct Box {
    var columns: ClosedRange<Int>
    var rows: ClosedRange<Int>
  }

  private var inkBox: Box? {
    let lit = ink.indices.filter { ink[$0] > 0 }
    guard let first = lit.first, let last = lit.last, width > 0 else { return nil }
    let columns = lit.map { $0 % width }
    guard let left = columns.min(), let right = columns.max() else { return nil }
    return Box(columns: left...right, rows: first / width...last / width)
  }

  private func shrunk(by scale: Float) -> InkImage {
    let width = max(1, Int((Float(self.width) * scale).rounded()))
    let height = max(1, Int((Float(self.height) * scale).rounded()))
    let across = Self.shares(of: self.width, over: width)
    let down = Self.shares(of: self.height, over: height)
    var ink = [Float](repeating: 0, count: width * height)
    for (row, rowShares) in down.enumerated() {
      for (column, columnShares) in across.enumerated() {
        var sum: Float = 0
        for (y, rowShare) in rowShares {
          for (x, columnShare) in columnShares {
            sum += self.ink[y * self.width + x] * rowShare * columnShare
          }
        }
        ink[row * width + column] = sum
      }
    }
    return InkImage(width: width, height: height, ink: ink)
  }

  /// For each of `count` equal parts of some pixels: which pixels it covers, and what share of the
  /// part each one is.
  private static func shares(
    of pixels: Int, over count: Int
  ) -> [[(pixel: Int, share: Float)]] {
    let length = Float(pixels) / Float(count)
    return (0..<count).map { part in
      let start = Float(part) * length
      let end = start + length
      return (Int(start)...min(pixels - 1, Int(end))).compactMap { pixel in
        let covered = min(end, Float(pixel + 1)) - max(start, Float(pixel))
        return covered > 0 ? (pixel, covered / length) : nil
      }
    }
  }

  private func placed(left: Float, top: Float) -> Digit {
    var pixels = [Float](repeating: 0, count: Digit.pixelCount)
    for row in 0..<height {
      for column in 0..<width {
        let target = (row: row + Int(top), column: column + Int(left))
        guard (0..<Digit.side).contains(target.row), (0..<Digit.side).contains(target.column)
        else { continue }
        pixels[target.row * Digit.side + target.column] = ink[row * width + column]
      }
    }
    return Digit(pixels: pixels)
  }
}

extension Digit {
  /// The longer side of the ink after MNIST's normalisation, in pixels.
  public static let inkSide = 20

  /// Where MNIST puts the centre of mass, across and down, in pixels from the corner: in the middle
  /// of pixel 14. (The mean over 5,000 training images is 14.50, the standard deviation 0.29.)
  static let centerOfMass: Float = 14.5
}
