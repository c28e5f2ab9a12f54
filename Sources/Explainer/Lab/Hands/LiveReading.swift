import Core
import Presentation

/// What the network makes of a picture while that changes under the hand.
struct LiveReading {
  let network: Network
  let pass: ForwardPass

  /// As many outputs as a screen has lines for.
  private static let mostOutputs = 10
  /// From here on the next output is a second answer.
  private static let rivalry: Float = 0.3

  /// - Parameter input: One activation per neuron of layer 0.
  init(_ network: Network, _ input: [Float]) {
    self.network = network
    pass = network.forward(input)
  }

  private var activation: Activation { network.layer(network.outputLayer).activation }
  private var outputs: [Float] { pass.output }
  private var brightest: Brightest { Brightest(outputs) }

  /// The brightest output after the answer; nil where there is only one.
  var second: Int? {
    outputs.indices.filter { $0 != pass.answer }.max { isBefore($0, $1) }
  }

  private func isBefore(_ first: Int, _ second: Int) -> Bool {
    outputs[second].isNaN || outputs[first] < outputs[second]
  }

  /// The outputs as bars: where there are too many, the highest.
  var chart: BarChart {
    let highest = outputs.indices.sorted { isBefore($1, $0) }.prefix(Self.mostOutputs).sorted()
    let bars = highest.map { BarChart.Bar(String($0), outputs[$0]) }
    let count = outputs.count
    let title =
      count == Self.mostOutputs
      ? "the ten outputs"
      : count < Self.mostOutputs
        ? "the outputs" : "the \(Self.mostOutputs) highest of \(Number.grouped(count)) outputs"
    var chart = BarChart(title, bars, length: activation.barLength)
    chart.isBrief = true
    guard let first = brightest.only, activation.isLit(outputs[first]) else { return chart }
    chart.highlighted = highest.firstIndex(of: first)
    if let rival { chart.rival = highest.firstIndex(of: rival) }
    return chart
  }

  /// An output that comes close to the answer.
  private var rival: Int? {
    guard activation == .sigmoid, let second, outputs[second] >= Self.rivalry else { return nil }
    return second
  }

  /// The answer in a line; what it rests on in numbers, said quietly.
  ///
  /// - Parameter label: What it really is, where that is known; it is told where the answer differs.
  func verdict(really label: Int? = nil) -> Prose {
    guard outputs.count > 1 else {
      return "Its only output is at \(Number.shown(outputs[0]))."
    }
    guard let first = brightest.only else { return "No output is ahead of the others." }
    let next = second.map { "; next \($0), \(brief($0))" } ?? ""
    let numbers = Prose("  \(first), \(brief(first))\(next)", .faint)
    guard activation.isLit(outputs[first]) else { return "No output is lit yet." + numbers }
    guard outputs.count == Self.mostOutputs else {
      return "\(verdict: "Output \(first) is the brightest.")" + numbers
    }
    if let rival {
      let start = "\(first.article == "an" ? "An" : "A") \(first), or \(rival.article) \(rival)?"
      return "\(verdict: start)" + Prose("  \(brief(first)) and \(brief(rival))", .faint)
    }
    let really = label.map { $0 == first ? "" : " It's really \($0.withArticle)." } ?? ""
    return "\(verdict: "The network says \(first).")" + Prose(really)
      + Prose("  \(brief(first))\(next)", .faint)
  }

  private func brief(_ output: Int) -> String {
    let value = outputs[output]
    guard value.magnitude < 1000 else { return Number.shown(value) }
    return Number.decimal(Int(nearest: value * 100), places: 2)
  }

  /// The layers before the output.
  var layers: [HandView.Layer] {
    zip(network.layers, pass.layers).dropLast().enumerated().map { index, layer in
      HandView.Layer(
        "layer \(index + 1)", layer.1.a,
        brightness: layer.1.a.map(layer.0.activation.brightness))
    }
  }

  /// What each pixel adds to the lead of the answer over the next, and what its signs stand for; nil
  /// where neither can be told.
  var lead: (parts: [Float], legend: PictureNotes.Legend)? {
    guard brightest.only != nil, let second,
      let lead = PixelLead(pass, network, of: pass.answer, over: second)
    else { return nil }
    return (lead.parts, .init("for \(pass.answer)", "for \(second)"))
  }
}

extension Prose.Interpolation {
  /// The verdict, or what is pointed out.
  mutating func appendInterpolation(verdict: String) {
    appendInterpolation(Prose(verdict, .verdict))
  }
}
