import Testing

@testable import Core

struct SeededGeneratorTests {
  @Test func `the bits are those of SplitMix64`() {
    var generator = SeededGenerator(seed: 0)
    #expect(generator.next() == 0xE220_A839_7B1D_CDAF)
    #expect(generator.next() == 0x6E78_9E6A_A1B9_65F4)
    #expect(generator.next() == 0x06C4_5D18_8009_454F)
  }

  @Test func `normal numbers have mean 0 and standard deviation 1`() {
    var generator = SeededGenerator(seed: 9)
    let numbers = (0..<100_000).map { _ in Double(generator.nextNormal()) }
    let mean = numbers.reduce(0, +) / 100_000
    let variance = numbers.reduce(0) { $0 + $1 * $1 } / 100_000
    #expect(abs(mean) < 0.01)
    #expect(abs(variance - 1) < 0.02)
  }

  @Test func `a shuffle keeps every entry`() {
    var generator = SeededGenerator(seed: 4)
    var entries = Array(0..<100)
    generator.shuffle(&entries)
    #expect(entries != Array(0..<100))
    #expect(entries.sorted() == Array(0..<100))
    #expect((0..<1000).allSatisfy { _ in (0..<7).contains(generator.next(below: 7)) })
  }
}
