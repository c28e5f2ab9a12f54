import Testing

@testable import nn_repl

@Suite struct LineLayoutTests {
  private func end(_ line: String, columns: Int = 10) -> [Int] {
    let layout = LineLayout(
      prompt: Array("> ".unicodeScalars), line: Array(line.unicodeScalars), columns: columns)
    return [layout.end.row, layout.end.column]
  }

  @Test func theLineFollowsThePrompt() {
    #expect(end("") == [0, 2])
    #expect(end("abc") == [0, 5])
  }

  @Test func aFullRowPutsTheCursorOnTheNext() {
    #expect(end("abcdefg") == [0, 9])
    #expect(end("abcdefgh") == [1, 0])
    #expect(end("abcdefghi") == [1, 1])
  }

  @Test func pastedLinesHaveRowsOfTheirOwn() {
    #expect(end("a\nbc") == [1, 2])
  }

  @Test func controlsAndTabsAreAsWideAsTheyAreShown() {
    #expect(end("\u{01}") == [0, 4])
    #expect(end("\t") == [0, 8])
  }
}
