import Presentation

extension Curve {
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
        if firstGap == nil || error.gap == nil {
          // The parts that were computed before have names of ours: tell of the learner's.
          let error = evaluator.error(in: syntax, &meter) ?? error
          guard error.gap != nil else { throw error }
          firstGap = error
        }
        points.append(Point(x: x, y: nil, isTooLarge: error.gap == .tooLarge))
      }
    }
    if points.allSatisfy({ $0.y == nil }) {
      throw firstGap
        ?? ExpressionError(
          kind: .tooLargeToDraw, range: syntax.nodes[syntax.nodes.count - 1].range)
    }
    let edges = Edge.all(of: points) { x in
      evaluator.names.bindings[Self.variable] = .number(x)
      return try? evaluator.height(folding.syntax, &meter)
    }
    self.init(points, edges: edges)
  }
}

extension Evaluator {
  fileprivate func error(in syntax: Syntax, _ meter: inout Meter) -> ExpressionError? {
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
