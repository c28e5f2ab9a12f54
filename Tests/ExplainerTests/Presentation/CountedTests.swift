import Testing

@testable import Presentation

struct CountedTests {
  @Test func `one is one, and all others are many`() {
    #expect(counted(1, "weight") == "1 weight")
    #expect(counted(0, "weight") == "0 weights")
    #expect(counted(12_544, "weight") == "12,544 weights")
    #expect(counted(2, "entry", "entries") == "2 entries")
  }

  @Test func `a list of one is told as one`() throws {
    try expectReply(
      to: "neuron weights=[1] inputs=[1, 2]", "There is 1 weight for 2 inputs.")
    try expectReply(
      to: "neuron weights=[1, 2] inputs=[1]", "There are 2 weights for 1 input.")
  }

  @Test func `bars on both sides of a middle fit the window with the longest numbers`() throws {
    let chart = BarChart("sums", (0..<11).map { .init(String($0), $0 == 3 ? -99_999_992 : 1) })
    for columns in 40...60 {
      let shown = text(Reply([.figure(.barChart(chart))]), columns: columns)
      #expect(shown.split(separator: "\n").allSatisfy { $0.count <= columns }, "\(shown)")
    }
  }
}
