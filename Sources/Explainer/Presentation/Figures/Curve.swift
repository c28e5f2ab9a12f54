/// A function of x, sampled to be drawn.
public struct Curve: Equatable, Sendable {
  /// One place on the x axis.
  public struct Point: Equatable, Sendable {
    /// Where.
    public let x: Double
    /// How high; nil where the expression has no value, as 1/x at 0, or one too large to draw.
    public let y: Double?
    /// Whether there is no height because it is too large.
    public let isTooLarge: Bool

    /// A point; one beyond the reach of a curve has no height.
    package init(x: Double, y: Double?, isTooLarge: Bool = false) {
      self.x = x
      self.isTooLarge = isTooLarge || (y.map { $0.magnitude > Curve.reach } ?? false)
      self.y = self.isTooLarge ? nil : y
    }
  }

  /// How far from 0 a curve can be drawn, so that what is computed from it has a value, too.
  package static let reach = 1e300

  /// The free variable.
  public static let variable = "x"

  /// A place between two points where a curve was looked at more closely.
  public struct Edge: Equatable, Sendable {
    /// Where.
    let x: Double
    /// How high it was seen there.
    let y: Double
    /// Whether it was still growing when the places came too near for a Double to tell apart.
    let isUnbounded: Bool

    package init(x: Double, y: Double, isUnbounded: Bool) {
      self.x = x
      self.y = y
      self.isUnbounded = isUnbounded
    }
  }

  /// From left to right; those of an expression are evenly spaced.
  public let points: [Point]
  /// What the curve does between points where they say too little: beside gaps, at leaps and spikes.
  let edges: [Edge]

  /// A curve through points, from left to right; both coordinates are finite.
  package init(_ points: [Point]) {
    self.init(points, edges: [])
  }

  /// A curve through points, and what it does between them.
  package init(_ points: [Point], edges: [Edge]) {
    self.points = points
    self.edges = edges
  }
}
