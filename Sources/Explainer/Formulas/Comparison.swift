/// Two values side by side, to be compared.
///
/// Where either comes from the network, both are taken as Float arithmetic makes them, as the
/// network computes: σ(W1·a0 + b1) is a1 to the last bit. All else is compared in Double.
struct Comparison {
  private let shape: Shape
  /// Whether both have one shape, and neither is a number beside a list.
  private let isAlike: Bool
  private let left: [Double]
  private let right: [Double]

  /// Two values of one shape, or a number and anything.
  init(_ left: Value, _ right: Value) throws(OperationError) {
    shape = try joinedShape(left.shape, right.shape)
    isAlike = left.shape == right.shape
    let isSingle = left.twin != nil || right.twin != nil
    self.left = try Self.entries(left, isSingle, operand: 0)
    self.right = try Self.entries(right, isSingle, operand: 1)
  }

  /// The numbers of the left as they are compared, column after column.
  var entries: [Double] { left }

  /// 1 where the entries stand in a relation, else 0.
  func holds(_ relation: (Double, Double) -> Bool) -> Value {
    Value(shape, joined(left, right) { relation($0, $1) ? 1 : 0 })
  }

  /// 1 where both are the same: of two values of one shape as a whole, with a number entry by entry.
  var equal: Value {
    isAlike ? .truth(left == right) : holds(==)
  }

  /// The other way round.
  var notEqual: Value {
    isAlike ? .truth(left != right) : holds(!=)
  }

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
  /// For each entry whether it counts as true: any number but 0, as a comparison with 0 would find.
  func truths(operand: Int) throws(OperationError) -> [Bool] {
    do { return try Comparison(self, .number(0)).entries.map { $0 != 0 } } catch {
      guard case .noSingle(_, let entry) = error else { throw error }
      throw .noSingle(operand: operand, entry)
    }
  }
}

/// What `and`, `or` make of two values, entry by entry.
func joinedTruths(
  _ left: Value, _ right: Value, _ join: (Bool, Bool) -> Bool
) throws(OperationError) -> Value {
  let shape = try joinedShape(left.shape, right.shape)
  let (a, b) = (try left.truths(operand: 0), try right.truths(operand: 1))
  return Value(shape, joined(a, b) { join($0, $1) ? 1 : 0 })
}
