import Core
import Testing

@testable import Explainer
@testable import Lab
@testable import Presentation

struct AttributionCommandTests {
  private func numbers(_ fact: Fact?) -> [Double] {
    switch fact {
    case .preciseNumbers(let values): values
    case .numbers(let values): values.map(Double.init)
    default: []
    }
  }

  private func number(_ fact: Fact?) -> Double {
    switch fact {
    case .precise(let value): value
    case .number(let value): Double(value)
    case .integer(let value): Double(value)
    default: .nan
    }
  }

  private func object(_ fact: Fact?) -> [String: Fact] {
    if case .object(let fields) = fact { fields } else { [:] }
  }

  private func list(_ fact: Fact?) -> [Fact] { if case .list(let all) = fact { all } else { [] } }

  // MARK: why

  @Test(arguments: [
    "why", "why 3 not 8", "why 5 baseline=gray", "why not 2", "why method=layers baseline=mean",
    "why method=lrp", "why 3 of=activation baseline=7",
  ])
  func `what why tells programs adds up, at every layer`(_ line: String) throws {
    let facts = try reply(line).facts
    let layers = list(facts["layers"]).map(numbers)
    #expect(layers.map(\.count) == [784, 16, 16])
    let (biases, held) = (numbers(facts["biases"]), numbers(facts["held"]))
    let explained = number(facts["value"]) - number(facts["reference"])
    #expect(abs(explained - number(facts["explained"])) < 1e-9)
    for (layer, parts) in layers.enumerated() {
      let rest = (biases[layer...] + held[layer...]).reduce(0, +)
      #expect(abs(parts.reduce(0, +) + rest - explained) < 1e-4)
    }
  }

  @Test func `why explains z, or what the squash makes of it`() throws {
    var session = try bundledSession()
    let pass = session.network.forward(session.current.digit.pixels).layers[2]
    let sum = session.reply(to: "why 3 not 5", host: ScriptedHost()).facts
    #expect(abs(number(sum["value"]) - Double(pass.z[3] - pass.z[5])) < 1e-5)
    let squashed = session.reply(to: "why 3 of=activation", host: ScriptedHost()).facts
    #expect(abs(number(squashed["value"]) - Double(pass.a[3])) < 1e-6)
    #expect(sum["not"] == .integer(5) && squashed["not"] == nil)
  }

  @Test func `why says how often other methods agree`() throws {
    let reply = try reply("why 3")
    let agreements = list(reply.facts["agreements"]).map(object)
    #expect(agreements.map { $0["method"] } == [.text("layers"), .text("lrp")])
    let same = try agreements.map { agreement throws -> Int in
      guard case .integer(let same) = agreement["same"] else { throw Unexpected() }
      return same
    }
    let shown = text(reply).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(shown.contains("\(same[0]) from the layer-wise rule, \(same[1]) from LRP"), "\(shown)")
    #expect(shown.contains("They agree") == same.allSatisfy { $0 == 10 })
  }

  private struct Unexpected: Error {}

