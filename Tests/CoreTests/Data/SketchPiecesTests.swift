import Testing

@testable import Core

struct SketchPiecesTests {
  private let cross = Sketch([
    .init([.init(x: 2, y: 14), .init(x: 26, y: 14)]),
    .init([.init(x: 14, y: 2), .init(x: 14, y: 26)]),
  ])

  @Test func `all of it is the picture, nothing of it is black`() {
    #expect(cross.uncovered(1) == cross.normalized().digit)
    #expect(cross.uncovered(0) == .blank)
    #expect(Sketch().uncovered(0.5) == .blank)
  }

  @Test func `strokes come in order, where they lie in the whole`() {
    let (half, whole) = (cross.uncovered(0.5), cross.normalized().digit)
    // The first stroke is there, and nothing of the second beyond where they cross.
    let middle = Int(Digit.centerOfMass)
    for column in 8..<20 { #expect(half[middle, column] == whole[middle, column]) }
    for row in [6, 7, 20, 21] {
      #expect(half.pixels[row * 28..<(row + 1) * 28].allSatisfy { $0 == 0 })
    }
  }

  @Test func `ink only grows`() {
    var last = Digit.blank
    for part in 1...20 {
      let now = cross.uncovered(Float(part) / 20)
      #expect(zip(last.pixels, now.pixels).allSatisfy { $0 <= $1 + 1e-6 })
      last = now
    }
  }

  @Test(arguments: [-1, 2, Float.nan, .infinity])
  func `no part is too odd`(part: Float) { _ = cross.uncovered(part) }
}
