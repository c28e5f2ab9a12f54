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

  @Test func `a line one pixel wide stays one pixel wide`() {
    let (upright, level) = (
      InkImage(width: 3, height: 120, ink: (0..<360).map { $0 % 3 == 2 && $0 >= 60 ? 1 : 0 }),
      InkImage(width: 120, height: 3, ink: (0..<360).map { $0 >= 260 ? 1 : 0 })
    )
    for (image, isUpright) in [(upright, true), (level, false)] {
      let digit = image.normalized()
      for row in 0..<28 {
        for column in 0..<28 {
          let (across, along) = isUpright ? (column, row) : (row, column)
          let isInk = across == 14 && (4...23).contains(along)
          #expect(digit[row, column] == (isInk ? 1 : 0), "\(row), \(column)")
        }
      }
    }
  }

  @Test func `what is too far from the middle of the ink leaves the field`() {
    // A heavy head and a long thin tail, to each of four sides.
    func head(_ x: Int, _ y: Int) -> Float { y < 4 ? 1 : x == 9 && y < 20 ? 0.01 : 0 }
    for turn in 0..<4 {
      let ink = (0..<400).map { pixel -> Float in
        let (x, y) = (pixel % 20, pixel / 20)
        return [head(x, y), head(x, 19 - y), head(y, x), head(y, 19 - x)][turn]
      }
      let digit = InkImage(width: 20, height: 20, ink: ink).normalized()
      // The tail ends at the border, and comes in nowhere else.
      let lit = digit.pixels.indices.filter { digit.pixels[$0] > 0 }
      #expect(lit.count > 80 && lit.count < 96)
      let borders = [0, 27].map { end in
        lit.count { turn < 2 ? $0 / 28 == end : $0 % 28 == end }
      }
      #expect(borders == (turn % 2 == 0 ? [0, 1] : [1, 0]), "\(borders)")
    }
  }

  @Test func `no ink gives a blank`() {
    #expect(InkImage(width: 0, height: 0, ink: []).normalized() == .blank)
    #expect(
      InkImage(width: 3, height: 3, ink: .init(repeating: 0, count: 9)).normalized() == .blank)
  }
}
