import Core

/// An expression whose parts have been computed, and the way back through them.
struct ReversePass {
  private let syntax: Syntax
  private let evaluator: Evaluator
  /// Of every part, in the order of `syntax.nodes`.
  private let values: [Value]
  /// For every part, how the result follows it; nil as long as it does not.
  private var outer: [[Double]?]
  private var found: NamedSlopes = [:]

  /// Computes all parts.
  init(
    of syntax: Syntax, _ evaluator: Evaluator, _ meter: inout Meter
  ) throws(ExpressionError) {
    var values: [Value] = []
    _ = try evaluator.value(of: syntax, &meter) { values.append($0) }
    self.syntax = syntax
    self.evaluator = evaluator
    self.values = values
    outer = [[Double]?](repeating: nil, count: values.count)
  }

  /// What the expression comes to.
  var value: Value { values[values.count - 1] }

  /// The slopes of something for every name, from its slopes for the value.
  mutating func slopes(
    from slopes: [Double], _ meter: inout Meter
  ) throws(ExpressionError) -> NamedSlopes {
    outer[outer.count - 1] = slopes
    for index in syntax.nodes.indices.reversed() {
      guard let slopes = outer[index] else { continue }
      do { try step(index, slopes, &meter) } catch {
        throw ExpressionError(kind: error.kind, range: syntax.nodes[index].mark)
      }
    }
    return found
  }

  /// From a part to its operands.
  private mutating func step(
    _ index: Int, _ slopes: [Double], _ meter: inout Meter
  ) throws(ExpressionError) {
    let children = syntax.operands(of: index)
    let operands = children.map { values[$0] }
    switch syntax.nodes[index].form {
    case .number, .not: break
    case .name(let name): found.add(slopes, to: name)
    case .list: give(listSlopes(slopes, operands), to: children)
    case .negation: give([slopes.map { -$0 }], to: children)
    case .transposition: give([transposedSlopes(slopes, of: operands[0].shape)], to: children)
    case .binary(let symbol):
      give(joinSlopes(symbol, operands[0], operands[1], values[index], slopes), to: children)
    case .call(let function, _):
      give(function.slopes(operands, values[index], slopes), to: children)
    case .along(let function):
      give([try alongSlopes(function, operands, slopes)], to: children)
    case .slope, .slopeOfOwn, .slopeOfLambda:
      throw ExpressionError(kind: .slopeOfSlope, range: 0..<0)
    case .own(let name, _):
      give(try ownSlopes(name, operands, slopes, &meter), to: children)
    case .index(let indices):
      // It was computed before, so the indices are right.
      guard let positions = try? IndexedPositions(operands).all(indices).positions else { break }
      give([scattered(slopes, to: positions, of: operands[0].shape.count)], to: children)
    }
  }

  /// Adds slopes to the first of some parts, as many as there are.
  private mutating func give(_ slopes: [[Double]], to children: [Int]) {
    for (child, slopes) in zip(children, slopes) {
      outer[child] = outer[child].map { zip($0, slopes).map(+) } ?? slopes
    }
  }

  private func alongSlopes(
    _ function: Function, _ operands: [Value], _ slopes: [Double]
  ) throws(ExpressionError) -> [Double] {
    var all = [Double](repeating: 0, count: operands[0].shape.count)
    guard let lines = try? function.lines(of: operands[0], axis: operands[1]) else { return all }
    // A function of a line gives a number, or as many as the line has.
    let isOne = slopes.count == lines.count
    for (index, line) in lines.enumerated() {
      guard let value = try? function.apply([line.value]) else { continue }
      let outer = isOne ? [slopes[index]] : line.positions.map { slopes[$0] }
      for (index, slope) in zip(line.positions, function.slopes([line.value], value, outer)[0]) {
        all[index] += slope
      }
    }
    return all
  }

  /// Through the body of a function of the learner's own.
  private mutating func ownSlopes(
    _ name: String, _ arguments: [Value], _ slopes: [Double], _ meter: inout Meter
  ) throws(ExpressionError) -> [[Double]] {
    if let alias = evaluator.names.alias(name) {
      // It was computed before, so that it has a value.
      guard let value = try? alias.apply(arguments) else { return [] }
      return alias.slopes(arguments, value, slopes)
    }
    guard let function = evaluator.names.functions[name] else { return [] }
    var inside = try ReversePass(
      of: function.body, evaluator.inside(function, arguments), &meter)
    var all = try inside.slopes(from: slopes, &meter)
    let ofArguments = zip(function.parameters, arguments).map { parameter, argument in
      all.removeValue(forKey: parameter) ?? [Double](repeating: 0, count: argument.shape.count)
    }
    for (name, slopes) in all { found.add(slopes, to: name) }
    return ofArguments
  }
}

// MARK: Slopes at places

extension Function {
  /// The function's own slope at every entry.
  func slopes(at value: Value) throws(OperationError) -> Value {
    switch slope {
    case .entrywise(let slope):
      let slopes = value.entries.map(slope)
      guard slopes.allSatisfy(\.isFinite) else { throw OperationError(.noSlopeHere, operand: 0) }
      return Value(value.shape, slopes)
    case .flat: return Value(value.shape, [Double](repeating: 0, count: value.shape.count))
    case .chained: throw OperationError(.noSlopeOf(names[0]))
    }
  }
}

extension Evaluator {
  /// The slope of a function of the learner's own at every entry.
  func slopes(
    of name: String, at value: Value, _ meter: inout Meter
  ) throws(OperationError) -> Value {
    if let alias = names.alias(name) { return try alias.slopes(at: value) }
    return try slopes(of: names.function(name, taking: 1), name, at: value, &meter)
  }

  /// The same of a function that has a name here, or none.
  func slopes(
    of function: OwnFunction, _ name: String, at value: Value, _ meter: inout Meter
  ) throws(OperationError) -> Value {
    let slopes = try value.entries.map { (entry) throws(OperationError) in
      try meter.spend(call: function)
      return try slope(of: function, name, at: entry, &meter)
    }
    return Value(value.shape, slopes)
  }

  private func slope(
    of function: OwnFunction, _ name: String, at point: Double, _ meter: inout Meter
  ) throws(OperationError) -> Double {
    let found: NamedSlopes
    do throws(ExpressionError) {
      var pass = try ReversePass(of: function.body, inside(function, [.number(point)]), &meter)
      guard pass.value.number != nil else {
        throw ExpressionError(kind: .noSingleValue(pass.value.shape), range: 0..<0)
      }
      found = try pass.slopes(from: [1], &meter)
    } catch {
      throw OperationError(name.isEmpty ? error.kind : .inside(name, error.kind))
    }
    let slope = found[function.parameters[0]]?[0] ?? 0
    guard slope.isFinite else { throw OperationError(.noSlopeHere, operand: 0) }
    return slope
  }
}
