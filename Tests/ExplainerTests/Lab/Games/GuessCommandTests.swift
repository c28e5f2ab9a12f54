import Core
import Testing

@testable import Explainer
@testable import Lab
@testable import Presentation

struct GuessCommandTests {
  private let host = ScriptedHost()

  /// What is meant by a seed, without giving it away to the player.
  private func digit(ofSeed seed: UInt64, _ session: Session) -> Drawing {
    var generator = SeededGenerator(seed: seed)
    let drawings = session.lab.content.drawings
    return drawings[generator.next(below: drawings.count)]
  }

  @Test(arguments: [UInt64(1), 7, 42])
  func `a right guess ends it, and points fall with each piece`(seed: UInt64) throws {
    var session = try bundledSession()
    let drawing = digit(ofSeed: seed, session)
    for more in 0..<4 {
      let first = session.reply(to: "guess seed \(seed)", host: host)
      #expect(first.facts["piece"] == .integer(1) && first.facts["points"] == .integer(6))
      for _ in 0..<more { _ = session.reply(to: "guess more", host: host) }
      let reply = session.reply(to: "guess \(drawing.digit)", host: host)
      #expect(reply.facts["over"] == .flag(true))
      #expect(reply.facts["digit"] == .integer(drawing.digit))
      #expect(
        reply.facts["you"] == .object(["piece": .integer(more + 1), "points": .integer(6 - more)]))
      #expect(session.current.digit == drawing.rasterized())
      #expect(session.current.label == drawing.digit)
    }
  }

  @Test func `what is shown grows to the whole drawing, and stays hidden from the bench`() throws {
    var session = try bundledSession()
    let before = session.state
    var lit = 0
    var reply = session.reply(to: "guess seed 7", host: host)
    for piece in 1...6 {
      guard case .numbers(let pixels) = reply.facts["pixels"] else { throw HandMissing(reply: "") }
      let ink = pixels.count { $0 > 0 }
      #expect(ink > lit && reply.facts["piece"] == .integer(piece))
      lit = ink
      if piece == 6 { #expect(pixels == digit(ofSeed: 7, session).rasterized().pixels) }
      #expect(session.state == before)
      if piece < 6 { reply = session.reply(to: "guess more", host: host) }
    }
    #expect(session.reply(to: "guess more", host: host).facts["over"] == .flag(true))
  }

  @Test func `a wrong guess costs a piece, and the last one the game`() throws {
    var session = try bundledSession()
    let right = digit(ofSeed: 7, session).digit
    let wrong = (right + 1) % 10
    _ = session.reply(to: "guess seed 7", host: host)
    for piece in 2...6 {
      let reply = session.reply(to: "guess \(wrong)", host: host)
      #expect(reply.facts["piece"] == .integer(piece))
      #expect(text(reply).contains("It isn't"))
    }
    let end = session.reply(to: "guess \(wrong)", host: host)
    #expect(end.facts["over"] == .flag(true))
    #expect(end.facts["you"] == .object(["piece": .null, "points": .integer(0)]))
    #expect(session.reply(to: "guess \(wrong)", host: host).error != nil)
  }

  /// The network says what its lit output stands for; luck that does not last counts for nothing.
  @Test func `the network plays by the same rules`() throws {
    var session = try bundledSession()
    for seed in UInt64(1)...12 {
      let drawing = digit(ofSeed: seed, session)
      let answers = (1...6).map { piece -> Int? in
        let part = Sketch(drawing).uncovered(Float(piece) / 6)
        let outputs = session.network.forward(part.pixels).output
        let best = outputs.indices.max { outputs[$0] < outputs[$1] } ?? 0
        return outputs[best] >= 0.5 ? best : nil
      }
      let piece = (1...6).first { answers[($0 - 1)...].allSatisfy { $0 == drawing.digit } }
      _ = session.reply(to: "guess seed \(seed)", host: host)
      let reply = session.reply(to: "guess \(drawing.digit)", host: host)
      #expect(
        reply.facts["network"]
          == .object([
            "piece": piece.map { .integer($0) } ?? .null,
            "points": .integer(piece.map { 7 - $0 } ?? 0),
          ]))
    }
  }

  @Test func `guess goes on with the game that is on, and one undo takes its digit back`() throws {
    var session = try bundledSession()
    let before = session.state
    let first = session.reply(to: "guess", host: host)
    #expect(session.reply(to: "guess", host: host) == first)
    for _ in 0..<6 { _ = session.reply(to: "guess more", host: host) }
    #expect(session.state != before)
    _ = session.reply(to: "undo", host: host)
    #expect(session.state == before)
  }

  @Test func `nobody plays without a game, or without a reader of digits`() throws {
    try expectProblem("guess 3", "No game is on.", "Type guess to start one.")
    try expectProblem("guess more", "No game is on.", "Type guess to start one.")
    #expect(try reply("new 2 2", "guess").error != nil)
    #expect(try reply("new 784 5", "guess").error != nil)
    #expect(try reply("guess", "new 784 5", "guess 3").error != nil)
  }

  @Test func `it fits every window`() throws {
    for columns in [40, 60, 80, 100, 120, 160] {
      for lines in [
        ["guess seed 7"],
        ["guess seed 7", "guess 5", "guess 2", "guess more", "guess 9", "guess 1", "guess 0"],
      ] {
        var session = try bundledSession()
        let reply = lines.reduce(Reply()) { session.reply(to: $1, host: host) }
        #expect(
          text(reply, columns: columns).split(separator: "\n").allSatisfy { $0.count <= columns })
      }
    }
  }
}
