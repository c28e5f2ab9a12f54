import Core
import Course
import Explainer
import Foundation
import Lab
import Lessons
import Presentation

/// Times what moves: how long a reply with motion takes to be computed and drawn, all its frames
/// included, and how long each frame takes; for a training each redrawing of its screen. Prints the
/// medians of the processor's time for windows of several sizes, and the bytes of the first frame and
/// of the largest change; ends with 1 where a frame takes more than 4 ms or a reply more than 16.
///
/// Usage: time-frames
@main
enum TimeFrames {
  /// Milliseconds.
  static let mostForFrame = 4.0
  static let mostForReply = 16.0
  static let runs = 21
  static let windows = [(80, 24), (120, 40), (200, 60)]

  static let motions = [
    ["forward"], ["classify noise 4", "forward"], ["digit shift 3 2"], ["digit rotate 20"],
    ["digit scale 1.4"], ["set b3[3] = -9", "descend b3[3] rate=5"],
  ]

  static func main() throws {
    print("motion                  window    reply  frames  a frame  first KB  change KB  (ms)")
    var isSlow = false
    for (columns, rows) in windows {
      let renderer = TextRenderer(
        TerminalCapabilities(columns: columns, rows: rows, colors: .trueColor, unicode: true))
      for lines in motions {
        let row = try reply(lines, renderer)
        isSlow = isSlow || row.isSlow
        print(row.text(columns, rows))
      }
      for line in ["draw", "move", "turn W3[3,1]"] {
        let row = try hand(line, renderer, rows)
        isSlow = isSlow || row.isSlow
        print(row.text(columns, rows))
      }
      let row = try training(renderer, rows)
      isSlow = isSlow || row.isSlow
      print(row.text(columns, rows))
    }
    if isSlow { exit(1) }
  }

  private static func session() throws -> Session {
    Session(
      content: Session.Content(
        network: try NetworkFile(Lessons.network),
        drawings: try DrawingFile.parse(Lessons.drawings), lessons: []))
  }

  /// A reply that comes to be: the last of some lines.
  private static func reply(_ lines: [String], _ renderer: TextRenderer) throws -> MotionRow {
    var prepared = try session()
    for line in lines.dropLast() { _ = prepared.reply(to: line, host: Desk()) }
    var row = MotionRow(name: lines.last ?? "")
    for _ in 0..<runs {
      var session = prepared
      var frames: [Frame] = []
      row.replies.append(
        milliseconds {
          let reply = session.reply(to: lines.last ?? "", host: Desk())
          frames = renderer.frames(of: reply, rows: 100).frames
        })
      row.add(frames)
    }
    return row
  }

  /// A screen under the hand, drawn after each thing that the hand does.
  private static func hand(
    _ line: String, _ renderer: TextRenderer, _ rows: Int
  ) throws -> MotionRow {
    var session = try session()
    guard case .hand(var screen) = session.reply(to: line, host: Desk(hasScreen: true)).next else {
      preconditionFailure("it brings a screen up")
    }
    var row = MotionRow(name: line)
    var frames: [Frame] = []
    for event in Self.events {
      row.drawings.append(
        milliseconds {
          _ = screen.take(event)
          frames.append(renderer.screen(screen.view, rows: rows).frame)
        })
    }
    row.add(frames)
    return row
  }

  /// A digit is drawn with the mouse, and keys are pressed.
  private static let events: [HandEvent] = {
    let way = (0..<200).map { step -> HandEvent in
      let share = Float(step) / 200
      let point = FieldPoint(
        x: 14 + 9 * share.remainder(dividingBy: 0.31) * 4, y: 3 + 22 * share)
      return .pointer(HandPointer(step == 0 ? .press : .drag, at: point))
    }
    let keys: [HandEvent] = [.key(.right), .key(.character(".")), .key(.pageDown), .key(.left)]
    return way + [.key(.character("w"))] + (0..<10).flatMap { _ in keys }
  }()

