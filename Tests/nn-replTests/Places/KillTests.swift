import Foundation
import Testing

/// Kills the program at random moments of a course and of saving.
///
/// After each kill the files must be whole and no older than what was seen on the screen: every step
/// that was left behind is in the progress, the saved network is the last one that was told of or a
/// later one, and there are no more files than before.
@Suite struct KillTests {
  /// `NN_REPL_KILLS` says how many, `NN_REPL_SEED` seeds the moments.
  private static let kills = Int(Chance.setting("NN_REPL_KILLS") ?? 0)
  private static let seed = Chance.setting("NN_REPL_SEED") ?? .random(in: 0..<1 << 32)

  @Test(.enabled(if: kills > 0)) func nothingOfACourseIsLost() throws {
    var chance = Chance(seed: Self.seed)
    var course = try Course()
    var inTheMidst = 0
    for number in 0..<(Self.kills + 1) / 2 {
      try course.prepare(&chance)
      let seen = try course.run(for: chance.moment())
      if seen.contains(#/counting \d+/\d+> /#) { inTheMidst += 1 }
      try course.check(seen, "kill \(number) of seed \(Self.seed)")
    }
    print("\((Self.kills + 1) / 2) kills of a course, \(inTheMidst) in the midst of it")
  }

  @Test(.enabled(if: kills > 0)) func nothingThatWasSavedIsLost() throws {
    var chance = Chance(seed: Self.seed ^ 1)
    var saving = Saving(home: try Home())
    var inTheMidst = 0
    for number in 0..<(Self.kills + 1) / 2 {
      try saving.prepare(&chance)
      let first = saving.newest + 1
      let seen = try saving.run(for: chance.moment())
      if seen.contains("Wrote") { inTheMidst += 1 }
      try saving.check(first, seen, "kill \(number) of seed \(Self.seed)")
    }
    print("\((Self.kills + 1) / 2) kills of saving, \(inTheMidst) in the midst of it")
  }
}

extension Chance {
  /// Seconds until a kill: long enough for the start and much of what follows.
  fileprivate mutating func moment() -> TimeInterval {
    TimeInterval.random(in: 0..<0.5, using: &self)
  }
}

/// A course that is gone through, and begun again from time to time.
private struct Course {
  private let home: Home
  /// The steps of the lesson, in order.
  private let ids: [String]
  /// Lines that answer all its questions.
  private let script: [String]
  private var known: Set<String> = []
  private let lesson = "counting"
  private let kept: Set = [
    "history", ".history.nn-repl-part", "progress", "progress.lock", ".progress.nn-repl-part",
  ]

  init() throws {
    home = try Home()
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(
      contentsOf: root.appending(path: "lessons/08-counting.md"), encoding: .utf8)
    var ids = ["start"]
    var script = ["lesson counting"]
    for line in text.split(separator: "\n") {
      if let heading = line.firstMatch(of: /^## .*\{#([\w-]+)\}/) {
        ids.append(String(heading.1))
        script.append("")
      } else if let solution = line.firstMatch(of: /^solution: (.*)/) {
        script += ["17", String(solution.1)]
      }
    }
    self.ids = ids
    self.script = script + ["", "params"]
  }

  private var file: String { home.directory.appending(path: "data/nn-repl/progress").path }

  mutating func prepare(_ chance: inout Chance) throws {
    if chance.below(2) == 0, FileManager.default.fileExists(atPath: file) {
      try FileManager.default.removeItem(atPath: file)
      known = []
    }
    if chance.below(10) == 0, FileManager.default.fileExists(atPath: home.historyPath) {
      try FileManager.default.removeItem(atPath: home.historyPath)
    }
  }

