import Core

/// Computes what expressions stand for.
///
///     let evaluator = Evaluator(names: NameTable(network: network, pass: pass))
///     try evaluator.value(of: syntax)
public struct Evaluator: Sendable {
  /// What names stand for.
  public var names: NameTable
  /// What one evaluation may ask for.
  public var limits: Limits

  /// An evaluator for these names.
  public init(names: NameTable, limits: Limits = .standard) {
    self.names = names
    self.limits = limits
  }

  /// The value of an expression.
  ///
  /// - Throws: `ExpressionError` where it has none, with its range in characters.
  /// - Complexity: O(parts + entries + products), at most `limits.work`.
  public func value(of syntax: Syntax) throws(ExpressionError) -> Value {
    var meter = Meter(limits: limits)
    return try value(of: syntax, &meter)
  }

  /// The same, on account of work that goes on.
  ///
  /// - Parameter isPart: is told every part's value, in the order of `syntax.nodes`.
  func value(
    of syntax: Syntax, _ meter: inout Meter, each isPart: (Value) -> Void = { _ in }
  ) throws(ExpressionError) -> Value {
    var stack: [Value] = []
    for (index, node) in syntax.nodes.enumerated() {
      let operands = Array(stack.suffix(node.form.operands))
      stack.removeLast(operands.count)
      do {
        let value = try apply(node, operands, &meter)
        isPart(value)
        stack.append(value)
      } catch {
        throw OperationSite(syntax: syntax, node: index, operands: operands, names: names)
          .located(error)
      }
    }
    return stack[0]
  }

  private func apply(
    _ node: Syntax.Node, _ operands: [Value], _ meter: inout Meter
  ) throws(OperationError) -> Value {
    try meter.spend(entries: operands.reduce(1) { $0 + $1.shape.count })
    let value = try operate(node.form, operands, &meter)
    try meter.check(value.shape)
    try meter.spend(entries: value.shape.count)
    if value.shape.count == 0 { throw OperationError(.emptyVector) }
    // Operands are finite, so that whatever is not a number came from something too large.
    if let index = value.firstOverflow { throw .overflow(value.shape.entry(at: index)) }
    return value
  }

  private func operate(
    _ form: Syntax.Form, _ operands: [Value], _ meter: inout Meter
  ) throws(OperationError) -> Value {
    switch form {
    case .number(let number): .number(number)
    case .name(let name): try named(name)
    case .list: try stacked(operands)
    // Not -x, so that -0 is 0.
    case .negation: try entrywise(.number(0), operands[0], -)
    case .not: .truth(try !operands[0].isTrue(operand: 0))
    case .transposition: try transposed(operands[0])
    case .binary(let symbol): try join(symbol, operands[0], operands[1], &meter)
    case .call(let function, _): try function.apply(operands)
    case .index(let slices): try Formulas.entries(operands, slices)
    }
  }

  private func named(_ name: String) throws(OperationError) -> Value {
    guard let value = names.value(of: name) else {
      throw OperationError(names.reasonForNoValue(of: name))
    }
    return value
  }

  private func join(
    _ symbol: Symbol, _ left: Value, _ right: Value, _ meter: inout Meter
  ) throws(OperationError) -> Value {
    switch symbol {
    case .plus: return try entrywise(left, right, +)
    case .minus: return try entrywise(left, right, -)
    case .entryTimes: return try entrywise(left, right, *)
    case .entryDivide: return try quotient(left, right)
    case .times: return try product(left, right, &meter)
    case .divide:
      guard case .number = right.shape else { throw .needs(.number, operand: 1) }
      return try quotient(left, right)
    case .power: return try power(left, right)
    case .equal, .assign: return .truth(try Comparison(left, right).isEqual)
    case .notEqual: return .truth(try !Comparison(left, right).isEqual)
    case .less: return .truth(try Comparison(numbers: left, right).holds(<))
    case .greater: return .truth(try Comparison(numbers: left, right).holds(>))
    case .atMost: return .truth(try Comparison(numbers: left, right).holds(<=))
    case .atLeast: return .truth(try Comparison(numbers: left, right).holds(>=))
    case .and, .or:
      let (a, b) = (try left.isTrue(operand: 0), try right.isTrue(operand: 1))
      return .truth(symbol == .and ? a && b : a || b)
    case .not, .transpose, .openParenthesis, .closeParenthesis, .openBracket, .closeBracket, .comma,
      .range:
      preconditionFailure("joins no two values")
    }
  }
}
