import Core

// What the operators do with values. Shapes are checked before Core is called, which traps on a
// mismatch.

/// Both sides entry by entry; a number goes with every entry of the other side.
func entrywise(
  _ left: Value, _ right: Value, _ join: (Float, Float) -> Float
) throws(Fault) -> Value {
  switch (left, right) {
  case (.number(let a), .number(let b)): return .number(join(a, b))
  case (.number(let a), _): return right.with(right.entries.map { join(a, $0) })
  case (_, .number(let b)): return left.with(left.entries.map { join($0, b) })
  default:
    guard left.shape == right.shape else { throw .mismatch(.sameShape) }
    return left.with(zip(left.entries, right.entries).map(join))
  }
}

/// The dot product of two vectors of one length, with the bits that a row of a matrix gives.
func dotProduct(_ left: [Float], _ right: [Float]) -> Float {
  Matrix(rows: 1, columns: left.count, columnMajor: left).times(right)[0]
}

/// The product of linear algebra: a number scales, rows meet columns.
func product(_ left: Value, _ right: Value, _ meter: inout Meter) throws(Fault) -> Value {
  try checkProduct(left.shape, right.shape, &meter)
  switch (left, right) {
  case (.number, _), (_, .number): return try entrywise(left, right, *)
  case (.vector(let a), .vector(let b)): return .number(dotProduct(a, b))
  case (.matrix(let a), .vector(let b)): return .vector(a.times(b))
  case (.matrix(let a), .matrix(let b)): return .matrix(product(a, b))
  case (.vector(let a), .matrix(let b)):
    return .matrix(product(Matrix(rows: a.count, columns: 1, columnMajor: a), b))
  }
}

/// Each column of the right, multiplied by the left: the columns of the product.
private func product(_ left: Matrix, _ right: Matrix) -> Matrix {
  var columns: [Float] = []
  columns.reserveCapacity(left.rows * right.columns)
  for column in 0..<right.columns { columns += left.times(right.column(column)) }
  return Matrix(rows: left.rows, columns: right.columns, columnMajor: columns)
}

/// Refuses shapes that have no product, and products too large to wait for.
private func checkProduct(_ left: Shape, _ right: Shape, _ meter: inout Meter) throws(Fault) {
  switch (left, right) {
  case (.number, _), (_, .number): break
  case (.vector(let a), .vector(let b)):
    guard a == b else { throw .mismatch(.dot) }
    try meter.spend(products: Double(a))
  case (.matrix(let rows, let columns), .vector(let b)):
    guard columns == b else { throw .mismatch(.product) }
    try meter.spend(products: Double(rows) * Double(columns))
  case (.matrix(let rows, let columns), .matrix(let lines, let width)):
    guard columns == lines else { throw .mismatch(.product) }
    try meter.check(.matrix(rows: rows, columns: width))
    try meter.spend(products: Double(rows) * Double(columns) * Double(width))
  case (.vector(let a), .matrix(let lines, let width)):
    guard lines == 1 else { throw .mismatch(.columnFirst) }
    try meter.check(.matrix(rows: a, columns: width))
    try meter.spend(products: Double(a) * Double(width))
  }
}

/// Rows become columns: a vector, which stands as a column, becomes a matrix of one row.
func transposed(_ value: Value) throws(Fault) -> Value {
  switch value {
  case .number: throw .wants(.vectorOrMatrix, operand: 0)
  case .vector(let entries):
    .matrix(Matrix(rows: 1, columns: entries.count, columnMajor: entries))
  case .matrix(let matrix): .matrix(matrix.transpose)
  }
}

/// A quotient entry by entry, where no divisor is 0.
func quotient(_ left: Value, _ right: Value) throws(Fault) -> Value {
  if let index = right.entries.firstIndex(of: 0) {
    throw .divisionByZero(place: right.shape.place(index))
  }
  return try entrywise(left, right, /)
}

/// A number or each entry of a vector, raised to a number.
func power(_ base: Value, _ exponent: Value) throws(Fault) -> Value {
  guard case .number(let exponent) = exponent else { throw .wants(.number, operand: 1) }
  if case .matrix = base { throw .wants(.numberOrVector, operand: 0) }
  let entries = base.entries
  if let index = entries.firstIndex(where: { !hasPower($0, exponent) }) {
    throw Fault(
      .power(base: entries[index], exponent: exponent, place: base.shape.place(index)))
  }
  return base.with(entries.map { power($0, exponent) })
}

private func hasPower(_ base: Float, _ exponent: Float) -> Bool {
  base > 0 || base == 0 && exponent >= 0 || base < 0 && exponent == exponent.rounded()
}

/// Whole exponents by squaring, in Double so that only the result rounds to a Float; others as
/// e^(exponent·ln base), from Core so that every machine gives the same bits.
private func power(_ base: Float, _ exponent: Float) -> Float {
  guard exponent == exponent.rounded() else {
    return base == 0 ? 0 : exponential(exponent * logarithm(base))
  }
  // At 2³¹ the power of a Float other than 0 and ±1 has overflowed or is 0, and every larger Float
  // is even.
  var remaining = UInt64(min(exponent.magnitude, 0x1p31))
  var square = Double(base)
  var result = 1.0
  while remaining > 0 {
    if remaining % 2 == 1 { result *= square }
    square *= square
    remaining /= 2
  }
  return Float(exponent < 0 ? 1 / result : result)
}

/// Whether two values are the same, entry by entry; they must have one shape.
func areEqual(_ left: Value, _ right: Value) throws(Fault) -> Bool {
  guard left.shape == right.shape else { throw .mismatch(.sameShape) }
  return left == right
}

/// The number a value is; comparisons, `and` and `or` take nothing else.
func number(_ value: Value, operand: Int) throws(Fault) -> Float {
  guard case .number(let number) = value else { throw .wants(.number, operand: operand) }
  return number
}

/// A vector of numbers, or a matrix of rows.
func stacked(_ elements: [Value]) throws(Fault) -> Value {
  let first = elements[0].shape
  if case .matrix = first { throw .wants(.numberOrVector, operand: 0) }
  for (index, element) in elements.enumerated() where element.shape != first {
    throw Fault(.raggedRows(first: first, other: element.shape), operand: index)
  }
  let entries = elements.flatMap(\.entries)
  guard case .vector(let columns) = first else { return .vector(entries) }
  return .matrix(Matrix(rows: elements.count, columns: columns, rowMajor: entries))
}
