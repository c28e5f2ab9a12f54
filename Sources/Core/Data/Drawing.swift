/// A digit as a pen draws it: strokes through points, before there are any pixels.
public struct Drawing: Equatable, Sendable {
  /// A position on the paper: x to the right, y down, in any unit.
  public struct Point: Equatable, Sendable {
    /// To the right.
    public var x: Float
    /// Down.
    public var y: Float

    /// A position on the paper.
    public init(x: Float, y: Float) {
      self.x = x
      self.y = y
    }
  }

  /// Which digit it is meant to be.
  public var digit: Int
  /// Half the width of the line, in pixels of the finished picture.
  public var penRadius: Float
  /// One list of points for each time the pen touches the paper.
  public var strokes: [[Point]]

  /// A drawing from its strokes.
  public init(digit: Int, penRadius: Float = Self.usualPen, strokes: [[Point]]) {
    self.digit = digit
    self.penRadius = penRadius
    self.strokes = strokes
  }

  /// The pen that most drawings use.
  public static let usualPen: Float = 1.1

  /// The picture, with MNIST's normalisation: the ink fits 20×20 pixels, its centre of mass is
  /// where MNIST has it.
  public func rasterized() -> Digit { Sketch(self).normalized().digit }

  /// A smooth curve through the points (a uniform Catmull–Rom spline, `steps` steps from one point
  /// to the next). A point given twice makes a corner.
  static func smooth(_ points: [Point], steps: Int = 8) -> [Point] {
    guard points.count > 1 else { return points }
    var path: [Point] = []
    path.reserveCapacity((points.count - 1) * steps + 1)
    path.append(points[0])
    for start in 0..<points.count - 1 {
      let before = points[max(start - 1, 0)]
      let after = points[min(start + 2, points.count - 1)]
      for step in 1...steps {
        let t = Float(step) / Float(steps)
        path.append(
          Point(
            x: spline(before.x, points[start].x, points[start + 1].x, after.x, t),
            y: spline(before.y, points[start].y, points[start + 1].y, after.y, t)))
      }
    }
    return path
  }

  private static func spline(_ a: Float, _ b: Float, _ c: Float, _ d: Float, _ t: Float) -> Float {
    let cubic = (d - a) + 3 * (b - c)
    let square = 2 * a - 5 * b + 4 * c - d
    return b + t * ((c - a) + t * (square + t * cubic)) / 2
  }

  /// Draws a path: ink falls off over one pixel at the edge of the line, full within `penRadius` − ½
  /// of the path, none beyond `penRadius` + ½.
  static func addInk(along path: [Point], penRadius: Float, to ink: inout [Float]) {
    guard let first = path.first else { return }
    let reach = penRadius + 0.5
    if path.count == 1 { Kernels.addInk(from: first, to: first, reach: reach, to: &ink) }
    for index in path.indices.dropFirst() {
      Kernels.addInk(from: path[index - 1], to: path[index], reach: reach, to: &ink)
    }
  }
}
