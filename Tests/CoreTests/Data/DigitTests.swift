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

  @Test func `what is outside 0 to 1 is brought to the nearest end`() {
    let digit = Digit(pixels: (0..<784).map { [-0.5, 0.25, 1, 1.5][$0 % 4] })
    #expect(Array(digit.pixels.prefix(4)) == [0, 0.25, 1, 1] && digit.litPixels == 588)
  }

  @Test func `black and white change places`() {
    let digit = Digit(pixels: (0..<784).map { [0, 0.25, 1, 0.5][$0 % 4] })
    #expect(digit.inverted.pixels == (0..<784).map { [1, 0.75, 0, 0.5][$0 % 4] })
  }

  @Test func `a rectangle is made black, and nothing beside it`() {
    let white = Digit(pixels: [Float](repeating: 1, count: 784))
    let covered = white.covered(rows: 3..<6, columns: 20..<28)
    for pixel in 0..<784 {
      let isInside = (3..<6).contains(pixel / 28) && (20..<28).contains(pixel % 28)
      #expect(covered.pixels[pixel] == (isInside ? 0 : 1))
    }
    #expect(white.covered(rows: 3..<3, columns: 0..<28) == white)
  }

  @Test func `noise is one number after another`() {
    var (one, other) = (SeededGenerator(seed: 8), SeededGenerator(seed: 8))
    #expect(Digit.noise(using: &one).pixels == (0..<784).map { _ in other.nextUniform() })
  }

  @Test func `a share of nothing is 0`() {
    #expect(Accuracy(examples: 0, correct: 0).share == 0)
    #expect(Accuracy(examples: 4, correct: 3).share == 0.75)
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
