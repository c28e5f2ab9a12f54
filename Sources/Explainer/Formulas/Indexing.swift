/// The entries at the given indices, counted from 0: `v[i]`, `v[i..j]`, `M[i]` for a row, `M[i,k]`;
/// slices hold both their ends.
///
/// - Parameters:
///   - operands: the value, then one number for each index and two for each slice.
///   - slices: for each index whether it is a slice.
func entries(_ operands: [Value], _ slices: [Bool]) throws(OperationError) -> Value {
  var indices = Indices(operands: operands)
  let value = operands[0]
  switch value.shape {
  case .number: throw .needs(.vectorOrMatrix, operand: 0)
  case .vector(let count):
    if slices.count > 1 { throw .needs(.matrix, operand: 0) }
    let range = try indices.next(isSlice: slices[0], of: count, .entries)
    return value.part(
      rows: range, columns: 0...0, of: count, slices[0] ? .vector(range.count) : .number)
  case .matrix(let height, let width):
    let rows = try indices.next(isSlice: slices[0], of: height, .rows)
    let columns =
      slices.count == 1 ? 0...width - 1 : try indices.next(isSlice: slices[1], of: width, .columns)
    let isRow = !slices[0]
    let isColumn = slices.count > 1 && !slices[1]
    let shape: Shape =
      isRow && isColumn
      ? .number
      : isRow || isColumn
        ? .vector(rows.count * columns.count)
        : .matrix(rows: rows.count, columns: columns.count)
    return value.part(rows: rows, columns: columns, of: height, shape)
  }
}

/// Takes the indices of an operation one after another.
private struct Indices {
  let operands: [Value]
  var operand = 0

  init(operands: [Value]) { self.operands = operands }

  mutating func next(
    isSlice: Bool, of count: Int, _ axis: ExpressionError.Axis
  ) throws(OperationError) -> ClosedRange<Int> {
    let first = try whole(below: count, axis)
    let last = isSlice ? try whole(below: count, axis) : first
    guard first <= last else {
      throw OperationError(.reversedRange(from: first, to: last), operand: operand - 1)
    }
    return first...last
  }

  private mutating func whole(
    below count: Int, _ axis: ExpressionError.Axis
  ) throws(OperationError) -> Int {
    operand += 1
    let index = try number(operands[operand], operand: operand)
    guard index == index.rounded() else {
      throw OperationError(.indexNotWhole(index), operand: operand)
    }
    guard index >= 0, index < Double(count) else {
      throw OperationError(.indexOutOfRange(index, count: count, axis: axis), operand: operand)
    }
    return Int(index)
  }
}
