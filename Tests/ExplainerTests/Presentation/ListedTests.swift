import Testing

@testable import Presentation

@Suite struct ListedTests {
  @Test func namesStandAsInASentence() {
    #expect(listed([]) == "")
    #expect(listed(["a"]) == "a")
    #expect(listed(["a", "b"]) == "a and b")
    #expect(listed(["a", "b", "c"], "or") == "a, b or c")
  }
}
