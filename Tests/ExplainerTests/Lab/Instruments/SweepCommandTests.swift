import Core
import Testing

@testable import Explainer
@testable import Lab
@testable import Presentation

struct SweepCommandTests {
  private func points(_ reply: Reply) throws -> [[String: Fact]] {
    guard case .list(let points) = reply.facts["points"] else { return [] }
    return points.compactMap { if case .object(let point) = $0 { point } else { nil } }
  }

  @Test func `each point counts what the network reads of the changed drawings`() throws {
    let session = try bundledSession()
    let points = try points(try reply("sweep shift -4 4 drawn"))
    #expect(points.count == 9)
    for (index, point) in points.enumerated() {
      let amount = Float(index - 4)
      let right = session.lab.drawnExamples.count { example in
        let digit = example.digit.shifted(right: amount, down: 0)
        return session.network.forward(digit.pixels).answer == example.label
      }
      #expect(point["amount"] == .number(amount))
      #expect(point["correct"] == .integer(right))
      let own = session.current.digit.shifted(right: amount, down: 0)
      #expect(point["digit"] == .integer(session.network.forward(own.pixels).answer))
    }
  }

  @Test func `as many points as are asked for, both ends among them`() throws {
    let points = try points(try reply("sweep noise 0 0.5 drawn points=3"))
    #expect(points.map { $0["amount"] } == [.number(0), .number(0.25), .number(0.5)])
    #expect(points[0]["accuracy"] == .precise(1))
  }

  @Test func `it does not fit is said in its words`() throws {
    try expectProblem(
      "sweep shift 4 -4", "From 4 to -4 there is nothing to measure.",
      "Write the smaller amount first, such as sweep shift -4 4.")
    try expectProblem(
      "sweep shift -40 4", "The first shift can't be -40.", "Use -14 to 14.")
    try expectProblem(
      "sweep scale 1 1", "From 1 to 1 there is too little room for a curve.",
      "Put the ends further apart.")
    #expect(
      try reply("new 784 3", "sweep shift -1 1").error
        == LabError.training(.outputsDoNotFit(3)).explanation)
    #expect(try reply("sweep blur 1 2").error != nil)
    #expect(try reply("sweep noise 0 1 points=1").error != nil)
  }

  /// Stops at the first look.
  private struct Impatient: Host {
    var dataFolder: String? { nil }
    var history: [String] { [] }
    var isInterrupted: Bool { true }
    func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] { throw .notFound(path) }
    func write(_ bytes: [UInt8], to path: String) throws(FileError) {}
    func names(inFolder path: String) throws(FileError) -> [String] { [] }
  }

  @Test func `it can be stopped, and then nothing is said to be measured`() throws {
    var lab = try bundledSession().lab
    #expect(
      lab.perform("sweep shift -4 4 drawn", host: Impatient()).error
        == LabError.stopped.explanation)
  }

  private final class Progress { var shares: [Double] = [] }

  private struct Patient: Host {
    let progress = Progress()
    var dataFolder: String? { nil }
    var history: [String] { [] }
    func advanced(to share: Double) { progress.shares.append(share) }
    func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] { throw .notFound(path) }
    func write(_ bytes: [UInt8], to path: String) throws(FileError) {}
    func names(inFolder path: String) throws(FileError) -> [String] { [] }
  }

  @Test(arguments: ["sweep rotate -60 60 drawn points=20", "worst noise", "map 1 drawn", "probe"])
  func `it tells how far it has come`(line: String) throws {
    var lab = try bundledSession().lab
    let host = Patient()
    #expect(lab.perform(line, host: host).error == nil)
    let shares = host.progress.shares
    #expect(!shares.isEmpty && shares == shares.sorted() && shares.allSatisfy { 0...1 ~= $0 })
  }
}
