import Testing

@testable import Core

struct AugmenterTests {
  private let bytes = (0..<784).map { pixel -> UInt8 in
    (11...17).contains(pixel % 28) && (6...22).contains(pixel / 28) ? 255 : 0
  }

  /// A picture of one bar, and how an augmenter shows it.
  private func shown(_ amounts: Augmenter.Amounts, seed: UInt64 = 1) -> Digit {
    let pictures = SparsePictures(pictures: bytes, labels: [1])
    var augmenter = Augmenter(amounts)
    var generator = SeededGenerator(seed: seed)
    var digit = Digit.blank
    augmenter.change(pictures[0], using: &generator) { digit = Digit(pixels: $0) }
    return digit
  }

  private var bar: Digit { shown(.init()) }

  @Test func `nothing to do changes nothing`() {
    #expect(bar == Digit(bytes: bytes))
  }

  @Test func `a shift by whole pixels keeps edges sharp`() {
    var seen: Set<Int> = []
    for seed in 1...40 as ClosedRange<UInt64> {
      let moved = shown(.init(shift: 2, shiftsWholePixels: true), seed: seed)
      #expect(moved.pixels.allSatisfy { $0 == 0 || $0 == 1 })
      #expect(moved.pixels.reduce(0, +) == bar.pixels.reduce(0, +))
      seen.insert(moved.pixels.firstIndex(of: 1) ?? 0)
    }
    #expect(seen.count > 12, "of 25 places")
  }

  @Test func `the middle stays in the middle and no ink is lost`() throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      let turned = shown(.init(rotation: 15, shear: 0.2), seed: seed)
      #expect(turned != bar)
      let share = turned.pixels.reduce(0, +) / bar.pixels.reduce(0, +)
      #expect(abs(share - 1) < 0.02)
      let center = try #require(InkImage(width: 28, height: 28, ink: turned.pixels).centerOfMass)
      #expect(abs(center.x - 14.5) < 0.2 && abs(center.y - 14.5) < 0.2)
    }
  }

  @Test func `rubber bends a straight edge`() {
    let bent = shown(.init(bend: 4))
    let firsts = (8...20).map { row in (0..<28).first { bent[row, $0] > 0.5 } ?? 0 }
    #expect(Set(firsts).count > 1)
    #expect(bent.litPixels > 60)
  }

  @Test func `the same seed changes it the same way, on every machine`() {
    let all = Augmenter.Amounts(rotation: 12, shear: 0.2, stretch: 0.1, shift: 1.5, bend: 3)
    #expect(shown(all) == shown(all))
    #expect(shown(all) != shown(all, seed: 2))
    let bits = shown(all).pixels.reduce(UInt32(0)) { $0 &* 31 &+ $1.bitPattern }
    #expect(bits == 2_391_032_832)
  }
}
