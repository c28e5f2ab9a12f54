import Core
import Course
import Explainer
import Foundation
import Lab
import Lessons
import Presentation

/// Times how long somebody at the prompt waits for a reply: every command alone, with each of its
/// examples from `help`, and the lines that the topics show, computed and drawn 80 and 200 columns
/// wide in full colour. Prints a line a command; ends with 1 where a reply takes more than 16 ms.
///
/// Usage: time-replies [LINE ...]        only those lines, where there are any
///
/// Training, whole data sets and the check of all lessons take as long as they take; they are left
/// out. Two figures are told for each command: the median over its lines, and the median of the
/// slowest of them. The worst single run is the first cold one, or the machine's other work.
@main
enum TimeReplies {
  /// Milliseconds: a frame at 60 Hz.
  static let limit = 16.0
  static let runs = 15
  static let leftOut: Set = ["train", "check"]
  static let topics = ["expressions", "names", "knobs"]
  static let formulas = [
    "W1", "W1ᵀ·W1", "a0·a0ᵀ", "W3·W2·W1", "sum(W1)", "plot sigmoid(x), relu(x)", "explain W1ᵀ·W1",
    "explain σ(W3·σ(W2·σ(W1·a0 + b1) + b2) + b3)",
  ]
  /// What some lines need to have been typed before.
  static let beforehand = [
    [], ["W1·a0 + b1", "w = [1, 2]"], ["digit 7"], ["digit 7", "undo"], ["step"],
    ["lesson neurons"],
    ["lesson neurons", "skip"], ["lesson neurons", "play"],
  ]

  static func main() throws {
    let fresh = try session()
    var rows = Array(CommandLine.arguments.dropFirst()).map { Row($0, [$0], fresh) }
    if rows.isEmpty { rows = everything(fresh) }
    print("command          lines   median   slowest  worst run  its slowest line (ms)")
    for row in rows { print(row.text) }
    let slow = rows.filter { $0.slowest > limit }
    guard slow.isEmpty else {
      print("More than \(limit) ms: \(slow.map(\.name).joined(separator: ", "))")
      exit(1)
    }
  }

  static func everything(_ fresh: Session) -> [Row] {
    let commands = fresh.completions(for: "", host: Desk()).candidates.map(\.text)
      .filter { !leftOut.contains($0) }
    var rows = commands.map { Row($0, [$0] + examples($0, fresh), fresh) }
    rows.append(Row("formulas", formulas + topics.flatMap { examples($0, fresh) }, fresh))
    return rows
  }

  static func session() throws -> Session {
    Session(
      content: Session.Content(
        network: try NetworkFile(Lessons.network),
        drawings: try DrawingFile.parse(Lessons.drawings),
        lessons: Lessons.course.map { LessonFile(name: $0.name, bytes: $0.bytes) }))
  }

  /// The lines that `help` shows for a command or topic.
  static func examples(_ topic: String, _ fresh: Session) -> [String] {
    var session = fresh
    guard case .list(let lines) = session.reply(to: "help \(topic)", host: Desk()).facts["examples"]
    else { return [] }
    return lines.compactMap { if case .text(let line) = $0 { line } else { nil } }
  }
}

/// What was measured of one command.
struct Row {
  let name: String
  private var medians: [(line: String, milliseconds: Double)] = []
  private var worst = 0.0
  private var failed: [String] = []

  init(_ name: String, _ lines: [String], _ fresh: Session) {
    self.name = name
    for line in lines { measure(line, fresh) }
  }

  /// The median of the line that takes longest.
  var slowest: Double { medians.map(\.milliseconds).max() ?? 0 }

  private mutating func measure(_ line: String, _ fresh: Session) {
    guard let prepared = prepared(for: line, fresh) else {
      failed.append(line)
      return
    }
    let times = (0..<TimeReplies.runs).map { _ in time(line, prepared) }.sorted()
    medians.append((line, times[times.count / 2]))
    worst = max(worst, times.last ?? 0)
  }

  /// A session in which the line works, where there is one.
  private func prepared(for line: String, _ fresh: Session) -> Session? {
    TimeReplies.beforehand.lazy.map { lines in
      var session = fresh
      for line in lines { _ = session.reply(to: line, host: Desk()) }
      return session
    }.first { session in
      var session = session
      return session.reply(to: line, host: Desk()).error == nil
    }
  }

  /// Milliseconds for computing the reply and drawing it in the slower of two widths.
  private func time(_ line: String, _ prepared: Session) -> Double {
    let clock = ContinuousClock()
    var session = prepared
    var reply = Reply()
    let computing = clock.measure { reply = session.reply(to: line, host: Desk()) }
    let drawing = [80, 200].map { columns in
      let renderer = TextRenderer(
        TerminalCapabilities(columns: columns, colors: .trueColor, unicode: true))
      return clock.measure { _ = renderer.render(reply) }
    }
    return (computing + (drawing.max() ?? .zero)) / .milliseconds(1)
  }

  var text: String {
    let middle = medians.map(\.milliseconds).sorted()
    let median = middle.isEmpty ? 0 : middle[middle.count / 2]
    let line = medians.max { $0.milliseconds < $1.milliseconds }?.line ?? ""
    let needs = failed.isEmpty ? "" : "  (not here: \(failed.joined(separator: "; ")))"
    return String(
      format: "%@ %5d %8.2f %9.2f %10.2f  %@%@",
      name.padding(toLength: 16, withPad: " ", startingAt: 0), medians.count, median, slowest,
      worst, line, needs)
  }
}

/// A world with one network file and nothing else.
struct Desk: CourseHost {
  func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    guard path.hasSuffix(".safetensors") else { throw .notFound(path) }
    return Lessons.network
  }
  func write(_ bytes: [UInt8], to path: String) throws(FileError) {}
  func names(inFolder path: String) -> [String] { [] }
  var dataFolder: String? { nil }
  var history: [String] { [] }
}
