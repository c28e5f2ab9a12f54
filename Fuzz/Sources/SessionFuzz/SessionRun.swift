import Course
import Explainer
import Lab
import Presentation

/// A whole session, typed by a script and looked at line by line.
public struct SessionRun {
  /// What was found; the run ends with the first.
  public private(set) var finding: Finding?
  /// The lines typed.
  public private(set) var lines: [String] = []

  private let host: World
  private var session: Session
  private let start: Session
  private var wasInLesson = false

  /// As many lines as a run has at most.
  private static let most = 24

  /// Runs a script: bytes that choose lines, or after a first line that begins with `#` the lines
  /// themselves. In that first line `data`, `broken`, `readonly` and a number choose the world.
  public init(_ script: [UInt8]) {
    if script.first == UInt8(ascii: "#") {
      let text = String(decoding: script, as: UTF8.self)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let words = lines[0].split(separator: " ")
      let kind = Self.world(words)
      (host, start) = (World(kind), kind.session)
      session = start
      for line in lines.dropFirst().prefix(Self.most) where finding == nil { type(String(line)) }
    } else {
      var choices = Choices(script)
      let kind = Self.world(&choices)
      (host, start) = (World(kind), kind.session)
      session = start
      while !choices.isEmpty, lines.count < Self.most, finding == nil {
        type(Grammar.line(&choices, session, host))
      }
    }
    if finding == nil { lookAtEnd() }
  }

  private static func world(_ words: [Substring]) -> World.Kind {
    let number = words.lazy.compactMap { Int($0) }.first ?? 0
    return World.Kind(
      hasData: words.contains("data"), hasBrokenData: words.contains("broken"),
      progress: number.magnitude > 1000 ? 0 : Int(number.magnitude),
      isReadOnly: words.contains("readonly"), hasScreen: words.contains("screen"),
      damage: UInt64(number.magnitude))
  }

  private static func world(_ choices: inout Choices) -> World.Kind {
    let flags = choices.next(below: 16)
    return World.Kind(
      hasData: flags & 1 != 0, hasBrokenData: flags == 15,
      progress: flags & 8 != 0 ? choices.next(below: 13) : 0,
      isReadOnly: flags & 6 == 6, hasScreen: flags % 3 != 0,
      damage: UInt64(choices.next(below: 256)))
  }

  private mutating func type(_ typed: String) {
    guard let line = Tamed.line(typed) else { return }
    lines.append(line)
    var violations = Violations()
    let before = session
    _ = session.highlights(of: line)
    _ = session.completions(for: line, host: host)
    var reply = session.reply(to: line, host: host)
    host.note(line)
    if case .hand(let screen) = reply.next {
      violations.expect(session.state == before.state, "a screen alone changes nothing", line)
      var play = HandPlay(screen, seed: lines.count)
      play.run(&violations)
      guard let kept = play.kept else { return conclude(violations) }
      reply = session.keep(kept, host: host)
    }
    let look = Look(reply, line, typed: lines, turn: lines.count, view: host.view)
    look.atRendering(&violations)
    look.atWords(&violations)
    look.atJSON(&violations)
    look.atPage(&violations)
    look.atSentences(&violations)
    look.atSums(&violations)
    lookAtState(before, reply, &violations)
    conclude(violations)
  }

  private mutating func conclude(_ violations: Violations) {
    guard finding == nil, let first = violations.all.first else { return }
    finding = Finding(rule: first.rule, detail: first.detail, lines: lines)
  }

  // MARK: State

  /// A failed line changes nothing, and `undo` then `redo` is no change.
  private mutating func lookAtState(
    _ before: Session, _ reply: Reply, _ violations: inout Violations
  ) {
    let isInLesson = isInLesson(session)
    wasInLesson = wasInLesson || isInLesson
    // What is not a number is not even equal to itself.
    guard session.state == session.state, before.state == before.state else { return }
    if reply.error != nil {
      violations.expect(
        session.state == before.state, "a failed line changes nothing", lines.last ?? "")
    }
    guard !isInLesson, !wasInLesson else { return }
    if reply.error != nil {
      for word in ["undo", "redo"] {
        var (first, second) = (before, session)
        let same = first.reply(to: word, host: host) == second.reply(to: word, host: host)
        violations.expect(
          same && first.state == second.state, "a failed line leaves \(word) as it was", word)
      }
    }
    var copy = session
    guard copy.reply(to: "undo", host: host).error == nil else { return }
    let redone = copy.reply(to: "redo", host: host)
    violations.expect(
      redone.error == nil && copy.state == session.state, "undo then redo is the same state",
      lines.last ?? "")
  }

  private func isInLesson(_ session: Session) -> Bool {
    var copy = session
    return copy.reply(to: "leave", host: host).error == nil
  }

  /// Undoing everything gives the start, redoing everything the end.
  private mutating func lookAtEnd() {
    guard !wasInLesson, session.state == session.state else { return }
    var violations = Violations()
    var copy = session
    while copy.reply(to: "redo", host: host).error == nil {}
    let end = copy.state
    var steps = 0
    while copy.reply(to: "undo", host: host).error == nil { steps += 1 }
    violations.expect(copy.state == start.state, "undoing all is the start", "\(steps) steps")
    violations.expect(steps <= lines.count, "one change a line", "\(steps) steps")
    while copy.reply(to: "redo", host: host).error == nil {}
    if end == end {
      violations.expect(copy.state == end, "redoing all is the end", "\(steps) steps")
    }
    conclude(violations)
  }
}
