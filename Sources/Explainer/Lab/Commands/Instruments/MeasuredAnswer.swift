import Formulas

extension Lab {
  /// What was measured becomes `ans`, so that formulas can go on with it.
  mutating func answer(_ value: Value) { bindings[NameTable.answer] = value }
}

extension Value {
  /// A matrix from its rows, all of one length, at least one.
  init(rows: [[Double]]) {
    let columns = rows[0].count
    self.init(
      .matrix(rows: rows.count, columns: columns),
      (0..<columns).flatMap { column in rows.map { $0[column] } })
  }
}
