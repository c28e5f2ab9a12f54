import Testing

@testable import Core

struct SeededGeneratorTests {
  @Test func `the bits are those of SplitMix64`() {
    var generator = SeededGenerator(seed: 0)
    #expect(generator.next() == 0xE220_A839_7B1D_CDAF)
    #expect(generator.next() == 0x6E78_9E6A_A1B9_65F4)
    #expect(generator.next() == 0x06C4_5D18_8009_454F)
  }

  @Test func `numbers and orders are those made from these bits`() {
    // 2⁶⁴ · the bits' place between 0 and 1, worked out apart from the code.
    var generator = SeededGenerator(seed: 0)
    #expect(generator.nextUniform() == Float(0xE220A8) / 16_777_216)
    #expect(generator.next(below: 1000) == 431)
    #expect(generator.nextUniform() == Float(0x06C45D) / 16_777_216)
    var again = SeededGenerator(seed: 0)
    #expect(again.next(below: 1 << 62) == 0x3888_2A0E_5EC7_736B)
    var entries = Array("abcdefgh")
    var shuffler = SeededGenerator(seed: 0)
    shuffler.shuffle(&entries)
    #expect(String(entries) == "bcgfeadh")
  }

  @Test func `a range is drawn from evenly, from its start`() {
    var generator = SeededGenerator(seed: 3)
    let numbers = (0..<20_000).map { _ in Double(generator.next(in: -2...6)) }
    #expect((numbers.min() ?? 0) >= -2 && (numbers.min() ?? 0) < -1.99)
    #expect((numbers.max() ?? 0) < 6 && (numbers.max() ?? 0) > 5.99)
    #expect(abs(numbers.reduce(0, +) / 20_000 - 2) < 0.07)
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
