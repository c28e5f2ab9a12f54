import Testing

@testable import Core

/// A match reaches back into what an earlier piece of the output has held.
struct GzipWindowTests {
  /// Bits of a deflate stream: numbers from the lowest bit on, codes from the highest.
  private struct Bits {
    private(set) var bytes: [UInt8] = []
    private var count = 0

    mutating func append(_ bit: UInt8) {
      if count % 8 == 0 { bytes.append(0) }
      bytes[bytes.count - 1] |= bit << UInt8(count % 8)
      count += 1
    }

    mutating func append(code: Int, bits: Int) {
      for place in (0..<bits).reversed() { append(UInt8(code >> place & 1)) }
    }
  }

  /// A member of two stored blocks and a last one that is a match: three bytes from 32 KB before.
  private func member(_ first: [UInt8], _ second: [UInt8]) -> [UInt8] {
    var match = Bits()
    // The last block, of fixed codes: length 3, distance 24577 + 8191, end.
    match.append(1)
    match.append(code: 0b10, bits: 2)
    match.append(code: 0b000_0001, bits: 7)
    match.append(code: 29, bits: 5)
    match.append(code: 8191, bits: 13)
    match.append(code: 0, bits: 7)
    let plain = first + second
    let all = plain + plain.suffix(32_768).prefix(3)
    var member = Array(stored([]).prefix(10))
    for bytes in [first, second] {
      let length = [UInt8(bytes.count & 255), UInt8(bytes.count >> 8)]
      member.append(0)
      member += length
      member += length.map { ~$0 }
      member += bytes
    }
    return member + match.bytes + trailer(all)
  }

  @Test func `a match may reach 32 KB back, into the piece before`() throws {
    let first = (0..<65_535).map { UInt8(truncatingIfNeeded: $0 * 7 + $0 / 251) }
    for count in [10, 20_000, 40_000] {
      let second = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 13 + 5) }
      let plain = first + second
      let whole = plain + plain.suffix(32_768).prefix(3)
      let packed = member(first, second)
      #expect(try Gzip.inflate(packed, limit: whole.count) == whole)
      #expect(throws: GzipError.tooLarge(limit: whole.count - 1)) {
        try Gzip.inflate(packed, limit: whole.count - 1)
      }
      #expect(try Gzip.beginning(of: packed, count: 70_000) == Array(whole.prefix(70_000)))
    }
  }
}
