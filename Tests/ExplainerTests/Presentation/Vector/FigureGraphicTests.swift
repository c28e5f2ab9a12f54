import Testing

@testable import Presentation

/// What holds of the drawings of all figures, whatever they show.
struct FigureGraphicTests {
  @Test func `every kind is drawn on a dark ground, too, in other colors`() {
    for (name, figure) in SmallFigures.all {
      let (light, dark) = (figure.graphic(), figure.graphic(on: .dark))
      #expect(light.size == dark.size, "\(name)")
      #expect(light != dark, "\(name)")
      #expect(light.size.width > 20 && light.size.height > 20, "\(name)")
    }
  }

  @Test func `nothing lies outside of its picture`() {
    for (name, figure) in SmallFigures.all {
      let pixmap = figure.graphic().framed(by: 12, on: nil).pixmap(scale: 1)
      func isEmpty(_ x: Int, _ y: Int) -> Bool { pixmap.bytes[4 * (y * pixmap.width + x) + 3] == 0 }
      let edges =
        (0..<pixmap.width).flatMap { [($0, 0), ($0, pixmap.height - 1)] }
        + (0..<pixmap.height).flatMap { [(0, $0), (pixmap.width - 1, $0)] }
      #expect(edges.allSatisfy(isEmpty), "\(name)")
    }
  }

  @Test func `figures stand side by side while there is room, then below`() {
    let one = Figure.heatMap(
      HeatMap("", rows: 28, columns: 28, values: .init(repeating: 0, count: 784), scale: .ink))
    let size = one.graphic().size
    let three = Figure.sheet([one, one, one])
    let four = Figure.sheet([one, one, one, one])
    #expect(three.size == .init(3 * size.width + 4 * 32 - 32, size.height + 32))
    #expect(four.size == .init(three.size.width, 2 * size.height + 64))
  }

  @Test func `what is no number or far too large is drawn all the same`() {
    let odd: [Float] = [.nan, .infinity, -.infinity, .greatestFiniteMagnitude]
    var plot = LinePlot(
      [.init("x", Curve([.init(x: -1e300, y: -1e300), .init(x: 1e300, y: 1e300)]))],
      from: -1e300, to: 1e300)
    plot.tangent = .init(x: 0, y: 0, slope: 1e300, label: "")
    let figures: [Figure] = [
      .heatMap(HeatMap("", rows: 2, columns: 2, values: odd, scale: .signed)),
      .heatMap(HeatMap("", rows: 1, columns: 4, values: odd, scale: .ink)),
      .heatMap(HeatMap("", rows: 0, columns: 0, values: [], scale: .ink)),
      .barChart(BarChart("", odd.map { .init("", $0) })), .barChart(BarChart("", [])),
      .grid(NumberGrid("", firstRow: 0, firstColumn: 0, rows: [odd])),
      .grid(NumberGrid("", firstRow: 0, firstColumn: 0, rows: [[Float]]())),
      .histogram(Histogram("", odd.map(Double.init))), .histogram(Histogram("", [.nan])),
      .histogram(Histogram("", [-1e300, 1e300])), .gallery([]), .linePlot(plot),
      .cells(CellStrip("", cells: odd, current: 3)),
      .trainingCurves(TrainingCurves(epochs: 1)),
    ]
    let svg = Figure.sheet(figures).svg(title: "", description: "")
    #expect(!svg.contains("nan") && !svg.contains("inf"))
    #expect(Figure.sheet(figures).pixmap(scale: 0.5).width > 100)
  }

  @Test func `of very many numbers some are drawn, and how many is said`() {
    let chart = BarChart("many", (0..<3000).map { .init(String($0), 0.5) })
    let svg = Figure.sheet([.barChart(chart)]).svg(title: "", description: "")
    #expect(svg.contains(">The first 200 are drawn; 2,800 more are not.</text>"))
    let large = HeatMap(
      "", rows: 1000, columns: 1000, values: .init(repeating: 1, count: 1_000_000), scale: .ink)
    let strip = CellStrip("", cells: .init(repeating: nil, count: 100_000), current: 99_999)
    for figure in [Figure.heatMap(large), .cells(strip)] {
      let size = figure.graphic().size
      #expect(size.width < 1100 && size.height < 1100)
    }
  }
}
