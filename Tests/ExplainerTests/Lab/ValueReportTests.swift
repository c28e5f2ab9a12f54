import Testing

@testable import Lab
@testable import Presentation

/// What is said below a vector or a matrix is true of every one.
@Suite struct ValueReportTests {
  @Test(arguments: [
    ("[1, 2, 3]", "3 entries; the largest is entry 2, 3.0000."),
    ("zeros(3)", "3 entries, all 0."), ("[2, 2, 2]", "3 entries, all 2."), ("[5]", "1 entry 5."),
    ("[0.5, 0.5, 0.1]", "3 entries; the largest is 0.5000, in 2 entries."),
    (
      "[-1, -2, -3]",
      "3 entries; the largest is entry 0, -1.0000; the smallest is entry 2, -3.0000."
    ),
    (
      "[1, -4, 2, -4]",
      "4 entries; the largest is entry 2, 2.0000; the smallest is -4.0000, in 2 entries."
    ),
    (
      "[-7.525e-9, 3e-9]",
      "2 entries; the largest is entry 1, 3.000e-9; the smallest is entry 0, -7.525e-9."
    ),
    ("zeros(3, 3)", "3×3, all 0."), ("[[1e-9, 2], [3, 4]]", "2×2, from 1.000e-9 to 4.0000."),
    ("zeros(784)", "784 numbers in rows of 28, all 0. 0 of them are above 0."),
  ])
  func `a sentence is true`(formula: String, sentence: String) throws {
    let shown = text(try reply(formula), columns: 60).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    #expect(shown.hasSuffix(sentence), "\(shown.suffix(120))")
  }

  @Test func `numbers that would all be read as 0 are written as they are`() throws {
    let shown = text(try reply("[-7.525e-9, 3e-9]"))
    #expect(shown.contains("│") && shown.contains(" -7.525e-9\n"))
    #expect(text(try reply("[1e-9, 1]")).contains("0  ························ 0.0000"))
  }

  @Test(arguments: ["W1'", "W1.T", "transpose(W1)", "outer(a0, a0)", "W2 W1", "ones(500, 3)"])
  func `no matrix takes hundreds of lines`(formula: String) throws {
    let lines = text(try reply(formula)).split(separator: "\n")
    #expect(lines.count <= 45)
    #expect(lines.last?.contains("×") == true)
  }

  @Test func `columns as long as a picture are shown as pictures`() throws {
    let shown = text(try reply("W1'"))
    #expect(shown.contains("column 15") && shown.contains("784×16"))
  }
}
