import Foundation
import Lessons
import Testing

@testable import Core

struct DrawingTests {
  let drawings: [Drawing]

  init() throws {
    drawings = try DrawingFile.parse(Lessons.drawings)
  }

  @Test func `there are at least three drawings of each digit, in order`() {
    for digit in 0...9 { #expect(drawings.count { $0.digit == digit } >= 3) }
    #expect(drawings.map(\.digit) == drawings.map(\.digit).sorted())
  }

  @Test func `every drawing fits 20 pixels around MNIST's centre`() throws {
    for drawing in drawings {
      let digit = drawing.rasterized()
      let lit = digit.pixels.indices.filter { digit.pixels[$0] > 0.5 }
      let rows = try #require(lit.map { $0 / 28 }.max()) - #require(lit.map { $0 / 28 }.min())
      let columns = try #require(lit.map { $0 % 28 }.max()) - #require(lit.map { $0 % 28 }.min())
      #expect((17...20).contains(max(rows, columns)), "a \(drawing.digit)")
      let center = try #require(InkImage(width: 28, height: 28, ink: digit.pixels).centerOfMass)
      #expect(abs(center.x - 14.5) < 0.2 && abs(center.y - 14.5) < 0.2, "a \(drawing.digit)")
    }
  }

  @Test func `a dot is drawn in the middle, and nothing is a blank`() throws {
    let dot = Drawing(digit: 1, strokes: [[Drawing.Point(x: 30, y: 70)]]).rasterized()
    let center = try #require(InkImage(width: 28, height: 28, ink: dot.pixels).centerOfMass)
    #expect(abs(center.x - 14.5) < 1e-3 && abs(center.y - 14.5) < 1e-3)
    #expect(dot[14, 14] == 1 && dot.litPixels == 9)
    #expect(Drawing(digit: 1, strokes: []).rasterized() == .blank)
    #expect(Drawing(digit: 1, strokes: [[]]).rasterized() == .blank)
  }

  @Test func `numbers are the nearest that there are`() throws {
    let words =
      (0...1999).map { "\($0 / 10).\($0 % 10)\($0 % 7)" } + [
        "7", "-3.25", "1e2", "0.1", ".5", "12.", "000012", "1.00001", "150.00001",
        "100.00000000001",
      ]
    let text = "digit 3\nstroke " + words.map { "\($0),0" }.joined(separator: " ")
    let points = try DrawingFile.parse(Array(text.utf8))[0].strokes[0]
    #expect(points.map(\.x) == words.map { Float($0) })
  }

  @Test func `mistakes in the file are told by line`() {
    func mistake(_ text: String) -> DrawingFileError? {
      do throws(DrawingFileError) {
        _ = try DrawingFile.parse(Array(text.utf8))
        return nil
      } catch { return error }
    }
    #expect(mistake("# note\n\ndigit 3 pen 1.2\nstroke 1,2 3,4\n") == nil)
    for sound in [
      "digit 0", "digit 9", "digit 3 pen 4.99", "digit 3 pen 0.01",
      "digit 3\nstroke -100,200 200,-100",
    ] { #expect(mistake(sound) == nil, "\(sound)") }
    for unsound in [
      "digit 10", "digit -1", "digit 3.5", "digit 3 pen 5", "digit 3 pen 0", "digit 3 pen",
      "digit 3 ink 2", "digit", "digit 3 4", "digits 3",
    ] { #expect(mistake("\n" + unsound) == .unreadableLine(2), "\(unsound)") }
    for unsound in [
      "-100.5,0", "200.5,0", "0,-101", "0,201", "1", "1,", ",1", "1,2,3", "", "1.2.3,0", ".,0",
      "1/2,0", "1:,0", "0,1.2.",
    ] {
      #expect(mistake("digit 3\nstroke \(unsound)") == .unreadableLine(2), "\(unsound)")
    }
    #expect(mistake("stroke 1,2") == .unreadableLine(1))
    #expect(mistake("digit 3\nstroke 1,2 3") == .unreadableLine(2))
    #expect(mistake("digit 12") == .unreadableLine(1))
    #expect(mistake("digit 3 pen inf") == .unreadableLine(1))
    #expect(mistake("digit 3\nstroke nan,1 2,2") == .unreadableLine(2))
    #expect(mistake("digit 3\nstroke 1,1 2,1e38") == .unreadableLine(2))
  }
}
