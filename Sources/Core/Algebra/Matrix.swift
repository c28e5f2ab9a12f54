/// A table of numbers, such as the weights between two layers: one row per neuron of the next
/// layer, one column per neuron of the layer before.
///
/// The columns lie one after another in memory. A column holds every weight that leaves one input,
/// so a dark pixel (activation 0) lets a kernel pass over its whole column.
public struct Matrix: Equatable, Sendable {
  /// How many rows there are: the entries of a product with a vector.
  public let rows: Int
  /// How many columns there are: the entries a vector must have to be multiplied.
  public let columns: Int
  /// The entries, column after column: entry (row, column) stands at `column * rows + row`.
  public internal(set) var columnMajor: [Float]

  /// A matrix of zeros.
  public init(rows: Int, columns: Int) {
    self.init(
      rows: rows, columns: columns, columnMajor: [Float](repeating: 0, count: rows * columns))
  }

  /// A matrix from its columns, one after another.
  public init(rows: Int, columns: Int, columnMajor: [Float]) {
    precondition(rows >= 0 && columns >= 0 && columnMajor.count == rows * columns)
    self.rows = rows
    self.columns = columns
    self.columnMajor = columnMajor
  }

  /// A matrix from its rows, one after another, as files and people write them.
  public init(rows: Int, columns: Int, rowMajor: [Float]) {
    precondition(rowMajor.count == rows * columns)
    self.init(
      rows: rows, columns: columns,
      columnMajor: transposed(rowMajor, lines: rows, length: columns))
  }

  /// The entry at a row and a column, both counted from 0.
  public subscript(row: Int, column: Int) -> Float {
    get {
      checkBounds(row, column)
      return columnMajor[column * rows + row]
    }
    set {
      checkBounds(row, column)
      columnMajor[column * rows + row] = newValue
    }
  }

  /// One row: for a layer's weights, all that one neuron reads. `columns` entries.
  public func row(_ row: Int) -> [Float] {
    precondition(row >= 0 && row < rows)
    return (0..<columns).map { columnMajor[$0 * rows + row] }
  }

  /// One column: for a layer's weights, all that leave one input. `rows` entries.
  public func column(_ column: Int) -> [Float] {
    precondition(column >= 0 && column < columns)
    return Array(columnMajor[column * rows..<(column + 1) * rows])
  }

  /// The entries row after row, as files and people write them.
  public var rowMajor: [Float] {
    transposed(columnMajor, lines: columns, length: rows)
  }

  /// Rows become columns.
  public var transpose: Matrix {
    Matrix(rows: columns, columns: rows, columnMajor: rowMajor)
  }

  /// The product of this matrix and a vector of `columns` entries: `rows` entries.
  public func times(_ vector: [Float]) -> [Float] {
    precondition(vector.count == columns, "the vector must have one entry per column")
    return Kernels.multiply(self, by: vector)
  }

  private func checkBounds(_ row: Int, _ column: Int) {
    precondition(
      row >= 0 && row < rows && column >= 0 && column < columns, "no such entry in the matrix")
  }
}
