import Testing

@testable import Course
@testable import Explainer
@testable import Lab
@testable import Presentation

/// Somebody who looks at a training after every mini-batch and stops it after some of them.
private final class Watcher: CourseHost, TrainingObserver {
  var dataFolder: String? { nil }
  var history: [String] { [] }
  private let most: Int
  private(set) var views: [TrainingView] = []
  private(set) var endings = 0

  init(stopsAfter most: Int) { self.most = most }

  func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] { throw .notFound(path) }
  func write(_ bytes: [UInt8], to path: String) throws(FileError) {}
  func names(inFolder path: String) -> [String] { [] }

  func trainingObserver() -> any TrainingObserver { self }

  func advanced(_ training: inout TrainingRun) {
    views.append(training.view(after: Double(views.count + 1)))
    if views.count == most { training.stop() }
  }

  func ended(_ training: TrainingRun) { endings += 1 }
}

struct TrainCommandTests {
  @Test func `what was learned before a stop is kept, and undone as a whole`() throws {
    var session = try bundledSession()
    let before = session.network
    let watcher = Watcher(stopsAfter: 7)
    let reply = session.reply(to: "train drawn epochs=2 batch=20 validate=50", host: watcher)
    #expect(reply.error == nil)
    #expect(reply.facts["stopped"] == .flag(true))
    #expect(watcher.views.count == 7)
    #expect(watcher.endings == 1)
    #expect(watcher.views.map(\.examplesSeen) == [20, 40, 60, 80, 100, 120, 140])
    #expect(text(reply).contains("Stopped, and what was learned is kept. It has seen 140 digits"))
    let trained = session.network
    #expect(trained != before)
    _ = session.reply(to: "undo", host: watcher)
    #expect(session.network == before)
    #expect(session.lab.notes["source"]?.contains("trained here") != true)
    _ = session.reply(to: "redo", host: watcher)
    #expect(session.network == trained)
  }

  @Test func `watching changes nothing of what is learned`() throws {
    let line = "train drawn epochs=1 batch=500 validate=0 watch=2.3"
    var (seen, unseen) = (try bundledSession(), try bundledSession())
    let watcher = Watcher(stopsAfter: .max)
    let replies = [
      seen.reply(to: line, host: watcher), unseen.reply(to: line, host: ScriptedHost()),
    ]
    #expect(replies[0] == replies[1])
    #expect(seen.network == unseen.network)
    let untrained = try bundledSession().network
    #expect(seen.network != untrained)
    #expect(watcher.endings == 1)
    let last = try #require(watcher.views.last)
    #expect(last.weights.title == "weights of 2.3")
    #expect(last.weights.columns == 16)
    #expect(last.progress == 0.95)
    #expect(last.secondsLeft.map { abs($0 - 1) < 1e-6 } == true)
  }

  @Test func `the curves add up to the epochs`() throws {
    let watcher = Watcher(stopsAfter: .max)
    var session = try bundledSession()
    let line = "train drawn epochs=2 batch=100 validate=40"
    let reply = session.reply(to: line, host: watcher)
    let figure = reply.blocks.compactMap { block -> TrainingCurves? in
      if case .figure(let figure) = block { figure.content(as: TrainingCurves.self) } else { nil }
    }
    let curves = try #require(figure.first)
    #expect(curves.cost.map(\.epoch) == (1...20).map { Double($0) / 10 })
    #expect(curves.heldOut.map(\.epoch) == [0, 1, 2])
    guard case .list(let epochs)? = reply.facts["epochs"] else {
      Issue.record("no epochs")
      return
    }
    for (number, epoch) in epochs.enumerated() {
      let points = (number * 10)..<(number * 10 + 10)
      guard case .object(let facts) = epoch, case .precise(let cost)? = facts["cost"],
        case .precise(let share)? = facts["trainingAccuracy"]
      else {
        Issue.record("no cost")
        return
      }
      #expect(abs(curves.cost[points].reduce(0) { $0 + $1.value } / 10 - cost) < 1e-9)
      #expect(abs(curves.shown[points].reduce(0) { $0 + $1.value } / 10 - share) < 1e-9)
    }
    #expect(
      Figure.trainingCurves(curves).sentence.contains(
        "the mean cost of the latest digits falls from"))
  }

  @Test(arguments: [
    ("1.16", "16"), ("0.3", "layer 0"), ("x", "x"), ("1", "1"),
  ])
  func `a neuron that is not there can't be watched`(_ word: String, _ part: String) throws {
    let problem = try reply("train drawn watch=\(word)").error
    #expect(
      problem?.message.lowercased().contains(part.lowercased()) == true, "\(problem?.message ?? "")"
    )
  }
}
