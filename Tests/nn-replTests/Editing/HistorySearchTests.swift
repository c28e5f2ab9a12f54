import Testing

@testable import nn_repl

@Suite struct HistorySearchTests {
  private let entries = ["one fish", "two fish", "red", "two fish", "blue"]

  @Test func searchGoesBackAndForthAndSkipsEqualLines() {
    var search = HistorySearch(entries: entries)
    search.extend("fish", in: entries)
    #expect(search.index == 3)
    search.step(back: true, in: entries)
    #expect(search.match(in: entries)?.line == "one fish")
    search.step(back: true, in: entries)
    #expect(search.hasFailed && search.match(in: entries)?.line == "one fish")
    search.step(back: false, in: entries)
    #expect(search.match(in: entries)?.line == "two fish")
  }

  @Test func aShorterPatternBeginsAgain() {
    var search = HistorySearch(entries: entries)
    search.extend("two", in: entries)
    search.shorten(in: entries)
    search.shorten(in: entries)
    search.shorten(in: entries)
    #expect(search.match(in: entries) == nil)
    search.extend("b", in: entries)
    #expect(search.match(in: entries)?.line == "blue")
  }
}