  /// A training whose screen is drawn again and again.
  private static func training(_ renderer: TextRenderer, _ rows: Int) throws -> MotionRow {
    let watcher = ScreenWatcher(renderer: renderer, rows: rows)
    var session = try session()
    for line in ["new 784 16 16 10 seed 1", "train drawn examples=2000 epochs=1"] {
      _ = session.reply(to: line, host: Desk(watcher: watcher))
    }
    var row = MotionRow(name: "train")
    row.drawings = watcher.times
    row.add(watcher.frames)
    return row
  }
}

/// The processor's time, to which other work of the machine adds nothing.
func milliseconds(_ work: () -> Void) -> Double {
  let start = clock()
  work()
  return Double(clock() - start) * 1000 / Double(CLOCKS_PER_SEC)
}

/// What was measured of one motion.
struct MotionRow {
  let name: String
  var replies: [Double] = []
  /// What it took to draw frames one by one.
  var drawings: [Double] = []
  private var changes: [Double] = []
  private var frames = 0
  private var first = 0
  private var largest = 0

  init(name: String) { self.name = name }

  /// Takes the time of what leads from each frame to the next.
  mutating func add(_ all: [Frame]) {
    frames = all.count
    first = max(first, all.first?.lines.reduce(0) { $0 + $1.utf8.count + 1 } ?? 0)
    for (before, after) in zip(all, all.dropFirst()) {
      var bytes = 0
      changes.append(
        milliseconds {
          bytes = after.changes(from: before).reduce(0) { $0 + $1.text.utf8.count + 14 }
        })
      largest = max(largest, bytes)
    }
  }

  /// A frame's share of the reply's time is in that already; it is told with what leads to it.
  private var aFrame: Double { Self.median(changes) + Self.median(drawings) }

  var isSlow: Bool {
    aFrame > TimeFrames.mostForFrame || Self.median(replies) > TimeFrames.mostForReply
  }

  func text(_ columns: Int, _ rows: Int) -> String {
    func padded(_ text: String, _ width: Int) -> String {
      text.padding(toLength: width, withPad: " ", startingAt: 0)
    }
    return padded(name, 24) + padded("\(columns)x\(rows)", 8)
      + String(
        format: "%7.2f %7d %8.2f %9.1f %10.1f", Self.median(replies), frames, aFrame,
        Double(first) / 1000, Double(largest) / 1000)
  }

  private static func median(_ times: [Double]) -> Double {
    times.isEmpty ? 0 : times.sorted()[times.count / 2]
  }
}

/// Draws the screen of a training ten times an epoch and keeps what it took.
final class ScreenWatcher: TrainingObserver {
  let renderer: TextRenderer
  let rows: Int
  private(set) var times: [Double] = []
  private(set) var frames: [Frame] = []
  private var batches = 0

  init(renderer: TextRenderer, rows: Int) {
    self.renderer = renderer
    self.rows = rows
  }

  func advanced(_ training: inout TrainingRun) {
    batches += 1
    guard batches % 20 == 0 else { return }
    var frame: Frame?
    let run = training
    times.append(milliseconds { frame = renderer.screen(run.view(after: 1), rows: rows) })
    // What the program sends at a time, the rest of a change following with the next.
    guard let frame else { return }
    frames.append(frames.last.map { frame.within(from: $0) } ?? frame.within(20_000, from: .empty))
  }

  func ended(_ training: TrainingRun) {}
}

/// A world with nothing in it but somebody who may watch a training.
struct Desk: CourseHost {
  var watcher: ScreenWatcher?
  var hasScreen = false

  func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] { throw .notFound(path) }
  func write(_ bytes: [UInt8], to path: String) throws(FileError) {}
  func names(inFolder path: String) -> [String] { [] }
  var dataFolder: String? { nil }
  var history: [String] { [] }
  func trainingObserver() -> any TrainingObserver { watcher ?? Nobody() }
}

/// Watches nothing.
struct Nobody: TrainingObserver {
  func advanced(_ training: inout TrainingRun) {}
  func ended(_ training: TrainingRun) {}
}
