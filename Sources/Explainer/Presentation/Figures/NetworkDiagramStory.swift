extension NetworkDiagram: FigureContent {
  static var kind: String { "network" }

  /// What it shows, in words.
  public var sentence: String {
    let sizes = layers.dropFirst().map { Number.grouped($0.count) }
    let unit = outputs.count == 1 ? "neuron" : "neurons"
    let start = counted(layers[0].count, picture == nil ? "input" : "pixel")
    let layers = "The network drawn: \(start), then \(sizes.joined(separator: ", then ")) \(unit)"
    return ([layers, verdict] + strongest).joined(separator: "\n")
  }

  private var verdict: String {
    guard let first = brightest.first else { return "No output is a number" }
    let value = Number.precise(outputs[first].activation)
    guard outputs.count > 1 else { return "Its only output is at \(value)" }
    return brightest.count == 1
      ? "Output \(first) is the brightest, at \(value)"
      : "\(named("Output", brightest)) are equally bright, at \(value), so none is marked"
  }

  /// Who votes for and against the output, and then the same of its strongest voter, layer by layer.
  private var strongest: [String] {
    var lines: [String] = []
    var neuron = roots.first ?? 0
    for layer in stride(from: outputLayer, to: 0, by: -1) {
      let isOutput = layer == outputLayer
      let most = FanOut.most.count(outputLayer - layer)
      let into = Array(
        connections.filter { $0.layer == layer && $0.to == neuron }.prefix(most))
      let name = isOutput ? "output \(neuron)" : "neuron \(neuron) of layer \(layer)"
      guard let first = into.first else { return lines + ["Nothing votes for or against \(name)"] }
      lines.append("Strongest votes on \(name)" + votes(into, from: layer - 1))
      neuron = first.from
    }
    return lines
  }

  private func votes(_ terms: [Connection], from layer: Int) -> String {
    let sides = [("for", terms.filter { $0.term > 0 }), ("against", terms.filter { $0.term < 0 })]
    return (layer == 0 ? "" : ", from layer \(layer)") + ": "
      + sides.filter { !$0.1.isEmpty }.map { side, terms in
        "\(names(terms.map(\.from), layer)) \(side) it"
      }.joined(separator: "; ")
  }

  private func names(_ indices: [Int], _ layer: Int) -> String {
    guard layer == 0 else { return named("neuron", indices) }
    guard let picture else { return named("input", indices) }
    return listed(
      indices.map { "the pixel in row \($0 / picture.columns), column \($0 % picture.columns)" })
  }

  private func named(_ noun: String, _ indices: [Int]) -> String {
    let numbers = indices.map(String.init)
    let some =
      numbers.count > 5
      ? numbers.prefix(3) + ["\(Number.grouped(numbers.count - 3)) others"] : numbers
    return counted(indices.count, noun).split(separator: " ").dropFirst().joined() + " "
      + listed(Array(some))
  }

  func drawn(by renderer: TextRenderer, width: Int) -> [Line] {
    NetworkDiagramDrawing(renderer: renderer, width: width).draw(self)
  }
}
