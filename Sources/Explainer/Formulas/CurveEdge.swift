import Presentation

extension Curve.Edge {
  /// More than these are not looked at: a curve that leaps so often is told by its points.
  private static let most = 12

  /// Looks closer at the intervals where points say too little.
  ///
  /// - Parameter height: how high the curve is at an x; nil where it has no value.
  static func all(of points: [Curve.Point], _ height: (Double) -> Double?) -> [Curve.Edge] {
    var edges: [Curve.Edge] = []
    for index in points.indices.dropFirst() where edges.count < most {
      let (before, after) = (points[index - 1], points[index])
      switch (before.y, after.y) {
      case (let y?, nil) where !after.isTooLarge:
        edges.append(followed(from: before.x, y, to: after.x, height) { $0 != nil })
      case (nil, let y?) where !before.isTooLarge:
        edges.append(followed(from: after.x, y, to: before.x, height) { $0 != nil })
      case (let a?, let b?) where Jump.isPole(points.map { ($0.x, $0.y) }, index):
        edges.append(
          followed(from: before.x, a, to: after.x, height) {
            $0.map { ($0 < 0) == (a < 0) } ?? false
          })
        edges.append(
          followed(from: after.x, b, to: before.x, height) {
            $0.map { ($0 < 0) == (b < 0) } ?? false
          })
      case _ where isSpike(points, index - 1):
        edges.append(climbed(from: points[index - 2].x, to: after.x, height))
      default: break
      }
    }
    return edges
  }

  /// Halves the way to where the curve ends.
  private static func followed(
    from start: Double, _ y: Double, to end: Double, _ height: (Double) -> Double?,
    while belongs: (Double?) -> Bool
  ) -> Curve.Edge {
    var (near, far) = ((x: start, y: y), end)
    var heights = [y]
    for _ in 0..<40 {
      let x = near.x / 2 + far / 2
      let y = height(x)
      if let y, belongs(y) { near = (x, y) } else { far = x }
      heights.append(near.y)
    }
    return Curve.Edge(x: near.x, y: near.y, isUnbounded: isGrowing(heights))
  }

  /// Looks for the top of a spike, or its bottom, in thirds.
  private static func climbed(
    from start: Double, to end: Double, _ height: (Double) -> Double?
  ) -> Curve.Edge {
    var (low, high) = (start, end)
    var best = (x: start, y: height(start) ?? 0)
    var heights = [best.y]
    for _ in 0..<60 {
      let probes = [low + (high - low) / 3, high - (high - low) / 3]
      let sizes = probes.map { height($0) }
      for (x, y) in zip(probes, sizes) {
        if let y, y.magnitude > best.y.magnitude { best = (x, y) }
      }
      if (sizes[0]?.magnitude ?? .infinity) < (sizes[1]?.magnitude ?? .infinity) {
        low = probes[0]
      } else {
        high = probes[1]
      }
      heights.append(best.y)
    }
    return Curve.Edge(x: best.x, y: best.y, isUnbounded: isGrowing(heights))
  }

  /// Whether the second half of the way added about as much as the first, or more.
  private static func isGrowing(_ heights: [Double]) -> Bool {
    let middle = heights[heights.count / 2].magnitude
    let (first, last) = (heights[0].magnitude, heights[heights.count - 1].magnitude)
    return last > Curve.reach || last > middle && last - middle > 0.5 * (middle - first)
  }

  /// Whether a point stands out from its neighbours, which rise towards it ever faster.
  private static func isSpike(_ points: [Curve.Point], _ index: Int) -> Bool {
    let sizes = (index - 2...index + 2).map { points.indices.contains($0) ? points[$0].y : nil }
    let known = sizes.compactMap { $0?.magnitude }
    guard known.count == 5 else { return false }
    // The top lies between the highest point and one of its neighbours, which may be as high.
    return known[2] >= known[1] && known[2] >= known[3]
      && max(known[1] - known[0], known[3] - known[4]) > 0
      && max(known[2] - known[1], known[2] - known[3])
        > max(known[1] - known[0], known[3] - known[4])
  }
}
