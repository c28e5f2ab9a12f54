import Core
import Presentation

/// The slope of one knob as a product of factors, and the cost as a curve over the knob.
struct KnobGradientReport {
  /// One factor of the chain rule.
  private struct Factor {
    var name: String
    var how: String
    var value: Float
  }

  private let slopes: Slopes
  private let knob: Knob
  private let value: Float
  private let slope: Float
  private let nudged: Double
  private let agreement: FiniteDifference.Agreement
  private let factors: [Factor]

  init(_ slopes: Slopes, _ knob: Knob) {
    self.slopes = slopes
    self.knob = knob
    value = knob.value(in: slopes.network)
    slope = slopes.slope(of: knob)
    nudged = slopes.nudged.slope(layer: knob.layer, neuron: knob.neuron, input: knob.input)
    agreement = slopes.nudged.agreement(
      of: slope, layer: knob.layer, neuron: knob.neuron, input: knob.input)
    factors = Self.factors(slopes, knob)
  }

  /// From the outputs back to the knob: one factor after another where each later layer has but one
  /// neuron, else the later layers as one factor.
  private static func factors(_ slopes: Slopes, _ knob: Knob) -> [Factor] {
    let last = slopes.network.outputLayer
    let isChain = slopes.network.layers[knob.layer...].allSatisfy { $0.neurons == 1 }
    let start = isChain ? last : knob.layer
    var factors = [costFactor(slopes, start, start == knob.layer ? knob.neuron : 0)]
    for layer in stride(from: start, through: knob.layer, by: -1) {
      let neuron = layer == knob.layer ? knob.neuron : 0
      factors.append(activationFactor(slopes, layer, neuron))
      guard layer > knob.layer else { continue }
      let from = layer - 1 == knob.layer ? knob.neuron : 0
      factors.append(
        Factor(
          name: "W\(layer)[0,\(from)]", how: "the weight between",
          value: slopes.network.layer(layer).weights[0, from]))
    }
    if let input = knob.input {
      factors.append(
        Factor(
          name: "a\(knob.layer - 1)[\(input)]", how: "what the weight multiplies",
          value: slopes.pass.activations(knob.layer - 1)[input]))
    }
    return factors
  }

  private static func costFactor(_ slopes: Slopes, _ layer: Int, _ neuron: Int) -> Factor {
    let a = Number.shown(slopes.pass.activations(layer)[neuron])
    let how: String
    if layer == slopes.network.outputLayer {
      let y = Number.readable(slopes.target.values[neuron])
      how = slopes.target.kind == .squares ? "2·(\(a) − \(y))" : "(a − y) / (a·(1 − a))"
    } else {
      how = "w × δ of each neuron of layer \(layer + 1), added up"
    }
    return Factor(
      name: "∂C/∂a\(layer)[\(neuron)]", how: how,
      value: slopes.chain.layer(layer).costSlopes[neuron])
  }

  private static func activationFactor(_ slopes: Slopes, _ layer: Int, _ neuron: Int) -> Factor {
    let activation = slopes.network.layer(layer).activation
    let a = slopes.pass.activations(layer)[neuron]
    return Factor(
      name: "\(activation.slopeName)(z\(layer)[\(neuron)])", how: activation.slopeReason(at: a),
      value: activation.slope(at: a))
  }
}

extension KnobGradientReport {
  /// The whole report.
  var reply: Reply {
    let heading = Block.heading(
      "How the cost of \(slopes.lab.subject) follows \(knob.name); \(slopes.target.phrase)")
    let (whole, numbers) = (plot, Block.table(table))
    func picture(_ plot: LinePlot) -> Block { .spare([.figure(.linePlot(plot))]) }
    return Reply(
      [
        .fitting([
          [heading, picture(whole), numbers, .prose(sentence)],
          [.tight([heading, picture(whole.lowest), numbers, .prose(sentence)])],
          [.tight([heading, picture(whole.lowest), numbers, .prose(way)])],
          [heading, numbers, .prose(sentence)],
          [.tight([heading, numbers, .prose(sentence)])],
        ])
      ], facts: facts)
  }

