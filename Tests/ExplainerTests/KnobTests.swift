import Core
import Testing

@testable import Course
@testable import Explainer
@testable import Formulas
@testable import Lab
@testable import Presentation

struct KnobTests {
  private let host = ScriptedHost()

  @Test func `a knob is set, nudged and read back`() throws {
    var session = try bundledSession()
    _ = session.reply(to: "set W2[3,4] = 0.5", host: host)
    #expect(session.network.layer(2).weights[3, 4] == 0.5)
    #expect(session.reply(to: "W2[3,4]", host: host).facts["value"] == .number(0.5))
    let bias = session.network.layer(1).biases[0]
    _ = session.reply(to: "nudge b1[0] -10", host: host)
    #expect(session.network.layer(1).biases[0] == bias - 10)
    #expect(session.reply(to: "diff", host: host).facts["changed"] == .integer(2))
  }

  @Test func `a change says what it did to the outputs`() throws {
    let reply = try reply("digit 3", "set b3[3] = -100")
    #expect(text(reply).contains("the network said 3 and now says"), "\(text(reply))")
  }

  @Test func `undo and redo go through every change, to the bit`() throws {
    var session = try bundledSession()
    let start = session.lab.state
    let lines = [
      "nudge W1[3,400] 1", "digit 7", "x = [1, 2]", "activation relu", "new 784 5 10 seed 3",
      "reset", "digit invert",
    ]
    var states = [start]
    for line in lines {
      #expect(session.reply(to: line, host: host).error == nil, "\(line)")
      states.append(session.lab.state)
    }
    for state in states.dropLast().reversed() {
      _ = session.reply(to: "undo", host: host)
      #expect(session.lab.state == state)
    }
    #expect(session.reply(to: "undo", host: host).error == LabError.nothingToUndo.explanation)
    for state in states.dropFirst() {
      _ = session.reply(to: "redo", host: host)
      #expect(session.lab.state == state)
    }
    #expect(session.reply(to: "redo", host: host).error == LabError.nothingToRedo.explanation)
  }

  @Test func `after a new change nothing is left to redo`() throws {
    var session = try bundledSession()
    for line in ["set b1[0] = 1", "set b1[0] = 2", "undo", "undo", "set b1[1] = 3"] {
      #expect(session.reply(to: line, host: host).error == nil)
    }
    let state = session.lab.state
    #expect(session.reply(to: "redo", host: host).error == LabError.nothingToRedo.explanation)
    #expect(session.lab.state == state)
    _ = session.reply(to: "undo", host: host)
    _ = session.reply(to: "redo", host: host)
    #expect(session.lab.state == state, "the new change itself can be redone")
    // Looking is no change.
    _ = session.reply(to: "undo", host: host)
    _ = session.reply(to: "b1", host: host)
    #expect(session.reply(to: "redo", host: host).error == nil)
    #expect(session.lab.state == state)
  }

