import Foundation
import Lessons
import Testing

@testable import Core

struct DigitTests {
  @Test func `pixels go from 0 to 1, row after row`() {
    var bytes = [UInt8](repeating: 0, count: 784)
    bytes[28 * 14 + 13] = 255
    bytes[28 * 2 + 1] = 51
    let digit = Digit(bytes: bytes)
    #expect(digit[14, 13] == 1)
    #expect(digit[2, 1] == 0.2)
    #expect(digit.litPixels == 2)
    #expect(Digit(pixels: [Float](repeating: .nan, count: 784)) == .blank)
  }

  @Test func `shifting moves every pixel and loses what leaves the field`() {
    let digit = dot(row: 5, column: 20)
    #expect(digit.shifted(right: 3, down: -2) == dot(row: 3, column: 23))
    #expect(digit.shifted(right: 8, down: 0) == .blank)
    #expect(abs(digit.shifted(right: 0.5, down: 0)[5, 20] - 0.5) < 1e-6)
  }

  @Test func `a quarter turn is clockwise`() {
    let turned = dot(row: 0, column: 13).rotated(degrees: 90)
    #expect(abs(turned[13, 27] - 1) < 1e-5)
  }

  @Test func `scaling keeps the middle in the middle`() {
    let square = Digit(
      pixels: (0..<784).map { (10...17).contains($0 / 28) && (10...17).contains($0 % 28) ? 1 : 0 })
    let larger = square.scaled(by: 2)
    #expect(larger[7, 7] > 0.9 && larger[20, 20] > 0.9 && larger[3, 3] == 0)
  }

  /// A dot without hard edges around a pixel.
  private func softDot(_ row: Int, _ column: Int) -> Digit {
    Digit(
      pixels: (0..<784).map {
        Float(max(3 - abs($0 / 28 - row), 0) * max(3 - abs($0 % 28 - column), 0)) / 9
      })
  }

  private func center(_ digit: Digit) throws -> (x: Float, y: Float) {
    let place = try #require(InkImage(width: 28, height: 28, ink: digit.pixels).centerOfMass)
    return (place.x - 14, place.y - 14)
  }

  @Test func `turning, scaling and shifting bring ink where geometry has it`() throws {
    let dot = softDot(9, 18)
    let (x, y) = try center(dot)
    #expect(abs(x - 4.5) < 1e-5 && abs(y + 4.5) < 1e-5)
    for degrees in stride(from: Float(-350), to: 350, by: 35) {
      let turned = try center(dot.rotated(degrees: degrees))
      let radians = Double(degrees) * .pi / 180
      let (sine, cosine) = (Float(sin(radians)), Float(cos(radians)))
      #expect(abs(turned.x - (cosine * x - sine * y)) < 0.06, "\(degrees)")
      #expect(abs(turned.y - (sine * x + cosine * y)) < 0.06, "\(degrees)")
    }
    for factor in [0.7, 0.9, 1.2, 1.5] as [Float] {
      let scaled = dot.scaled(by: factor)
      let place = try center(scaled)
      #expect(abs(place.x - factor * x) < 0.1, "\(factor)")
      #expect(abs(place.y - factor * y) < 0.1, "\(factor)")
      let growth = scaled.pixels.reduce(0, +) / dot.pixels.reduce(0, +)
      #expect(abs(growth / (factor * factor) - 1) < 0.06, "\(factor)")
    }
    let shifted = dot.shifted(right: -3.25, down: 5.5)
    let place = try center(shifted)
    #expect(abs(place.x - x + 3.25) < 1e-4 && abs(place.y - y - 5.5) < 1e-4)
    #expect(abs(shifted.pixels.reduce(0, +) - dot.pixels.reduce(0, +)) < 1e-4)
  }

  @Test func `what leaves the field half is half there`() {
    let edge = dot(row: 0, column: 27)
    #expect(edge.shifted(right: 0.25, down: 0)[0, 27] == 0.75)
    #expect(edge.shifted(right: 0, down: -0.25)[0, 27] == 0.75)
    #expect(edge.shifted(right: -27, down: 27) == dot(row: 27, column: 0))
    #expect(edge.shifted(right: -28, down: 0) == .blank)
  }

  private func dot(row: Int, column: Int) -> Digit {
    Digit(pixels: (0..<784).map { $0 == row * 28 + column ? 1 : 0 })
  }
}

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

  @Test func `numbers are the nearest that there are`() throws {
    let words =
      (0...1999).map { "\($0 / 10).\($0 % 10)\($0 % 7)" } + ["7", "-3.25", "1e2", "0.1", ".5"]
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
    for unsound in ["-100.5,0", "200.5,0", "0,-101", "0,201", "1", "1,", ",1", "1,2,3", ""] {
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
