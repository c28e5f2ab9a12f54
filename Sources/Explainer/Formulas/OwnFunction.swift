import Presentation

/// A function that a learner has defined: `f(x, y) = x^2 + y`.
///
/// It keeps the functions that it calls as they were when it was defined, so that none ever comes
/// to call itself. Other names mean what they mean where it is called.
public struct OwnFunction: Equatable, Sendable {
  /// The names of its arguments, each once.
  public let parameters: [String]
  /// What it gives.
  public let body: Syntax
  /// The functions of the learner's own that the body calls.
  let functions: [String: OwnFunction]
  /// How many functions of the learner's own are inside each other at most; this one counts.
  let depth: Int

  /// More would be deep for no good; each is a call inside a call.
  private static let deepest = 20

  /// Defines a function.
  ///
  /// - Parameter known: the functions there are so far.
  /// - Throws: `ExpressionError` where it calls one that is not among them, or itself.
  package init(
    _ name: String, parameters: [String], body: Syntax, known: [String: OwnFunction]
  ) throws(ExpressionError) {
    var called: [String: OwnFunction] = [:]
    for (callee, node) in body.nodes.flatMap({ node in node.form.ownFunctions.map { ($0, node) } })
    {
      guard callee != name else {
        throw ExpressionError(kind: .callsItself(name), range: node.mark)
      }
      guard let function = known[callee] else {
        if Function.aliases[callee] != nil { continue }
        throw ExpressionError(
          kind: .unknownFunction(
            callee, nearest: nearest(to: callee, in: Array(known.keys) + Function.named.keys)),
          range: node.mark)
      }
      guard function.depth < Self.deepest else {
        throw ExpressionError(kind: .tooDeep(most: Self.deepest), range: node.mark)
      }
      called[callee] = function
    }
    self.parameters = parameters
    self.body = body
    functions = called
    depth = 1 + (called.values.map(\.depth).max() ?? 0)
  }

  /// How it is called.
  func usage(_ name: String) -> String { "\(name)(\(parameters.joined(separator: ", ")))" }
}

extension Syntax {
  /// The functions of the learner's own that it takes.
  package var ownFunctions: [String] { nodes.flatMap(\.form.ownFunctions) }
}

extension Syntax.Form {
  /// The functions of the learner's own that it takes.
  fileprivate var ownFunctions: [String] {
    switch self {
    case .own(let name, _), .slopeOfOwn(let name): [name]
    case .slopeOfLambda(_, let body): body.ownFunctions
    case .number, .name, .list, .negation, .not, .transposition, .binary, .call, .along, .slope,
      .index:
      []
    }
  }
}

extension NameTable {
  /// Whether a name alone means a function: one of the language, or the learner's own.
  package func isFunction(_ name: String) -> Bool {
    bindings[name] == nil && (Function.named[name] != nil || functions[name] != nil)
  }

  /// A function of the learner's own, for so many arguments.
  func function(
    _ name: String, taking count: Int
  ) throws(OperationError) -> OwnFunction {
    guard let function = functions[name] else {
      throw OperationError(
        value(of: name) != nil
          ? .notAFunction(name)
          : .unknownFunction(
            name, nearest: nearest(to: name, in: Array(functions.keys) + Function.named.keys)))
    }
    guard function.parameters.count == count else {
      throw OperationError(
        .argumentCount(function: name, given: count, usage: function.usage(name)))
    }
    return function
  }

  /// A function of the language by a name that it has elsewhere, where the learner has given that
  /// name no meaning.
  func alias(_ name: String) -> Function? {
    functions[name] == nil && value(of: name) == nil ? Function.aliases[name] : nil
  }
}
