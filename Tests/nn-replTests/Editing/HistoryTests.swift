import Testing

@testable import nn_repl

@Suite struct HistoryTests {
  @Test func aLineTypedAgainMovesToTheEnd() {
    let history = History(file: nil)
    ["a", "b", "a", "  "].forEach { history.add($0) }
    #expect(history.entries == ["b", "a"])
  }
}
