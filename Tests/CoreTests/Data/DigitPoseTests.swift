import Lessons
import Testing

@testable import Core

struct DigitPoseTests {
  private let digit: Digit

  init() throws { digit = try DrawingFile.parse(Lessons.drawings)[30].rasterized() }

  private func distance(_ first: Digit, _ second: Digit) -> Float {
    zip(first.pixels, second.pixels).map { abs($0 - $1) }.max() ?? 0
  }

  @Test func `nothing is changed by no pose`() {
    #expect(digit.posed(DigitPose()) == digit)
    #expect(digit.thickened(by: 0) == digit)
  }

  @Test func `whole shifts and quarter turns lose nothing`() {
    let shifted = digit.posed(DigitPose(right: 2, down: -3))
    #expect(shifted[7, 12] == digit[10, 10])
    #expect(shifted.posed(DigitPose(right: -2, down: 3)) == digit)
    let turned = digit.posed(DigitPose(degrees: 90))
    #expect(distance(turned.posed(DigitPose(degrees: -90)), digit) < 1e-5)
    // Clockwise: what was on top is on the right.
    #expect(abs(turned[14, 27 - 5] - digit[5, 14]) < 1e-5)
  }

  @Test func `first it is scaled and turned, then moved`() {
    let pose = DigitPose(right: 3, down: 1, degrees: 90, factor: 1)
    let inTurn = digit.posed(DigitPose(degrees: 90)).posed(DigitPose(right: 3, down: 1))
    #expect(distance(digit.posed(pose), inTurn) < 1e-5)
  }

  @Test func `a dot grows into a cross and shrinks to nothing`() {
    var pixels = [Float](repeating: 0, count: Digit.pixelCount)
    pixels[14 * 28 + 14] = 1
    let dot = Digit(pixels: pixels)
    let cross = dot.thickened(by: 1)
    #expect(cross.litPixels == 5 && cross[13, 14] == 1 && cross[13, 13] == 0)
    #expect(dot.thickened(by: 0.5)[13, 14] == 0.5)
    #expect(dot.thickened(by: 2).litPixels == 13)
    #expect(cross.thickened(by: -1) == dot && dot.thickened(by: -1) == .blank)
  }

  @Test func `noise stays within its amount, and within a picture`() {
    var generator = SeededGenerator(seed: 1)
    let noisy = digit.noisy(by: 0.2, using: &generator)
    #expect(noisy != digit && distance(noisy, digit) <= 0.2 + 1e-6)
    #expect(noisy.pixels.allSatisfy { (0...1).contains($0) })
  }
}
