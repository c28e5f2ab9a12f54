import Testing

@testable import Presentation

struct RoundScaleTests {
  @Test func `ticks are round and leave little room`() {
    #expect(RoundScale.covering(0.0025, 0.9975).labels == ["0.0", "0.5", "1.0"])
    #expect(RoundScale.covering(-6, 6).labels == ["-6", "-4", "-2", "0", "2", "4", "6"])
    #expect(RoundScale.covering(0, 0.00002).labels == ["0.00000", "0.00001", "0.00002"])
    #expect(RoundScale.covering(0, 3e38).labels == ["0", "1e38", "2e38", "3e38"])
  }

  @Test func `numbers have the digits that are known`() {
    #expect(RoundNumber(0.65904, within: 0.05).text == "0.66")
    #expect(RoundNumber(-0.001, within: 0.05).text == "0")
    #expect(RoundNumber(1234.5, within: 10).text == "1,230")
    #expect(RoundNumber(2.5e30, within: 1e28).text == "2.5e30")
    #expect(RoundNumber(0.1, within: 0.1).text == "0.1")
  }
}
