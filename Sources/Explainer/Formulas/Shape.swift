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
    case .vector(let count): count == 1 ? "1 entry" : "\(Number.grouped(count)) entries"
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
