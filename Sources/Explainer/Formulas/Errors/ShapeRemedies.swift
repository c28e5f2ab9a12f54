// What could have been meant where two shapes do not fit.

extension OperationSite {
  /// The same operation with operands that do fit, the likeliest first.
  func remedies(_ rule: ExpressionError.Rule) -> [String] {
    let left = operands[0]
    let right = operands[1]
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
    return candidates.filter { $0.count <= 40 }
  }

  /// v·M with the sides changed: M'*v, or M*v.
  private func matrixFirst() -> [String] {
    guard case .vector(let count) = operands[0].shape,
      case .matrix(let rows, let columns) = operands[1].shape
    else { return [] }
    if count == rows { return ["\(transposed(text(1)))*\(text(0))"] }
    return count == columns ? ["\(text(1))*\(text(0))"] : []
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
      return text + "'"
    }
    return String(text.dropLast())
  }

  /// The same operation with other operands.
  private func joined(_ left: String, _ right: String) -> String {
    guard case .binary(let symbol) = syntax.nodes[node].form else {
      return "\(sign)(\(left), \(right))"
    }
    return symbol == .times ? "\(left)*\(right)" : "\(left) \(symbol.rawValue) \(right)"
  }
}

extension ExpressionError.Rule {
  /// Whether two shapes keep this rule.
  func fits(_ left: Shape, _ right: Shape) -> Bool {
    switch self {
    case .product:
      guard case .matrix(_, let columns) = left else { return false }
      switch right {
      case .number: return false
      case .vector(let count): return columns == count
      case .matrix(let rows, _): return columns == rows
      }
    case .dot:
      guard case .vector = left else { return false }
      return left == right
    case .columnFirst:
      guard case .vector(let count) = left, case .matrix(let rows, _) = right else { return false }
      return rows == 1 && count > 0
    case .sameShape: return left == right
    }
  }
}
