import Testing

@testable import Core

struct SketchFileTests {
  private func parse(_ text: String) throws(SketchFileError) -> [Sketch] {
    try SketchFile.parse(Array(text.utf8))
  }

  private func mistake(_ text: String) -> SketchFileError? {
    do throws(SketchFileError) {
      _ = try parse(text)
      return nil
    } catch { return error }
  }

  @Test func `points lie on a paper of 28 by 28, and each stroke has its pen`() throws {
    let all = try parse(
      "# mine\r\nstroke 0,0 100,50\r\npen 2\r\nstroke\t25,25\r\n\r\ndigit 7 pen 0.8\r\nstroke 1,2 3,4"
    )
    #expect(all.count == 2 && all[0].label == nil && all[1].label == 7)
    #expect(all[0].strokes[0].points == [.init(x: 0, y: 0), .init(x: 28, y: 14)])
    #expect(all[0].strokes[0].penRadius == Drawing.usualPen)
    #expect(all[0].strokes[1].penRadius == 2)
    #expect(all[1].strokes[0].penRadius == 0.8)
  }

  @Test func `rub takes away what lies under it`() throws {
    let parted = try parse("stroke 0,50 100,50\nrub 50,40 50,60")[0]
    #expect(parted.strokes.count == 2)
    #expect(mistake("stroke 0,50 10,50\nrub 0,50 20,50") == .emptyDrawing(0))
    #expect(mistake("rub 0,50 20,50") == .noDrawing)
  }

  @Test func `mistakes are told by line`() {
    for line in [
      "digit", "digit x", "digit 10", "digit 3 pen", "digit 3 pin 1", "pen", "pen 0", "pen 5",
      "pen 1 2", "stroke", "stroke 1", "stroke 1,", "stroke 1,2 x", "stroke 1,nan", "stroke 1,inf",
      "stroke 1,300", "rub", "rub 1;2", "draw 1,2", "Stroke 1,2", "digit 3 4",
    ] {
      #expect(mistake("stroke 1,2\n\n\(line)\n") == .unreadableLine(3), "\(line)")
    }
    #expect(mistake("") == .noDrawing)
    #expect(mistake("# nothing\n") == .noDrawing)
    #expect(mistake("digit 3\nstroke 1,2\ndigit 4\n") == .emptyDrawing(1))
    let many = "stroke" + String(repeating: " 1,2", count: SketchFile.mostPoints)
    #expect(mistake(many) == nil)
    #expect(mistake(many + "\nrub 1,2") == .tooManyPoints(limit: SketchFile.mostPoints))
  }
}
