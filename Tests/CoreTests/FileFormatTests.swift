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
    #expect(throws: Gzip.Failure.corrupt) { try Gzip.inflate(damaged, limit: 99) }
    #expect(throws: Gzip.Failure.corrupt) { try Gzip.inflate([1, 2, 3], limit: 99) }
    for count in 2..<hello.count {
      #expect(throws: Gzip.Failure.truncated) {
        try Gzip.inflate(Array(hello[..<count]), limit: 99)
      }
    }
    #expect(throws: Gzip.Failure.tooLarge(limit: 4)) { try Gzip.inflate(hello, limit: 4) }
  }
}

struct IDXFileTests {
  @Test func `dimensions and bytes are read`() throws {
    let file = try IDXFile(idx([2, 3], bytes: [1, 2, 3, 4, 5, 6]))
    #expect(file.dimensions == [2, 3])
    #expect(Array(file.bytes) == [1, 2, 3, 4, 5, 6])
  }

  @Test func `a header that lies is not believed`() {
    #expect(throws: IDXFile.Failure.wrongLength(promised: 47_040_000, held: 12)) {
      try IDXFile(idx([60_000, 28, 28], bytes: [UInt8](repeating: 0, count: 12)))
    }
    #expect(throws: IDXFile.Failure.tooLarge(promised: .max, limit: IDXFile.limit)) {
      try IDXFile(idx([0xFFFF_FFFF, 0xFFFF_FFFF, 0xFFFF_FFFF], bytes: []))
    }
    #expect(throws: IDXFile.Failure.notIDX) { try IDXFile([]) }
    #expect(throws: IDXFile.Failure.notIDX) { try IDXFile([0, 0, 8, 3, 0]) }
    #expect(throws: IDXFile.Failure.notIDX) {
      try IDXFile(idx([1], bytes: [1], magic: [0, 0, 13, 1]))
    }
    #expect(throws: IDXFile.Failure.compression(.truncated)) {
      try IDXFile(Array(hello.prefix(15)))
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
    #expect(throws: Dataset.Failure.countsDiffer(images: 1, labels: 2)) {
      try Dataset(images: one, labels: idx([2], bytes: [1, 2]))
    }
    #expect(throws: Dataset.Failure.badLabel(12, at: 0)) {
      try Dataset(images: one, labels: idx([1], bytes: [12]))
    }
    #expect(throws: Dataset.Failure.wrongShape([784])) {
      try Dataset(images: idx([784], bytes: picture), labels: idx([1], bytes: [1]))
    }
    #expect(throws: Dataset.Failure.wrongLabelShape([1, 1])) {
      try Dataset(images: one, labels: idx([1, 1], bytes: [1]))
    }
    #expect(throws: Dataset.Failure.images(.notIDX)) { try Dataset(images: [], labels: []) }
  }
}
