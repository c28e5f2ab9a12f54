import Core

/// The entries at the given indices, counted from 0: `v[i]`, `v[i..j]`, `M[i]` for a row, `M[i,k]`;
/// slices hold both their ends.
///
/// - Parameters:
///   - operands: the value, then one number for each index and two for each slice.
///   - slices: for each index whether it is a slice.
func entries(_ operands: [Value], _ slices: [Bool]) throws(Fault) -> Value {
  var indices = Indices(operands: operands)
  switch operands[0] {
  case .number: throw .wants(.vectorOrMatrix, operand: 0)
  case .vector(let entries):
    if slices.count > 1 { throw .wants(.matrix, operand: 0) }
    let range = try indices.next(isSlice: slices[0], of: entries.count, .entries)
    return slices[0] ? .vector(Array(entries[range])) : .number(entries[range.lowerBound])
  case .matrix(let matrix):
    let rows = try indices.next(isSlice: slices[0], of: matrix.rows, .rows)
    let columns =
      slices.count == 1
      ? 0...matrix.columns - 1 : try indices.next(isSlice: slices[1], of: matrix.columns, .columns)
    let part = columns.flatMap { column in rows.map { matrix[$0, column] } }
    let isRow = !slices[0]
    let isColumn = slices.count > 1 && !slices[1]
    if isRow && isColumn { return .number(part[0]) }
    if isRow || isColumn { return .vector(part) }
    return .matrix(Matrix(rows: rows.count, columns: columns.count, columnMajor: part))
  }
}

/// Takes the indices of an operation one after another.
private struct Indices {
  let operands: [Value]
  var operand = 0

  init(operands: [Value]) { self.operands = operands }

  mutating func next(
    isSlice: Bool, of count: Int, _ axis: ExpressionError.Axis
  ) throws(Fault) -> ClosedRange<Int> {
    let first = try whole(below: count, axis)
    let last = isSlice ? try whole(below: count, axis) : first
    guard first <= last else {
      throw Fault(.reversedRange(from: first, to: last), operand: operand - 1)
    }
    return first...last
  }

  private mutating func whole(
    below count: Int, _ axis: ExpressionError.Axis
  ) throws(Fault) -> Int {
    operand += 1
    let index = try number(operands[operand], operand: operand)
    guard index == index.rounded() else {
      throw Fault(.indexNotWhole(index.words), operand: operand)
    }
    guard index >= 0, index < Float(count) else {
      throw Fault(.indexOutOfRange(index.words, count: count, axis: axis), operand: operand)
    }
    return Int(index)
  }
}
