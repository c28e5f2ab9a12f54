// A drawing as it comes to be, stroke after stroke.

extension Sketch {
  /// The picture with only the first part of its ink, in the order in which the pen laid it; what is
  /// there lies where it lies in the finished picture.
  ///
  /// - Parameter part: Of the length of all strokes, from 0 to 1.
  public func uncovered(_ part: Float) -> Digit {
    let (whole, placement) = normalized()
    guard part < 1 else { return whole }
    let paths = strokes.map { $0.path.map(placement.point) }
    var left = max(part, 0) * paths.reduce(0) { $0 + $1.length }
    var ink = [Float](repeating: 0, count: Digit.pixelCount)
    for (path, stroke) in zip(paths, strokes) where left > 0 {
      let piece = path.prefix(ofLength: left)
      Drawing.addInk(along: piece, penRadius: stroke.penRadius, to: &ink)
      left -= path.length
    }
    return Digit(pixels: ink)
  }
}

extension [Drawing.Point] {
  /// From the first point to the last, along the path.
  fileprivate var length: Float {
    zip(self, dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
  }

  /// The path as far as a length, which is above 0.
  fileprivate func prefix(ofLength length: Float) -> [Drawing.Point] {
    var (path, left) = (Array(prefix(1)), length)
    for (start, end) in zip(self, dropFirst()) {
      let step = start.distance(to: end)
      guard step <= left else {
        let part = left / step
        path.append(
          Drawing.Point(
            x: start.x + part * (end.x - start.x), y: start.y + part * (end.y - start.y)))
        break
      }
      path.append(end)
      left -= step
    }
    return path
  }
}

extension Drawing.Point {
  fileprivate func distance(to other: Drawing.Point) -> Float {
    let (x, y) = (other.x - x, other.y - y)
    return (x * x + y * y).squareRoot()
  }
}
