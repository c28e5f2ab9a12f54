/// Rubbing out: where a rubber goes, strokes end and begin, so that what is left is strokes again.
extension Sketch {
  /// Takes away all ink within `radius` of the way from one place to another.
  public mutating func rub(from start: Drawing.Point, to end: Drawing.Point, radius: Float) {
    strokes = strokes.flatMap { stroke -> [Stroke] in
      // A line that ends has a round end, which must not reach under the rubber.
      let reach = radius + stroke.penRadius
      let path = stroke.path
      let isKept = path.map { $0.distance(toSegmentFrom: start, to: end) > reach }
      guard isKept.contains(false) else { return [stroke] }
      return zip(path, isKept).split { !$0.1 }.map { piece in
        Stroke(Self.thinned(piece.map(\.0)), penRadius: stroke.penRadius)
      }
    }
  }

  /// Points nearer to each other would only take time to draw.
  private static let nearest: Float = 0.25

  /// A path through fewer points, its ends among them.
  private static func thinned(_ path: [Drawing.Point]) -> [Drawing.Point] {
    guard let last = path.last else { return path }
    var kept: [Drawing.Point] = []
    for point in path.dropLast() {
      let isNear = kept.last.map { $0.distance(toSegmentFrom: point, to: point) < nearest }
      if isNear != true { kept.append(point) }
    }
    return kept + [last]
  }
}
