import Core
import Foundation
import Testing

@testable import Explainer
@testable import Lab
@testable import Presentation

struct CostCommandTests {
  private let host = ScriptedHost()

  @Test func `the cost of a small network is shown as it adds up`() throws {
    let reply = try reply("new 1 2 seed 1", "inputs [0.5] wanted=[1, 0]", "cost")
    #expect(
      text(reply) == """
        Cost of the inputs typed; wanted: 1, 0

        output  is      wanted  off by   squared
        0       0.6709       1  -0.3291  0.1083   ━╸··········
        1       0.4232       0   0.4232  0.1792   ━━··········
        ──────────────────────────────────────────────────────
        cost                             0.2875

        The cost is 0.2875; 0 would be perfect. Output 1 adds most: 62.32% of it.

        """)
  }

  /// The cost in Double, from what the network puts out.
  private func cost(_ outputs: [Float], _ label: Int, _ kind: Cost) -> Double {
    outputs.enumerated().reduce(0) { sum, output in
      let a = Double(output.element)
      let y: Double = output.offset == label ? 1 : 0
      return kind == .squares
        ? sum + (a - y) * (a - y) : sum - log(max(y == 1 ? a : 1 - a, 0x1p-126))
    }
  }

  @Test(arguments: Cost.allCases) func `every digit's cost is what the formula says`(kind: Cost)
    throws
  {
    var session = try bundledSession()
    for digit in 0...9 {
      for wanted in [digit, 9 - digit] {
        _ = session.reply(to: "digit \(digit)", host: host)
        let reply = session.reply(to: "cost \(wanted) \(kind.rawValue)", host: host)
        guard case .precise(let shown) = reply.facts["cost"] else { throw Missing() }
        let expected = cost(try session.lab.pass().output, wanted, kind)
        #expect(abs(shown - expected) <= 1e-5 * expected + 1e-6, "\(digit) for \(wanted)")
        #expect(reply.facts["label"] == .integer(wanted))
        expectColumnAddsUp(reply)
      }
    }
  }

  /// Reads the printed column back.
  private func expectColumnAddsUp(_ reply: Reply) {
    guard case .table(let table) = reply.blocks[1] else {
      Issue.record("no table")
      return
    }
    let column = table.rows.dropFirst().compactMap { row -> Int? in
      guard case .cells(let cells) = row, case .text(let number) = cells[4] else { return nil }
      return Int(number.text.prefix { $0 != "e" }.filter { $0 != "." })
    }
    #expect(column.count == 11)
    #expect(column.dropLast().reduce(0, +) == column.last, "\(column)")
  }

  @Test func `the average is over all digits of a set`() throws {
    var session = try bundledSession()
    let facts = session.reply(to: "cost drawn", host: host).facts
    let examples = session.lab.drawnExamples
    let sum = examples.reduce(0) {
      $0 + cost(session.network.forward($1.digit.pixels).output, $1.label, .squares)
    }
    guard case .precise(let shown) = facts["cost"] else { throw Missing() }
    #expect(abs(shown - sum / Double(examples.count)) < 1e-7)
    #expect(facts["examples"] == .integer(examples.count))
    #expect(facts["kind"] == .text("squares"))
    #expect(session.reply(to: "cost drawings", host: host).facts == facts)
  }

  @Test(arguments: [
    (
      "digit noise 3", "cost",
      "Nobody said what this digit is, so nothing is wanted of the outputs."
    ),
    ("digit 3", "cost 12", "There's no digit 12."),
    ("digit 3", "cost wanted=[1]", "1 number is wanted of 10 outputs."),
    ("digit 3", "cost train", "MNIST isn't loaded."),
    ("digit 3", "cost best", "'best' doesn't fit here."),
    ("new 784 3", "cost", "This network has 3 outputs, not one for each of ten digits."),
    ("new 2 1", "cost 1", "This network has 1 output, not one for each of ten digits."),
    ("new 2 1", "cost wanted=[1]", "This network reads 2 numbers, not the 784 pixels of a digit."),
    ("new 2 1", "inputs [1]", "There is 1 number for 2 neurons of layer 0."),
    ("new 2 2", "inputs [1, 2] wanted=[1]", "1 number is wanted of 2 outputs."),
    ("new 1 2", "step", "This network reads 1 number, not the 784 pixels of a digit."),
    ("new 2 1", "inputs [1, 2] wanted=[1, 2]", "2 numbers are wanted of 1 output."),
    ("new 2 1", "cost drawn", "This network reads 2 numbers, not the 784 pixels of a digit."),
    ("digit 3", "inputs [1]", "This network reads digits: its inputs are the pixels of one."),
  ])
  func `what cannot be done is told`(first: String, line: String, message: String) throws {
    var session = try bundledSession()
    _ = session.reply(to: first, host: host)
    let before = session.lab.state
    let problem = try #require(session.reply(to: line, host: host).error)
    #expect(problem.message == message)
    #expect(!problem.hint.text.isEmpty)
    #expect(session.lab.state == before)
  }

  @Test func `inputs typed are read by all that computes, and can be undone`() throws {
    var session = try bundledSession()
    for line in ["new 2 1 seed 1", "inputs [0.5, 1] wanted = [1]"] {
      #expect(session.reply(to: line, host: host).error == nil)
    }
    #expect(session.reply(to: "a0", host: host).facts["value"] == .numbers([0.5, 1]))
    #expect(session.reply(to: "neuron 1.0", host: host).error == nil)
    #expect(session.reply(to: "forward", host: host).error == nil)
    #expect(session.reply(to: "cost", host: host).facts["wanted"] == .numbers([1]))
    #expect(
      session.reply(to: "classify", host: host).error
        == LabError.inputDoesNotFit(inputs: 2).explanation)
    _ = session.reply(to: "undo", host: host)
    #expect(
      session.reply(to: "forward", host: host).error
        == LabError.inputDoesNotFit(inputs: 2).explanation)
  }

  struct Missing: Error {}
}
