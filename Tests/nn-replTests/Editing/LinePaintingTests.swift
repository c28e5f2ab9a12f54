import Testing

@testable import nn_repl

@Suite struct LinePaintingTests {
  private let layout = LineLayout(
    prompt: Array("> ".unicodeScalars), line: Array("abcdefghij".unicodeScalars), columns: 10)

  private func painting(_ text: String, _ styles: (Range<Int>, String)...) -> LinePainting {
    LinePainting(Array(text.unicodeScalars), styles: styles.map { ($0.0, $0.1) })
  }

  @Test func onlyWhatChangedIsSent() {
    let old = painting("ab", (0..<1, "31"))
    let new = painting("abc", (0..<1, "31"), (2..<3, "32"))
    #expect(
      new.output(over: old, layout: layout, cursor: 3)
        == "\u{1b}7\r\u{1b}[4C\u{1b}[32mc\u{1b}[0m\u{1b}8")
    #expect(new.output(over: new, layout: layout, cursor: 3) == "")
  }

  @Test func aPlainLineNeedsNothing() {
    #expect(painting("abc").output(over: LinePainting(), layout: layout, cursor: 3) == "")
  }

  @Test func aColourThatIsGoneIsPaintedOver() {
    let output = painting("ab").output(
      over: painting("ab", (0..<2, "31")), layout: layout, cursor: 2)
    #expect(output.contains("ab") && !output.contains("31"))
  }

  @Test func rowsAreLeftByMovingNotByWrapping() {
    let output = painting("abcdefghij", (0..<10, "31")).output(
      over: LinePainting(), layout: layout, cursor: 10)
    #expect(
      output
        == "\u{1b}7\r\u{1b}[1A\u{1b}[2C\u{1b}[31mabcdefgh\u{1b}[0m\r\u{1b}[1B\u{1b}[31mij\u{1b}[0m\u{1b}8"
    )
  }
}
