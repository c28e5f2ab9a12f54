extension HeatMap {
  /// The same picture with no more columns and rows than given, by averaging.
  func fitted(columns most: Int, rows mostRows: Int) -> HeatMap {
    let step = max(
      (columns + most - 1) / max(most, 1), (rows + mostRows - 1) / max(mostRows, 1), 1)
    guard step > 1 else { return self }
    let newRows = (rows + step - 1) / step
    let newColumns = (columns + step - 1) / step
    var result: [Float] = []
    for row in 0..<newRows {
      for column in 0..<newColumns {
        result.append(mean(row * step, column * step, step))
      }
    }
    var fitted = HeatMap(
      title, rows: newRows, columns: newColumns, values: result, scale: scale)
    fitted.notes.legend = notes.legend
    return fitted
  }

  /// A picture whose pixels are the means of squares of so many rows and columns; what is left over
  /// at its right and lower edge is cut.
  func shrunk(by step: Int) -> HeatMap {
    guard step > 1, rows >= step, columns >= step else { return self }
    let (newRows, newColumns) = (rows / step, columns / step)
    return HeatMap(
      title, rows: newRows, columns: newColumns,
      values: (0..<newRows * newColumns).map { index in
        mean(index / newColumns * step, index % newColumns * step, step)
      }, scale: scale)
  }

  /// The middle rows of the picture, as many as make whole lines of two pixels when it is shrunk.
  func withWholeLines(shrunkBy step: Int) -> HeatMap {
    let kept = rows / (2 * step) * 2 * step
    guard kept > 0 else { return self }
    let top = (rows - kept) / 2
    var middle = HeatMap(
      title, rows: kept, columns: columns,
      values: Array(values[top * columns..<(top + kept) * columns]), scale: scale)
    middle.notes.legend = notes.legend
    return middle
  }

  private func mean(_ row: Int, _ column: Int, _ size: Int) -> Float {
    var sum: Float = 0
    var count: Float = 0
    for r in row..<min(row + size, rows) {
      for c in column..<min(column + size, columns) {
        sum += self[r, c]
        count += 1
      }
    }
    return count > 0 ? sum / count : 0
  }
}
