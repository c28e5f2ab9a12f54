import Foundation
import Testing

/// Types, pastes, resizes and signals at random.
///
/// Each seed is a run of some steps at a program in a pseudo-terminal that is read only now and then.
/// It ends by a signal at a random moment, after which the terminal has to be as it was, or by leaving
/// in good order, before which the prompt has to answer.
@Suite struct RandomTypingTests {
  /// `NN_REPL_RANDOM` says how many, `NN_REPL_SEED` which is the first.
  private static let seeds: [UInt64] = {
    let count = Chance.setting("NN_REPL_RANDOM") ?? 0
    let first = Chance.setting("NN_REPL_SEED") ?? .random(in: 0..<1 << 32)
    return (0..<count).map { first + $0 }
  }()

  private static let lines = [
    "params 30 10", "digit 7", "step", "train drawn epochs=30", "pixels", "x = [1, 2",
    "plot sigmoid", "help", "lesson counting", "history", "nope", "digit 漢😀é", "σ(W1·a0 + b1)",
    "back", "clear", "undo",
  ]
  private static let keys: [Keys] =
    [
      .left, .right, .up, .down, .home, .end, .backspace, .tab, .enter, .escape, .delete,
      Keys(rawValue: "\u{1b}b"), Keys(rawValue: " "), Keys(rawValue: "q"),
    ] + "abcefghklnprtuwyz".map { Keys.control($0) }

  private static func paste(_ chance: inout Chance) -> Keys {
    let end = chance.choice(["\n", "\r", "\r\n"])
    let lines = (0..<chance.below(29) + 1).map { _ in
      let long = String(repeating: "a", count: chance.below(200))
      return chance.choice(Self.lines + ["", "# a comment", "\ttab", long])
    }
    return .paste(lines.joined(separator: end))
  }

  private static func step(_ chance: inout Chance, _ t: Prompt) {
    switch chance.below(10) {
    case 0..<3: t.type(chance.choice(lines) + "\r")
    case 3..<6: for _ in 0..<chance.below(11) + 1 { t.press(chance.choice(keys)) }
    case 6: t.press(paste(&chance))
    case 7:
      t.terminal.resize(
        columns: chance.choice([1, 2, 5, 20, 40, 80, 200]),
        rows: chance.choice([1, 2, 5, 12, 24, 60]))
    case 8: kill(t.terminal.process, chance.choice([SIGINT, SIGWINCH, SIGCONT]))
    default: usleep(UInt32(chance.below(200_000)))
    }
    // A stop would last where no shell resumes the program.
    kill(t.terminal.process, SIGCONT)
    if chance.below(10) < 7 { t.terminal.read(for: chance.choice([0, 10, 50])) }
  }

  private static func endBySignal(_ chance: inout Chance, _ t: Prompt) throws {
    let number = chance.choice([SIGTERM, SIGHUP, SIGQUIT])
    kill(t.terminal.process, number)
    kill(t.terminal.process, SIGCONT)
    #expect(try t.end() == -number)
    t.expectReset(after: "signal \(number)")
  }

  private static func endInOrder(_ t: Prompt) throws {
    t.terminal.resize(columns: 80, rows: 24)
    t.settle()
    t.press(.control("l"))
    t.type("leave\r")
    t.settle()
    t.type("params 70 10\r")
    // A lone q, which stops a screen, is the start of quit at the prompt.
    try t.until("a reply") {
      t.terminal.isOver || t.terminal.hasEnded || t.text.contains("710") && t.line == "nn>"
    }
    t.press(.control("d"))
    #expect(try t.end() == 0)
    t.expectReset(after: "leaving")
  }

  @Test(arguments: seeds) func theTerminalIsLeftAsItWas(_ seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let home = try Home()
    let past = (0..<5).map { _ in chance.choice(Self.lines) + "\n" }
    try home.write(past.joined(), to: "data/nn-repl/history")
    let t = try Prompt(
      [Program.path], home: home,
      environment: ["TERM": chance.choice(["xterm-256color", "screen", "linux", "vt100"])],
      columns: chance.choice([5, 40, 80]), rows: chance.choice([3, 24]))
    try t.until("a prompt") {
      t.terminal.transcript.contains("nn>") || t.terminal.transcript.contains("Space")
    }
    for _ in 0..<chance.below(24) + 1 where !t.terminal.isOver { Self.step(&chance, t) }
    if t.terminal.isOver {
      #expect(try t.end() == 0)
    } else if chance.below(10) < 6 {
      try Self.endBySignal(&chance, t)
    } else {
      try Self.endInOrder(t)
    }
  }
}

/// Chance that a seed repeats: SplitMix64.
struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ bits >> 30) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ bits >> 27) &* 0x94d0_49bb_1331_11eb
    return bits ^ bits >> 31
  }

  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

  mutating func choice<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  /// A number that the environment sets.
  static func setting(_ name: String) -> UInt64? {
    ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
  }
}
