/// How a part of a typed line is coloured.
public struct Highlight: Equatable, Sendable {
  /// What the part is.
  public enum Role: Sendable {
    case command, name, number, symbol, unmatched
  }

  /// Characters of the line, counted from 0.
  public var range: Range<Int>
  /// What the part is.
  public var role: Role

  /// A coloured part of a line.
  public init(_ range: Range<Int>, _ role: Role) {
    self.range = range
    self.role = role
  }
}
