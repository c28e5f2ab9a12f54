import Core

// Which lines and neurons a drawing of a network shows, and what it says of them.

extension NetworkDiagram {
  /// How strong a line is: the larger a term among those of its layer, the stronger, and none so weak
  /// that it is not seen.
  static func lineStrength(of term: Float, largest: Float) -> Float {
    let share = largest > 0 ? abs(term) / largest : 0
    let power = share > 0 ? exponential(0.8 * logarithm(min(share, 1))) : 0
    return 0.32 + 0.48 * power
  }

  /// All neurons of a layer, or those with lines and then the brightest, in their order; one place is
  /// kept for the sign that some are left out.
  func shown(_ layer: Int, atMost slots: Int, with connections: [Connection]) -> [Int] {
    let neurons = layers[layer]
    guard neurons.count > slots else { return Array(neurons.indices) }
    var reached: Set<Int> = layer == outputLayer ? Set(brightest.prefix(1)) : []
    for connection in connections {
      if connection.layer == layer { reached.insert(connection.to) }
      if connection.layer == layer + 1 { reached.insert(connection.from) }
    }
    let order = neurons.indices.sorted { first, second in
      func rank(_ index: Int) -> (Int, Float) {
        let brightness = neurons[index].brightness
        return (reached.contains(index) ? 0 : 1, brightness.isNaN ? 0 : -brightness)
      }
      return rank(first) == rank(second) ? first < second : rank(first) < rank(second)
    }
    return order.prefix(slots - 1).sorted()
  }

  /// Which lines are drawn, or why there are none.
  func rule(hasLines: Bool) -> String {
    let end =
      outputs.count == 1 ? "the output" : traced.map { "output \($0)" } ?? "the brightest outputs"
    return hasLines
      ? "The strongest votes w·a, traced back from \(end)."
      : "No lines: every vote w·a on \(end) is 0."
  }

  /// What is not drawn of layers with many neurons.
  func leftOut(_ count: Int, ofLayers cut: [Int], hidesLines: Bool) -> String {
    guard !cut.isEmpty else { return "" }
    let layers = (cut.count == 1 ? "layer " : "layers ") + listed(cut.map { String($0) })
    let which = hidesLines ? "with their lines" : "the least bright without lines"
    return " Not drawn: \(counted(count, "neuron")) of \(layers), \(which)."
  }
}
