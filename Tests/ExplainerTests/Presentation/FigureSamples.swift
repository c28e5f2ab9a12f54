import Testing

@testable import Presentation

/// A figure of every kind, small enough to be seen at a glance.
enum FigureSamples {
  struct Sample {
    let name: String
    let figure: Figure
  }

  /// Every kind that a reply can show, besides tangents and trainings, which have a suite of their own.
  static let all = [
    Sample(name: "bars", figure: .barChart(bars)),
    Sample(name: "two bars pointed out", figure: .barChart(rivals)),
    Sample(name: "bars of both signs", figure: .barChart(signed)),
    Sample(name: "a picture of light", figure: .heatMap(light)),
    Sample(name: "a signed picture", figure: .heatMap(weights)),
    Sample(name: "a row of numbers", figure: .heatMap(row)),
    Sample(name: "a gallery", figure: .gallery(Array(repeating: weights, count: 6))),
    Sample(name: "a grid of numbers", figure: .grid(grid)),
    Sample(name: "a histogram", figure: .histogram(histogram)),
    Sample(name: "a layer under way", figure: .cells(cells)),
    Sample(name: "two curves", figure: .linePlot(curves)),
    Sample(name: "a network", figure: .network(network(asked: nil))),
    Sample(name: "a network with an output asked for", figure: .network(network(asked: 0))),
  ]

  private static var bars: BarChart {
    BarChart("outputs", [.init("0", 0.02), .init("1", 0.9), .init("2", 0.4)], highlighted: 1)
  }

  private static var rivals: BarChart {
    var chart = BarChart("outputs", [.init("4", 0.68), .init("9", 0.62)], highlighted: 0)
    chart.rival = 1
    return chart
  }

  private static var signed: BarChart {
    BarChart("biases", [.init("0", 1.5), .init("1", -0.75), .init("2", 0.0)])
  }

  private static var light: HeatMap {
    HeatMap("a corner", rows: 4, columns: 6, values: (0..<24).map { Float($0) / 23 }, scale: .ink)
      .noted { $0.hasRuler = true }
  }

  private static var weights: HeatMap {
    HeatMap(
      "weights", rows: 4, columns: 6, values: (0..<24).map { Float($0 * $0 % 17 - 8) / 8 },
      scale: .signed
    ).noted { $0.legend = .likes }
  }

  private static var row: HeatMap {
    HeatMap("weights", rows: 1, columns: 4, values: [0.9974, -0.5, 12, -3.25], scale: .signed)
      .noted {
        $0.hasNumbers = true
        $0.legend = .signs
      }
  }

  private static var grid: NumberGrid {
    NumberGrid("rows 3 to 4", firstRow: 3, firstColumn: 7, rows: [[0.5, 0, 1], [0.254, 0.01, 0]])
  }

  private static var histogram: Histogram {
    Histogram("h", [-2.5] + Array(repeating: 0.5, count: 900) + Array(repeating: 1.5, count: 40))
  }

  private static var cells: CellStrip {
    CellStrip("layer 1", cells: [0.9, 0.1, 0.5, nil, nil], current: 2)
  }

  private static var curves: LinePlot {
    func curve(_ height: (Double) -> Double) -> Curve {
      Curve((0...40).map { .init(x: Double($0) / 10 - 2, y: height(Double($0) / 10 - 2)) })
    }
    var plot = LinePlot(
      [.init("x^2", curve { $0 * $0 }), .init("x", curve { $0 })], from: -2, to: 2)
    plot.tallest = 6
    return plot
  }

  private static func network(asked: Int?) -> NetworkDiagram {
    let layers: [[Float]] = [[1, 0], [0.6, 0.1, 0.9], [0.3, 0.9974]]
    let terms: [(Int, Int, Int, Float)] = [
      (2, 2, 0, -2), (2, 0, 0, 1), (2, 2, 1, 3), (2, 0, 1, -1), (1, 0, 2, 2), (1, 0, 0, -0.5),
    ]
    return NetworkDiagram(
      picture: nil, layers: layers.map { $0.map { .init($0, brightness: $0) } },
      connections: terms.map { .init(layer: $0.0, from: $0.1, to: $0.2, term: $0.3) },
      asked: asked)
  }

  /// What is drawn of it, the escape sequences as `<numbers>`.
  static func drawn(_ figure: Figure, _ columns: Int, _ isColored: Bool) -> String {
    text(
      Reply([.figure(figure)]), columns: columns, colors: isColored ? .trueColor : .none,
      unicode: isColored
    ).replacing("\u{1B}[", with: "<").replacing(#/<([0-9;]+)m/#) { "<\($0.1)>" }
  }

  /// Expects a sample to be drawn so in windows of these widths.
  static func expect(
    _ name: String, _ widths: [Int], isColored: Bool, _ golden: String,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let sample = try #require(all.first { $0.name == name })
    for width in widths {
      let drawn = drawn(sample.figure, width, isColored)
      #expect(drawn == golden, "\(width) columns", sourceLocation: location)
    }
  }
}
