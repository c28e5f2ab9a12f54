import Testing

@testable import Explainer
@testable import Formulas

struct RectangleTests {
  @Test func `a rectangle of ones stands where it was put`() throws {
    let rectangle = try value("rectangle(7, 10, 3, 8)")
    #expect(rectangle.shape == .vector(784))
    let pixels = rectangle.entries
    #expect(pixels.count == 784)
    #expect(
      pixels.indices.filter { pixels[$0] == 1 }
        == (7...9).flatMap { row in
          (10...17).map { 28 * row + $0 }
        })
    #expect(pixels.allSatisfy { $0 == 0 || $0 == 1 })
    #expect(try value("sum(rectangle(0, 0, 28, 28))") == .number(784))
  }

  @Test func `a rectangle that leaves the picture points at what is too large`() {
    expectErrors(
      """
      rectangle(7, 10, 3, 19)
                          ^^
      The picture is 28×28: its width cannot be 19 here.
      It goes from 1 to 18.

      rectangle(28, 0, 1, 1)
                ^^
      The picture is 28×28: its row cannot be 28 here.
      It goes from 0 to 27.

      rectangle(0, 0.5, 1, 1)
                   ^^^
      0.5 is not a whole number.
      Entries are counted 0, 1, 2 and so on; try round(…).

      rectangle(a1, 0, 1, 1)
                ^^
      rectangle needs a number here; a1 has 16 entries.
      Take one entry, as a1[3], or one number of all, as max(a1).
      """)
  }

  @Test func `a part of the digit is covered`() throws {
    var session = try bundledSession()
    _ = session.play("digit 8", "digit cover 0 0 14 28")
    #expect(session.current.digit.pixels.prefix(14 * 28).allSatisfy { $0 == 0 })
    #expect(session.current.digit.litPixels > 0)
    #expect(session.current.origin.hasSuffix("rows 0 to 13, columns 0 to 27 covered"))
    try expectProblem(
      "digit cover 20 0 9 1", "The height can't be 9.", "Use 1 to 8.")
    try expectProblem(
      "digit cover 0 0 1", "The width is missing.",
      "Write it as digit cover ROW COLUMN HEIGHT WIDTH."
    )
  }
}
