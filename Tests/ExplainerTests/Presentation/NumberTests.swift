import Core
import Testing

@testable import Presentation

/// Numbers as people read them.
struct NumberTests {
  @Test func `four decimals unless it takes more`() {
    #expect(Number.shown(-1.44021) == "-1.4402")
    #expect(Number.precise(0.0000453979) == "0.0000454")
    #expect(Number.precise(Float(0.999999)) == "0.99999899")
    #expect(Number.precise(0.999999999999) == "0.999999999999")
    #expect(Number.precise(1 - 0x1p-53) == "0.9999999999999999")
    #expect(Number.precise(0) == "0.0000")
    #expect(Number.precise(1) == "1.0000")
    #expect(Number.precise(2.5) == "2.5000")
  }

  @Test func `whole numbers have none, and thousands are separated`() {
    #expect(Number.grouped(13_002) == "13,002")
    #expect(Number.grouped(-1_234_567) == "-1,234,567")
    #expect(Number.grouped(999) == "999")
    #expect(Number.readable(60000.0 * 784) == "47,040,000")
    #expect(Number.readable(999_960_000.0) == "999,960,000")
    #expect(Number.readable(12345.678) == "12,345.6780")
    #expect(Number.readable(-0.0) == "0")
  }

  @Test(
    arguments: [
      (1e38, "1.000e38"), (999_960_000.5, "1.000e9"), (-1e-9, "-1.000e-9"), (3e38, "3.000e38"),
      (9.9996e20, "1.000e21"), (9.9994e20, "9.999e20"), (.leastNonzeroMagnitude, "4.941e-324"),
      (1.7976931348623157e308, "1.798e308"), (.infinity, "∞"), (-.infinity, "-∞"),
      (.nan, "not a number"), (9.99996e-7, "0.000001000"), (1e-8, "0.000000010"),
    ] as [(Double, String)])
  func `one digit stands before the point of a power of ten`(value: Double, text: String) {
    #expect(Number.readable(value) == text)
  }

  @Test(
    arguments: [
      (3, "3"), (-3, "-3"), (0.25, "0.25"), (9_999_999, "9999999"), (-9_999_999, "-9999999"),
      (1e7, "10000000"), (123_456_789, "123456789"), (-0.0, "0"), (3e38, "3·10³⁸"), (1e-9, "10⁻⁹"),
      (2.5e-12, "2.5·10⁻¹²"),
      (0.1, "0.1"), (Double(Float(0.1)), "0.1"),
    ] as [(Double, String)])
  func `a bound is written as people write it`(number: Double, words: String) {
    #expect(number.words == words)
  }

  @Test func `percentages do not round to none or all`() {
    #expect(Number.percent(0.9523) == "95.23%")
    #expect(Number.percent(59_999.0 / 60_000) == "99.998%")
    #expect(Number.percent(1) == "100%")
    #expect(Number.percent(1e-9) == "less than 0.0001%")
    #expect(Number.percent(0) == "0%")
    #expect(Number.shortPercent(0.9996) == "99.96%")
    #expect(Number.percent(.nan) == "not a number%")
  }

  @Test func `columns keep their digits when rounding carries`() {
    #expect(NumberColumn.alone(9.9996e-7) == "1.000e-6")
    #expect(NumberColumn.alone(0.0099999) == "0.01000")
    #expect(NumberColumn.alone(0.00099996) == "0.001000")
    #expect(NumberColumn([1e-40]).text(1) == "1.0000")
    #expect(NumberColumn([1e-40, 3e38]).text(3e38) == "3.000e38")
    #expect(RoundNumber(99.96, within: 0.1).text == "100")
    #expect(RoundNumber(12_000, within: 10).text == "12,000")
  }

  /// Whatever the bits, there is text, and its number is the number to the digits that are shown.
  @Test func `every number has text`() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<20_000 {
      let bits = generator.next()
      try check(Double(bitPattern: bits))
      try check(Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))))
    }
    let edges: [Double] = [
      0, -0.0, .leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude, 0x1p53,
      0x1p62, 0x1p63, 1e8,
      99_999_999.99996, 0.99996, 9.9996, 0.00099996,
    ]
    for edge in edges {
      for value in [edge, -edge, edge.nextUp, edge.nextDown] { try check(value) }
    }
  }

  private func check(_ value: Double) throws {
    for text in [Number.shown(value), Number.precise(value), Number.readable(value)] {
      guard value.isFinite else {
        #expect(["∞", "-∞", "not a number"].contains(text))
        continue
      }
      let read = try #require(Double(text.filter { $0 != "," }), "\(value) is \(text)")
      let error = value.magnitude > 1.79e308 ? 0 : (read - value).magnitude
      #expect(error <= max(0.00005001, value.magnitude * 0.000_500_1), "\(text)")
      if let e = text.firstIndex(of: "e") {
        let mantissa = try #require(Double(text[..<e]))
        #expect(1..<10 ~= mantissa.magnitude, "\(text)")
      }
    }
    for other in [value, Double.leastNonzeroMagnitude, 1, 3e38, 1e308] {
      let column = NumberColumn([value])
      #expect(!column.text(other).isEmpty)
      #expect(column.parts([other, value, -other], of: value).count == 3)
      let round = RoundNumber(other, within: value)
      #expect(!round.text.isEmpty && (!other.isFinite || round.units.magnitude < 1 << 60))
    }
    #expect(!Number.percent(value).isEmpty && !Number.shortPercent(value).isEmpty)
  }
}
