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
    case .not: try joinedTruths(operands[0], .number(0)) { isTrue, _ in !isTrue }
    case .transposition: try transposed(operands[0])
    case .binary(let symbol): try join(symbol, operands[0], operands[1], &meter)
    case .call(let function, _): try function.apply(operands)
    case .along(let function): try function.along(operands)
    case .slope(let function): try function.slopes(at: operands[0])
    case .slopeOfOwn(let name): try slopes(of: name, at: operands[0], &meter)
    case .slopeOfLambda(let parameter, let body):
      try slopes(of: lambda(parameter, body), "", at: operands[0], &meter)
    case .own(let name, _): try own(name, operands, &meter)
    case .index(let indices): try Formulas.entries(operands, indices)
    }
  }

  private func named(_ name: String) throws(OperationError) -> Value {
    guard let value = names.value(of: name) else {
      throw OperationError(names.reasonForNoValue(of: name))
    }
    return value
  }

  private func own(
    _ name: String, _ arguments: [Value], _ meter: inout Meter
  ) throws(OperationError) -> Value {
    if let alias = names.alias(name) {
      guard alias.arguments.contains(arguments.count) else {
        throw OperationError(
          .argumentCount(function: name, given: arguments.count, usage: alias.usage))
      }
      return try alias.apply(arguments)
    }
    let function = try names.function(name, taking: arguments.count)
    try meter.spend(call: function)
    do {
      return try inside(function, arguments).value(of: function.body, &meter)
    } catch {
      throw OperationError(.inside(name, error.kind))
    }
  }

  /// A function without a name.
  func lambda(_ parameter: String, _ body: Syntax) throws(OperationError) -> OwnFunction {
    do {
      return try OwnFunction("", parameters: [parameter], body: body, known: names.functions)
    } catch { throw OperationError(error.kind) }
  }

  /// An evaluator of what a function's body says, for some arguments.
  func inside(_ function: OwnFunction, _ arguments: [Value]) -> Evaluator {
    var inside = self
    inside.names.functions = function.functions
    for (parameter, value) in zip(function.parameters, arguments) {
      inside.names.bindings[parameter] = value
    }
    return inside
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
      if case .matrix = right.shape { throw .needs(.number, operand: 1) }
      return try quotient(left, right)
    case .power: return try power(left, right)
    case .entryPower: return try entryPower(left, right)
    case .modulo: return try remainder(left, right)
    case .wholeQuotient: return try wholeQuotient(left, right)
    case .equal, .assign: return try Comparison(left, right).equal
    case .notEqual: return try Comparison(left, right).notEqual
    case .less: return try Comparison(left, right).holds(<)
    case .greater: return try Comparison(left, right).holds(>)
    case .atMost: return try Comparison(left, right).holds(<=)
    case .atLeast: return try Comparison(left, right).holds(>=)
    case .and: return try joinedTruths(left, right) { $0 && $1 }
    case .or: return try joinedTruths(left, right) { $0 || $1 }
    case .not, .transpose, .openParenthesis, .closeParenthesis, .openBracket, .closeBracket, .comma,
      .range, .colon, .root, .sum, .bar, .member, .degree, .bang, .question, .semicolon,
      .openBrace, .closeBrace, .arrow, .define, .fraction:
      preconditionFailure("joins no two values")
    }
  }
}
