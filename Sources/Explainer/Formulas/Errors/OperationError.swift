/// What is wrong inside an operation, which does not know where it is in the line.
enum OperationError: Error {
  /// Complete already, at one of the operands, counted from 0, or at the operation's own sign.
  case known(ExpressionError.Kind, operand: Int?)
  case mismatch(ExpressionError.Rule)
  case needs(ExpressionError.Requirement, operand: Int)
  case overflow(EntryIndex?)
  /// Of one of the operands.
  case noSingle(operand: Int, EntryIndex?)
  case divisionByZero(EntryIndex?)

  init(_ kind: ExpressionError.Kind, operand: Int? = nil) { self = .known(kind, operand: operand) }
}

/// An operation in its line: what makes an error of the operation one that a learner can be shown.
struct OperationSite {
  typealias Kind = ExpressionError.Kind
  typealias Operand = ExpressionError.Operand

  let syntax: Syntax
  /// The part that has no value.
  let node: Int
  /// The values of its operands.
  let operands: [Value]
  let names: NameTable

  func located(_ error: OperationError) -> ExpressionError {
    switch error {
    case .known(let kind, let operand): at(operand, kind)
    case .needs(let requirement, let operand):
      at(operand, .needs(requirement, by: sign, given: self.operand(operand)))
    case .mismatch(let rule):
      at(nil, .mismatch(rule, left: operand(0), right: operand(1), candidates: remedies(rule)))
    case .divisionByZero(let entry): at(1, .divisionByZero(operand(1), entry))
    case .overflow(let entry): at(nil, overflow(entry))
    case .noSingle(let operand, let entry):
      at(operand, .noSingle(of: self.operand(operand).text, entry))
    }
  }

  private func at(_ operand: Int?, _ kind: Kind) -> ExpressionError {
    let range = operand.map { syntax.nodes[children[$0]].outer } ?? syntax.nodes[node].mark
    return ExpressionError(kind: kind, range: range)
  }

  var children: [Int] { syntax.operands(of: node) }

  /// The operator or the function's name, as typed; brackets as a pair.
  var sign: String {
    switch syntax.nodes[node].form {
    case .index, .list: "[ ]"
    case .binary where syntax.nodes[node].mark.isEmpty: Symbol.times.rawValue
    case .number, .name, .negation, .not, .transposition, .binary, .call, .along, .slope,
      .slopeOfOwn,
      .own:
      syntax.text(syntax.nodes[node].mark)
    }
  }

  private func operand(_ index: Int) -> Operand {
    Operand(
      text: syntax.text(syntax.nodes[children[index]].range), shape: operands[index].shape)
  }

  private func overflow(_ entry: EntryIndex?) -> Kind {
    let text = syntax.text(syntax.nodes[node].range)
    switch syntax.nodes[node].form {
    case .binary(.times):
      guard let left = operands[0].number, let right = operands[1].number else { break }
      return .productOverflow(of: text, left: left, right: right)
    case .name: return .overflow(of: text, entry, isSingle: true)
    case .number, .list, .negation, .not, .transposition, .binary, .call, .along, .slope,
      .slopeOfOwn,
      .own, .index:
      break
    }
    return .overflow(of: text, entry, isSingle: false)
  }
}
