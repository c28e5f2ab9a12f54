/// Two values side by side, to be compared.
///
/// Where either comes from the network, both are taken as Float arithmetic makes them, as the
/// network computes: σ(W1·a0 + b1) is a1 to the last bit. All else is compared in Double.
struct Comparison {
  private let left: [Double]
  private let right: [Double]

  init(_ left: Value, _ right: Value) throws(OperationError) {
    guard left.shape == right.shape else { throw .mismatch(.sameShape) }
    let isSingle = left.twin != nil || right.twin != nil
    self.left = try Self.entries(left, isSingle, operand: 0)
    self.right = try Self.entries(right, isSingle, operand: 1)
  }

  /// Two numbers; comparisons by size take nothing else.
  init(numbers left: Value, _ right: Value) throws(OperationError) {
    for (operand, value) in [left, right].enumerated() where value.number == nil {
      throw .needs(.number, operand: operand)
    }
    try self.init(left, right)
  }

  /// The numbers of the left as they are compared, column after column.
  var entries: [Double] { left }

  /// Whether both are the same, entry by entry.
  var isEqual: Bool { left == right }

  /// Whether the two numbers stand in a relation.
  func holds(_ relation: (Double, Double) -> Bool) -> Bool { relation(left[0], right[0]) }

  /// The numbers to compare.
  ///
  /// - Throws: where Float arithmetic came to nothing on the way although Double did not.
  private static func entries(
    _ value: Value, _ isSingle: Bool, operand: Int
  ) throws(OperationError) -> [Double] {
    guard isSingle else { return value.entries }
    if let index = value.twin?.firstIndex(where: { !$0.isFinite }) {
      throw .noSingle(operand: operand, value.shape.entry(at: index))
    }
    return value.singles.map(Double.init)
  }
}

extension Value {
  /// Whether it counts as true: any number but 0, as a comparison with 0 would find.
  func isTrue(operand: Int) throws(OperationError) -> Bool {
    if number == nil { throw .needs(.number, operand: operand) }
    return try !Comparison(numbers: self, .number(0)).isEqual
  }
}
