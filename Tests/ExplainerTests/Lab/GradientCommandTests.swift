import Core
import Testing

@testable import Explainer
@testable import Lab
@testable import Presentation

struct GradientCommandTests {
  private let host = ScriptedHost()
  struct Missing: Error {}

  private func number(_ fact: Fact?) throws -> Double {
    switch fact {
    case .number(let value): return Double(value)
    case .precise(let value): return value
    default: throw Missing()
    }
  }

  @Test func `one neuron a layer: every factor, and their product`() throws {
    let reply = try reply(
      "new 1 1 1 1 seed 1", "inputs [0.5] wanted=[1]", "gradient W1[0,0]")
    let shown = text(Reply(Array(reply.blocks.flatMap(\.meaning).suffix(2))))
    #expect(
      shown == """
          ∂C/∂a3[0]  2·(0.4415 − 1)              -1.1169
        × σ′(z3[0])  0.4415·(1 − 0.4415)          0.2466
        × W3[0,0]    the weight between          -0.5908
        × σ′(z2[0])  0.3977·(1 − 0.3977)          0.2395
        × W2[0,0]    the weight between          -0.6189
        × σ′(z1[0])  0.6709·(1 − 0.6709)          0.2208
        × a0[0]      what the weight multiplies   0.5000
        ──────────────────────────────────────────────────
        ∂C/∂W1[0,0]  the product                 -0.002663
        nudged       by ±0.0001, ΔC / 0.0002     -0.002663

        Turned up by 0.01, W1[0,0] lowers the cost by about 0.00002663: learning turns
        it up. Turning the knob up and down by 0.0001 finds the same: backpropagation is
        right.

        """)
  }

  @Test(arguments: [
    "W1[0,0]", "b1[0]", "W2[0,0]", "b2[0]", "W3[0,0]", "b3[0]",
  ])
  func `a knob turned by hand changes the cost as its slope says`(knob: String) throws {
    for kind in ["squares", "cross-entropy"] {
      var session = try bundledSession()
      for line in ["new 1 1 1 1 seed 4", "inputs [0.7] wanted=[0.2]"] {
        _ = session.reply(to: line, host: host)
      }
      let facts = session.reply(to: "gradient \(knob) \(kind)", host: host).facts
      guard case .list(let factors) = facts["factors"] else { throw Missing() }
      let product = try factors.reduce(1.0) { product, factor in
        guard case .object(let factor) = factor else { throw Missing() }
        return try product * number(factor["value"])
      }
      let slope = try number(facts["slope"])
      #expect(abs(product - slope) <= 1e-5 * abs(slope))
      var costs: [Double] = []
      for amount in ["0.01", "-0.02"] {
        _ = session.reply(to: "nudge \(knob) \(amount)", host: host)
        costs.append(try number(session.reply(to: "cost \(kind)", host: host).facts["cost"]))
      }
      #expect(abs((costs[0] - costs[1]) / 0.02 - slope) <= 0.01 * abs(slope) + 2e-5)
      #expect(facts["agrees"] == .flag(true))
    }
  }

  @Test(arguments: Cost.allCases, Activation.allCases)
  func `slopes of every neuron are the gradient's, and nudging agrees`(
    kind: Cost, activation: Activation
  ) throws {
    var session = try bundledSession()
    _ = session.reply(to: "new 784 16 16 10 \(activation.rawValue) seed 5", host: host)
    let target: [Float] = (0..<10).map { $0 == 7 ? 1 : 0 }
    let gradient = session.network.gradient(of: try session.lab.pass(), target: target, cost: kind)
    for (index, layer) in gradient.layers.enumerated() {
      for neuron in layer.biases.indices {
        let line = "gradient \(index + 1).\(neuron) 7 \(kind.rawValue)"
        let facts = session.reply(to: line, host: host).facts
        #expect(facts["gradient"] == .numbers(layer.weights.row(neuron)))
        #expect(facts["delta"] == .number(layer.biases[neuron]))
        #expect(facts["agrees"] == .flag(true), "\(line)")
        let factors = try number(facts["costSlope"]) * number(facts["activationSlope"])
        #expect(abs(factors - Double(layer.biases[neuron])) <= 1e-5)
        guard case .list(let shares) = facts["activationGradients"] else { throw Missing() }
        let sum = try shares.reduce(0.0) { sum, share in
          guard case .object(let share) = share else { throw Missing() }
          return try sum + number(share["product"])
        }
        if index < 2 { #expect(abs(sum - (try number(facts["costSlope"]))) <= 1e-5) }
      }
    }
  }

  /// The bundled network's weights drive other activations to where their curves are flat.
  @Test(arguments: Cost.allCases, Activation.allCases)
  func `where a slope can't be told from its rounding nobody says that it is wrong`(
    kind: Cost, activation: Activation
  ) throws {
    var session = try bundledSession()
    _ = session.reply(to: "activation \(activation.rawValue)", host: host)
    guard kind == .squares || activation.givesChances else { return }
    for (index, layer) in session.network.layers.enumerated() {
      for neuron in layer.biases.indices {
        let line = "gradient \(index + 1).\(neuron) 7 \(kind.rawValue)"
        #expect(session.reply(to: line, host: host).facts["agrees"] != .flag(false), "\(line)")
      }
    }
  }

  @Test func `cross-entropy's slope beyond 0 and 1 is told as what it is`() throws {
    var session = try bundledSession()
    _ = session.reply(to: "activation tanh", host: host)
    let lines = (0..<10).map { "gradient 3.\($0) 7 cross-entropy" }
    let replies = lines.map { text(session.reply(to: $0, host: host)) }
    for reply in replies where reply.contains("another slope") {
      #expect(reply.contains("Cross-entropy is meant for outputs from 0 to 1"))
    }
  }

  @Test func `a report fits a narrow terminal and one without Unicode`() throws {
    for line in ["gradient 1.5 7", "gradient 2.3", "gradient W3[0,4]", "gradient b1[2] 5", "cost"] {
      let reply = try reply(line)
      #expect(reply.error == nil)
      for columns in [40, 80] {
        for row in text(reply, columns: columns, unicode: false).split(separator: "\n") {
          #expect(row.count <= columns && row.allSatisfy { $0.isASCII && $0 != "?" }, "\(row)")
        }
      }
      #expect(text(reply).split(separator: "\n").count <= 26, "\(text(reply))")
    }
  }

  @Test func `mistakes are told`() throws {
    try expectProblem(
      "gradient W1[0,784]", "The neurons of layer 1 have no input 784.",
      "They have 784: inputs count from 0 to 783.")
    try expectProblem("gradient 4.1", "There is no layer 4.", "Here layers go from 1 to 3.")
    try expectProblem(
      "gradient 2", "'2' does not name a neuron.",
      "A neuron is written LAYER.NEURON, such as 2.0.")
    #expect(try reply("gradient").error != nil)
    #expect(try reply("gradient 1.5 17").error != nil)
    #expect(try reply("gradient 1.5 best").error != nil)
  }
}
