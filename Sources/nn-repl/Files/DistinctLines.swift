/// The different lines of a text, each at its last position.
///
/// It makes one pass from the end with a small hash table of its own: a history of ten thousand
/// lines is read whenever the program starts, and `Set` took five times as long.
struct DistinctLines {
  /// Where the lines are in the bytes, in their order.
  private(set) var kept: [Range<Int>] = []
  /// How many lines there are in all.
  private(set) var total = 0

  private var hashes: [UInt64] = []
  /// Indices of `kept`, from 1; 0 where there is none.
  private var table: [Int32]

  /// - Parameters:
  ///   - bytes: Lines, each ended by a line feed.
  ///   - limit: How many lines to keep at most; the last ones are kept.
  init(_ bytes: [UInt8], limit: Int) {
    var size = 64
    while size < limit * 2 { size *= 2 }
    table = Array(repeating: 0, count: size)
    var hash: UInt64 = 0
    var end = bytes.last == 0x0a ? bytes.count - 1 : bytes.count
    for index in stride(from: end - 1, through: 0, by: -1) {
      if bytes[index] == 0x0a {
        take(index + 1..<end, hash, of: bytes, limit)
        (hash, end) = (0, index)
      } else {
        hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3
      }
    }
    if end > 0 { take(0..<end, hash, of: bytes, limit) }
    kept.reverse()
  }

  private mutating func take(_ line: Range<Int>, _ hash: UInt64, of bytes: [UInt8], _ limit: Int) {
    total += 1
    guard !line.isEmpty, kept.count < limit else { return }
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (table.count - 1)
    while table[slot] != 0 {
      let other = Int(table[slot]) - 1
      if hashes[other] == hash, bytes[kept[other]].elementsEqual(bytes[line]) { return }
      slot = (slot + 1) & (table.count - 1)
    }
    kept.append(line)
    hashes.append(hash)
    table[slot] = Int32(kept.count)
  }
}
