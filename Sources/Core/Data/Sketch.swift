/// What a hand draws: strokes of a pen on a sheet of paper, before there are any pixels.
public struct Sketch: Equatable, Sendable {
  /// One touch of the pen.
  public struct Stroke: Equatable, Sendable {
    /// Where it went, in order; at least one point.
    public var points: [Drawing.Point]
    /// Half the width of the line, in pixels of the finished picture, whatever the drawing's size.
    public var penRadius: Float

    /// A touch of the pen.
    public init(_ points: [Drawing.Point], penRadius: Float = Drawing.usualPen) {
      self.points = points
      self.penRadius = penRadius
    }

    /// The curve that the pen leaves.
    var path: [Drawing.Point] { Drawing.smooth(points) }
  }

  /// Which digit it is meant to be, where that is known.
  public var label: Int?
  /// In the order in which they were drawn.
  public var strokes: [Stroke]

  /// A drawing from its strokes.
  public init(_ strokes: [Stroke] = [], label: Int? = nil) {
    self.strokes = strokes
    self.label = label
  }

  /// Whether nothing is drawn.
  public var isEmpty: Bool { strokes.isEmpty }

  /// How a point on the paper becomes one of the picture: scaled, then moved.
  public struct Placement: Equatable, Sendable {
    /// Pixels of the picture for one unit of the paper.
    public let scale: Float
    /// Where the paper's corner comes to lie in the picture.
    public let origin: Drawing.Point

    /// As the paper itself is.
    public static let asDrawn = Placement(scale: 1, origin: Drawing.Point(x: 0, y: 0))

    /// Where a point on the paper is found in the picture.
    public func point(of point: Drawing.Point) -> Drawing.Point {
      Drawing.Point(x: point.x * scale + origin.x, y: point.y * scale + origin.y)
    }
  }

  /// The picture with MNIST's normalisation, as `Drawing.rasterized` makes it: the ink fits 20×20
  /// pixels, its centre of mass is where MNIST has it.
  public func normalized() -> (digit: Digit, placement: Placement) {
    let paths = strokes.map(\.path)
    let points = paths.joined()
    guard let first = points.first else { return (.blank, .asDrawn) }
    var (low, high) = (first, first)
    for point in points {
      low = Drawing.Point(x: min(low.x, point.x), y: min(low.y, point.y))
      high = Drawing.Point(x: max(high.x, point.x), y: max(high.y, point.y))
    }
    let longer = max(high.x - low.x, high.y - low.y)
    let pen = strokes.reduce(0) { max($0, $1.penRadius) }
    let scale = longer > 0 ? (Float(Digit.inkSide) - 2 * pen) / longer : 0
    let middle = Float(Digit.side) / 2
    let centred = Placement(
      scale: scale,
      origin: Drawing.Point(
        x: middle - scale * (low.x + high.x) / 2, y: middle - scale * (low.y + high.y) / 2))
    let placed = paths.map { $0.map(centred.point) }
    guard let (x, y) = ink(along: placed).centerOfMass else { return (.blank, .asDrawn) }
    let target = Digit.centerOfMass
    let shift = Placement(scale: 1, origin: Drawing.Point(x: target - x, y: target - y))
    let digit = Digit(pixels: ink(along: placed.map { $0.map(shift.point) }).ink)
    return (digit, Placement(scale: scale, origin: shift.point(of: centred.origin)))
  }

  /// The picture as it lies on a paper of 28×28 pixels; what lies outside is lost.
  public func asDrawn() -> Digit { Digit(pixels: ink(along: strokes.map(\.path)).ink) }

  private func ink(along paths: [[Drawing.Point]]) -> InkImage {
    var ink = [Float](repeating: 0, count: Digit.pixelCount)
    for (path, stroke) in zip(paths, strokes) {
      Drawing.addInk(along: path, penRadius: stroke.penRadius, to: &ink)
    }
    return InkImage(width: Digit.side, height: Digit.side, ink: ink)
  }
}

extension Sketch {
  /// A bundled drawing.
  public init(_ drawing: Drawing) {
    self.init(
      drawing.strokes.map { Stroke($0, penRadius: drawing.penRadius) }, label: drawing.digit)
  }

  /// The same on a paper of another size.
  public func scaled(by factor: Float) -> Sketch {
    var scaled = self
    for index in strokes.indices {
      scaled.strokes[index].points = strokes[index].points.map {
        Drawing.Point(x: $0.x * factor, y: $0.y * factor)
      }
    }
    return scaled
  }
}
