// Rows for columns, a small square of the table at a time: a whole row of a large one would touch
// as many places of memory as there are columns.

/// The entries of a table line after line, from its entries position after position.
///
/// - Parameters:
///   - entries: as many as `lines` times `length`, each line's entries one after another.
///   - lines: how many lines there are now; as many entries will each new line have.
public func transposed(_ entries: [Double], lines: Int, length: Int) -> [Double] {
  turned(entries, lines: lines, length: length) { $0 }
}

/// The same of the network's numbers.
public func transposed(_ entries: [Float], lines: Int, length: Int) -> [Float] {
  turned(entries, lines: lines, length: length) { $0 }
}

/// The same, each times a factor and then rounded to a Float.
public func transposed(
  _ entries: [Double], lines: Int, length: Int, scaledBy factor: Double
) -> [Float] {
  turned(entries, lines: lines, length: length) { Float($0 * factor) }
}

@inline(__always)
private func turned<Entry, Result>(
  _ entries: [Entry], lines: Int, length: Int, _ convert: (Entry) -> Result
) -> [Result] {
  precondition(entries.count == lines * length)
  let side = 16
  return unsafe [Result](unsafeUninitializedCapacity: entries.count) { result, count in
    unsafe entries.withUnsafeBufferPointer { entries in
      for top in stride(from: 0, to: lines, by: side) {
        for left in stride(from: 0, to: length, by: side) {
          for line in top..<min(top + side, lines) {
            for position in left..<min(left + side, length) {
              unsafe result[position * lines + line] = unsafe convert(
                entries[line * length + position])
            }
          }
        }
      }
    }
    count = entries.count
  }
}
