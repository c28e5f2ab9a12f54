import Testing

@testable import Explainer
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
    ("set W2[3,4]", "The '=' is missing."), ("set V2[3] = 1", "'V2[3]' is not a knob."),
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