  @Test func `a thousand changes can be taken back, no more`() throws {
    var session = try bundledSession()
    for step in 0..<1005 { _ = session.reply(to: "set b3[0] = \(step)", host: host) }
    for _ in 0..<1000 { #expect(session.reply(to: "undo", host: host).error == nil) }
    #expect(session.network.layer(3).biases[0] == 4)
    #expect(session.reply(to: "undo", host: host).error != nil)
  }

  @Test func `a turned knob is remembered as a knob, not as a layer`() throws {
    var session = try bundledSession()
    let start = session.network
    for (count, line) in ["nudge W1[3,400] 0.1", "set b2[0] = 7", "digit 7"].enumerated() {
      _ = session.reply(to: line, host: host)
      guard case .knobs(let knobs) = session.lab.undoHistory.past.last?.network else {
        Issue.record("\(line) is remembered as a whole network")
        return
      }
      #expect(knobs.count == (count < 2 ? 1 : 0))
    }
    _ = session.reply(to: "activation relu", host: host)
    guard case .whole = session.lab.undoHistory.past.last?.network else {
      Issue.record("another activation is more than its knobs")
      return
    }
    for _ in 0..<4 { _ = session.reply(to: "undo", host: host) }
    #expect(session.network == start)
  }

  @Test(arguments: [0, 1, 64, 65, 300])
  func `a difference leads to the other network and back, to the bit`(count: Int) throws {
    let old = try bundledSession().network
    var new = old
    for place in 0..<count {
      new.setWeight(place == 0 ? -0.0 : 0.5, layer: 1, neuron: place % 16, input: place)
    }
    var difference = NetworkDifference(from: old, to: new)
    var moved = old
    for target in [new, old, new] {
      difference.exchange(with: &moved)
      for (layer, wanted) in zip(moved.layers, target.layers) {
        let bits = layer.weights.columnMajor.map(\.bitPattern)
        #expect(bits == wanted.weights.columnMajor.map(\.bitPattern))
        #expect(layer.biases == wanted.biases)
      }
    }
  }

  @Test func `looking and computing is nothing to undo`() throws {
    var session = try bundledSession()
    for line in ["classify", "1 + 1", "neuron 1.5", "nonsense", "diff"] {
      _ = session.reply(to: line, host: host)
    }
    #expect(session.lab.undoHistory.past.isEmpty)
  }

  @Test(arguments: [
    ("set W2[3,4] 0.5", "The '=' is missing."), ("set V2[3] = 1", "'V2[3]' is not a knob."),
    ("set W9[0,0] = 1", "There is no layer 9."), ("set W2[16,0] = 1", "Layer 2 has no neuron 16."),
    ("set W2[0,16] = 1", "The neurons of layer 2 have no input 16."),
    ("set b1[0,1] = 1", "'b1[0,1]' is not a knob."), ("nudge b1[0]", "The amount is missing."),
    ("set b1[0] = a1", "'a1' isn't a number."),
    ("nudge b1[0] 1/0", "Nothing can be divided by 0."),
    ("activation swish", "There is no activation 'swish'."),
    ("new 784 999999999 10", "The size of a layer can't be 999999999."),
    ("new 784 1000000 10", "That network would have 795,000,010 knobs."),
    ("digit = 3", "'digit' is a command, so it cannot be a name."),
  ])
  func `mistakes are told and change nothing`(line: String, message: String) throws {
    var session = try bundledSession()
    let before = session.lab.state
    #expect(session.reply(to: line, host: host).error?.message == message)
    #expect(session.lab.state == before)
  }
}

struct ExpressionLineTests {
  @Test func `the film's formula equals the layer it computes, to the bit, on 100 digits`() throws {
    var session = try bundledSession()
    let host = ScriptedHost()
    for digit in 0..<10 {
      for copy in 0..<10 {
        _ = session.reply(to: "digit \(digit) \(copy)", host: host)
        for layer in 1...3 {
          let formula = "σ(W\(layer)·a\(layer - 1) + b\(layer))"
          let explained = session.reply(to: "explain \(formula) == a\(layer)", host: host)
          let read = session.reply(to: "a\(layer)", host: host)
          #expect(explained.facts["value"] == .precise(1))
          #expect(read.facts["value"] == .numbers(try session.lab.pass().layers[layer - 1].a))
        }
      }
    }
  }

  @Test func `names are bound and kept, and win over the start of a command`() throws {
    #expect(try reply("p = 3", "p * 2").facts["value"] == .precise(6))
    #expect(try reply("1 + 1", "ans * 10").facts["value"] == .precise(20))
    #expect(try reply("a1").facts["shape"] == .list([.integer(16)]))
    #expect(try reply("784*16").facts["value"] == .precise(12_544))
    #expect(text(try reply("784*16")) == "12,544\n")
  }

  @Test func `a mistake is pointed at`() throws {
    #expect(
      text(try reply("sigmoid(W1*a0+)")) == """
          sigmoid(W1*a0+)
                        ^
        A value is missing after +.
        A number, a name such as a1, or something in parentheses would do.

        """)
    let json = JSONRenderer().render(try reply("1 + foo2"), to: "1 + foo2")
    #expect(json.contains(#""column":5"#), "\(json)")
  }

  @Test func `a mistake far out in a long line is still in view`() throws {
    let line = String(repeating: "1 + ", count: 60) + "+ )"
    for row in text(try reply(line), columns: 40).split(separator: "\n") {
      #expect(String(row).displayWidth <= 40)
    }
    #expect(text(try reply(line), columns: 40).contains("^"))
  }

  @Test func `explain numbers its parts and opens them`() throws {
    let shown = text(try reply("explain W1[5]·a0 + b1[5]"))
    #expect(shown.contains("W1[5]·a0 + b1[5]") && shown.contains("784 entries"), "\(shown)")
    let part = try reply("explain σ(W2·a1)", "explain 1")
    #expect(part.facts["text"] == .text("W2"))
    for part in ["9", "0", "-1", String(Int.max), String(Int.min)] {
      #expect(try reply("explain 1 + 1", "explain \(part)").error != nil)
    }
    #expect(try reply("explain x = 3").error == LabError.bindingInExplain.explanation)
  }
}
