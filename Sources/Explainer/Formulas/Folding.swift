/// An expression in which all that does not depend on one name has been computed once, so that many
/// values of the name cost little each.
struct Folding {
  /// The expression with names instead of what was computed.
  let syntax: Syntax
  /// What these names stand for.
  private(set) var values: [String: Value] = [:]

  /// Computes what does not depend on `variable`; parts that have no value are left as they are, for
  /// the evaluation of the whole to tell of.
  init(_ original: Syntax, except variable: String, _ evaluator: Evaluator, _ meter: inout Meter) {
    var nodes: [Syntax.Node] = []
    // Where each part begins once those before it are folded.
    var starts: [Int] = []
    let folded = Self.constantParts(of: original, variable)
    for (index, node) in original.nodes.enumerated() {
      starts.append(nodes.count)
      let start = starts[node.start]
      var node = node
      node.start = start
      if folded.contains(index),
        let value = try? evaluator.value(of: original.part(index), &meter)
      {
        nodes.removeSubrange(start...)
        // No name that can be typed.
        let name = "#\(values.count)"
        values[name] = value
        node.form = .name(name)
      }
      nodes.append(node)
    }
    syntax = Syntax(characters: original.characters, nodes: nodes)
  }

  /// The largest parts of more than one node without the variable, by their last nodes.
  private static func constantParts(of syntax: Syntax, _ variable: String) -> Set<Int> {
    var isConstant: [Bool] = []
    var parts: Set<Int> = []
    for (index, node) in syntax.nodes.enumerated() {
      let operands = syntax.operands(of: index)
      let isFree = !node.form.mayFollow(variable) && operands.allSatisfy { isConstant[$0] }
      isConstant.append(isFree)
      if isFree, !operands.isEmpty {
        parts.subtract(operands)
        parts.insert(index)
      }
    }
    return parts
  }
}

extension Syntax.Form {
  /// Whether it has to do with a name: a function of the learner's own may use any inside.
  fileprivate func mayFollow(_ variable: String) -> Bool {
    switch self {
    case .name(let name): name == variable
    case .own, .slopeOfOwn, .slopeOfLambda: true
    case .number, .list, .negation, .not, .transposition, .binary, .call, .along, .slope, .index:
      false
    }
  }
}

extension Syntax {
  /// The part that ends with a node, as an expression of its own.
  fileprivate func part(_ last: Int) -> Syntax {
    let first = nodes[last].start
    return Syntax(
      characters: characters,
      nodes: nodes[first...last].map { node in
        var node = node
        node.start -= first
        return node
      })
  }
}
