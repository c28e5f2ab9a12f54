import Testing

@testable import Core

/// The bytes of an IDX file that says what it likes.
func idx(_ dimensions: [Int], bytes: [UInt8], magic: [UInt8]? = nil) -> [UInt8] {
  let sizes = dimensions.flatMap { size in
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: size >> $0) }
  }
  return (magic ?? [0, 0, 8, UInt8(dimensions.count)]) + sizes + bytes
}

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
  func little(_ number: UInt32) -> [UInt8] {
    [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
  let count = UInt16(bytes.count)
  let length = [UInt8(truncatingIfNeeded: count), UInt8(count >> 8)]
  let block = [1] + length + length.map(~) + bytes
  return magic + [8, 0, 0, 0, 0, 0, 0, 3] + block + little(checksum ?? crc32(bytes))
    + little(size ?? UInt32(bytes.count))
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

struct IDXFileTests {
  @Test func `dimensions and bytes are read`() throws {
    let file = try IDXFile(idx([2, 3], bytes: [1, 2, 3, 4, 5, 6]))
    #expect(file.dimensions == [2, 3])
    #expect(Array(file.bytes) == [1, 2, 3, 4, 5, 6])
  }

  @Test func `a header that lies is not believed`() {
    #expect(throws: IDXError.wrongLength(promised: 47_040_000, held: 12)) {
      try IDXFile(idx([60_000, 28, 28], bytes: [UInt8](repeating: 0, count: 12)))
    }
    #expect(throws: IDXError.tooLarge(promised: .max, limit: IDXFile.limit)) {
      try IDXFile(idx([0xFFFF_FFFF, 0xFFFF_FFFF, 0xFFFF_FFFF], bytes: []))
    }
    #expect(throws: IDXError.notIDX) { try IDXFile([]) }
    #expect(throws: IDXError.notIDX) { try IDXFile([0, 0, 8, 3, 0]) }
    #expect(throws: IDXError.notIDX) {
      try IDXFile(idx([1], bytes: [1], magic: [0, 0, 13, 1]))
    }
    #expect(throws: IDXError.compression(.truncated)) {
      try IDXFile(Array(hello.prefix(15)))
    }
  }

  private func failure(_ file: [UInt8], limit: Int = IDXFile.limit) -> IDXError? {
    do throws(IDXError) {
      _ = try IDXHeader(file, limit: limit).contents()
      return nil
    } catch { return error }
  }

  @Test func `one byte more or less than the header says is refused, packed or not`() throws {
    let whole = idx([2, 3], bytes: [1, 2, 3, 4, 5, 6])
    #expect(try Array(IDXFile(stored(whole)).bytes) == [1, 2, 3, 4, 5, 6])
    #expect(failure(whole + [7]) == .wrongLength(promised: 6, held: 7))
    #expect(failure(whole.dropLast()) == .wrongLength(promised: 6, held: 5))
    #expect(failure(stored(whole + [7])) == .longerThanPromised(promised: 6))
    #expect(failure(stored(whole) + stored([7])) == .longerThanPromised(promised: 6))
    #expect(failure(stored(Array(whole.dropLast()))) == .wrongLength(promised: 6, held: 5))
  }

  @Test func `the limit is the largest promise that is believed`() {
    let whole = idx([2, 3], bytes: [1, 2, 3, 4, 5, 6])
    for file in [whole, stored(whole)] {
      #expect(failure(file, limit: 6) == nil)
      #expect(failure(file, limit: 5) == .tooLarge(promised: 6, limit: 5))
    }
    let most = IDXFile.limit
    #expect(failure(idx([most], bytes: [])) == .wrongLength(promised: most, held: 0))
    #expect(failure(idx([most + 1], bytes: [])) == .tooLarge(promised: most + 1, limit: most))
    #expect(IDXFile.fileLimit == most + 20)
  }

  @Test func `no more is unpacked than the header promises`() {
    // Ten megabytes of damage behind a small promise are never come to.
    let members = (0..<160).map { _ in stored([UInt8](repeating: 0, count: 65_000), checksum: 1) }
    let bomb = stored(idx([1], bytes: [7])) + members.joined()
    #expect(failure(bomb) == .longerThanPromised(promised: 1))
  }

  @Test func `one to four dimensions are read, of bytes only`() {
    for count in 1...4 {
      let sizes = [Int](repeating: 1, count: count)
      #expect(failure(idx(sizes, bytes: [9])) == nil)
      #expect(failure(idx(sizes, bytes: [9]).dropLast(2)) == .notIDX)
    }
    #expect(failure(idx([], bytes: [9])) == .notIDX)
    #expect(failure(idx([1, 1, 1, 1, 1], bytes: [9])) == .notIDX)
    for magic: [UInt8] in [[1, 0, 8, 1], [0, 1, 8, 1], [0, 0, 9, 1], [0, 0, 0x0D, 1]] {
      #expect(failure(idx([1], bytes: [9], magic: magic)) == .notIDX)
    }
  }
}

struct DatasetTests {
  private let picture = [UInt8](repeating: 7, count: 784)

  @Test func `pictures and labels go together`() throws {
    let data = try Dataset(
      images: idx([2, 28, 28], bytes: picture + picture), labels: idx([2], bytes: [4, 9]))
    #expect(data.count == 2)
    #expect(data[1].label == 9)
    #expect(data[0].digit[27, 27] == Float(7) / 255)
    #expect(data[0].target == [0, 0, 0, 0, 1, 0, 0, 0, 0, 0])
  }

  @Test func `files that do not fit each other are refused`() {
    let one = idx([1, 28, 28], bytes: picture)
    #expect(throws: DatasetError.countsDiffer(images: 1, labels: 2)) {
      try Dataset(images: one, labels: idx([2], bytes: [1, 2]))
    }
    #expect(throws: DatasetError.badLabel(12, at: 0)) {
      try Dataset(images: one, labels: idx([1], bytes: [12]))
    }
    #expect(throws: DatasetError.wrongShape([784])) {
      try Dataset(images: idx([784], bytes: picture), labels: idx([1], bytes: [1]))
    }
    #expect(throws: DatasetError.wrongLabelShape([1, 1])) {
      try Dataset(images: one, labels: idx([1, 1], bytes: [1]))
    }
    #expect(throws: DatasetError.images(.notIDX)) { try Dataset(images: [], labels: []) }
    #expect(throws: DatasetError.empty) {
      try Dataset(images: idx([0, 28, 28], bytes: []), labels: idx([0], bytes: []))
    }
    for sizes in [[1, 27, 28], [1, 14, 56], [1, 28, 29], [1, 784], [1, 28, 28, 1]] {
      let bytes = [UInt8](repeating: 7, count: sizes.reduce(1, *))
      #expect(throws: DatasetError.wrongShape(sizes)) {
        try Dataset(images: idx(sizes, bytes: bytes), labels: idx([1], bytes: [1]))
      }
    }
  }

  @Test func `what the files promise is weighed before either is unpacked`() {
    let damaged = stored(idx([2, 28, 28], bytes: picture + picture), checksum: 1)
    #expect(throws: DatasetError.countsDiffer(images: 2, labels: 1)) {
      try Dataset(images: damaged, labels: idx([1], bytes: [1]))
    }
    #expect(throws: DatasetError.images(.compression(.corrupt))) {
      try Dataset(images: damaged, labels: idx([2], bytes: [1, 1]))
    }
    #expect(throws: DatasetError.countsDiffer(images: 2, labels: 100_000_000)) {
      try Dataset(images: damaged, labels: stored(idx([100_000_000], bytes: [])))
    }
  }
}
