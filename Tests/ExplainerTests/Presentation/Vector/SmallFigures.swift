@testable import Presentation

/// A small figure of every kind.
enum SmallFigures {
  static let weights = HeatMap(
    "w & b", rows: 2, columns: 2, values: [1, -0.5, 0, 0.25], scale: .signed)

  static let all: [(name: String, figure: Figure)] = [
    (
      "picture",
      .heatMap(
        HeatMap("ink", rows: 2, columns: 3, values: [0, 0.5, 1, 1, 1, 0], scale: .ink).noted {
          $0.hasRuler = true
          $0.marked = .init(rows: 0..<1, columns: 1..<2)
        })
    ),
    ("row", .heatMap(HeatMap("a", rows: 1, columns: 2, values: [0.97, .nan], scale: .ink))),
    ("gallery", .gallery([weights, weights])),
    ("bars", .barChart(BarChart("outputs", [.init("0", 0.25), .init("1", 1)], highlighted: 1))),
    ("diverging", .barChart(BarChart("", [.init("b", -1), .init("c", 0.5), .init("d", 0)]))),
    ("grid", .grid(NumberGrid("", firstRow: 3, firstColumn: 0, rows: [[0, 1.5], [-2]]))),
    ("plot", .linePlot(LinePlot([line, parabola], from: -1, to: 1))),
    ("tangent", .linePlot(tangent)),
    ("training", .trainingCurves(training)),
    ("histogram", .histogram(Histogram("h", [0, 1, 1, 2]))),
    ("neurons", .cells(CellStrip("layer 1", cells: [1, 0.5, nil], current: 1))),
    ("network", .network(network)),
    ("map", .scatterPlot(map)),
  ]

  static let map: ScatterPlot = {
    var map = ScatterPlot(
      [.init(x: -1, y: 0, kind: 3), .init(x: 2, y: 4, kind: 8)], across: "one", up: "two")
    map.marked = (x: 0, y: 1)
    return map
  }()

  static let line = LinePlot.Series("x", Curve([.init(x: -1, y: -1), .init(x: 1, y: 1)]))
  static let parabola = LinePlot.Series(
    "x^2 < 1", Curve([-1, -0.5, 0, 0.5, 1].map { .init(x: $0, y: $0 * $0) }))

  static let tangent: LinePlot = {
    var plot = LinePlot([parabola], from: -1, to: 1).low
    plot.tangent = .init(x: 0.5, y: 0.25, slope: 1, label: "the knob now")
    return plot
  }()

  static let training: TrainingCurves = {
    var curves = TrainingCurves(epochs: 2)
    curves.cost = [0.5, 1, 2].map { .init(epoch: $0, value: 0.4 / $0) }
    curves.shown = [0.5, 2].map { .init(epoch: $0, value: 0.5 + $0 / 8) }
    curves.heldOut = [0, 2].map { .init(epoch: $0, value: 0.5 + $0 / 10) }
    return curves
  }()

  static let network = NetworkDiagram(
    picture: HeatMap("", rows: 1, columns: 2, values: [1, 0], scale: .ink),
    layers: [
      [1, 0].map { .init($0, brightness: $0) }, [0.5].map { .init($0, brightness: $0) },
      [0.25, 0.9].map { .init($0, brightness: $0) },
    ],
    connections: [
      .init(layer: 2, from: 0, to: 1, term: 3), .init(layer: 1, from: 0, to: 0, term: -4),
    ])
}
