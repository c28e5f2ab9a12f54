import Core

// What the functions of the language do that is more than one expression.

/// Adds up in the order of a dot product, so that sum(w .* a) is w·a to the last bit.
func total(_ entries: [Float]) -> Float {
  dotProduct(entries, [Float](repeating: 1, count: entries.count))
}

func total(_ entries: [Double]) -> Double {
  dotProduct(entries, [Double](repeating: 1, count: entries.count))
}

/// Of shares of the largest, as the square of a large Double is none.
func norm(_ entries: [Double]) -> Double {
  let largest = entries.reduce(0) { max($0, $1.magnitude) }
  guard largest > 0, largest.isFinite else { return largest }
  // A power of two, so that dividing by it loses nothing.
  let unit = Double(sign: .plus, exponent: largest.exponent, significand: 1)
  let shares = entries.map { $0 / unit }
  return unit * dotProduct(shares, shares).squareRoot()
}

/// e^z / Σ e^z. Taking the largest z away from all changes nothing but keeps e^z from overflowing.
func softmax(_ arguments: [Value]) throws(OperationError) -> Value {
  guard case .vector = arguments[0].shape else { throw .needs(.vector, operand: 0) }
  return arguments[0].mapped({ z in
    let largest = z.max() ?? 0
    let powers = z.map { preciseExponential($0 - largest) }
    let sum = total(powers)
    return powers.map { $0 / sum }
  }) { z in
    let largest = z.max() ?? 0
    let powers = z.map { exponential($0 - largest) }
    let sum = total(powers)
    return powers.map { $0 / sum }
  }
}

/// Logarithms to base e, or to another.
func logarithms(_ value: Value, base: Double?) throws(OperationError) -> Value {
  let entries = value.entries
  if let index = entries.firstIndex(where: { $0 <= 0 }) {
    throw OperationError(.logarithm(of: entries[index], value.shape.entry(at: index)), operand: 0)
  }
  guard let base else {
    return value.mapped({ $0.map(preciseLogarithm) }, single: { $0.map(logarithm) })
  }
  // Powers of 10 and 2 have whole logarithms, which a quotient of roundings may miss by a bit.
  let convert = { (number: Double) in
    let quotient = preciseLogarithm(number) / preciseLogarithm(base)
    let whole = quotient.rounded()
    return precisePower(base, whole) == number ? whole : quotient
  }
  return value.mapped({ $0.map(convert) }, single: { $0.map { Float(convert(Double($0))) } })
}

/// The root of the mean square of what lies between the entries and their mean.
func deviation(_ entries: [Double]) -> Double {
  let mean = total(entries) / Double(entries.count)
  return norm(entries.map { $0 - mean }) / Double(entries.count).squareRoot()
}

func squareRoot(_ arguments: [Value]) throws(OperationError) -> Value {
  let entries = arguments[0].entries
  if let index = entries.firstIndex(where: { $0 < 0 }) {
    throw OperationError(
      .squareRoot(of: entries[index], arguments[0].shape.entry(at: index)), operand: 0)
  }
  return arguments[0].mapped(
    { $0.map { $0.squareRoot() } }, single: { $0.map { $0.squareRoot() } })
}

func least(_ arguments: [Value]) throws(OperationError) -> Value {
  if arguments.count == 2 { return try entrywise(arguments[0], arguments[1]) { min($0, $1) } }
  return arguments[0].gathered({ $0.min() ?? .nan }, single: { $0.min() ?? .nan })
}

func greatest(_ arguments: [Value]) throws(OperationError) -> Value {
  if arguments.count == 2 { return try entrywise(arguments[0], arguments[1]) { max($0, $1) } }
  return arguments[0].gathered({ $0.max() ?? .nan }, single: { $0.max() ?? .nan })
}

/// Where the largest entry stands, compared as all else is: those of the network in Float.
func indexOfLargest(_ arguments: [Value]) throws(OperationError) -> Value {
  try extreme(arguments[0]) { $0 > $1 }
}

func indexOfSmallest(_ arguments: [Value]) throws(OperationError) -> Value {
  try extreme(arguments[0]) { $0 < $1 }
}