  /// - Returns: What was seen before the kill, without escape sequences.
  func run(for moment: TimeInterval) throws -> String {
    let t = try Prompt([Program.path], home: home, environment: [:], columns: 80, rows: 24)
    let deadline = Date(timeIntervalSinceNow: moment)
    t.type(script.map { $0 + "\r" }.joined())
    while Date() < deadline, !t.terminal.hasEnded {
      t.terminal.read(for: Int32(max(deadline.timeIntervalSinceNow, 0) * 1000))
    }
    kill(t.terminal.process, SIGKILL)
    _ = try t.end()
    return t.terminal.transcript.replacing(/\x1b\[[0-9;?]*[A-Za-z]|\x1b[78]/, with: "")
  }

  mutating func check(_ seen: String, _ which: Comment) throws {
    let places = seen.matches(of: #/counting (\d+)/\d+> /#).compactMap { Int($0.1) }
    let leftBehind = Set(ids.prefix((places.max() ?? 1) - 1))
    var done: Set<String> = []
    if let data = FileManager.default.contents(atPath: file) {
      let progress = try #require(
        try JSONSerialization.jsonObject(with: data) as? [String: Any], which)
      let lessons = try #require(progress["lessons"] as? [String: Any], which)
      done = Set((lessons[lesson] as? [String: Any])?["done"] as? [String] ?? [])
    }
    let lost = known.union(leftBehind).subtracting(done)
    #expect(lost.isEmpty, "\(which): \(seen.suffix(3000))")
    known = done
    let names = try FileManager.default.contentsOfDirectory(
      atPath: home.directory.appending(path: "data/nn-repl").path)
    #expect(Set(names).isSubset(of: kept), which)
    #expect(Set(home.history).isSubset(of: script), which)
  }
}

/// A network that is changed and saved again and again, under one name.
private struct Saving {
  let home: Home
  private(set) var newest = 0

  init(home: Home) { self.home = home }

  private var file: String { home.directory.appending(path: "net.safetensors").path }

  func prepare(_ chance: inout Chance) throws {
    if chance.below(10) == 0, FileManager.default.fileExists(atPath: file) {
      try FileManager.default.removeItem(atPath: file)
    }
  }

  /// - Returns: What was told before the kill.
  func run(for moment: TimeInterval) throws -> String {
    let lines = (0..<60).map { "set b1[0] = \(newest + 1 + $0)\nsave net.safetensors\n" }
    let output = home.directory.appending(path: "seen")
    try Data().write(to: output)
    let (told, feed) = (try FileHandle(forWritingTo: output), Pipe())
    let process = Process()
    process.executableURL = URL(filePath: Program.path)
    process.currentDirectoryURL = home.directory
    process.environment = home.environment(with: [:])
    process.standardInput = feed
    process.standardOutput = told
    process.standardError = told
    try process.run()
    try feed.fileHandleForWriting.write(contentsOf: Array(lines.joined().utf8))
    usleep(UInt32(moment * 1_000_000))
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return try String(contentsOf: output, encoding: .utf8)
  }

  mutating func check(_ first: Int, _ seen: String, _ which: Comment) throws {
    let told = seen.components(separatedBy: "Wrote ").count - 1
    let names = try FileManager.default.contentsOfDirectory(atPath: home.directory.path)
    #expect(names.count { $0.hasSuffix("part") } <= 1, which)
    guard let data = FileManager.default.contents(atPath: file) else {
      #expect(told == 0, "\(which): a network that was said to be written is not there")
      return
    }
    let value = Int(try firstBias(Array(data), which))
    #expect(told == 0 || value >= first + told - 1, "\(which): the saved network is older")
    newest = max(newest, first + told, value)
  }

  /// b1[0] of a whole safetensors file.
  private func firstBias(_ bytes: [UInt8], _ which: Comment) throws -> Float {
    try #require(bytes.count > 8, which)
    let length = bytes[..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
    try #require(bytes.count >= 8 + length, which)
    let header = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes[8..<8 + length])) as? [String: Any], which)
    let offsets = header.compactMapValues { ($0 as? [String: Any])?["data_offsets"] as? [Int] }
    let end = offsets.values.compactMap(\.last).max()
    #expect(bytes.count == 8 + length + (end ?? 0), "\(which): the saved network is not whole")
    let start = 8 + length + (try #require(offsets["layers.1.bias"]?.first, which))
    try #require(bytes.count >= start + 4, which)
    let bits = bytes[start..<start + 4].reversed().reduce(0) { $0 << 8 | UInt32($1) }
    return Float(bitPattern: bits)
  }
}
