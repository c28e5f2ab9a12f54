/// A value in a reply that a program reads: what JSON can say.
public enum Fact: Equatable, Sendable {
  case number(Float)
  /// A share or a measurement that needs more digits than a Float has.
  case precise(Double)
  case integer(Int)
  case text(String)
  case flag(Bool)
  /// JSON's null: there is no value here.
  case null
  case list([Fact])
  /// A list of numbers; a matrix may have a million.
  case numbers([Float])
  /// The same with more digits than a Float has.
  case preciseNumbers([Double])
  case object([String: Fact])
  /// A list of rows. A matrix may have a million numbers, which only JSON needs row by row.
  case matrix(Value)
}

extension Value {
  /// The rows of a matrix; the network's numbers have the digits of a Float.
  fileprivate var rows: [Fact] {
    guard case .matrix(let rows, let columns) = shape else { return [] }
    let turned = transposed(rows: rows, columns: columns)
    return (0..<rows).map { row in
      let range = row * columns..<(row + 1) * columns
      return turned.given.map { .numbers(Array($0[range])) }
        ?? .preciseNumbers(Array(turned.entries[range]))
    }
  }
}

extension Fact: Encodable {
  /// Writes the value alone, without the name of its case.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let value): try container.encode(value)
    case .precise(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .text(let value): try container.encode(value)
    case .flag(let value): try container.encode(value)
    case .null: try container.encodeNil()
    case .list(let values): try container.encode(values)
    case .numbers(let values): try container.encode(values)
    case .preciseNumbers(let values): try container.encode(values)
    case .object(let values): try container.encode(values)
    case .matrix(let value): try container.encode(value.rows)
    }
  }
}
