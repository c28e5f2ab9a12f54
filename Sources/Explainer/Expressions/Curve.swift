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
    init(x: Double, y: Double?, isTooLarge: Bool = false) {
      self.x = x
      self.isTooLarge = isTooLarge || (y.map { $0.magnitude > Curve.reach } ?? false)
      self.y = self.isTooLarge ? nil : y
    }
  }

  /// How far from 0 a curve can be drawn, so that what is computed from it has a value, too.
  static let reach = 1e300

  /// The free variable.
  public static let variable = "x"

  /// From left to right; those of an expression are evenly spaced.
  public let points: [Point]
  /// What the curve does between points where they say too little: beside gaps, at leaps and spikes.
  let edges: [Edge]

  /// A curve through points, from left to right; both coordinates are finite.
  init(_ points: [Point]) {
    self.points = points
    edges = []
  }

  /// Samples an expression.
  ///
  /// - Parameters:
  ///   - syntax: an expression in x; a binding of the learner's named x is passed over.
  ///   - names: all other names.
  ///   - range: the part of the x axis, both ends included; finite.
  ///   - count: how many points, at least 1.
  ///   - limits: what all samples together may ask for.
  /// - Throws: `ExpressionError` where the fault is not in the numbers (a name, a shape), where the
  ///   value is not one number, and the first point's where there is no value anywhere.
  public init(
    of syntax: Syntax, in names: NameTable, over range: ClosedRange<Double>, count: Int,
    limits: Limits = .standard
  ) throws(ExpressionError) {
    precondition(count >= 1 && range.lowerBound.isFinite && range.upperBound.isFinite)
    var evaluator = Evaluator(names: names, limits: limits)
    var meter = Meter(limits: limits)
    let folding = Folding(syntax, except: Self.variable, evaluator, &meter)
    evaluator.names.bindings.merge(folding.values) { $1 }
    var points: [Point] = []
    var firstGap: ExpressionError?
    for index in 0..<count {
      let share = count == 1 ? 0 : Double(index) / Double(count - 1)
      // Not lower + share · length, as the length may not fit a Double.
      let x = range.lowerBound * (1 - share) + range.upperBound * share
      evaluator.names.bindings[Self.variable] = .number(x)
      do {
        points.append(Point(x: x, y: try evaluator.height(folding.syntax, &meter)))
      } catch {
        if firstGap == nil || !error.dependsOnNumbers {
          // The parts that were computed before have names of ours: complain about the learner's.
          let error = evaluator.complaint(about: syntax, &meter) ?? error
          guard error.dependsOnNumbers else { throw error }
          firstGap = error
        }
        points.append(Point(x: x, y: nil, isTooLarge: error.isOverflow))
      }
    }
    if points.allSatisfy({ $0.y == nil }) {
      throw firstGap
        ?? ExpressionError(
          kind: .tooLargeToDraw, range: syntax.nodes[syntax.nodes.count - 1].range)
    }
    self.points = points
    edges = Edge.all(of: points) { x in
      evaluator.names.bindings[Self.variable] = .number(x)
      return try? evaluator.height(folding.syntax, &meter)
    }
  }
}

extension Evaluator {
  fileprivate func complaint(about syntax: Syntax, _ meter: inout Meter) -> ExpressionError? {
    do {
      _ = try height(syntax, &meter)
      return nil
    } catch { return error }
  }

  fileprivate func height(
    _ syntax: Syntax, _ meter: inout Meter
  ) throws(ExpressionError) -> Double {
    let value = try value(of: syntax, &meter)
    guard let number = value.number else {
      throw ExpressionError(
        kind: .notACurve(value.shape), range: syntax.nodes[syntax.nodes.count - 1].range)
    }
    return number
  }
}
