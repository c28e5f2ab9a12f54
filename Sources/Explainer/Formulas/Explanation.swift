/// Every part of an expression with its value, in the order in which they are computed.
public struct Explanation: Equatable, Sendable {
  /// One part of the expression.
  public struct Part: Equatable, Sendable {
    /// What a part is.
    public enum Role: Equatable, Sendable {
      /// Typed as it is.
      case number
      /// A name for a value.
      case name
      /// An operator, a function, brackets; with a few words on what it does.
      case operation(note: String)
    }

    /// The part as typed, without brackets around it.
    public let text: String
    /// Its characters in the line.
    public let range: Range<Int>
    /// What it is.
    public let role: Role
    /// What it came to.
    public let value: Value
    /// How many operations it is inside of: 0 for the whole.
    public let depth: Int
    /// The parts it is made from, in the order of the line, as indices into `parts`.
    public let operands: [Int]

    /// How its numbers are arranged.
    public var shape: Shape { value.shape }
  }

  /// Each part stands after its operands; the whole is the last.
  public let parts: [Part]

  /// The value of the whole expression: the same bits as `Evaluator` gives.
  public var value: Value { parts[parts.count - 1].value }

  /// Computes an expression and keeps every part.
  ///
  /// - Throws: `ExpressionError` where it has no value, or where the parts together have too many
  ///   entries to keep.
  public init(
    of syntax: Syntax, in names: NameTable, limits: Limits = .standard
  ) throws(ExpressionError) {
    // The work that filling `explainedEntries` takes, each entry being touched at least once.
    var limits = limits
    limits.work = min(limits.work, 10 * Double(limits.explainedEntries))
    var meter = Meter(limits: limits)
    var values: [Value] = []
    _ = try Evaluator(names: names, limits: limits).value(of: syntax, &meter) { values.append($0) }
    let depths = syntax.depths
    parts = zip(syntax.nodes.indices, values).map { index, value in
      let node = syntax.nodes[index]
      return Part(
        text: syntax.text(node.range), range: node.range, role: node.form.role, value: value,
        depth: depths[index], operands: syntax.operands(of: index))
    }
  }
}

extension Syntax {
  /// For each node how many others it is inside of.
  fileprivate var depths: [Int] {
    var depths = [Int](repeating: 0, count: nodes.count)
    for index in nodes.indices.reversed() {
      for operand in operands(of: index) { depths[operand] = depths[index] + 1 }
    }
    return depths
  }
}

extension Syntax.Form {
  fileprivate var role: Explanation.Part.Role {
    switch self {
    case .number: .number
    case .name: .name
    case .list: .operation(note: "side by side")
    case .negation: .operation(note: "the other sign")
    case .not: .operation(note: Symbol.not.note)
    case .transposition: .operation(note: Symbol.transpose.note)
    case .binary(let symbol): .operation(note: symbol.note)
    case .call(let function, _): .operation(note: function.note)
    case .along(let function): .operation(note: "\(function.note), line by line")
    case .slope, .slopeOfOwn, .slopeOfLambda: .operation(note: "how steeply it rises there")
    case .own: .operation(note: "your own function")
    case .index: .operation(note: "taken out, counted from 0")
    }
  }
}
