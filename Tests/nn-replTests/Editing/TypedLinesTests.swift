import Testing

@testable import nn_repl

@Suite struct TypedLinesTests {
  @Test func aLineAloneStaysAsItIs() {
    for line in ["", "  ", "# what?", "params"] { #expect(TypedLines(line).lines == [line]) }
  }

  @Test func ofSeveralLinesThoseCountThatSaySomething() {
    #expect(TypedLines("a\n\n # no\n b\n").lines == ["a", " b"])
    #expect(TypedLines("\n\n").lines == [])
    #expect(TypedLines("a\nb").notice(stoppedAfter: 2) == nil)
  }
}
