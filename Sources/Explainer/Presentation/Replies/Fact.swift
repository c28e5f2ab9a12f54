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
  case matrix(rows: Int, MatrixNumbers)
}

/// The numbers of a matrix, column after column.
public enum MatrixNumbers: Equatable, Sendable {
  /// The network's own, with the digits of a Float.
  case floats([Float])
  case doubles([Double])

  /// One of so many rows.
  fileprivate func row(_ row: Int, of rows: Int) -> Fact {
    switch self {
    case .floats(let entries):
      .numbers(stride(from: row, to: entries.count, by: rows).map { entries[$0] })
    case .doubles(let entries):
      .preciseNumbers(stride(from: row, to: entries.count, by: rows).map { entries[$0] })
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
    case .matrix(let rows, let numbers):
      try container.encode((0..<rows).map { numbers.row($0, of: rows) })
    }
  }
}
