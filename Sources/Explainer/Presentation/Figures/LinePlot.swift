/// Curves over one stretch of the x axis.
public struct LinePlot: Equatable, Sendable {
  /// One curve.
  public struct Series: Equatable, Sendable {
    /// What it shows, as it was typed.
    public var label: String
    /// From left to right.
    public var curve: Curve

    /// A curve and what it shows.
    public init(_ label: String, _ curve: Curve) {
      self.label = label
      self.curve = curve
    }
  }

  /// The line that touches a curve in one point and has its slope there.
  public struct Tangent: Equatable, Sendable {
    /// Where it touches.
    public var x: Double
    /// How high the curve is there.
    public var y: Double
    /// How steep.
    public var slope: Double
    /// What stands there, as a legend says it.
    public var label: String

    /// A tangent where something stands.
    public init(x: Double, y: Double, slope: Double, label: String) {
      (self.x, self.y, self.slope, self.label) = (x, y, slope, label)
    }
  }

  /// At least one; all have a value somewhere.
  public let series: [Series]
  /// The left end of the x axis.
  public let from: Double
  /// The right end, which is further right.
  public let to: Double
  /// Character rows between the lowest and the highest tick, at most; the rest of a screen is for
  /// the axis and the words.
  public var tallest = 12
  /// What touches the first curve, if anything does.
  public var tangent: Tangent?
  /// Whether the legend of a plot with a tangent has a sample of its curve.
  public var namesCurve = true
  /// Whether the y axis reaches 0, so that heights can be compared with each other.
  public var reachesZero = false

  /// Curves from one x to another.
  public init(_ series: [Series], from: Double, to: Double) {
    precondition(!series.isEmpty && from < to)
    self.series = series
    self.from = from
    self.to = to
  }

  /// The part of the y axis to show: what the curves need, and round numbers at both ends. A curve
  /// that is level but for the last bits of its values is shown as level.
  var scale: RoundScale {
    let heights = series.flatMap { $0.curve.points.compactMap(\.y) }
    let zero: [Double] = reachesZero ? [0] : []
    let low = (heights + zero).min() ?? 0
    let high = (heights + zero).max() ?? 0
    let size = max(abs(low), abs(high))
    guard high - low <= size * 1e-9 else { return .covering(low, high) }
    let room = size == 0 ? 1 : size / 2
    return .covering(low - room, high + room)
  }

  /// The same, lower.
  var low: LinePlot {
    var plot = self
    plot.tallest = 8
    return plot
  }

  /// The same as low as it can be read, without a sample of the curve, which is the only one.
  package var lowest: LinePlot {
    var plot = self
    plot.tallest = 6
    plot.namesCurve = false
    return plot
  }

  /// What it shows, in words.
  public var sentence: String { PlotStory(self).sentence }
}