/// The first entry that no other goes before.
func extreme(
  _ value: Value, _ goesBefore: (Double, Double) -> Bool
) throws(OperationError) -> Value {
  guard case .vector = value.shape else { throw .needs(.vector, operand: 0) }
  let entries = try Comparison(value, value).entries
  let best = entries.indices.dropFirst().reduce(0) {
    goesBefore(entries[$1], entries[$0]) ? $1 : $0
  }
  return .number(Double(best))
}

func rows(_ arguments: [Value]) throws(OperationError) -> Value {
  .number(try lines(arguments[0]).rows)
}

func columns(_ arguments: [Value]) throws(OperationError) -> Value {
  .number(try lines(arguments[0]).columns)
}

func shape(_ arguments: [Value]) throws(OperationError) -> Value {
  let lines = try lines(arguments[0])
  if case .vector = arguments[0].shape { return .vector([lines.rows]) }
  return .vector([lines.rows, lines.columns])
}

func lines(_ value: Value) throws(OperationError) -> (rows: Double, columns: Double) {
  switch value.shape {
  case .number: throw .needs(.vectorOrMatrix, operand: 0)
  case .vector(let count): (Double(count), 1)
  case .matrix(let rows, let columns): (Double(rows), Double(columns))
  }
}

func dot(_ arguments: [Value]) throws(OperationError) -> Value {
  let (left, right) = (arguments[0], arguments[1])
  if case .matrix = left.shape { return try matrixProduct(left, right) }
  guard case .vector(let count) = left.shape else { throw .needs(.vector, operand: 0) }
  guard case .vector(let other) = right.shape else { throw .needs(.vector, operand: 1) }
  guard count == other else { throw .mismatch(.dot) }
  let isFromNetwork = left.twin != nil || right.twin != nil
  return Value(
    .number, [dotProduct(left.entries, right.entries)],
    twin: isFromNetwork ? [dotProduct(left.singles, right.singles)] : nil)
}

/// What others call the dot product of a matrix.
private func matrixProduct(_ left: Value, _ right: Value) throws(OperationError) -> Value {
  var meter = Meter(limits: .standard)
  return try product(left, right, &meter)
}

/// n! of whole numbers whose factorial a Double holds.
func factorials(_ arguments: [Value]) throws(OperationError) -> Value {
  let entries = arguments[0].entries
  if let index = entries.firstIndex(where: { $0 != $0.rounded() || !(0...170 ~= $0) }) {
    throw OperationError(
      .factorial(of: entries[index], arguments[0].shape.entry(at: index)), operand: 0)
  }
  let factorial = { (number: Double) in
    stride(from: 2, through: number, by: 1).reduce(1, *)
  }
  return arguments[0].mapped(
    { $0.map(factorial) }, single: { $0.map { Float(factorial(Double($0))) } })
}

/// A picture in which a rectangle is white, to build a neuron's weights from.
func rectangle(_ arguments: [Value]) throws(OperationError) -> Value {
  let side = Digit.side
  let row = try whole(arguments, .row, in: 0...side - 1)
  let column = try whole(arguments, .column, in: 0...side - 1)
  let height = try whole(arguments, .height, in: 1...side - row)
  let width = try whole(arguments, .width, in: 1...side - column)
  var pixels = [Double](repeating: 0, count: Digit.pixelCount)
  for row in row..<row + height {
    for column in column..<column + width { pixels[row * side + column] = 1 }
  }
  return .vector(pixels)
}

/// An argument that counts rows or columns of the picture.
func whole(
  _ arguments: [Value], _ argument: ExpressionError.RectangleArgument, in range: ClosedRange<Int>
) throws(OperationError) -> Int {
  let number = try number(arguments[argument.rawValue], operand: argument.rawValue)
  guard number == number.rounded() else {
    throw OperationError(.indexNotWhole(number), operand: argument.rawValue)
  }
  let whole = Int(nearest: number)
  guard range.contains(whole) else {
    throw OperationError(
      .outsidePicture(number, argument, range), operand: argument.rawValue)
  }
  return whole
}
