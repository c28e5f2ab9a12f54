/// A digit on its way from a picture to 28×28 pixels.
public struct WrittenDigit: Sendable {
  /// Where in the picture it is, in pixels of the stages.
  public let columns: ClosedRange<Int>
  /// From its topmost row to its lowest.
  public let rows: ClosedRange<Int>
  /// Its ink as it was written, the longer side 20 pixels.
  public let cropped: InkImage
  /// How its strokes were changed.
  public let stroke: Stroke
  /// Its ink with strokes as wide as MNIST's, the longer side 20 pixels.
  public let penned: InkImage
  /// The same among 28×28, its centre of mass where MNIST has it.
  public let digit: Digit

  /// What was done to the strokes of a digit.
  public enum Stroke: String, Sendable {
    case thickened, thinned, kept
  }

  /// - Parameter parts: at least one.
  init(_ parts: [InkPart], of written: Plane) {
    let (left, right) = (
      parts.map(\.columns.lowerBound).min(), parts.map(\.columns.upperBound).max()
    )
    let (top, bottom) = (parts.map(\.rows.lowerBound).min(), parts.map(\.rows.upperBound).max())
    guard let left, let right, let top, let bottom else {
      preconditionFailure("a digit has ink")
    }
    columns = left...right
    rows = top...bottom
    var ink = [Float](repeating: 0, count: columns.count * rows.count)
    for part in parts {
      for pixel in part.pixels {
        let (row, column) = (pixel / written.width - top, pixel % written.width - left)
        ink[row * columns.count + column] = written.values[pixel]
      }
    }
    let strokes = Strokes(Plane(width: columns.count, height: rows.count, values: ink))
    cropped = InkImage(strokes.ink).scaled()
    let changed = strokes.asTaught
    penned = changed.map { InkImage($0).scaled() } ?? cropped
    stroke = changed == nil ? .kept : strokes.excess < 0 ? .thickened : .thinned
    digit = penned.centered()
  }
}
