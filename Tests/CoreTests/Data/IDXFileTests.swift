import Testing

@testable import Core

/// The bytes of an IDX file that says what it likes.
func idx(_ dimensions: [Int], bytes: [UInt8], magic: [UInt8]? = nil) -> [UInt8] {
  let sizes = dimensions.flatMap { size in
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: size >> $0) }
  }
  return (magic ?? [0, 0, 8, UInt8(dimensions.count)]) + sizes + bytes
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
    #expect(most == 134_217_728 && IDXFile.fileLimit == most + 20)
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
