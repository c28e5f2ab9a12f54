import Core
import Presentation

/// A digit that is moved, and what the network makes of it on the way: pictures, and outputs beside
/// them.
struct DigitMotion {
  private let lab: Lab
  /// From what it was to what it is now; what it is now alone where the way takes too long to find.
  private let way: [Digit]
  /// The outputs for each; nil where they are not shown.
  private let outputs: [[Float]]?

  private static let moments = 8
  private static let pause = Duration.milliseconds(50)
  /// Larger networks take longer than anybody should wait for a reply.
  private static let mostParameters = 200_000
  private static let mostOutputs = 16

  /// - Parameter lab: The bench with the digit as it is now.
  init(from before: Digit, _ change: DigitChange, on lab: Lab) {
    self.lab = lab
    let isQuick = lab.network.parameters.total <= Self.mostParameters
    let before = (0..<(isQuick ? Self.moments : 0)).map {
      change.applied(to: before, part: Float($0) / Float(Self.moments))
    }
    way = before + [lab.current.digit]
    outputs =
      lab.readsDigits && lab.network.sizes[lab.network.outputLayer] <= Self.mostOutputs
      ? Self.outputs(way, lab.network) : nil
  }

  /// What the network makes of each; nil where a sum is too large.
  private static func outputs(_ way: [Digit], _ network: Network) -> [[Float]]? {
    let passes = way.map { network.forward($0.pixels) }
    return passes.allSatisfy { $0.layers.allSatisfy { $0.z.allSatisfy(\.isFinite) } }
      ? passes.map(\.output) : nil
  }

  /// The picture, and beside it the outputs and what else is said.
  func block(_ words: [Block]) -> Block {
    let chart = bars.map { [Block.figure($0)] } ?? []
    return .layouts([
      Layout(columns: 119, rows: 39, [.beside([[.figure(picture(\.large))], chart + words])]),
      Layout(columns: 72, [.beside([[.figure(picture { $0 })], chart + words])]),
      Layout([.figure(picture { $0.noted { $0.hasRuler = false } })] + words),
    ])
  }

  private func picture(_ look: (HeatMap) -> HeatMap) -> Figure {
    func figure(_ digit: Digit) -> Figure {
      .heatMap(look(HeatMap(lab.current.origin, digit).noted { $0.hasRuler = true }))
    }
    let moments = way.dropLast().map { figure(Self.coarse($0)) }
    return figure(lab.current.digit).moving(from: moments, pause: Self.pause)
  }

  /// In five shades: on the way nobody sees more, and they take half the bytes.
  private static func coarse(_ digit: Digit) -> Digit {
    Digit(pixels: digit.pixels.map { ($0 * 4).rounded() / 4 })
  }

  private var bars: Figure? {
    outputs.map { outputs in
      let length = lab.network.layer(lab.network.outputLayer).activation.barLength
      let charts = outputs.map { values in
        let answer = Brightest(values).only
        let all = values.enumerated().map { BarChart.Bar(String($0), $1) }
        return Figure.barChart(BarChart("outputs", all, highlighted: answer, length: length))
      }
      return charts[charts.count - 1].moving(from: charts.dropLast(), pause: Self.pause)
    }
  }
}
