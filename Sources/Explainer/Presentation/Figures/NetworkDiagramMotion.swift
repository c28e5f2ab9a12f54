// A pass through a drawn network, as an order of events.

extension NetworkDiagram {
  /// How far a pass has come.
  package struct Reach: Equatable, Sendable {
    /// The last layer whose neurons have their activations.
    var layer: Int
    /// Whether the sums of the next layer are under way.
    var isOnTheWay: Bool

    /// The input, then for each layer its sums under way and what comes of them, up to the output's.
    static func way(to outputLayer: Int) -> [Reach] {
      (0..<outputLayer).flatMap {
        [Reach(layer: $0, isOnTheWay: false), Reach(layer: $0, isOnTheWay: true)]
      }
    }

    /// The longest that a pass takes to watch.
    private static let longest = Duration.milliseconds(840)

    /// How long each of those stands.
    static func pause(to outputLayer: Int) -> Duration {
      min(.milliseconds(120), longest / (2 * outputLayer + 1))
    }
  }

  /// The picture of a pass that is done, after those of its way there.
  package var flowing: Figure {
    let moments = Reach.way(to: outputLayer).map { reach in
      var diagram = self
      diagram.reach = reach
      return Figure.network(diagram)
    }
    return Figure.network(self).moving(from: moments, pause: Reach.pause(to: outputLayer))
  }

  /// Whether the neurons of a layer have their activations.
  func hasReached(_ layer: Int) -> Bool { reach.map { layer <= $0.layer } ?? true }

  /// The part of the lines into a layer that is drawn, from 0 to 1.
  func shareOfLines(into layer: Int) -> Double {
    guard let reach, layer > reach.layer else { return 1 }
    return layer == reach.layer + 1 && reach.isOnTheWay ? 0.5 : 0
  }

  /// What happens at this moment; nil when the pass is done.
  var event: Prose? {
    guard let reach else { return nil }
    let (layer, next) = (reach.layer, reach.layer + 1)
    let inputs = layers[layer].count
    if reach.isOnTheWay {
      let neurons = layers[next].count
      let each = neurons == 1 ? "The neuron" : "Each of the \(Number.grouped(neurons)) neurons"
      return "\(each) of layer \(next) adds up its \(counted(inputs, "product")) w·a …"
    }
    guard layer > 0 else {
      return "\(counted(inputs, "number")) \(inputs == 1 ? "goes" : "go") in."
    }
    return "… adds its bias, and the squash makes it an activation of layer \(layer)."
  }
}

extension BarChart {
  /// The activations of a layer, which come in a pass when it has reached that layer.
  package func arriving(in layer: Int, of outputLayer: Int) -> Figure {
    let moments = NetworkDiagram.Reach.way(to: outputLayer).map { reach in
      var chart = self
      chart.isWaiting = reach.layer < layer
      return Figure.barChart(chart)
    }
    return Figure.barChart(self).moving(
      from: moments, pause: NetworkDiagram.Reach.pause(to: outputLayer))
  }
}
