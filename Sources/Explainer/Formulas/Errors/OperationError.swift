import Presentation

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
    case .known(let kind, let operand): at(operand, call(kind) ?? kind)
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

  /// What a name or a call may mean that has no meaning here: the line to write instead.
  private func call(_ kind: Kind) -> Kind? {
    let (mark, range) = (syntax.nodes[node].mark, syntax.nodes[node].range)
    if case .unknownName(let name, let nearest?) = kind {
      return .unknownName(name, nearest: line(mark, as: nearest))
    }
    if case .layerMissing(let letter, let layers) = kind, let layer = raisedLayer(after: mark),
      layers.contains(layer.number)
    {
      return .refused(
        .layer(letter), [line(mark.lowerBound..<layer.end, as: "\(letter)\(layer.number)")])
    }
    if case .unknownFunction(let name, let nearest?) = kind, Function.ambiguous[name] == nil {
      return .unknownFunction(name, nearest: line(mark, as: nearest))
    }
    guard mark.upperBound < range.upperBound - 1 else { return nil }
    let inner = syntax.text(mark.upperBound + 1..<range.upperBound - 1)
    if case .notAFunction(let name) = kind {
      guard syntax.text(mark) == name else { return nil }
      // u'(2) is the transpose times 2.
      if inner.first == "(" {
        let sign = syntax.text(mark.upperBound..<mark.upperBound + 1)
        return .refused(.entry(name), [line(range, as: "\(name)\(sign)*\(inner))")])
      }
      let product = line(range, as: "\(name)*(\(inner))")
      let isList = names.value(of: name)?.number == nil
      return .refused(
        .entry(name), isList ? [line(range, as: "\(name)[\(inner)]"), product] : [product])
    }
    guard case .unknownFunction(let name, _) = kind else { return nil }
    // R's way to write a vector.
    if name == "c" { return .refused(.function(name), [line(range, as: "[\(inner)]")]) }
    return Function.ambiguous[name].map { meant in
      let lines = meant.map { line(range, as: "\($0)(\(inner))") }
      return .refused(.function(name), lines.filter { (try? Syntax.parse($0)) != nil })
    }
  }

  /// The number of a layer that is raised as in the film, but as a power: W^(1), W^1, W¹.
  private func raisedLayer(after mark: Range<Int>) -> (number: Int, end: Int)? {
    let rest = syntax.characters[mark.upperBound...]
    let sign = rest.prefix { "^({".contains($0) }
    guard let digit = rest.dropFirst(sign.count).first, sign.first == "^" || sign.isEmpty,
      let number = sign.isEmpty ? digit.raisedDigit : digit.wholeNumberValue
    else { return nil }
    let closing = rest.dropFirst(sign.count + 1).prefix { ")}".contains($0) }
    guard closing.count == max(sign.count - 1, 0) else { return nil }
    return (number, mark.upperBound + sign.count + 1 + closing.count)
  }

  /// The line with other text in some place; of a long line that text alone.
  private func line(_ range: Range<Int>, as text: String) -> String {
    let count = syntax.characters.count
    guard count <= 60 else { return text }
    return (syntax.text(0..<range.lowerBound) + text + syntax.text(range.upperBound..<count))
      .trimmed
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
      .slopeOfOwn, .slopeOfLambda, .own:
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
      .slopeOfOwn, .slopeOfLambda, .own, .index:
      break
    }
    return .overflow(of: text, entry, isSingle: false)
  }
}
