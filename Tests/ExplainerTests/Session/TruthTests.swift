import Testing

@testable import Explainer
@testable import Lab
@testable import Presentation

/// Sentences in states in which they are easily false: ties, zeros, one of something, other shapes.
struct TruthTests {
  /// What is said to the last of some lines, without line breaks.
  private func said(_ lines: String...) throws -> String {
    var session = try bundledSession()
    let host = ScriptedHost()
    let reply = lines.reduce(Reply()) { session.reply(to: $1, host: host) }
    #expect(reply.error == nil, "\(lines)")
    return text(reply).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `outputs that are equally bright are no answer`() throws {
    let tie = try said("new 784 10 seed 1", "digit blank", "classify")
    #expect(tie.contains("The network can't say."))
    #expect(tie.contains("Outputs 0, 1, 2 and 7 others are equally bright, at 0.5000"))
    #expect(!tie.contains("two minds") && !tie.contains("lit,"))
  }

  @Test func `an output of ReLU is not told as lit`() throws {
    let relu = try said("activation relu", "set b3[3] = 109", "classify")
    #expect(relu.contains("With ReLU an output may be any size from 0 up."))
    #expect(!relu.contains("lit"))
  }

  @Test func `a network with other outputs names no digit`() throws {
    #expect(try said("new 784 5 seed 1", "classify").contains("It has 5 outputs, so none"))
    #expect(try said("new 784 1 seed 1", "classify").contains("Its only output is at"))
    #expect(!(try said("new 784 5 seed 1", "nudge b1[0] 9")).contains("says"))
    #expect(try said("new 784 5 seed 1", "nudge b1[0] 9").contains("Output 0 moved most, from"))
    #expect(
      try said("new 1 1 1 1", "inputs [1]", "forward").contains(
        "1 input became 1, then 1, then 1 activation."))
  }

