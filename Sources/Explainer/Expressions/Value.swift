import Core

/// What an expression can be: one number, a vector or a matrix.
///
/// A vector stands as a column, as a layer's activations do in the film. Every number is finite:
/// operations that would give anything else are errors.
public enum Value: Equatable, Sendable {
  case number(Float)
  case vector([Float])
  case matrix(Matrix)

  /// The shape of this value.
  public var shape: Shape {
    switch self {
    case .number: .number
    case .vector(let entries): .vector(entries.count)
    case .matrix(let matrix): .matrix(rows: matrix.rows, columns: matrix.columns)
    }
  }

  /// All numbers; those of a matrix column after column, as `Matrix.columnMajor`.
  public var entries: [Float] {
    switch self {
    case .number(let number): [number]
    case .vector(let entries): entries
    case .matrix(let matrix): matrix.columnMajor
    }
  }

  /// A value of the same shape with other entries, as many as there are now.
  func with(_ entries: [Float]) -> Value {
    precondition(entries.count == shape.count)
    switch self {
    case .number(let number): return .number(entries.first ?? number)
    case .vector: return .vector(entries)
    case .matrix(let matrix):
      return .matrix(Matrix(rows: matrix.rows, columns: matrix.columns, columnMajor: entries))
    }
  }

  /// The language's truth: 1 or 0.
  static func truth(_ isTrue: Bool) -> Value { .number(isTrue ? 1 : 0) }
}

/// How many entries a value has, and how they are arranged.
public enum Shape: Equatable, Sendable, CustomStringConvertible {
  case number
  case vector(Int)
  case matrix(rows: Int, columns: Int)

  /// In words: "a number", "16 entries", "16×784".
  public var description: String {
    switch self {
    case .number: "a number"
    case .vector(let count): count == 1 ? "1 entry" : "\(Number.grouped(count)) entries"
    case .matrix(let rows, let columns): "\(Number.grouped(rows))×\(Number.grouped(columns))"
    }
  }

  /// How many numbers a value of this shape holds; only for values that exist.
  var count: Int {
    switch self {
    case .number: 1
    case .vector(let count): count
    case .matrix(let rows, let columns): rows * columns
    }
  }

  /// `count`, also for shapes that no memory could hold.
  var size: Double {
    switch self {
    case .number, .vector: Double(count)
    case .matrix(let rows, let columns): Double(rows) * Double(columns)
    }
  }

  /// Where the entry at `index` stands, as the language writes it: "[3]" or "[2,5]"; nothing for a
  /// number.
  func place(_ index: Int) -> String? {
    switch self {
    case .number: nil
    case .vector: "[\(index)]"
    case .matrix(let rows, _): "[\(index % rows),\(index / rows)]"
    }
  }
}
