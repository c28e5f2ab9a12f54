import Testing

@testable import Presentation

@Suite struct ExpressionHighlightTests {
  @Test(
    arguments: [
      ("σ(W1·a0 + 1e-3)", "nsnnsnnsnnnns"), ("(a1]", "unnu"), ("a1[2..5]ᵀ", "nnsnssnss"),
      ("12,544", "nnnnnn"), ("[1,2]", "snsns"), ("))((", "uuuu"), ("$ a⁽¹⁾", "unnnn"),
      ("not x", "sssn"),
      ("", ""), ("1e999", "uuuuu"), ("x²", "nn"),
    ] as [(String, String)])
  func roles(line: String, expected: String) {
    let letters: [Highlight.Role: String] = [
      .name: "n", .number: "n", .symbol: "s", .unmatched: "u", .command: "c",
    ]
    let painted = Highlight.expression(line).map {
      String(repeating: letters[$0.role] ?? "?", count: $0.range.count)
    }
    #expect(painted.joined() == expected)
  }

  @Test(arguments: ["σ(W1·a0 + b1", "a⁽¹⁾₅ @ € 12,54 .. ...", "\u{301}\u{301}x \r\n 👩‍👩‍👧 ²"])
  func rangesAreInOrderAndInTheLine(line: String) {
    var end = 0
    for highlight in Highlight.expression(line) {
      #expect(highlight.range.lowerBound >= end && !highlight.range.isEmpty)
      end = highlight.range.upperBound
    }
    #expect(end <= line.count)
  }
}