  @Test func `a small move is shown with the digits that moved`() throws {
    let moved = try said("nudge b3[3] 0.001")
    let numbers = moved.split(separator: " ").compactMap { Float($0.filter { $0 != ":" }) }
    #expect(Set(numbers.suffix(3)).count == 3, "\(moved)")
    #expect(
      try said("set b3[3] = 1", "set b3[3] = 1").contains("b3[3] stays at 1.0000. No output moved.")
    )
  }

  @Test func `differences are counted as one or many`() throws {
    #expect(
      try said("nudge b3[3] 1", "diff").contains(
        "1 of 13,002 knobs is not where it was. For this digit the network still says 3."))
    #expect(
      try said("nudge b3[3] 1", "nudge b3[4] 1", "diff").contains(
        "2 of 13,002 knobs are not where they were."))
    #expect(try said("nudge b3[3] 1", "undo", "diff") == "Nothing has changed.")
    #expect(
      try said("activation relu", "diff").contains("Every neuron is now ReLU. No knob has moved."))
  }

  @Test(arguments: [
    ("new 2 2", "inputs [0, 0] wanted=[0.5, 0.5]", "cost", "The cost is 0.0000: perfect."),
    (
      "new 2 2", "inputs [0, 0] wanted=[0, 1]", "cost", "Every output adds as much as the others."
    ),
    ("new 2 1", "inputs [0, 0] wanted=[0]", "cost", "The cost is 0.2500; 0 would be perfect."),
    (
      "new 2 2", "inputs [0, 0] wanted=[0.5, 0.5]", "cost cross-entropy",
      "with these wanted it can't be less than 1.3863."
    ),
  ])
  func `a cost is told truly with ties and zeros`(
    new: String, inputs: String, cost: String, sentence: String
  ) throws {
    let shown = try said(new, inputs, cost)
    #expect(shown.contains(sentence), "\(shown)")
  }

  @Test func `a cost beyond all numbers is told, and stops nothing`() throws {
    let lines = [
      "new 1 1", "activation relu", "set W1[0,0] = 1e20", "inputs [10] wanted=[0]", "cost",
    ]
    var session = try bundledSession()
    let reply = lines.reduce(Reply()) { session.reply(to: $1, host: ScriptedHost()) }
    #expect(reply.error == LabError.tooLarge(what: "The cost").explanation)
    #expect(
      try outcome(["new 1 1", "inputs [1] wanted=[2]", "cost cross-entropy"]).error
        == LabError.targetOutside.explanation)
  }

  private func outcome(_ lines: [String]) throws -> Reply {
    var session = try bundledSession()
    return lines.reduce(Reply()) { session.reply(to: $1, host: ScriptedHost()) }
  }

  @Test(arguments: ["accuracy", "confusion", "cost"])
  func `every command knows the same sets and the same networks`(command: String) throws {
    #expect(try replied("\(command) drawings").facts == replied("\(command) drawn").facts)
    #expect(try replied("\(command) drawn").error == nil)
    #expect(
      try replied("new 784 5", "\(command) drawn").error
        == LabError.training(.outputsDoNotFit(5)).explanation)
    #expect(try replied("\(command) train").error == LabError.noDataFolder.explanation)
    // To `train` it is a setting's name as well.
    guard command != "cost" else { return }
    #expect(try replied("train \(command)").error == LabError.noSuchSet(command).explanation)
  }

  @Test func `a network whose knobs were turned is not told to read what it read before`() throws {
    #expect(try said("network").contains("It reads 9,"))
    #expect(
      try said("nudge b3[3] 1", "network").contains("Before its knobs were turned it read 9,"))
    #expect(try said("nudge b3[3] 1", "undo", "network").contains("It reads 9,"))
  }

  @Test func `equal biases and activations have no first among them`() throws {
    #expect(
      try said("new 784 3 10", "biases 1").contains("Neurons 0, 1 and 2 need the least persuading"))
    #expect(
      try said("new 784 3 10", "digit blank", "activations 1").contains(
        "Neurons 0, 1 and 2 are equally bright: 0.5000."))
    #expect(try said("new 1 1", "inputs [1]", "weights 1.0").contains("Its only weight is"))
  }

  @Test func `a slope too small to check is not told to be right`() throws {
    let reply = try replied("gradient W3[0,4]")
    #expect(reply.facts["agrees"] == .null)
    #expect(text(reply).contains("can't check a slope as small"))
    #expect(try replied("new 784 16 10 seed 1", "gradient W2[0,4]").facts["agrees"] == .flag(true))
  }

  @Test func `a training whose knobs run off leaves the network as it was`() throws {
    let host = ScriptedHost()
    var session = try bundledSession()
    let before = session.network
    let reply = session.reply(to: "train drawn rate=1e30", host: host)
    #expect(session.network == before)
    #expect(session.lab.notes["source"]?.contains("trained here") != true)
    #expect(text(reply).contains("The numbers ran off in epoch 1"))
  }

  @Test func `a corner of ReLU is told as one`() throws {
    let corner = try replied(
      "new 1 1", "activation relu", "set b1[0] = 0.00005", "inputs [0] wanted=[1]", "gradient b1[0]"
    )
    #expect(corner.facts["agrees"] == .null)
    #expect(text(corner).contains("the cost has a corner"))
  }

  private func replied(_ lines: String...) throws -> Reply { try outcome(lines) }

  @Test(
    arguments: [
      ("new 784 16 16 10 seed 1", "rate=1e30", true, nil),
      ("new 784 16 16 10 seed 1", "rate=300", true, nil),
      ("new 784 16 16 10 relu seed 1", "rate=0.5 epochs=5", nil, "poor"),
      ("new 784 16 16 10 seed 1", "rate=0.0001 epochs=1", false, "chance"),
      ("new 784 16 16 10 seed 1", "epochs=3", false, nil),
      ("new 784 16 16 10 relu seed 1", "epochs=3", false, nil),
    ] as [(String, String, Bool?, String?)])
  func `a training that fails says so`(
    new: String, settings: String, diverged: Bool?, trouble: String?
  ) throws {
    let reply = try replied(new, "train drawn \(settings)")
    if let diverged { #expect(reply.facts["diverged"] == .flag(diverged), "\(text(reply))") }
    if diverged != true {
      #expect(reply.facts["trouble"] == trouble.map { .text($0) }, "\(text(reply))")
      #expect(text(reply).contains("rate=") == (trouble != nil))
    }
  }

  @Test(
    arguments: [
      ("new 784 16 10", "", 0.5), ("new 784 16 10 relu", "", 0.1),
      ("new 784 16 10", "momentum=0.9", 0.05), ("new 784 16 10 relu", "optimizer=adam", 0.005),
      ("new 784 16 10 relu", "rate=0.3", 0.3),
    ] as [(String, String, Float)])
  func `each kind of network learns at its usual rate`(
    new: String, settings: String, rate: Float
  ) throws {
    let reply = try replied(new, "train drawn epochs=1 batch=1000 validate=0 \(settings)")
    guard case .number(let used)? = reply.facts["rate"] else {
      Issue.record("no rate")
      return
    }
    #expect(abs(used - rate) < 1e-6)
  }

  @Test func `an epoch's digits seen again are not new ones`() throws {
    #expect(try said("train drawn examples=20 epochs=3").contains("It has seen 20 digits 3 times"))
    #expect(try said("train drawn examples=1 epochs=1").contains("It has seen 1 digit at a"))
  }
}
