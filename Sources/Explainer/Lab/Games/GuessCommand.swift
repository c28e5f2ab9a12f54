import Core
import Presentation

/// `guess`.
let guessCommand = LabCommand(
  CommandDeclaration(
    "guess", .look, .changesLab,
    [
      CommandForm(adding: [.named(.seed)]), CommandForm(.required(TargetWords.digit)),
      CommandForm(.word("more", note: "another piece")),
    ],
    summary: "a game: who reads a digit first, you or the network?",
    details: [
      "One of the drawings is uncovered in \(GuessGame.pieces) pieces, as the pen drew it. Say what it will be, \(code: "guess 3"), or see more, \(code: "guess more"). A wrong guess uncovers a piece, too.",
      "The earlier you know it, the more points: \(GuessGame.pieces) for the first piece, 1 for the last. The network says what its lit output stands for, and has its points for the piece from which on it stays right; you hear it in the end.",
    ],
    examples: ["guess", "guess seed 7"], isShortened: false)
) { lab, arguments, _ throws(LabError) in
  if arguments.keyword == "more" { return try lab.answer(nil) }
  if let digit = try arguments.value(TargetWords.digit) { return try lab.answer(digit) }
  _ = try lab.digitOutputs(lab.current.digit)
  if let seed = try arguments.value(.seed) {
    var generator = SeededGenerator(seed: UInt64(seed))
    lab.games.guess = GuessGame(generator.next(below: lab.content.drawings.count))
  } else if lab.games.guess == nil {
    lab.games.guess = GuessGame(lab.generator.next(below: lab.content.drawings.count))
  }
  return try lab.guessRound()
}

extension Lab {
  /// Takes the learner's answer to the piece that is to be seen; nil to see another one.
  fileprivate mutating func answer(_ learner: Int?) throws(LabError) -> Reply {
    guard var game = games.guess else { throw .noGame }
    let drawing = content.drawings[game.index]
    let outputs = try digitOutputs(game.digit(of: drawing)).output
    let isLast = game.isWhole
    game.take(learner, network: said(outputs))
    guard learner == drawing.digit || isLast else {
      games.guess = game
      return try guessRound(after: learner)
    }
    games.guess = nil
    return try end(game, drawing)
  }

  /// What outputs say aloud: nothing where none of them is lit.
  private func said(_ outputs: [Float]) -> Int? {
    let activation = network.layer(network.outputLayer).activation
    return Brightest(outputs).only.flatMap { activation.isLit(outputs[$0]) ? $0 : nil }
  }

  /// What is to be seen, and what can be typed.
  fileprivate func guessRound(after wrong: Int? = nil) throws(LabError) -> Reply {
    guard let game = games.guess else { throw .noGame }
    let digit = game.digit(of: content.drawings[game.index])
    let map = HeatMap("piece \(game.shown) of \(GuessGame.pieces)", digit)
    let start = wrong.map { "It isn't \($0.withArticle). " } ?? ""
    let next: Prose =
      game.isWhole
      ? "This is all of it. Type \(code: "guess") and a digit."
      : "What will it be? Type \(code: "guess") and a digit, or \(code: "guess more")."
    let worth = "Right now it's worth \(counted(game.points, "point"))."
    return Reply(
      [.picture(map, [.prose(Prose(start) + next), .prose(Prose(worth, .faint))])],
      facts: [
        "game": .text("guess"), "over": .flag(false), "piece": .integer(game.shown),
        "pieces": .integer(GuessGame.pieces), "points": .integer(game.points),
        "pixels": .numbers(digit.pixels),
      ])
  }

  private mutating func end(_ game: GuessGame, _ drawing: Drawing) throws(LabError) -> Reply {
    current = Lab.drawing(game.index, of: content)
    // The network goes on alone, to the piece at which it knows.
    var heard = game.heard
    for piece in heard.count..<GuessGame.pieces {
      let part = Float(piece + 1) / Float(GuessGame.pieces)
      heard.append(said(try digitOutputs(Sketch(drawing).uncovered(part)).output))
    }
    let pass = try digitOutputs(current.digit)
    return GuessResult(game, heard, drawing.digit).reply(
      GameEnd(
        digit: current.digit, pass: pass, network: network, first: pass.answer,
        second: pass.output.indices.filter { $0 != pass.answer }
          .max { pass.output[$0] < pass.output[$1] } ?? pass.answer))
  }
}

/// How a game of `guess` ended.
private struct GuessResult {
  private let digit: Int
  private let said: [Int?]
  private let heard: [Int?]
  private let you: Int?
  private let network: Int?

  init(_ game: GuessGame, _ heard: [Int?], _ digit: Int) {
    (self.digit, self.heard, said) = (digit, heard, game.said)
    you = GuessGame.piece(of: digit, in: game.said)
    network = GuessGame.lastingPiece(of: digit, in: heard)
  }

  private var points: (you: Int, network: Int) {
    (GuessGame.points(at: you), GuessGame.points(at: network))
  }

  func reply(_ end: GameEnd) -> Reply {
    let words: [Block] = [
      .table(table), .tight([.prose(sentence), .prose(Prose(end.sentence))]),
      .prose("\(code: "guess") plays again; \(code: "classify") shows all ten outputs."),
    ]
    return Reply(
      end.blocks(words),
      facts: [
        "game": .text("guess"), "over": .flag(true), "digit": .integer(digit),
        "you": facts(you), "network": facts(network), "winner": .text(winner),
      ])
  }

  private func facts(_ piece: Int?) -> Fact {
    .object([
      "piece": piece.map { .integer($0) } ?? .null,
      "points": .integer(GuessGame.points(at: piece)),
    ])
  }

  private var table: Table {
    var table = Table(.trailing, .trailing, .trailing, reading: .headed)
    table.add("piece", "you", "network")
    for piece in 0..<heard.count {
      table.add(
        Prose(String(piece + 1)), answer(said, piece), answer(heard, piece))
    }
    table.rows.append(.rule)
    table.add("points", Prose(String(points.you)), Prose(String(points.network)))
    return table
  }

  /// What somebody said at a piece; a dash for nothing.
  private func answer(_ answers: [Int?], _ piece: Int) -> Prose {
    guard answers.indices.contains(piece), let said = answers[piece] else { return "-" }
    return said == digit ? "\(strong: said)" : Prose(String(said))
  }

  private var winner: String {
    points.you > points.network
      ? "you" : points.you < points.network ? "network" : "nobody"
  }

  private var sentence: Prose {
    let start: Prose = "It's \(digit.article) \(strong: digit). "
    return switch (you, network) {
    case (let you?, let network?) where you == network:
      start + "You knew it at piece \(you), and so did the network, for good: a draw."
    case (let you?, let network?):
      start + "You knew it at piece \(you), the network for good from piece \(network) on: "
        + (you < network ? "you win." : "the network wins.")
    case (let you?, nil):
      start + "You knew it at piece \(you), the network not to the end: you win."
    case (nil, let network?):
      start + "The network knew it for good from piece \(network) on: it wins."
    case (nil, nil): start + "Neither of you knew it."
    }
  }
}
