import Testing

@testable import Core

struct DigitLikenessTests {
  private let one = Drawing(digit: 1, strokes: [[.init(x: 50, y: 0), .init(x: 50, y: 100)]])
  private let dash = Drawing(digit: 7, strokes: [[.init(x: 0, y: 50), .init(x: 100, y: 50)]])

  @Test func `a drawing is like itself, and less like another`() {
    let judge = DigitLikeness([one, dash])
    let likeness = judge.likeness(of: one.rasterized())
    #expect(abs(likeness[1] - 1) < 1e-5)
    #expect(likeness[7] > 0 && likeness[7] < 0.6)
    #expect(likeness[0] == -1)
  }

  @Test func `a pixel aside is still much alike, ten are not`() {
    let judge = DigitLikeness([one])
    let digit = one.rasterized()
    let near = judge.likeness(of: digit.shifted(right: 1, down: 0))[1]
    let far = judge.likeness(of: digit.shifted(right: 10, down: 0))[1]
    #expect(near > far + 0.3 && near < 1 && far < 0.3, "\(near) and \(far)")
    #expect(judge.likeness(of: .blank)[1] == 0)
  }
}