  @Test func `why in words that help where it can't be done`() throws {
    try expectProblem(
      "why 3 not 3", "Output 3 can't be ahead of itself.",
      "Name another one after not, or leave it out: why 3.")
    try expectProblem(
      "why method=lrp baseline=gray",
      "method=lrp compares the digit with nothing, so it takes no baseline.",
      "Leave one of them out, or try method=layers.")
    #expect(try reply("why 10").error != nil)
    #expect(try reply("why baseline=green").error != nil)
    #expect(
      try reply("new 2 3 1", "inputs [1, 2]", "why baseline=3").error
        == LabError.inputDoesNotFit(inputs: 2).explanation)
  }

  @Test func `why works on networks of any shape`() throws {
    for network in ["new 784 10", "new 784 5 4 3 relu seed 2", "new 784 40 10 tanh"] {
      let reply = try reply(network, "why 1")
      #expect(reply.error == nil && number(reply.facts["error"]) < 1e-4)
    }
    let small = try reply("new 2 3 1 relu seed 1", "inputs [1, -2]", "why")
    #expect(list(small.facts["layers"]).map(numbers).map(\.count) == [2, 3])
  }

  // MARK: ablate, keep and swap

  @Test func `ablate alone ranks by what ablate of one finds`() throws {
    let ranking = try reply("ablate drawn").facts
    let neurons = list(ranking["neurons"]).map(object)
    #expect(neurons.count == 32)
    let lost = neurons.map { number($0["lost"]) }
    #expect(lost == lost.sorted(by: >))
    let first = neurons[0]
    let name = "\(Int(number(first["layer"]))).\(Int(number(first["neuron"])))"
    let one = try reply("ablate \(name) drawn").facts
    #expect(one["correctWithout"] == first["correct"])
    #expect(number(one["correct"]) - number(one["correctWithout"]) == lost[0])
  }

  @Test func `ablate leaves the network as it is`() throws {
    var session = try bundledSession()
    let before = session.network
    _ = session.reply(to: "ablate 2.3", host: ScriptedHost())
    #expect(session.network == before)
  }

  @Test func `only hidden neurons can be left out`() throws {
    try expectProblem(
      "ablate 3.1", "Layer 3 is the output: its neurons are the answer itself.",
      "Name a hidden neuron, such as 2.0.")
    #expect(try reply("new 784 10", "ablate").error == LabError.noHiddenLayer.explanation)
    #expect(try reply("new 784 10", "keep only 1.2").error == LabError.noHiddenLayer.explanation)
    #expect(try reply("ablate 1.99").error != nil)
    let small = try reply("new 2 3 1 seed 1", "inputs [1, 2]", "ablate 1.1")
    #expect(small.error == nil && small.facts["set"] == nil)
    #expect(try reply("new 2 3 1 seed 1", "inputs [1, 2]", "ablate").error != nil)
  }

  @Test func `keep only starts from the whole network each time, and all of it comes back`() throws
  {
    var session = try bundledSession()
    let host = ScriptedHost()
    let whole = session.network
    let first = session.reply(to: "keep only 2.1 2.3", host: host).facts
    #expect(first["cut"] == .integer(14))
    let second = session.reply(to: "keep only 1.0 1.1", host: host).facts
    #expect(second["cut"] == .integer(14))
    #expect(session.network.layer(3) == whole.layer(3))
    #expect(session.network.layer(2).weights.column(5).allSatisfy { $0 == 0 })
    _ = session.reply(to: "keep all", host: host)
    #expect(session.network == whole)
    #expect(session.reply(to: "keep all", host: host).error == LabError.nothingCut.explanation)
    _ = session.reply(to: "keep only 2.1", host: host)
    _ = session.reply(to: "undo", host: host)
    #expect(session.network == whole)
    _ = session.reply(to: "keep only 2.1", host: host)
    _ = session.reply(to: "reset", host: host)
    #expect(session.network == whole)
  }

  @Test func `a knob turned after keep only is not lost`() throws {
    var session = try bundledSession()
    let host = ScriptedHost()
    for line in ["keep only 2.1", "set b3[0] = 9", "keep only 1.1"] {
      #expect(session.reply(to: line, host: host).error == nil)
    }
    #expect(session.network.layer(3).biases[0] == 9)
    #expect(session.network.layer(3).weights.column(2).allSatisfy { $0 == 0 })
  }

  @Test func `swapping all of a layer gives the other digit's outputs`() throws {
    let all = (0..<16).map { "2.\($0)" }.joined(separator: " ")
    let facts = try reply("swap 8 \(all)").facts
    #expect(facts["swapped"] == facts["other"])
    let ranking = try reply("swap 8").facts
    #expect(list(ranking["neurons"]).count == 32)
    let best = object(list(ranking["neurons"])[0])
    let name = "\(Int(number(best["layer"]))).\(Int(number(best["neuron"])))"
    let one = numbers(try reply("swap 8 \(name)").facts["swapped"])
    let before = numbers(try reply("swap 8 \(name)").facts["outputs"])
    #expect(one[8] - one[3] > before[8] - before[3])
    #expect(try reply("swap 3").error == LabError.sameAnswer(3).explanation)
  }

  // MARK: ideal and likes

  @Test func `ideal is brighter than the best drawing, and can be taken`() throws {
    var session = try bundledSession()
    let host = ScriptedHost()
    let facts = session.reply(to: "ideal 2.4 take", host: host).facts
    #expect(number(facts["z"]) > number(object(facts["best"])["z"]))
    #expect(number(facts["z"]) >= number(facts["smoothZ"]))
    #expect(session.current.origin == "the ideal of neuron 2.4")
    let z = session.network.forward(session.current.digit.pixels).layers[1].z[4]
    #expect(abs(Double(z) - number(facts["z"])) < 1e-3)
    _ = session.reply(to: "undo", host: host)
    #expect(session.current.label == 3)
    let before = session.current
    _ = session.reply(to: "ideal 2.4", host: host)
    #expect(session.current == before)
    #expect(try reply("new 2 3 1 seed 1", "ideal 1.2").error == nil)
  }

  @Test func `ideal forms before one's eyes, each moment as large as the end`() throws {
    let blocks = try reply("ideal 3.3").blocks
    let figures = blocks.flatMap(\.meaning).flatMap(\.allFigures)
    let moving = figures.filter { $0.motion != nil }
    #expect(moving.count == 2)
    for figure in moving {
      let end = figure.content(as: HeatMap.self)
      let moments = figure.motion?.moments.compactMap { $0.content(as: HeatMap.self) } ?? []
      #expect(moments.count == 12)
      #expect(moments.allSatisfy { $0.rows == end?.rows && $0.columns == end?.columns })
    }
  }

  @Test func `likes lists the drawings that light a neuron most and least`() throws {
    let session = try bundledSession()
    let facts = try reply("neuron 2.4 --likes drawn").facts
    let z = session.lab.drawnExamples.map {
      session.network.forward($0.digit.pixels).layers[1].z[4]
    }
    #expect(object(list(facts["most"])[0])["z"] == .number(try #require(z.max())))
    #expect(object(list(facts["least"])[0])["z"] == .number(try #require(z.min())))
    #expect(list(facts["most"]).count == 5 && list(facts["means"]).count == 10)
    #expect(
      try reply("new 2 1", "neuron 1.0 --likes").error
        == LabError.inputDoesNotFit(inputs: 2).explanation)
  }

  // MARK: fool

  @Test func `fool changes little and stays between black and white`() throws {
    var session = try bundledSession()
    let host = ScriptedHost()
    let before = session.current.digit.pixels
    let facts = session.reply(to: "fool 8 take", host: host).facts
    #expect(facts["answer"] == .integer(8) && facts["was"] == .integer(3))
    let after = session.current.digit.pixels
    #expect(session.network.forward(after).answer == 8 && session.current.label == 3)
    let size = zip(after, before).reduce(0.0) {
      $0 + Double($1.0 - $1.1) * Double($1.0 - $1.1)
    }.squareRoot()
    #expect(abs(size - number(facts["size"])) < 1e-4 && size < 3)
    #expect(session.reply(to: "fool 8", host: host).error == LabError.saysAlready(8).explanation)
  }

  @Test func `fool refuses what has nothing else to say`() throws {
    #expect(try reply("new 784 5 1", "fool 0").error == LabError.oneOutput.explanation)
    #expect(
      try reply("new 2 2", "inputs [1, 2]", "fool 1").error
        == LabError.inputDoesNotFit(inputs: 2).explanation)
    #expect(try reply("fool 11").error != nil)
    #expect(try reply("digit blank", "fool 2").facts["answer"] == .integer(2))
  }

  // MARK: All of them

  @Test(arguments: [
    "why", "why 3 not 8", "why method=lrp", "ablate", "ablate 1.2", "keep only 2.1 2.3", "swap 8",
    "swap 8 2.3", "ideal 1.5", "neuron 1.5 --likes", "fool 8",
  ])
  func `replies fit windows of 40 columns and more`(_ line: String) throws {
    let reply = try reply(line)
    #expect(reply.error == nil)
    for columns in [40, 60, 80, 120] {
      for row in text(reply, columns: columns).split(separator: "\n") {
        #expect(String(row).displayWidth <= columns, "\(columns): \(row)")
      }
    }
  }
}
