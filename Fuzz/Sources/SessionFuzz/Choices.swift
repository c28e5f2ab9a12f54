/// Bytes as a row of decisions: what libFuzzer mutates, and what a seeded generator fills for tests.
struct Choices {
  private var bytes: ArraySlice<UInt8>

  init(_ bytes: some Collection<UInt8>) { self.bytes = Array(bytes)[...] }

  var isEmpty: Bool { bytes.isEmpty }

  /// The next decision among so many; the first where the bytes have come to their end.
  mutating func next(below count: Int) -> Int {
    guard count > 1, let byte = bytes.popFirst() else { return 0 }
    guard count > 256, let second = bytes.popFirst() else { return Int(byte) % count }
    return (Int(byte) << 8 | Int(second)) % count
  }

  /// Whether something happens that happens once in so many times.
  mutating func once(in count: Int) -> Bool { next(below: count) == count - 1 }

  /// One of some; there is at least one.
  mutating func pick<Element>(_ some: [Element]) -> Element { some[next(below: some.count)] }
}
