/// The entries at the given indices, counted from 0, or from the end where negative: `v[i]`, `v[i..j]`
/// with both ends, `v[i:j]` without the second, `v[[i, j]]`, `M[i]` for a row, `M[i,k]`.
///
/// - Parameters:
///   - operands: the value, then the numbers of the indices.
///   - indices: how each index is written.
func entries(_ operands: [Value], _ indices: [Syntax.Index]) throws(OperationError) -> Value {
  let (positions, shape) = try IndexedPositions(operands).all(indices)
  return operands[0].picked(positions, shape)
}

/// Where the entries stand that an index takes out.
struct IndexedPositions {
  private let operands: [Value]
  private var operand = 0

  init(_ operands: [Value]) { self.operands = operands }

  /// Their positions in column-major order, and the shape they have together.
  consuming func all(
    _ indices: [Syntax.Index]
  ) throws(OperationError) -> (positions: [Int], shape: Shape) {
    switch operands[0].shape {
    case .number: throw .needs(.vectorOrMatrix, operand: 0)
    case .vector(let count):
      if indices.count > 1 { throw .needs(.matrix, operand: 0) }
      let entries = try next(indices[0], of: count, .entries)
      return (entries.positions, entries.isOne ? .number : .vector(entries.positions.count))
    case .matrix(let height, let width):
      let rows = try next(indices[0], of: height, .rows)
      let columns =
        indices.count == 1
        ? Positions(positions: Array(0..<width), isOne: false)
        : try next(indices[1], of: width, .columns)
      let positions = columns.positions.flatMap { column in
        rows.positions.map { column * height + $0 }
      }
      if rows.isOne, columns.isOne { return (positions, .number) }
      if rows.isOne || columns.isOne { return (positions, .vector(positions.count)) }
      return (positions, .matrix(rows: rows.positions.count, columns: columns.positions.count))
    }
  }

  private struct Positions {
    var positions: [Int]
    /// Whether one is meant, which is no list.
    var isOne: Bool
  }

  private mutating func next(
    _ index: Syntax.Index, of count: Int, _ axis: ExpressionError.Axis
  ) throws(OperationError) -> Positions {
    switch index {
    case .mask where operands[operand + 1].number == nil:
      operand += 1
      return try held(operands[operand].truths(operand: operand), of: count, axis)
    case .entries, .mask:
      operand += 1
      guard case .vector = operands[operand].shape else {
        let position = try whole(operands[operand].number, 0..<count, axis, of: count)
        return Positions(positions: [position], isOne: true)
      }
      let positions = try operands[operand].entries.map { (number) throws(OperationError) in
        try whole(number, 0..<count, axis, of: count)
      }
      return Positions(positions: positions, isOne: false)
    case .through:
      let first = try end(0..<count, axis, of: count)
      let last = try end(0..<count, axis, of: count)
      guard first <= last else {
        throw OperationError(.reversedRange(from: first, to: last), operand: operand - 1)
      }
      return Positions(positions: Array(first...last), isOne: false)
    case .upTo(let from, let to):
      let first = from ? try end(0..<count, axis, of: count) : 0
      let last = to ? try end(0..<count + 1, axis, of: count) : count
      guard first < last else {
        throw OperationError(.emptySlice(from: first, to: last), operand: operand)
      }
      return Positions(positions: Array(first..<last), isOne: false)
    }
  }

  /// The places for which a condition holds.
  private func held(
    _ holds: [Bool], of count: Int, _ axis: ExpressionError.Axis
  ) throws(OperationError) -> Positions {
    guard holds.count == count else {
      throw OperationError(.maskCount(holds.count, of: count, axis), operand: operand)
    }
    let positions = holds.indices.filter { holds[$0] }
    guard !positions.isEmpty else { throw OperationError(.maskEmpty, operand: operand) }
    return Positions(positions: positions, isOne: false)
  }

  /// The next operand as one end of a slice.
  private mutating func end(
    _ range: Range<Int>, _ axis: ExpressionError.Axis, of count: Int
  ) throws(OperationError) -> Int {
    operand += 1
    return try whole(operands[operand].number, range, axis, of: count)
  }

  /// A whole number within a range; below 0 counted from the end.
  private func whole(
    _ number: Double?, _ range: Range<Int>, _ axis: ExpressionError.Axis, of count: Int
  ) throws(OperationError) -> Int {
    guard let number else { throw .needs(.number, operand: operand) }
    guard number == number.rounded() else {
      throw OperationError(.indexNotWhole(number), operand: operand)
    }
    let position = number < 0 ? number + Double(count) : number
    guard position >= 0, position < Double(range.upperBound) else {
      throw OperationError(.indexOutOfRange(number, count: count, axis: axis), operand: operand)
    }
    return Int(position)
  }
}
