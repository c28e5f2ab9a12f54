import Core

/// One function of the language: how it is written, and what it does.
struct Function: Equatable, Sendable {
  /// The first is the one to show; all may be typed.
  let names: [String]
  /// How many arguments it takes.
  let arguments: ClosedRange<Int>
  /// How it is called, for a hint.
  let usage: String
  /// What it does, in a few words.
  let note: String
  let apply: @Sendable ([Value]) throws(Fault) -> Value

  /// Each name belongs to one function.
  static func == (left: Function, right: Function) -> Bool { left.names == right.names }

  /// By every name.
  static let named: [String: Function] = {
    var named: [String: Function] = [:]
    for function in all { for name in function.names { named[name] = function } }
    return named
  }()

  /// For a Tab after `word`: every function with a name that begins so, by each such name.
  static func candidates(_ word: String) -> [Completions.Candidate] {
    all.flatMap { function in
      let fitting = function.names.filter { $0.hasPrefix(word) }
      let names = word.isEmpty || fitting.isEmpty ? fitting : function.names
      return names.map {
        Completions.Candidate($0 + "(", note: function.note, isComplete: false)
      }
    }
  }

  private init(
    _ names: [String], takes arguments: ClosedRange<Int> = 1...1, _ usage: String, _ note: String,
    _ apply: @escaping @Sendable ([Value]) throws(Fault) -> Value
  ) {
    self.names = names
    self.arguments = arguments
    self.usage = usage
    self.note = note
    self.apply = apply
  }

  /// A function of each number by itself, which keeps the shape.
  private init(
    _ name: String, also others: [String] = [], _ note: String,
    _ body: @escaping @Sendable ([Float]) -> [Float]
  ) {
    self.init([name] + others, "\(name)(z1)", note + ", entry by entry") {
      $0[0].with(body($0[0].entries))
    }
  }

  /// A function of all numbers together, which gives one.
  private init(
    gathering name: String, _ note: String, _ body: @escaping @Sendable ([Float]) -> Float
  ) {
    self.init([name], "\(name)(a1)", note) { .number(body($0[0].entries)) }
  }

  /// All of them, in the order to list them. Arguments are as many as `arguments` allows, finite,
  /// and have entries.
  static let all: [Function] = [
    Function("sigmoid", also: ["σ"], "1 / (1 + e^−z)") { Activation.sigmoid.values($0) },
    Function("relu", also: ["ReLU"], "max(0, z)") { Activation.relu.values($0) },
    Function(["softmax"], "softmax(z3)", "e^z as a share of the sum of all e^z", softmax),
    Function("exp", "e^z") { $0.map(exponential) },
    Function(["log", "ln"], "log(a1)", "natural logarithm, to base e, entry by entry", log),
    Function(["sqrt"], "sqrt(a1)", "square root, entry by entry", squareRoot),
    Function("abs", "distance from 0") { $0.map(\.magnitude) },
    Function("round", "nearest whole number, halves away from 0") { $0.map { $0.rounded() } },
    Function(gathering: "sum", "all entries, added up", total),
    Function(gathering: "mean", "the average entry") { total($0) / Float($0.count) },
    Function(
      ["min"], takes: 1...2, "min(a1) or min(a, b)", "smallest entry, or the smaller of two", least),
    Function(
      ["max"], takes: 1...2, "max(a1) or max(a, b)", "largest entry, or the larger of two", greatest
    ),
    Function(["argmax"], "argmax(a3)", "index of the largest entry, from 0", indexOfLargest),
    Function(["argmin"], "argmin(a3)", "index of the smallest entry, from 0", indexOfSmallest),
    Function(gathering: "count", "how many entries") { Float($0.count) },
    Function(["rows"], "rows(W1)", "how many rows; a vector stands as a column", rows),
    Function(["columns"], "columns(W1)", "how many columns; a vector has 1", columns),
    Function(["shape"], "shape(W1)", "rows and columns", shape),
    Function(["dot"], takes: 2...2, "dot(u, v)", "products entry by entry, added up", dot),
    Function(gathering: "norm", "length: root of the sum of squares", norm),
    Function(
      ["rectangle"], takes: 4...4, "rectangle(row, column, height, width)",
      "784 pixels: 1 inside, 0 outside", rectangle),
    Function(["transpose"], "transpose(W1)", "rows become columns, also W1ᵀ", transpose),
  ]
}

/// Adds up in the order of a dot product, so that sum(w .* a) is w·a to the last bit.
private func total(_ entries: [Float]) -> Float {
  dotProduct(entries, [Float](repeating: 1, count: entries.count))
}

/// In Double: squares of large Floats do not fit a Float.
private func norm(_ entries: [Float]) -> Float {
  Float(entries.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot())
}

