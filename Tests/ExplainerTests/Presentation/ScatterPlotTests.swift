import Testing

@testable import Explainer
@testable import Presentation

struct ScatterPlotTests {
  private var plot: ScatterPlot {
    var plot = ScatterPlot(
      [
        .init(x: 0, y: 0, kind: 1), .init(x: 10, y: 5, kind: 7), .init(x: 10, y: 5, kind: 7),
        .init(x: 10, y: 5, kind: 2), .init(x: 0, y: 5, kind: 4),
      ], across: "first", up: "second")
    plot.marked = (x: 5, y: 2.5)
    plot.tallest = 5
    return plot
  }

  @Test func `each point stands where it lies, as the kind that most are there`() {
    let shown = text(Reply([.figure(.scatterPlot(plot))]), columns: 40, unicode: false)
    #expect(
      shown == """
        up: second
        |4                                    7
        |
        |                   @
        |
        |1
        +--------------------------------------
        across: first

        """)
  }

  @Test func `words name the middles in order`() {
    #expect(
      plot.sentence
        == "5 points; across, first; up, second; the middles of the digits from left to right: 1, 4, 2, 7; from the bottom up: 1, 2, 4, 7; the marked one lies nearest to the middle of 1"
    )
    #expect(ScatterPlot([], across: "a", up: "b").sentence == "no points")
    let odd = ScatterPlot(
      [.init(x: .nan, y: 0, kind: 1), .init(x: 0, y: 0, kind: 12)], across: "a", up: "b")
    #expect(odd.points.isEmpty)
  }

  @Test(arguments: [40, 80, 200])
  func `no line is wider than the window`(columns: Int) {
    for row in text(Reply([.figure(.scatterPlot(plot))]), columns: columns).split(separator: "\n") {
      #expect(String(row).displayWidth <= columns, "\(row)")
    }
    let alone = ScatterPlot([.init(x: 3, y: 3, kind: 5)], across: "a", up: "b")
    #expect(text(Reply([.figure(.scatterPlot(alone))]), columns: 20).contains("5"))
  }
}
