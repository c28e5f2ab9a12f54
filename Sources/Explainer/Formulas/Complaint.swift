/// Puts a fault into its place: from what an operation knows to what the learner sees.
struct Complaint {
  package typealias Kind = ExpressionError.Kind
  typealias Operand = ExpressionError.Operand

  let syntax: Syntax
  /// The part that has no value.
  let node: Int
  /// The values of its operands.
  let operands: [Value]
  let names: NameTable

  func error(_ fault: Fault) -> ExpressionError {
    switch fault {
    case .plain(let kind, let operand): at(operand, kind)
    case .wants(let wanted, let operand):
      at(operand, .wants(wanted, by: sign, given: self.operand(operand)))
    case .mismatch(let rule): at(nil, mismatch(rule))
    case .divisionByZero(let place):
      at(1, .divisionByZero(operand(1), place: place))
    case .overflow(let place): at(nil, overflow(place))
    case .noSingle(let operand, let place):
      at(operand, .noSingle(of: self.operand(operand).text, place: place))
    }
  }

  private func at(_ operand: Int?, _ kind: Kind) -> ExpressionError {
    let range = operand.map { syntax.nodes[children[$0]].outer } ?? syntax.nodes[node].mark
    return ExpressionError(kind: kind, range: range)
  }

  private var children: [Int] { syntax.operands(of: node) }

  /// The operator or the function's name, as typed; brackets as a pair.
  private var sign: String {
    switch syntax.nodes[node].form {
    case .index, .list: "[ ]"
    default: syntax.text(syntax.nodes[node].mark)
    }
  }

  private func operand(_ index: Int) -> Operand {
    Operand(
      text: syntax.text(syntax.nodes[children[index]].range), shape: operands[index].shape)
  }

  private func overflow(_ place: String?) -> Kind {
    var numbers: [Double] = []
    var isSingle = false
    switch syntax.nodes[node].form {
    case .binary: numbers = operands.compactMap(\.number)
    case .name: isSingle = true
    case .number, .list, .negation, .not, .transposition, .call, .index: break
    }
    return .overflow(
      of: syntax.text(syntax.nodes[node].range), place: place,
      numbers: numbers.count == 2 ? numbers : [], sign: sign, isSingle: isSingle)
  }
}

// MARK: Shapes that do not fit

extension Complaint {
  private func mismatch(_ rule: ExpressionError.Rule) -> Kind {
    let left = operand(0)
    let right = operand(1)
    var candidates: [String] = []
    // W3 reads layer 2: where the network's own partner fits, no other layer's is meant.
    let fitsRight = { rule.fits($0, right.shape) }
    if let name = partner(of: 1, where: fitsRight) ?? alternative(0, where: fitsRight) {
      candidates.append(joined(name, text(1)))
    }
    let fitsLeft = { rule.fits(left.shape, $0) }
    if let name = partner(of: 0, where: fitsLeft) ?? alternative(1, where: fitsLeft) {
      candidates.append(joined(text(0), name))
    }
    if rule == .columnFirst { candidates = matrixFirst() + candidates }
    if rule == .product, rule.fits(right.shape, left.shape) {
      candidates.append(joined(text(1), text(0)))
    }
    if candidates.isEmpty, case .matrix(let rows, let columns) = left.shape,
      rule.fits(.matrix(rows: columns, columns: rows), right.shape)
    {
      candidates = [joined(transposed(text(0)), text(1))]
    }
    let fitting = candidates.filter { $0.count <= 40 }
    return .mismatch(rule, left: left, right: right, candidates: fitting)
  }

  /// v·M with the sides changed: Mᵀ·v, or M·v.
  private func matrixFirst() -> [String] {
    guard case .vector(let count) = operands[0].shape,
      case .matrix(let rows, let columns) = operands[1].shape
    else { return [] }
    if count == rows { return ["\(transposed(text(1)))·\(text(0))"] }
    return count == columns ? ["\(text(1))·\(text(0))"] : []
  }

  /// What the network multiplies an operand with: a2 after W3 or a row of it, W3 before a2; nil where
  /// the other operand is of another kind or that is what was typed.
  private func partner(of operand: Int, where fits: (Shape) -> Bool) -> String? {
    let sides = [layerName(children[0], orRow: operand == 0), layerName(children[1], orRow: false)]
    guard let weights = sides[0], weights.kind == .weights, let activations = sides[1],
      activations.kind == .activations
    else { return nil }
    let name =
      operand == 0
      ? LayerName(.activations, max(weights.layer, 1) - 1)
      : LayerName(.weights, min(activations.layer, .max - 1) + 1)
    guard name != sides[1 - operand], let value = names.value(of: name.text) else { return nil }
    return fits(value.shape) ? name.text : nil
  }

  private func layerName(_ node: Int, orRow: Bool) -> LayerName? {
    var node = node
    if orRow, case .index = syntax.nodes[node].form { node = syntax.operands(of: node)[0] }
    guard case .name(let name) = syntax.nodes[node].form else { return nil }
    return LayerName(name)
  }

  private func alternative(_ operand: Int, where fits: (Shape) -> Bool) -> String? {
    guard case .name(let name) = syntax.nodes[children[operand]].form,
      let other = names.alternative(to: name, where: fits), other != text(1 - operand)
    else { return nil }
    return other
  }

  private func text(_ operand: Int) -> String { syntax.text(syntax.nodes[children[operand]].outer) }

  private func transposed(_ text: String) -> String {
    guard let last = text.last, Symbol.spellings[String(last)] == .transpose else {
      return text + "ᵀ"
    }
    return String(text.dropLast())
  }

  /// The same operation with other operands.
  private func joined(_ left: String, _ right: String) -> String {
    guard case .binary(let symbol) = syntax.nodes[node].form else {
      return "\(sign)(\(left), \(right))"
    }
    return symbol == .times ? "\(left)·\(right)" : "\(left) \(symbol.rawValue) \(right)"
  }
}

extension ExpressionError.Rule {
  /// Whether two shapes keep this rule.
  func fits(_ left: Shape, _ right: Shape) -> Bool {
    switch (self, left, right) {
    case (.product, .matrix(_, let columns), .vector(let count)): columns == count
    case (.product, .matrix(_, let columns), .matrix(let rows, _)): columns == rows
    case (.dot, .vector(let a), .vector(let b)): a == b
    case (.columnFirst, .vector(let count), .matrix(let rows, _)): rows == 1 && count > 0
    case (.sameShape, _, _): left == right
    default: false
    }
  }
}