/// e^z / Σ e^z. Taking the largest z away from all changes nothing but keeps e^z from overflowing.
private func softmax(_ arguments: [Value]) throws(Fault) -> Value {
  guard case .vector(let z) = arguments[0] else { throw .wants(.vector, operand: 0) }
  let largest = z.max() ?? 0
  let powers = z.map { exponential($0 - largest) }
  let sum = total(powers)
  return .vector(powers.map { $0 / sum })
}

private func log(_ arguments: [Value]) throws(Fault) -> Value {
  let entries = arguments[0].entries
  if let index = entries.firstIndex(where: { $0 <= 0 }) {
    throw Fault(
      .logarithm(of: entries[index], place: arguments[0].shape.place(index)), operand: 0)
  }
  return arguments[0].with(entries.map(logarithm))
}

private func squareRoot(_ arguments: [Value]) throws(Fault) -> Value {
  let entries = arguments[0].entries
  if let index = entries.firstIndex(where: { $0 < 0 }) {
    throw Fault(
      .squareRoot(of: entries[index], place: arguments[0].shape.place(index)), operand: 0)
  }
  return arguments[0].with(entries.map { $0.squareRoot() })
}

private func least(_ arguments: [Value]) throws(Fault) -> Value {
  try extreme(arguments) { min($0, $1) }
}

private func greatest(_ arguments: [Value]) throws(Fault) -> Value {
  try extreme(arguments) { max($0, $1) }
}

private func extreme(
  _ arguments: [Value], _ choose: (Float, Float) -> Float
) throws(Fault) -> Value {
  if arguments.count == 2 { return try entrywise(arguments[0], arguments[1], choose) }
  let entries = arguments[0].entries
  return .number(entries.dropFirst().reduce(entries[0], choose))
}

private func indexOfLargest(_ arguments: [Value]) throws(Fault) -> Value {
  guard case .vector(let entries) = arguments[0] else { throw .wants(.vector, operand: 0) }
  return .number(Float(entries.indexOfLargest))
}

private func indexOfSmallest(_ arguments: [Value]) throws(Fault) -> Value {
  guard case .vector(let entries) = arguments[0] else { throw .wants(.vector, operand: 0) }
  return .number(Float(entries.map { -$0 }.indexOfLargest))
}

private func rows(_ arguments: [Value]) throws(Fault) -> Value {
  .number(try lines(arguments[0]).rows)
}

private func columns(_ arguments: [Value]) throws(Fault) -> Value {
  .number(try lines(arguments[0]).columns)
}

private func shape(_ arguments: [Value]) throws(Fault) -> Value {
  let lines = try lines(arguments[0])
  if case .vector = arguments[0] { return .vector([lines.rows]) }
  return .vector([lines.rows, lines.columns])
}

private func lines(_ value: Value) throws(Fault) -> (rows: Float, columns: Float) {
  switch value.shape {
  case .number: throw .wants(.vectorOrMatrix, operand: 0)
  case .vector(let count): (Float(count), 1)
  case .matrix(let rows, let columns): (Float(rows), Float(columns))
  }
}

private func dot(_ arguments: [Value]) throws(Fault) -> Value {
  guard case .vector(let left) = arguments[0] else { throw .wants(.vector, operand: 0) }
  guard case .vector(let right) = arguments[1] else { throw .wants(.vector, operand: 1) }
  guard left.count == right.count else { throw .mismatch(.dot) }
  return .number(dotProduct(left, right))
}

/// A picture in which a rectangle is white, to build a neuron's weights from.
private func rectangle(_ arguments: [Value]) throws(Fault) -> Value {
  let side = Digit.side
  let row = try whole(arguments, 0, in: 0...side - 1)
  let column = try whole(arguments, 1, in: 0...side - 1)
  let height = try whole(arguments, 2, in: 1...side - row)
  let width = try whole(arguments, 3, in: 1...side - column)
  var pixels = [Float](repeating: 0, count: Digit.pixelCount)
  for row in row..<row + height {
    for column in column..<column + width { pixels[row * side + column] = 1 }
  }
  return .vector(pixels)
}

/// An argument that counts rows or columns of the picture.
private func whole(
  _ arguments: [Value], _ index: Int, in range: ClosedRange<Int>
) throws(Fault) -> Int {
  guard case .number(let number) = arguments[index] else { throw .wants(.number, operand: index) }
  guard let whole = Int(exactly: number) else {
    throw Fault(.indexNotWhole(number.words), operand: index)
  }
  guard range.contains(whole) else {
    throw Fault(
      .outsidePicture(whole, what: rectangleArguments[index], range), operand: index)
  }
  return whole
}

private let rectangleArguments = ["row", "column", "height", "width"]

private func transpose(_ arguments: [Value]) throws(Fault) -> Value {
  try transposed(arguments[0])
}
