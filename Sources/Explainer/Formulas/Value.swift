import Core

/// What an expression can be: one number, a vector or a matrix.
///
/// A vector stands as a column, as a layer's activations do in the film. What is typed is computed
/// in Double. A value that comes from the network, which computes in Float, has a twin: the same
/// computation made in Float, step by step, so that comparing it with the network's own numbers
/// compares like with like. Every Double is finite, as operations that would give anything else are
/// errors; of a twin this is known only where it is compared.
public struct Value: Sendable {
  /// How the numbers are arranged.
  public let shape: Shape
  private let numbers: Numbers

  private enum Numbers: Sendable {
    /// Typed, or computed from what was typed.
    case typed([Double])
    /// Of the network: each is a Float, and its own twin.
    case given([Float])
    /// Computed from the network's: in Double, and the twin.
    case computed([Double], twin: [Float])
  }

  private init(_ shape: Shape, _ numbers: Numbers) {
    self.shape = shape
    self.numbers = numbers
  }

  /// A value from its numbers, those of a matrix column after column.
  ///
  /// - Parameter twin: the same numbers as Float arithmetic makes them, for a value that comes from
  ///   the network.
  package init(_ shape: Shape, _ entries: [Double], twin: [Float]? = nil) {
    precondition(entries.count == shape.count)
    guard let twin else {
      self.init(shape, .typed(entries))
      return
    }
    precondition(twin.count == entries.count)
    let isExact = zip(entries, twin).allSatisfy { $0 == Double($1) }
    self.init(shape, isExact ? .given(twin) : .computed(entries, twin: twin))
  }

  /// Numbers of the network's, those of a matrix column after column.
  init(_ shape: Shape, given entries: [Float]) {
    precondition(entries.count == shape.count)
    self.init(shape, .given(entries))
  }
}

extension Value {
  /// One number.
  public static func number(_ number: Double) -> Value { Value(.number, [number]) }

  /// A vector.
  public static func vector(_ entries: [Double]) -> Value { Value(.vector(entries.count), entries) }

  /// A vector of the network's.
  public static func vector(given entries: [Float]) -> Value {
    Value(.vector(entries.count), given: entries)
  }

  /// A matrix of the network's.
  public static func matrix(given matrix: Matrix) -> Value {
    Value(.matrix(rows: matrix.rows, columns: matrix.columns), given: matrix.columnMajor)
  }

  /// The language's truth: 1 or 0.
  static func truth(_ isTrue: Bool) -> Value { .number(isTrue ? 1 : 0) }
}

extension Value: Equatable {
  /// Whether two values have one shape and the same Doubles.
  public static func == (left: Value, right: Value) -> Bool {
    left.shape == right.shape && left.entries == right.entries
  }
}

extension Value {
  /// All numbers; those of a matrix column after column, as `Matrix.columnMajor`.
  public var entries: [Double] {
    switch numbers {
    case .typed(let entries), .computed(let entries, _): entries
    case .given(let entries): entries.map(Double.init)
    }
  }

  /// The numbers as Float arithmetic makes them; nil for a value that does not come from the network.
  var twin: [Float]? {
    switch numbers {
    case .typed: nil
    case .given(let twin), .computed(_, let twin): twin
    }
  }

  /// The numbers where they are the network's own and so no more than Floats.
  package var given: [Float]? {
    if case .given(let entries) = numbers { entries } else { nil }
  }

  /// The twin, or the nearest Floats: ±∞ for what is too large for one.
  var singles: [Float] { twin ?? entries.map { Float($0) } }

  /// The number that a value is; nil for vectors and matrices.
  public var number: Double? {
    guard case .number = shape else { return nil }
    return switch numbers {
    case .typed(let entries), .computed(let entries, _): entries[0]
    case .given(let entries): Double(entries[0])
    }
  }

  /// Where the first number stands that is not finite.
  var firstOverflow: Int? {
    switch numbers {
    case .typed(let entries), .computed(let entries, _): entries.firstIndex { !$0.isFinite }
    case .given(let entries): entries.firstIndex { !$0.isFinite }
    }
  }
}

extension Value {
  /// The same numbers in the same order, arranged otherwise.
  package func reshaped(_ shape: Shape) -> Value {
    precondition(shape.count == self.shape.count)
    return Value(shape, numbers)
  }

  /// Rows become columns.
  func transposed(rows: Int, columns: Int) -> Value {
    let shape = Shape.matrix(rows: columns, columns: rows)
    return rearranged(
      shape, { Core.transposed($0, lines: columns, length: rows) },
      { Core.transposed($0, lines: columns, length: rows) })
  }

  /// The entries at some positions in column-major order.
  func picked(_ positions: [Int], _ shape: Shape) -> Value {
    rearranged(
      shape, { entries in positions.map { entries[$0] } },
      { entries in positions.map { entries[$0] } })
  }

  private func rearranged(
    _ shape: Shape, _ doubles: ([Double]) -> [Double], _ singles: ([Float]) -> [Float]
  ) -> Value {
    switch numbers {
    case .typed(let entries): Value(shape, .typed(doubles(entries)))
    case .given(let entries): Value(shape, .given(singles(entries)))
    case .computed(let entries, let twin):
      Value(shape, .computed(doubles(entries), twin: singles(twin)))
    }
  }

  /// A function of all numbers that gives as many; `single` is its twin.
  func mapped(
    _ body: ([Double]) -> [Double], single: ([Float]) -> [Float]
  ) -> Value {
    Value(shape, body(entries), twin: twin.map(single))
  }

  /// A function of all numbers that gives one.
  func gathered(_ body: ([Double]) -> Double, single: ([Float]) -> Float) -> Value {
    Value(.number, [body(entries)], twin: twin.map { [single($0)] })
  }
}
