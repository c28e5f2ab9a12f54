import Core

// What the operators do with values. Shapes are checked before Core is called, which traps on a
// mismatch.

/// Both sides entry by entry; a number goes with every entry of the other side.
///
/// - Parameter join: one operation of arithmetic, or a choice. Made in Double of two Floats and
///   rounded to a Float it gives the bits of Float arithmetic, as a Double has more than twice as
///   many digits: that makes the twin.
func entrywise(
  _ left: Value, _ right: Value, _ join: (Double, Double) -> Double
) throws(OperationError) -> Value {
  let shape = try joinedShape(left.shape, right.shape)
  let entries = joined(left.entries, right.entries, join)
  guard left.twin != nil || right.twin != nil else { return Value(shape, entries) }
  let twin = joined(left.singles, right.singles) { Float(join(Double($0), Double($1))) }
  return Value(shape, entries, twin: twin)
}

func joinedShape(_ left: Shape, _ right: Shape) throws(OperationError) -> Shape {
  if case .number = left { return right }
  if case .number = right { return left }
  guard left == right else { throw .mismatch(.sameShape) }
  return left
}

/// Of two lists of one length, or of one number and a list.
func joined<Number, Result>(
  _ left: [Number], _ right: [Number], _ join: (Number, Number) -> Result
) -> [Result] {
  if left.count == 1, let a = left.first { return right.map { join(a, $0) } }
  if right.count == 1, let b = right.first { return left.map { join($0, b) } }
  return zip(left, right).map(join)
}

/// The dot product of two vectors of one length, with the bits that a row of a matrix gives.
func dotProduct(_ left: [Float], _ right: [Float]) -> Float {
  Matrix(rows: 1, columns: left.count, columnMajor: left).times(right)[0]
}

/// The product of linear algebra: a number scales, rows meet columns.
func product(_ left: Value, _ right: Value, _ meter: inout Meter) throws(OperationError) -> Value {
  try checkProduct(left.shape, right.shape, &meter)
  let (rows, inner, columns, shape): (Int, Int, Int, Shape)
  switch (left.shape, right.shape) {
  case (.number, _), (_, .number): return try entrywise(left, right, *)
  case (.vector(let count), .vector): (rows, inner, columns, shape) = (1, count, 1, .number)
  case (.matrix(let r, let i), .vector): (rows, inner, columns, shape) = (r, i, 1, .vector(r))
  case (.matrix(let r, let i), .matrix(_, let c)):
    (rows, inner, columns, shape) = (r, i, c, .matrix(rows: r, columns: c))
  case (.vector(let r), .matrix(_, let c)):
    (rows, inner, columns, shape) = (r, 1, c, .matrix(rows: r, columns: c))
  }
  let entries = Core.product(
    left.entries, rows: rows, right.entries, inner: inner, columns: columns)
  guard left.twin != nil || right.twin != nil else { return Value(shape, entries) }
  let matrix = Matrix(rows: rows, columns: inner, columnMajor: left.singles)
  let twin = product(matrix, right.singles, columns: columns)
  return Value(shape, entries, twin: twin)
}

/// Each column of the right, multiplied by the left as the network does it.
private func product(_ left: Matrix, _ right: [Float], columns: Int) -> [Float] {
  if columns == 1 { return left.times(right) }
  var product: [Float] = []
  product.reserveCapacity(left.rows * columns)
  for start in stride(from: 0, to: right.count, by: max(left.columns, 1)) {
    product += left.times(Array(right[start..<start + left.columns]))
  }
  return product
}

/// Refuses shapes that have no product, and products too large to wait for.
private func checkProduct(_ left: Shape, _ right: Shape, _ meter: inout Meter)
  throws(OperationError)
{
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
func transposed(_ value: Value) throws(OperationError) -> Value {
  switch value.shape {
  case .number: throw .needs(.vectorOrMatrix, operand: 0)
  case .vector(let count): value.reshaped(.matrix(rows: 1, columns: count))
  case .matrix(let rows, let columns):
    value.transposed(rows: rows, columns: columns)
  }
}

/// A quotient entry by entry, where no divisor is 0.
func quotient(_ left: Value, _ right: Value) throws(OperationError) -> Value {
  if let index = right.entries.firstIndex(of: 0) {
    throw .divisionByZero(right.shape.entry(at: index))
  }
  return try entrywise(left, right, /)
}

/// What is left over by a division, entry by entry: of the divisor's sign, as in mathematics.
func remainder(_ left: Value, _ right: Value) throws(OperationError) -> Value {
  if let index = right.entries.firstIndex(of: 0) {
    throw .divisionByZero(right.shape.entry(at: index))
  }
  return try entrywise(left, right) { a, b in
    let rest = a.truncatingRemainder(dividingBy: b)
    return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest
  }
}

/// The largest whole number that is no larger than a quotient, entry by entry.
func wholeQuotient(_ left: Value, _ right: Value) throws(OperationError) -> Value {
  if let index = right.entries.firstIndex(of: 0) {
    throw .divisionByZero(right.shape.entry(at: index))
  }
  return try entrywise(left, right) { ($0 / $1).rounded(.down) }
}

/// A power entry by entry; what a matrix to a power is, a product or this, schools do not agree on.
func power(_ base: Value, _ exponent: Value) throws(OperationError) -> Value {
  if case .matrix = base.shape { throw .needs(.numberOrVector, operand: 0) }
  return try entryPower(base, exponent)
}

func entryPower(_ base: Value, _ exponent: Value) throws(OperationError) -> Value {
  let shape = try joinedShape(base.shape, exponent.shape)
  let pairs = joined(base.entries, exponent.entries) { ($0, $1) }
  if let index = pairs.firstIndex(where: { !hasPower($0.0, $0.1) }) {
    throw OperationError(
      .power(base: pairs[index].0, exponent: pairs[index].1, shape.entry(at: index)))
  }
  return try entrywise(base, exponent, precisePower)
}

private func hasPower(_ base: Double, _ exponent: Double) -> Bool {
  base > 0 || base == 0 && exponent >= 0 || base < 0 && exponent == exponent.rounded()
}

/// The number a value is, where nothing else will do.
func number(_ value: Value, operand: Int) throws(OperationError) -> Double {
  guard let number = value.number else { throw .needs(.number, operand: operand) }
  return number
}

/// A vector of numbers, or a matrix of rows.
func stacked(_ elements: [Value]) throws(OperationError) -> Value {
  let first = elements[0].shape
  if case .matrix = first { throw .needs(.numberOrVector, operand: 0) }
  for (index, element) in elements.enumerated() where element.shape != first {
    throw OperationError(.raggedRows(first: first, other: element.shape), operand: index)
  }
  let entries = elements.flatMap(\.entries)
  let isFromNetwork = elements.contains { $0.twin != nil }
  let twin = isFromNetwork ? elements.flatMap(\.singles) : nil
  guard case .vector(let columns) = first else {
    return Value(.vector(entries.count), entries, twin: twin)
  }
  // One element after another is a table of one column an element.
  let side = Value(.matrix(rows: columns, columns: elements.count), entries, twin: twin)
  return try transposed(side)
}
