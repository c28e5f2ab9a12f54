import Core
import Presentation

extension NetworkDiagram {
  /// The network on a bench at work on what it was given, traced back from an output.
  init(_ pass: ForwardPass, _ lab: Lab, tracing output: Int? = nil) {
    let layers = zip(lab.network.layers, pass.layers).map { layer, pass in
      pass.a.map { Neuron($0, brightness: layer.activation.brightness($0)) }
    }
    self.init(
      picture: lab.readsDigits ? HeatMap("", lab.current.digit) : nil,
      layers: [pass.input.map { Neuron($0, brightness: $0) }] + layers,
      connections: Self.connections(
        pass, lab.network, into: output.map { [$0] } ?? Brightest(pass.output).indices),
      asked: output)
  }

  /// The strongest terms into some outputs, into each neuron those come from, and so on to layer 0:
  /// all that a drawing may trace.
  private static func connections(
    _ pass: ForwardPass, _ network: Network, into outputs: [Int]
  ) -> [Connection] {
    var reached = outputs
    var all: [Connection] = []
    for layer in stride(from: network.outputLayer, to: 0, by: -1) {
      let count = FanOut.most.count(network.outputLayer - layer)
      let inputs = pass.activations(layer - 1)
      let weights = network.layer(layer).weights
      let into = reached.flatMap { to in
        strongest(count, zip(weights.row(to), inputs).map { $0 * $1 }).map { from, term in
          Connection(layer: layer, from: from, to: to, term: term)
        }
      }
      all += into
      reached = Set(into.map(\.from)).sorted()
    }
    return all
  }

  /// The terms of the largest size that are neither 0 nor too large, from the largest down; of equal
  /// ones the first.
  private static func strongest(_ count: Int, _ terms: [Float]) -> [(Int, Float)] {
    var best: [(index: Int, term: Float)] = []
    for (index, term) in terms.enumerated() where term != 0 && term.isFinite {
      let rank = best.firstIndex { abs($0.term) < abs(term) } ?? best.count
      guard rank < count else { continue }
      best.insert((index, term), at: rank)
      if best.count > count { best.removeLast() }
    }
    return best.map { ($0.index, $0.term) }
  }
}

/// What is drawn of a network at work in windows of several sizes, and what stands there where
/// there is no room for it.
struct NetworkLayouts {
  let diagram: NetworkDiagram
  /// Whether one sees the pass flow through it.
  var flows = false
  /// Stands above the picture and what is said.
  var heading: [Block] = []
  /// What is said where there is room for everything, or where the window is too low for the picture.
  var words: [Block]
  /// The rows that they take beside the picture.
  var rowsOfWords = 39
  /// The picture in most windows, and what they have room for: the most that is said first.
  var brief: (Block) -> [[Block]]

  var block: Block {
    let large = picture(diagram.large)
    return .layouts([
      Layout(columns: 164, rows: rowsOfWords, heading + [.beside([[large], words])]),
      Layout(columns: 119, rows: 58, heading + [large] + words),
      Layout(columns: 119, rows: 39, [.fitting(brief(large))]),
      // In a lesson, where other words stand above and below it, the picture may be too much.
      Layout(
        rows: 24,
        [
          .fitting(
            brief(picture(diagram)).map { [.spare($0)] } + [heading + words])
        ]),
      Layout(heading + words),
    ])
  }

  private func picture(_ diagram: NetworkDiagram) -> Block {
    .figure(flows ? diagram.flowing : .network(diagram))
  }
}
