import Core
import Foundation
import Testing

@testable import Lab
@testable import Presentation

/// Pictures as they stand on the screen.
struct PictureTests {
  private func shown(
    _ lines: String..., columns: Int, rows: Int? = nil,
    colors: TerminalCapabilities.ColorDepth = .none, unicode: Bool = true,
    theme: TerminalCapabilities.Theme = .dark
  ) throws -> String {
    var session = try bundledSession()
    let reply = lines.reduce(Reply()) { session.reply(to: $1, host: ScriptedHost()) }
    return TextRenderer(
      TerminalCapabilities(
        columns: columns, rows: rows, colors: colors, unicode: unicode, theme: theme)
    ).render(reply)
  }

  /// What the design says of strength, in Double and by the C library.
  private func expectedLevels(_ weights: [Float]) -> [Double] {
    let sizes = weights.map { Double(abs($0)) }.filter { $0 > 0 }.sorted()
    let full = min(sizes[sizes.count - 1], 4 * sizes[(sizes.count - 1) * 9 / 10])
    return weights.map { weight in
      let size = min(pow(Double(abs(weight)) / full, 0.6), 1) * 12
      return weight < 0 ? -size : size
    }
  }

  private func rgb(_ value: UInt32) -> String {
    "\(value >> 16),\(value >> 8 & 0xff),\(value & 0xff)"
  }

  @Test(arguments: TerminalCapabilities.Theme.allCases)
  func `each of the 784 weights is a pixel of its own color`(
    theme: TerminalCapabilities.Theme
  ) throws {
    let weights = Array(try bundledSession().network.layer(1).weights.row(5))
    let screen = PixelScreen(
      try shown("weights 1.5", columns: 80, colors: .trueColor, theme: theme))
    // Under the title and the ruler, right of the rows' numbers.
    let pixels = screen.pixels(lines: 2..<16, columns: 3..<31).joined()
    let ramps =
      theme == .dark
      ? (SignedRamp.darkFor, SignedRamp.darkAgainst)
      : (SignedRamp.lightFor, SignedRamp.lightAgainst)
    for ((weight, level), pixel) in zip(zip(weights, expectedLevels(weights)), pixels) {
      let ramp = weight > 0 ? ramps.0 : ramps.1
      // At the border of two steps either is right.
      let steps = [-0.001, 0.001].map { Int((abs(level) + $0).rounded()) }
      #expect(steps.contains { rgb(ramp[min($0, 12)]) == pixel }, "\(weight): \(pixel)")
    }
  }

  @Test func `each pixel of a digit has its brightness`() throws {
    let pixels = try bundledSession().current.digit.pixels
    let screen = PixelScreen(try shown("digit", columns: 80, colors: .trueColor))
    let shown = screen.pixels(lines: 2..<16, columns: 3..<31).joined()
    for (level, color) in zip(pixels, shown) {
      let byte = level < 0.5 ? 28 + 200 * level : 1 + 254 * level
      #expect(color == [byte, byte, byte].map { String(Int($0.rounded())) }.joined(separator: ","))
    }
  }

  @Test(arguments: [(80, 24), (120, 40), (200, 60)])
  func `no picture takes more than 20 KB`(columns: Int, rows: Int) throws {
    for line in ["digit", "digit noise 4", "weights 1.5", "W1", "weights 1", "W2", "a0", "W1[5]"] {
      let size = try shown(line, columns: columns, rows: rows, colors: .trueColor).utf8.count
      #expect(size <= 20_000, "\(line)")
    }
  }

  @Test func `pictures grow on large screens and never on others`() throws {
    func width(_ columns: Int, _ rows: Int?) throws -> Int {
      let screen = PixelScreen(
        try shown("digit", columns: columns, rows: rows, colors: .trueColor))
      return screen.rows[8].count { !$0.back.isEmpty }
    }
    #expect(try width(119, 39) == 56)
    #expect(try width(118, 39) == 28)
    #expect(try width(119, 38) == 28)
    #expect(try width(200, nil) == 28)
    #expect(try width(40, 60) == 28)
  }

  @Test func `text stands beside a picture from 72 columns on`() throws {
    func first(_ columns: Int) throws -> String {
      let text = try shown("digit", columns: columns)
      return String(text.split(separator: "\n").first ?? "")
    }
    #expect(try first(72).hasSuffix("148 of its 784 pixels are lit."))
    #expect(try first(71) == "our drawing 0 of a 3")
  }

  @Test(arguments: [40, 72, 80, 120, 200])
  func `text beside a picture is at most 76 columns wide`(columns: Int) throws {
    for line in ["weights 1.5", "digit", "classify", "pixel 14 13", "W1[5]"] {
      for row in try shown(line, columns: columns).split(separator: "\n") {
        #expect(String(row).displayWidth <= columns)
        // 31 columns of picture and ruler, and a gap of 3.
        #expect(columns < 88 || String(row).displayWidth <= 34 + 76, "\(line): \(row)")
      }
    }
  }

  @Test func `what is to be typed is never broken across lines`() {
    let code = "W1[5]*a0 + b1[5]"
    for columns in 40...80 {
      for before in 0...columns {
        let prose: Prose = "\(String(repeating: "x", count: before)) Type \(code: code) now."
        let shown = text(Reply([.prose(prose)]), columns: columns)
        #expect(shown.split(separator: "\n").contains { $0.contains(code) })
      }
    }
  }

  @Test func `what is pointed out is marked in the picture itself`() throws {
    let gold = "255,215,95"
    let screen = PixelScreen(try shown("pixel 13 14", columns: 80, colors: .trueColor))
    let pixels = screen.pixels(lines: 2..<16, columns: 3..<31)
    #expect(pixels[13][14] == gold)
    #expect(pixels.joined().count { $0 == gold } == 1)
    let covered = PixelScreen(
      try shown("digit 3", "digit cover 4 8 6 10", columns: 80, colors: .trueColor))
    // A title of two lines, for it says what is covered.
    let marked = covered.pixels(lines: 3..<17, columns: 3..<31)
    for row in 0..<28 {
      for column in 0..<28 {
        let isCovered = (4..<10).contains(row) && (8..<18).contains(column)
        #expect((marked[row][column] == "102,86,38") == isCovered, "\(row), \(column)")
      }
    }
  }

  @Test func `a vector of a picture's size is a picture, a matrix of them a gallery`() throws {
    for line in ["W1[5]", "a0", "W1[5] .* a0", "x = rectangle(1, 2, 3, 4)"] {
      let text = try shown(line, columns: 80)
      #expect(text.contains("784 numbers in rows of 28"), "\(text)")
      #expect(!text.contains("entry"))
    }
    let gallery = try shown("W1", columns: 80, rows: 24, colors: .trueColor)
    #expect(gallery.contains("row 15"))
    #expect(gallery.split(separator: "\n").count <= 22)
  }
}
