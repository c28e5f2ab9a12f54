import Testing

@testable import Lab

struct EpochCommandTests {
  private let host = ScriptedHost()

  @Test func `every epoch of a training can be gone back to, to the bit`() throws {
    var session = try bundledSession()
    #expect(session.reply(to: "epoch", host: host).error == LabError.noTraining.explanation)
    _ = session.reply(to: "new 784 10 seed 1", host: host)
    let start = session.network
    _ = session.reply(to: "train drawn epochs=2 validate=10 schedule=constant seed=3", host: host)
    let end = session.network
    var shorter = try bundledSession()
    _ = shorter.reply(to: "new 784 10 seed 1", host: host)
    _ = shorter.reply(to: "train drawn epochs=1 validate=10 schedule=constant seed=3", host: host)
    guard case .list(let epochs) = session.reply(to: "epoch", host: host).facts["epochs"] else {
      Issue.record("no epochs")
      return
    }
    #expect(epochs.count == 2)
    for (line, network) in [("epoch 0", start), ("epoch 1", shorter.network), ("epoch 2", end)] {
      #expect(session.reply(to: line, host: host).error == nil)
      #expect(session.network == network, "\(line)")
    }
    _ = session.reply(to: "epoch 1", host: host)
    _ = session.reply(to: "undo", host: host)
    #expect(session.network == end)
    #expect(
      session.reply(to: "epoch 3", host: host).error?.message == "There's no epoch 3.")
    #expect(session.reply(to: "diff 1 1", host: host).facts["changed"] == .integer(0))
    #expect(session.reply(to: "diff 0 2", host: host).facts["changed"] != .integer(0))
    #expect(session.network == end)
  }
}
