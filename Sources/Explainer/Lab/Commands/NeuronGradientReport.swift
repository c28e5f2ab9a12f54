import Core
import Presentation

/// The slopes of one neuron's knobs, and where they come from.
struct NeuronGradientReport {
  /// One knob with its slope, found in two ways.
  private struct Row {
    var knob: String
    var from: String
    var slope: Float
    var nudged: Double
    var agreement: FiniteDifference.Agreement
  }

  /// What a neuron of the next layer adds to the gradient of this one's activation.
  private struct ActivationGradient {
    var from: String
    var weight: Float
    var error: Float
    var product: Double { Double(weight) * Double(error) }
  }

  private let slopes: Slopes
  private let layer: Int
  private let neuron: Int
  private let weights: [Float]
  private let costSlope: Float
  private let activationSlope: Float
  private let error: Float
  private let top: [Row]
  private let bias: Row
  private let activationGradients: [ActivationGradient]

  init(_ slopes: Slopes, _ layer: Int, _ neuron: Int) {
    self.slopes = slopes
    self.layer = layer
    self.neuron = neuron
    let factors = slopes.chain.layer(layer)
    costSlope = factors.costSlopes[neuron]
    activationSlope = factors.activationSlopes[neuron]
    error = factors.errors[neuron]
    let weights = slopes.chain.gradient.layers[layer - 1].weights.row(neuron)
    self.weights = weights
    let steepest = weights.indices.filter { weights[$0] != 0 }
      .sorted { abs(weights[$0]) > abs(weights[$1]) }.prefix(5)
    top = steepest.map { input in
      Row(
        knob: "W\(layer)[\(neuron),\(input)]",
        from: inputName(input, of: layer, in: slopes.network),
        slope: weights[input],
        nudged: slopes.nudged.slope(layer: layer, neuron: neuron, input: input),
        agreement: slopes.nudged.agreement(
          of: weights[input], layer: layer, neuron: neuron, input: input))
    }
    bias = Row(
      knob: "b\(layer)[\(neuron)]", from: "", slope: error,
      nudged: slopes.nudged.slope(layer: layer, neuron: neuron, input: nil),
      agreement: slopes.nudged.agreement(of: error, layer: layer, neuron: neuron, input: nil))
    activationGradients = Self.activationGradients(slopes, layer, neuron)
  }

  private static func activationGradients(_ slopes: Slopes, _ layer: Int, _ neuron: Int)
    -> [ActivationGradient]
  {
    guard layer < slopes.network.outputLayer else { return [] }
    let next = slopes.network.layer(layer + 1)
    return slopes.chain.layer(layer + 1).errors.enumerated().map { index, error in
      ActivationGradient(
        from: "\(layer + 1).\(index)", weight: next.weights[index, neuron], error: error)
    }
  }

  private var agreements: [FiniteDifference.Agreement] { (top + [bias]).map(\.agreement) }

  /// The whole report.
  var reply: Reply {
    let map = HeatMap(
      "slope of each weight", rows: isPicture ? Digit.side : 1,
      columns: isPicture ? Digit.side : weights.count, values: weights, scale: .signed
    ).noted { $0.legend = .signs }
    let heading = Block.heading(
      "How the cost of \(slopes.lab.subject) follows neuron \(layer).\(neuron); \(slopes.target.phrase)"
    )
    let (knobs, chain) = (Block.table(knobTable(5)), Block.table(chainTable))
    let whole = Block.beside([[.figure(.heatMap(map))], [knobs, chain]])
    return Reply(
      [
        .fitting([
          [heading, whole, .prose(sentence)], [.tight([heading, whole, .prose(sentence)])],
          [.tight([heading, whole, .prose(way)])],
          [heading, knobs, chain, .prose(way)],
          [.tight([heading, .table(knobTable(2)), chain, .prose(way)])],
        ])
      ], facts: facts)
  }

  private var isPicture: Bool { weights.count == Digit.pixelCount }
}

extension NeuronGradientReport {
  /// The steepest weights and the bias, each with both of its slopes.
  private func knobTable(_ count: Int) -> Table {
    var table = Table(.leading, .leading, .decimal, .decimal, reading: .headed)
    table.spareColumns = [1]
    let column = NumberColumn((top + [bias]).map { Double($0.slope) }, digits: 3)
    table.add("knob", isPicture ? "pixel" : "from", "slope", "nudged")
    for row in top.prefix(count) + [bias] {
      table.add(
        Prose(row.knob), Prose(row.from), Prose(column.text(Double(row.slope))),
        Prose(column.text(row.nudged)))
    }
    return table
  }

  /// The activation gradients from the next layer, added up, times σ′(z): the bias's slope.
  private var chainTable: Table {
    var table = Table(.leading, .leading, .decimal, reading: .phrase)
    table.spareColumns = [1]
    let column = NumberColumn([Double(costSlope), Double(error)])
    addActivationGradients(to: &table, column)
    let name = "\(layer)[\(neuron)]"
    table.add("∂C/∂a\(name)", "", Prose(column.text(Double(costSlope))))
    let slope = slopes.network.layer(layer).activation.slopeName
    table.add("\(slope)(z\(name))", "times", Prose(NumberColumn.alone(activationSlope)))
    table.rows.append(.rule)
    table.add("δ = ∂C/∂z\(name)", "", Prose(column.text(Double(error)), .strong))
    return table
  }

  private func addActivationGradients(to table: inout Table, _ column: NumberColumn) {
    guard !activationGradients.isEmpty else { return }
    let strongest = activationGradients.sorted { abs($0.product) > abs($1.product) }.prefix(3)
    let others = activationGradients.count - strongest.count
    let total = Double(costSlope)
    let rest = others > 0 ? [total - strongest.reduce(0) { $0 + $1.product }] : []
    let parts = column.parts(strongest.map(\.product) + rest, of: total)
    for (share, part) in zip(strongest, parts) {
      table.add(
        "from \(share.from)", "\(Number.shown(share.weight)) × \(NumberColumn.alone(share.error))",
        Prose(part))
    }
    if let rest = parts.last, others > 0 {
      table.add(others == 1 ? "the other" : "the other \(others)", "w × δ each", Prose(rest))
    }
    table.rows.append(.rule)
  }

  private var sentence: Prose {
    guard error != 0 else {
      return "No knob of this neuron moves the cost now: all its slopes are 0."
    }
    let start: Prose =
      "The bias's slope is δ, a weight's is δ times the activation that it multiplies. "
    return start + way + " " + slopes.verdict(agreements)
  }

  /// Where the bias is to be turned.
  private var way: Prose {
    guard error != 0 else { return sentence }
    return "To lower the cost, turn \(code: bias.knob) \(error > 0 ? "down" : "up")."
  }

  private var facts: [String: Fact] {
    func fact(_ row: Row) -> [String: Fact] {
      [
        "knob": .text(row.knob), "from": .text(row.from), "slope": .number(row.slope),
        "nudged": .precise(row.nudged),
      ]
    }
    var biasFact = fact(bias)
    biasFact["from"] = nil
    return slopes.facts.merging([
      "layer": .integer(layer), "neuron": .integer(neuron), "gradient": .numbers(weights),
      "top": .list(top.map { .object(fact($0)) }), "bias": .object(biasFact),
      "delta": .number(error), "costSlope": .number(costSlope),
      "activationSlope": .number(activationSlope), "agrees": Slopes.fact(agreements),
      "activationGradients": .list(
        activationGradients.map {
          .object([
            "from": .text($0.from), "weight": .number($0.weight), "delta": .number($0.error),
            "product": .precise($0.product),
          ])
        }),
    ]) { $1 }
  }
}
