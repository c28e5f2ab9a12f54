import Testing

@testable import Core

/// "hello" compressed by gzip.
let hello: [UInt8] = [
  0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0x07, 0x00, 0x86, 0xA6, 0x10,
  0x36, 5, 0, 0, 0,
]

struct GzipTests {
  @Test func `compressed bytes come back`() throws {
    #expect(try Gzip.inflate(hello, limit: 5) == Array("hello".utf8))
    #expect(try Gzip.inflate(hello + hello, limit: 10) == Array("hellohello".utf8))
  }

  @Test func `damage is told from a missing end`() {
    var damaged = hello
    damaged[20] ^= 1
    #expect(throws: GzipError.corrupt) { try Gzip.inflate(damaged, limit: 99) }
    #expect(throws: GzipError.corrupt) { try Gzip.inflate([1, 2, 3], limit: 99) }
    for count in 2..<hello.count {
      #expect(throws: GzipError.truncated) {
        try Gzip.inflate(Array(hello[..<count]), limit: 99)
      }
    }
    #expect(throws: GzipError.tooLarge(limit: 4)) { try Gzip.inflate(hello, limit: 4) }
  }
}

/// Bytes in a gzip member that stores them as they are; written from the format's description, so that
/// every field of it can be put wrong.
func stored(
  _ bytes: [UInt8], magic: [UInt8] = [0x1F, 0x8B], checksum: UInt32? = nil, size: UInt32? = nil
) -> [UInt8] {
  let count = UInt16(bytes.count)
  let length = [UInt8(truncatingIfNeeded: count), UInt8(count >> 8)]
  let block = [1] + length + length.map(~) + bytes
  return magic + [8, 0, 0, 0, 0, 0, 0, 3] + block + trailer(bytes, checksum: checksum, size: size)
}

/// What stands at the end of a gzip member of these bytes: their check sum and how many they are.
func trailer(_ bytes: [UInt8], checksum: UInt32? = nil, size: UInt32? = nil) -> [UInt8] {
  [checksum ?? crc32(bytes), size ?? UInt32(bytes.count)].flatMap { number in
    [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}

/// The check sum of gzip, a bit at a time.
private func crc32(_ bytes: [UInt8]) -> UInt32 {
  ~bytes.reduce(~0) { sum, byte in
    (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1
    }
  }
}

struct GzipMemberTests {
  private let text: [UInt8] = Array("hello".utf8)

  private func failure(_ bytes: [UInt8], limit: Int = 99) -> GzipError? {
    do throws(GzipError) {
      _ = try Gzip.inflate(bytes, limit: limit)
      return nil
    } catch { return error }
  }

  @Test func `members one after another, and zeros behind them, are read`() throws {
    #expect(try Gzip.inflate(stored(text), limit: 5) == text)
    #expect(try Gzip.inflate(stored(text) + stored([]) + stored(text), limit: 10) == text + text)
    #expect(try Gzip.inflate(stored(text) + [0, 0, 0], limit: 5) == text)
  }

  @Test func `the magic of every member counts`() {
    #expect(Gzip.isCompressed([0x1F, 0x8B]))
    #expect(!Gzip.isCompressed([0x1F, 0x8C]) && !Gzip.isCompressed([0x1E, 0x8B]))
    #expect(!Gzip.isCompressed([0x1F]))
    #expect(failure(stored(text, magic: [0x1F, 0x8C])) == .corrupt)
    #expect(failure(stored(text) + stored(text, magic: [0x1F, 0x8C])) == .corrupt)
    #expect(failure(stored(text) + stored(text, magic: [0x1E, 0x8B])) == .corrupt)
    #expect(failure(stored(text) + [0x1F]) == .corrupt)
    #expect(failure(stored(text) + text) == .corrupt)
    #expect(failure(stored(text) + [0, 0, 1]) == .corrupt)
  }

  @Test func `the check sum and the length at the end of every member count`() {
    #expect(failure(stored(text, checksum: 1)) == .corrupt)
    #expect(failure(stored(text, checksum: 1), limit: 5) == .corrupt)
    #expect(failure(stored(text, size: 6)) == .corrupt)
    #expect(failure(stored(text) + stored(text, checksum: 1)) == .corrupt)
    #expect(failure(stored(text) + stored(text, size: 4)) == .corrupt)
    #expect(failure(stored(text) + stored(text).dropLast()) == .truncated)
  }

  @Test func `the limit is the last size that is taken, of all members together`() {
    #expect(failure(stored(text), limit: 5) == nil)
    #expect(failure(stored(text), limit: 4) == .tooLarge(limit: 4))
    #expect(failure(stored(text) + stored(text), limit: 10) == nil)
    #expect(failure(stored(text) + stored(text), limit: 9) == .tooLarge(limit: 9))
    #expect(failure(stored([]), limit: 0) == nil)
    // Over the limit nothing more is read: not even that the rest is damaged.
    #expect(failure(stored(text) + stored(text, checksum: 1), limit: 7) == .tooLarge(limit: 7))
  }

  @Test func `the beginning is had without the rest`() throws {
    let damaged = stored(text + text, checksum: 1)
    #expect(try Gzip.beginning(of: damaged, count: 5) == text)
    #expect(try Gzip.beginning(of: stored(text), count: 99) == text)
    #expect(throws: GzipError.corrupt) { try Gzip.beginning(of: damaged, count: 99) }
  }
}
