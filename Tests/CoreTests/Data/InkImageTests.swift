import Testing

@testable import Core

struct InkImageTests {
  @Test func `ink is brought to 20 pixels with its centre of mass where MNIST has it`() throws {
    // A bar of 30×120 in a corner of a large sheet.
    let ink = (0..<200 * 300).map { ($0 % 200) < 30 && ($0 / 200) < 120 ? Float(1) : 0 }
    let digit = InkImage(width: 200, height: 300, ink: ink).normalized()
    let lit = digit.pixels.indices.filter { digit.pixels[$0] > 0 }
    let rows = try #require(lit.map { $0 / 28 }.max()) - #require(lit.map { $0 / 28 }.min()) + 1
    let columns = Set(lit.map { $0 % 28 }).count
    #expect(rows == 20)
    #expect(columns == 5)
    let center = try #require(InkImage(width: 28, height: 28, ink: digit.pixels).centerOfMass)
    #expect(abs(center.x - 14.5) <= 0.5 && abs(center.y - 14.5) <= 0.5)
  }

  @Test func `grey levels come from averaging area`() {
    // 40 pixels become 20: each is the mean of two in a row and two in a column.
    let ink = (0..<1600).map { ($0 % 40) % 2 == 0 || $0 % 40 == 39 ? Float(1) : 0 }
    let digit = InkImage(width: 40, height: 40, ink: ink).normalized()
    #expect(digit[14, 14] == 0.5)
  }

  @Test func `no ink gives a blank`() {
    #expect(InkImage(width: 0, height: 0, ink: []).normalized() == .blank)
    #expect(
      InkImage(width: 3, height: 3, ink: .init(repeating: 0, count: 9)).normalized() == .blank)
  }
}
