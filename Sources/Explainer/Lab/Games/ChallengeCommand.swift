import Core
import Presentation

/// `challenge`.
let challengeCommand = LabCommand(challengeDeclaration) { lab, arguments, host throws(LabError) in
  let digit = try arguments.value(TargetWords.digit)
  _ = try lab.digitOutputs(lab.current.digit)
  if let digit, let sketch = try Sketch(arguments) {
    lab.current = CurrentDigit(
      sketch.normalized().digit, label: digit, origin: "your \(digit)")
    return try lab.challengeReply(digit)
  }
  if let digit {
    guard host.hasScreen else { throw .needsScreen(.challenge(digit)) }
    return ChallengePad(DrawingPad(on: lab), digit).reply
  }
  guard let label = lab.current.label else { throw .unnamedDigit }
  return try lab.challengeReply(label)
}

let challengeDeclaration = CommandDeclaration(
  "challenge", .look, .changesLab,
  [
    CommandForm(), CommandForm(.required(TargetWords.digit)),
    CommandForm(.required(TargetWords.digit), .repeated(.points)),
  ],
  summary: "a game: a plain digit that the network gets wrong",
  details: [
    "\(code: "challenge 3") gives you a sheet: draw a 3 that you would read at once, and the network as something else. Points do the same without a terminal, as for \(code: "draw").",
    "\(code: "challenge") alone judges the digit on the screen, whatever was done to it: \(code: "digit rotate 18"), \(code: "digit cover 9 19 4 4") or \(code: "move").",
    "A second judge, who knows no network, compares it with all the program's drawings. The more it is like one of your digit, the more points, up to 100; none where it is more like another digit.",
  ],
  examples: ["challenge 3", "challenge", "challenge 1 50,10 50,90"], isShortened: false)

extension Lab {
  /// How a digit that the network is to get wrong has done.
  mutating func challengeReply(_ meant: Int) throws(LabError) -> Reply {
    let pass = try digitOutputs(current.digit)
    let result = ChallengeResult(
      meant, pass.output, DigitLikeness(content.drawings).likeness(of: current.digit),
      best: games.best)
    games.best = max(games.best, result.points)
    return result.reply(
      GameEnd(
        digit: current.digit, pass: pass, network: network, first: result.first,
        second: result.second))
  }
}

/// A sheet of paper on which the network is to be misled.
struct ChallengePad: LabHand {
  private var pad: DrawingPad
  private let digit: Int

  init(_ pad: DrawingPad, _ digit: Int) { (self.pad, self.digit) = (pad, digit) }

  var command: CommandDeclaration { challengeDeclaration }
  var line: String { "challenge \(digit)" }

  var view: HandView {
    var view = pad.view
    view.title = "Draw \(digit.withArticle) that the network gets wrong"
    return view
  }

  mutating func take(_ event: HandEvent) -> HandStep { pad.take(event) }

  func keep(on lab: inout Lab) throws(LabError) -> Reply {
    lab.current = CurrentDigit(pad.digit, label: digit, origin: "your \(digit)")
    return try lab.challengeReply(digit)
  }
}

/// How a digit has done that the network was to get wrong.
private struct ChallengeResult {
  private let meant: Int
  private let outputs: [Float]
  private let likeness: [Float]
  /// The most points before.
  private let best: Int
  /// What the network says; nil where no output leads.
  private let says: Int?
  /// The digit, but for the one that is meant, whose drawings it is most like.
  private let other: Int

  init(_ meant: Int, _ outputs: [Float], _ likeness: [Float], best: Int) {
    (self.meant, self.outputs, self.likeness, self.best) = (meant, outputs, likeness, best)
    says = Brightest(outputs).only
    other = likeness.indices.filter { $0 != meant }.max { likeness[$0] < likeness[$1] } ?? meant
  }

  private var isFooled: Bool { says.map { $0 != meant } ?? false }
  private var isPlain: Bool { likeness[meant] > likeness[other] && likeness[meant] > 0 }

  /// From 0 to 100.
  var points: Int { isFooled && isPlain ? Int(nearest: 100 * likeness[meant]) : 0 }

  /// The output that is told about first.
  var first: Int { says ?? meant }

  /// The one that it is compared with: what is meant, or what comes next.
  var second: Int {
    guard first == meant else { return meant }
    return outputs.indices.filter { $0 != meant }.max { outputs[$0] < outputs[$1] } ?? meant
  }

  func reply(_ end: GameEnd) -> Reply {
    let words: [Block] = [
      .table(table), .tight([.prose(sentence), .prose(Prose(end.sentence))]), .prose(next),
    ]
    return Reply(
      end.blocks(words),
      facts: [
        "game": .text("challenge"), "meant": .integer(meant), "activations": .numbers(outputs),
        "digit": says.map { .integer($0) } ?? .null, "fooled": .flag(isFooled),
        "plain": .flag(isPlain), "alike": .number(likeness[meant]),
        "other": .object(["digit": .integer(other), "alike": .number(likeness[other])]),
        "score": .integer(points), "best": .integer(max(best, points)),
      ])
  }

  private var table: Table {
    var table = Table(.leading, .trailing, .trailing, reading: .headed)
    table.add("", Prose(String(meant)), Prose(String(rival)))
    table.add("output", Prose(Number.shown(outputs[meant])), Prose(Number.shown(outputs[rival])))
    table.add("like our drawings", alike(meant), alike(rival))
    return table
  }

  /// The digit that stands beside the one that is meant.
  private var rival: Int { isFooled ? first : isPlain ? second : other }

  private func alike(_ digit: Int) -> Prose {
    Prose(Number.decimal(Int(nearest: 100 * max(likeness[digit], 0)), places: 2))
  }

  private var sentence: Prose {
    guard let says else { return "The network can't say what it is. That isn't wrong: 0 points." }
    guard isFooled else {
      return "The network says \(says). It's right, so 0 points."
    }
    guard isPlain else {
      return
        "The network says \(says). But it's more like our \(other)s than our \(meant)s, so 0 points."
    }
    return
      "\(strong: "Fooled.") The network says \(says), and it's plainly \(meant.withArticle): \(strong: points) of 100 points."
  }

  private var next: Prose {
    if points > best { return "Your best so far. Can you draw a plainer one?" }
    let record = best > 0 ? " Your best so far: \(best)." : ""
    return "\(code: "challenge \(meant)") tries again." + Prose(record)
  }
}