  /// The cost over the knob from 0 up, and its slope where the knob stands.
  private var plot: LinePlot { plot(along: [Double(value)]) }

  /// The same with room for the values that the knob had.
  private func plot(along values: [Double]) -> LinePlot {
    let value = Double(value)
    let reach = max(2, abs(value))
    let ends = RoundNumber.ends(
      around: (values.min() ?? value) - reach, (values.max() ?? value) + reach)
    var plot = LinePlot(costFrom: ends.low, to: ends.high, cost)
    plot.tangent = LinePlot.Tangent(
      x: value, y: slopes.cost, slope: Double(slope), label: "\(knob.name) now")
    return plot
  }

  private func cost(at x: Double) -> Double {
    slopes.nudged.cost(
      layer: knob.layer, neuron: knob.neuron, input: knob.input, nudgedBy: x - Double(value))
  }

  /// A learning rate, a power of ten, whose next step is seen to lower the cost; nil if none is found.
  var visibleRate: Float? {
    let exponent = -RoundNumber.exponent(of: Double(slope).magnitude)
    guard slope != 0, slope.isFinite, (0...6).contains(exponent) else { return nil }
    let rate = RoundNumber.power(exponent)
    let after = cost(at: Double(value) - rate * Double(slope))
    let isSeen = NumberColumn.alone(after) != NumberColumn.alone(slopes.cost)
    return isSeen && after < slopes.cost ? Float(rate) : nil
  }

  private static let pause = Duration.milliseconds(40)

  /// The plot with the knob where it is now, to which it rolls from where it was.
  func rolling(from start: Double) -> Figure {
    let end = plot(along: [start, Double(value)])
    let frames = start == Double(value) ? 0 : 6
    let moments = (0..<frames).map { moment in
      let x = start + (Double(value) - start) * Double(moment) / Double(frames)
      let nudge = FiniteDifference.nudge
      let slope = (cost(at: x + nudge) - cost(at: x - nudge)) / (2 * nudge)
      var plot = end
      plot.tangent = LinePlot.Tangent(
        x: x, y: cost(at: x), slope: slope, label: "\(knob.name) now")
      return Figure.linePlot(plot)
    }
    return Figure.linePlot(end).moving(from: moments, pause: Self.pause)
  }

  private var table: Table {
    var table = Table(.leading, .leading, .decimal)
    table.spareColumns = [1]
    for (index, factor) in factors.enumerated() {
      let sign = index == 0 ? "  " : "× "
      table.add(
        Prose(sign + factor.name), Prose(factor.how), Prose(NumberColumn.alone(factor.value)))
    }
    table.rows.append(.rule)
    let column = NumberColumn([Double(slope)])
    table.add("∂C/∂\(knob.name)", "the product", Prose(column.text(Double(slope)), .strong))
    table.add("nudged", "by ±0.0001, ΔC / 0.0002", Prose(column.text(nudged)))
    return table
  }

  private var sentence: Prose {
    slope == 0 && agreement == .agrees ? way : way + " " + slopes.verdict([agreement])
  }

  /// Where turning the knob leads.
  private var way: Prose {
    guard slope != 0 else {
      return "\(code: knob.name) does not move the cost now: its slope is 0."
    }
    let change = NumberColumn.alone(0.01 * abs(slope))
    return
      "Turned up by 0.01, \(code: knob.name) \(slope > 0 ? "raises" : "lowers") the cost by about \(change): learning turns it \(slope > 0 ? "down" : "up")."
  }

  private var facts: [String: Fact] {
    slopes.facts.merging([
      "knob": .text(knob.name), "value": .number(value), "slope": .number(slope),
      "nudged": .precise(nudged), "agrees": Slopes.fact([agreement]),
      "factors": .list(
        factors.map { .object(["name": .text($0.name), "value": .number($0.value)]) }),
    ]) { $1 }
  }
}
