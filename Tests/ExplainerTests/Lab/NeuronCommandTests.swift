import Testing

@testable import Explainer
@testable import Lab
@testable import Presentation

struct NeuronCommandTests {
  @Test func `a made-up neuron is worked out term by term`() throws {
    #expect(
      text(try reply("neuron weights=[1, -2, 0.5] inputs=[0.5, 0.25, 1] bias=-0.5")) == """
        A neuron with 3 inputs

          weight × activation  w·a      from
          1.0000 × 0.5000       0.5000  input 0
          0.5000 × 1.0000       0.5000  input 2
         -2.0000 × 0.2500      -0.5000  input 1
        ────────────────────────────────────────────
        weighted sum            0.5000
        bias                   -0.5000
        z                       0.0000
        σ(z)                    0.5000  ━━━━━━······

        It's lit, on the very edge: the votes and its bias cancel out.

        """)
    let facts = try reply("neuron weights=[2] inputs=[3] bias=1 relu").facts
    #expect(facts["z"] == .number(7))
    #expect(facts["activation"] == .number(7))
  }

  @Test func `every neuron's report agrees with the forward pass and adds up as printed`() throws {
    var session = try bundledSession()
    let host = ScriptedHost()
    for digit in 0...9 {
      _ = session.reply(to: "digit \(digit)", host: host)
      let pass = try session.lab.pass()
      for (number, layer) in pass.layers.enumerated() {
        for neuron in layer.z.indices {
          let reply = session.reply(to: "neuron \(number + 1).\(neuron)", host: host)
          #expect(reply.facts["z"] == .number(layer.z[neuron]))
          #expect(reply.facts["activation"] == .number(layer.a[neuron]))
          expectColumnAddsUp(reply)
        }
      }
    }
  }

  /// Reads the printed column back: terms and the others make the weighted sum, with the bias z.
  private func expectColumnAddsUp(_ reply: Reply) {
    let layouts = reply.blocks.flatMap { block -> [[Block]] in
      if case .layouts(let layouts) = block { layouts.map(\.blocks) } else { [] }
    }
    for blocks in layouts.isEmpty ? [reply.blocks] : layouts { expectRowsAddUp(rows(blocks)) }
  }

  private func rows(_ blocks: [Block]) -> [Table.Row] {
    blocks.flatMap { block -> [Table.Row] in
      switch block {
      case .table(let table): table.rows
      case .beside(let groups): groups.flatMap(rows)
      case .tight(let blocks), .spare(let blocks): rows(blocks)
      case .fitting(let arrangements): rows(arrangements.first ?? [])
      case .heading, .prose, .lines, .figure, .layouts, .step: []
      }
    }
  }

  private func expectRowsAddUp(_ rows: [Table.Row]) {
    #expect(!rows.isEmpty)
    var values: [String: Int] = [:]
    var terms = 0
    for case .cells(let cells) in rows {
      guard case .text(let label) = cells[0], case .text(let number) = cells[1] else { continue }
      guard let units = Int(number.text.replacing(".", with: "")) else { continue }
      if label.text.contains("×") || label.text.hasPrefix("the other") {
        terms += units
      } else {
        values[label.text] = units
      }
    }
    let sum = values["weighted sum"] ?? values["sum"]
    #expect(terms == sum)
    #expect((sum ?? 0) + (values["bias"] ?? 0) == values["z"])
  }

  @Test func `mistakes are told in two lines`() throws {
    try expectProblem(
      "neuron 9.1", "There is no layer 9.", "Here layers go from 1 to 3.")
    try expectProblem(
      "neuron 1.16", "Layer 1 has no neuron 16.", "It has 16: neurons count from 0 to 15.")
    try expectProblem(
      "neuron 0.5", "Layer 0 is the image itself: its neurons have no weights and no bias.",
      "See its activations with pixels, or one with pixel 14 13.")
    try expectProblem(
      "neuron five", "'five' does not name a neuron.",
      "A neuron is written LAYER.NEURON, such as 1.5.")
    try expectProblem(
      "neuron weights=[1,2] inputs=[1] bias=0", "There are 2 weights for 1 input.",
      "A neuron has one weight for each input.")
    try expectProblem(
      "neuron weights=[1,x] inputs=[1,2]", "'x' isn't a number.",
      "A weight, an input or a bias is written with digits, such as 3 or 0.25.")
    try expectProblem(
      "neuron weights=[3e38] inputs=[10]", "3.000e38 × 10.0000 is too large for a Float.",
      "A Float goes up to 3.403e38; try smaller numbers.")
    try expectProblem(
      "neuron weights=[1,2", "The '[' at column 16 is never closed.", "Close it with ']'.")
  }
}
