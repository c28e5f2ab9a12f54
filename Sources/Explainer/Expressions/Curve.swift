/// A function of x, sampled to be drawn.
public struct Curve: Equatable, Sendable {
  /// One place on the x axis.
  public struct Point: Equatable, Sendable {
    /// Where.
    public let x: Float
    /// How high; nil where the expression has no value, as 1/x at 0.
    public let y: Float?
  }

  /// The free variable.
  public static let variable = "x"

  /// From left to right; those of an expression are evenly spaced.
  public let points: [Point]

  /// A curve through points, from left to right; both coordinates are finite.
  init(_ points: [Point]) { self.points = points }

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
    of syntax: Syntax, in names: NameTable, over range: ClosedRange<Float>, count: Int,
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
      let share = count == 1 ? 0 : Float(index) / Float(count - 1)
      // Not lower + share · length, as the length may not fit a Float.
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
        points.append(Point(x: x, y: nil))
      }
    }
    if let firstGap, points.allSatisfy({ $0.y == nil }) { throw firstGap }
    self.points = points
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
  ) throws(ExpressionError) -> Float {
    let value = try value(of: syntax, &meter)
    guard case .number(let number) = value else {
      throw ExpressionError(
        kind: .notACurve(value.shape), range: syntax.nodes[syntax.nodes.count - 1].range)
    }
    return number
  }
}
