import Core

// Functions that move entries about, choose among them, or make new ones.

/// To the nearest whole number, or to so many decimals.
func rounded(_ arguments: [Value]) throws(OperationError) -> Value {
  let decimals = arguments.count == 2 ? try count(arguments[1], operand: 1, in: 0...15) : 0
  let unit = (0..<decimals).reduce(1.0) { unit, _ in unit * 10 }
  let round = { (number: Double) in
    // Beyond 2⁵² there is nothing left to round.
    number.magnitude * unit < 4_503_599_627_370_496 ? (number * unit).rounded() / unit : number
  }
  return arguments[0].mapped({ $0.map(round) }, single: { $0.map { Float(round(Double($0))) } })
}

func clipped(_ arguments: [Value]) throws(OperationError) -> Value {
  let low = try number(arguments[1], operand: 1)
  let high = try number(arguments[2], operand: 2)
  guard low <= high else { throw OperationError(.reversedEnds(low, high), operand: 1) }
  return arguments[0].mapped({ $0.map { min(max($0, low), high) } }) {
    $0.map { min(max($0, Float(low)), Float(high)) }
  }
}

/// The second argument where the first holds, else the third.
func chosen(_ arguments: [Value]) throws(OperationError) -> Value {
  let holds = try arguments[0].truths(operand: 0)
  let shapes = arguments.map(\.shape)
  let shape = shapes.first { $0 != .number } ?? .number
  for (operand, other) in shapes.enumerated() where other != .number && other != shape {
    throw OperationError(.unlikeShapes(shape, other), operand: operand)
  }
  let isFromNetwork = arguments[1].twin != nil || arguments[2].twin != nil
  func choose<Number>(_ yes: [Number], _ no: [Number]) -> [Number] {
    (0..<shape.count).map { index in
      let source = holds[holds.count == 1 ? 0 : index] ? yes : no
      return source[source.count == 1 ? 0 : index]
    }
  }
  return Value(
    shape, choose(arguments[1].entries, arguments[2].entries),
    twin: isFromNetwork ? choose(arguments[1].singles, arguments[2].singles) : nil)
}

// MARK: Order

/// The indices of entries by size; equal ones keep their order.
func order(_ entries: [Double], largestFirst: Bool = false) -> [Int] {
  entries.indices.sorted { left, right in
    let (a, b) = (entries[left], entries[right])
    return a == b ? left < right : (a < b) != largestFirst
  }
}

/// The order of a vector's entries, compared as all else is: those of the network in Float.
private func order(
  of value: Value, largestFirst: Bool = false
) throws(OperationError) -> [Int] {
  guard case .vector = value.shape else { throw .needs(.vector, operand: 0) }
  return order(try Comparison(value, value).entries, largestFirst: largestFirst)
}

func sorted(_ arguments: [Value]) throws(OperationError) -> Value {
  let order = try order(of: arguments[0])
  return arguments[0].picked(order, .vector(order.count))
}

func indicesInOrder(_ arguments: [Value]) throws(OperationError) -> Value {
  .vector(try order(of: arguments[0]).map(Double.init))
}

func largest(_ arguments: [Value]) throws(OperationError) -> Value {
  let order = try order(of: arguments[0], largestFirst: true)
  let most = try count(arguments[1], operand: 1, in: 1...order.count)
  return arguments[0].picked(Array(order.prefix(most)), .vector(most))
}

// MARK: Arrangement

/// The same entries in another shape, filled row after row as they are read.
func reshaped(_ arguments: [Value]) throws(OperationError) -> Value {
  let shape = try shapeAsked(arguments.dropFirst())
  guard shape.count == arguments[0].shape.count else {
    throw OperationError(.reshape(from: arguments[0].shape, to: shape), operand: 0)
  }
  let positions = rowMajor(Array(0..<arguments[0].shape.count), arguments[0].shape)
  return arguments[0].picked(columnMajor(positions, shape), shape)
}

/// A matrix's entries row after row, from column after column.
func rowMajor<Number>(_ entries: [Number], _ shape: Shape) -> [Number] {
  guard case .matrix(let rows, let columns) = shape else { return entries }
  return (0..<rows).flatMap { row in (0..<columns).map { entries[$0 * rows + row] } }
}

/// A matrix's entries column after column, from row after row.
func columnMajor<Number>(_ entries: [Number], _ shape: Shape) -> [Number] {
  guard case .matrix(let rows, let columns) = shape else { return entries }
  return (0..<columns).flatMap { column in (0..<rows).map { entries[$0 * columns + column] } }
}

