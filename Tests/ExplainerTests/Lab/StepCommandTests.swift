import Testing

@testable import Explainer
@testable import Lab
@testable import Presentation

struct StepCommandTests {
  @Test func `one screen, number by number`() throws {
    #expect(
      text(try reply("step to 2.3", "step")) == """
        Layer 2, neuron 3 of 0–15: add up w·a  (operation 79 of 170)

        its weights                               w × a       w·a      sum      neuron
        ▪▪■■····□□■■··▪▪▫▫▫▫□□▪▪▫▫□□■■□□     3.1852 × 0.9995   3.1836   3.1836  1.14
                                             3.0939 × 0.8319   2.5737   5.7573  1.5
        its inputs, a1                       2.4538 × 0.9806   2.4063   8.1636  1.1
        ████░░██░░██░░██░░░░░░░░░░████░░    -1.9431 × 0.9953  -1.9340   6.2296  1.13
                                            -3.4464 × 0.1857  -0.6400   5.5896  1.10
                                            -4.4666 × 0.0559  -0.2498   5.3398  1.4
                                           the other 10        1.6837   7.0235
                                           ───────────────────────────────────────────
                                           weighted sum                 7.0235
                                           bias
                                           z
                                           σ(z)

        Added up, the products make the weighted sum: 7.0235.
        layer 2   ░ ▓ ░[·]· · · · · · · · · · · ·  3 of 16

        Go on: step · step back · step neuron · step layer · step out

        """)
  }

  @Test func `forwards through a whole pass and back again is the same to the bit`() throws {
    var session = try bundledSession()
    let host = ScriptedHost()
    let pass = try session.lab.pass()
    var way = [session.reply(to: "step", host: host)]
    let start = session.lab.stepping
    while way.last?.facts["operation"] != .text("done") {
      way.append(session.reply(to: "step", host: host))
    }
    #expect(way.count == 170)
    #expect(session.reply(to: "step", host: host) == way[169])
    for position in (0..<169).reversed() {
      #expect(session.reply(to: "step back", host: host) == way[position])
    }
    #expect(session.reply(to: "step back", host: host) == way[0])
    #expect(session.lab.stepping == start)
    #expect(try session.lab.pass() == pass)
  }

  @Test func `any way to a place shows the same there`() throws {
    let straight = try reply("step to 2.3", "step", "step")
    #expect(try reply("step out", "step to 2.4", "step back", "step back") == straight)
    #expect(
      try reply(
        "step", "step layer", "step layer", "step neuron", "step neuron", "step neuron", "step",
        "step")
        == straight)
    #expect(try reply("step to 2.3", "digit 7", "digit 3 0", "step", "step") == straight)
    #expect(straight.facts["operation"] == .text("bias"))
  }

  @Test func `facts hold the values of Core's pass, as far as computed`() throws {
    var session = try bundledSession()
    let host = ScriptedHost()
    let pass = try session.lab.pass()
    for (index, layer) in pass.layers.enumerated() {
      for neuron in layer.z.indices {
        var facts = session.reply(to: "step to \(index + 1).\(neuron)", host: host).facts
        #expect(facts["operation"] == .text("multiply"))
        #expect(facts["layer"] == .integer(index + 1) && facts["neuron"] == .integer(neuron))
        #expect(facts["weightedSum"] == nil)
        facts = session.reply(to: "step", host: host).facts
        let sum = session.network.layer(index + 1).weights.times(pass.activations(index))[neuron]
        #expect(facts["operation"] == .text("sum") && facts["weightedSum"] == .number(sum))
        facts = session.reply(to: "step", host: host).facts
        #expect(facts["operation"] == .text("bias") && facts["z"] == .number(layer.z[neuron]))
        #expect(facts["activation"] == nil)
        facts = session.reply(to: "step", host: host).facts
        #expect(facts["operation"] == .text("squash"))
        #expect(facts["activation"] == .number(layer.a[neuron]))
        #expect(facts["positions"] == .integer(170))
      }
    }
  }

  /// Reads the printed columns back.
  @Test func `the sums shown add up`() throws {
    var session = try bundledSession()
    let host = ScriptedHost()
    func units(_ prose: Prose) -> Int { Int(prose.text.replacing(".", with: "")) ?? .min }
    for digit in 0...9 {
      _ = session.reply(to: "digit \(digit)", host: host)
      for place in ["1.0", "1.5", "2.3", "3.7"] {
        _ = session.reply(to: "step to \(place)", host: host)
        for _ in 0..<2 { _ = session.reply(to: "step", host: host) }
        let reply = session.reply(to: "step", host: host)
        guard case .beside(let groups) = reply.blocks[1], case .table(let table) = groups[1][0]
        else {
          Issue.record("no table")
          return
        }
        var running = 0
        for case .cells(let cells) in table.rows.dropFirst() {
          guard case .text(let label) = cells[0], case .text(let part) = cells[1],
            case .text(let sum) = cells[2]
          else { continue }
          switch label.text {
          case "weighted sum": #expect(units(sum) == running)
          case "bias": running += units(sum)
          case "z": #expect(units(sum) == running)
          case "σ(z)": continue
          default:
            running += units(part)
            #expect(units(sum) == running)
          }
        }
      }
    }
  }

  @Test func `a watched neuron is in view with every step`() throws {
    func last(_ lines: String...) throws -> String {
      var session = try bundledSession()
      let host = ScriptedHost()
      let reply = lines.reduce(Reply()) { session.reply(to: $1, host: host) }
      guard case .tight(let blocks) = reply.blocks.last, case .prose(let prose) = blocks.last else {
        return ""
      }
      return prose.text
    }
    #expect(try last("watch 2.3", "step") == "Watched 2.3: its turn is still to come.")
    #expect(try last("watch 2.3", "step to 2.3") == "Watched 2.3: its inputs are multiplied.")
    #expect(try last("watch 2.3", "step to 2.3", "step") == "Watched 2.3: w·a is 7.0235.")
    #expect(try last("watch 2.3", "step to 2.3", "step", "step") == "Watched 2.3: z is 5.3183.")
    #expect(try last("watch 2.3", "step out") == "Watched 2.3: z is 5.3183, a is 0.9951.")
    #expect(try last("watch 2.3", "watch off", "step") == "")
    #expect(try reply("watch 2.3", "new 784 2 10", "step").error == nil)
  }

  @Test func `a network of another shape begins anew`() throws {
    let facts = try reply("step to 3.4", "new 784 30 10", "step").facts
    #expect(facts["position"] == .integer(1))
    #expect(facts["positions"] == .integer(162))
    // With the same shape the place is kept.
    #expect(try reply("step to 3.4", "digit 7", "step").facts["operation"] == .text("sum"))
  }

  @Test func `mistakes are told in two lines`() throws {
    try expectProblem("step back", "You aren't stepping.", "Type step to start.")
    try expectProblem("step leave", "You aren't stepping.", "Type step to start.")
    try expectProblem(
      "step to", "The neuron is missing.", "Write it as step to LAYER.NEURON.")
    try expectProblem(
      "step sideways", "'sideways' doesn't fit here.",
      "Write it as step [back|neuron|layer|out|leave].")
    try expectProblem("step to 4.1", "There is no layer 4.", "Here layers go from 1 to 3.")
    try expectProblem(
      "watch 2", "'2' does not name a neuron.",
      "A neuron is written LAYER.NEURON, such as 2.0.")
  }

  @Test(arguments: [40, 80])
  func `every screen keeps to its window`(columns: Int) throws {
    var session = try bundledSession()
    let host = ScriptedHost()
    _ = session.reply(to: "watch 2.3", host: host)
    let renderers = [true, false].map {
      TextRenderer(TerminalCapabilities(columns: columns, colors: .none, unicode: $0))
    }
    for position in 0..<170 {
      let reply = session.reply(to: "step", host: host)
      guard case .keys(let bindings) = reply.next else {
        Issue.record("no keys")
        return
      }
      for renderer in renderers {
        let keys = renderer.legend(of: ReplyScreenAction.bindings(bindings))
        let screen = renderer.screen(reply, rows: 24 - keys.count - 1)
        #expect((screen + keys).allSatisfy { $0.displayWidth <= columns })
        #expect(screen.count + keys.count < 24)
        #expect(!screen.contains { $0.contains("taller window") }, "\(position)")
        let isWhole = screen.contains { $0.contains("its weights") || $0.contains("our drawing") }
        // The verdict's picture is small enough for every window.
        #expect(isWhole == (columns == 80 || position == 169), "\(position)")
        #expect(
          renderer.render(reply).split(separator: "\n").allSatisfy {
            String($0).displayWidth <= columns
          })
      }
    }
  }

  @Test(arguments: ["plot", "step", "watch"])
  func `help is one screen`(topic: String) throws {
    let lines = text(try reply("help \(topic)")).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 22, "\(lines.count)")
  }
}
