import Presentation

/// How many entries a value has, and how they are arranged.
public enum Shape: Equatable, Sendable, CustomStringConvertible {
  case number
  case vector(Int)
  case matrix(rows: Int, columns: Int)

  /// In words: "a number", "16 entries", "16×784".
  public var description: String {
    switch self {
    case .number: "a number"
    case .vector(let count): counted(count, "entry", "entries")
    case .matrix(let rows, let columns): "\(Number.grouped(rows))×\(Number.grouped(columns))"
    }
  }

  /// How many numbers a value of this shape holds; only for values that exist.
  package var count: Int {
    switch self {
    case .number: 1
    case .vector(let count): count
    case .matrix(let rows, let columns): rows * columns
    }
  }

  /// Whether it is a matrix with as many rows as columns.
  var isSquare: Bool {
    if case .matrix(let rows, let columns) = self { rows == columns } else { false }
  }

  /// `count`, also for shapes that no memory could hold.
  var size: Double {
    switch self {
    case .number, .vector: Double(count)
    case .matrix(let rows, let columns): Double(rows) * Double(columns)
    }
  }

  /// The index of an entry, given its position in column-major order; nil for a number.
  func entry(at position: Int) -> EntryIndex? {
    switch self {
    case .number: nil
    case .vector: .vector(position)
    case .matrix(let rows, _): .matrix(row: position % rows, column: position / rows)
    }
  }
}

/// The index of one entry of a vector or a matrix, from 0.
public enum EntryIndex: Equatable, Sendable, CustomStringConvertible {
  case vector(Int)
  case matrix(row: Int, column: Int)

  /// As the language writes it: "[3]" or "[2,5]".
  public var description: String {
    switch self {
    case .vector(let index): "[\(index)]"
    case .matrix(let row, let column): "[\(row),\(column)]"
    }
  }
}