func outer(_ arguments: [Value]) throws(OperationError) -> Value {
  for (operand, value) in arguments.enumerated() {
    guard case .vector = value.shape else { throw .needs(.vector, operand: operand) }
  }
  let shape = Shape.matrix(rows: arguments[0].shape.count, columns: arguments[1].shape.count)
  try checkRoom(for: shape)
  let isFromNetwork = arguments.contains { $0.twin != nil }
  let twin = { arguments[1].singles.flatMap { b in arguments[0].singles.map { $0 * b } } }
  return Value(
    shape, arguments[1].entries.flatMap { b in arguments[0].entries.map { $0 * b } },
    twin: isFromNetwork ? twin() : nil)
}

// MARK: New values

func filled(_ arguments: [Value], with number: Double) throws(OperationError) -> Value {
  let shape = try shapeAsked(arguments[...])
  return Value(shape, [Double](repeating: number, count: shape.count))
}

func wholeNumbers(_ arguments: [Value]) throws(OperationError) -> Value {
  let ends = try arguments.indices.map { (operand) throws(OperationError) in
    try count(arguments[operand], operand: operand, in: -most...most)
  }
  let (first, last) = ends.count == 2 ? (ends[0], ends[1]) : (0, ends[0])
  guard first < last else { throw OperationError(.emptySlice(from: first, to: last), operand: 0) }
  try checkRoom(for: .vector(last - first))
  return .vector((first..<last).map(Double.init))
}

/// The shape that one or two arguments ask for: a vector, or rows and columns.
private func shapeAsked(_ sizes: ArraySlice<Value>) throws(OperationError) -> Shape {
  let numbers = try sizes.indices.map { (operand) throws(OperationError) in
    try count(sizes[operand], operand: operand, in: 1...most)
  }
  let shape =
    numbers.count == 1
    ? Shape.vector(numbers[0]) : Shape.matrix(rows: numbers[0], columns: numbers[1])
  try checkRoom(for: shape)
  return shape
}

/// More entries than any value may have.
private let most = Limits.standard.entries

private func checkRoom(for shape: Shape) throws(OperationError) {
  if shape.size > Double(most) { throw OperationError(.tooManyEntries(shape, most: most)) }
}

/// An argument that is a whole number within bounds.
private func count(
  _ value: Value, operand: Int, in range: ClosedRange<Int>
) throws(OperationError) -> Int {
  let number = try number(value, operand: operand)
  guard number == number.rounded() else {
    throw OperationError(.countNotWhole(number), operand: operand)
  }
  guard number >= Double(range.lowerBound), number <= Double(range.upperBound) else {
    throw OperationError(.countOutOfRange(number, range), operand: operand)
  }
  return Int(number)
}

// MARK: Line by line

extension Function {
  /// The function of each row (axis 1) or column (axis 0) of a matrix by itself.
  func along(_ operands: [Value]) throws(OperationError) -> Value {
    let lines = try lines(of: operands[0], axis: operands[1])
    let values = try lines.map { (line) throws(OperationError) in try apply([line.value]) }
    if values.count == 1, case .vector = operands[0].shape { return values[0] }
    let stack = try stacked(values)
    guard case .matrix = stack.shape, try isAlongColumns(operands) else { return stack }
    return try transposed(stack)
  }

  /// Whether it goes down the columns.
  private func isAlongColumns(_ operands: [Value]) throws(OperationError) -> Bool {
    try axis(operands[1], of: operands[0].shape) == 0
  }

  /// One row or column.
  struct AxisLine {
    /// The entries as a vector.
    var value: Value
    /// Where each stands in the whole.
    var positions: [Int]
  }

  /// The rows or columns of a value, each as a vector.
  func lines(of value: Value, axis: Value) throws(OperationError) -> [AxisLine] {
    let axis = try self.axis(axis, of: value.shape)
    let all = Array(0..<value.shape.count)
    let positions: [[Int]] =
      switch value.shape {
      case .number, .vector: [all]
      case .matrix(let rows, let columns):
        axis == 0
          ? (0..<columns).map { column in (0..<rows).map { column * rows + $0 } }
          : (0..<rows).map { row in (0..<columns).map { $0 * rows + row } }
      }
    return positions.map { AxisLine(value: value.picked($0, .vector($0.count)), positions: $0) }
  }

  /// 0 goes down the columns, 1 along the rows; -1 is the last there is.
  private func axis(_ value: Value, of shape: Shape) throws(OperationError) -> Int {
    let axes: Int
    switch shape {
    case .number: throw .needs(.vectorOrMatrix, operand: 0)
    case .vector: axes = 1
    case .matrix: axes = 2
    }
    let number = try number(value, operand: 1)
    guard number == number.rounded(), number >= Double(-axes), number < Double(axes) else {
      throw OperationError(.noSuchAxis(number, shape), operand: 1)
    }
    return number < 0 ? Int(number) + axes : Int(number)
  }
}
