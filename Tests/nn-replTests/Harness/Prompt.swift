import Foundation
import Testing

/// nn-repl at its prompt, as a person would sit before it.
final class Prompt {
  let terminal: PseudoTerminal
  let home: Home

  /// - Parameters:
  ///   - environment: On top of a bare one; an empty value takes a variable out.
  ///   - home: The user's files, if a test has some.
  init(
    columns: Int = 80, rows: Int = 24, environment: [String: String] = [:], home: Home? = nil,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let home = try home ?? Home()
    self.home = home
    terminal = try PseudoTerminal(
      Program.path, environment: home.environment(with: environment), columns: columns, rows: rows)
    try expectPrompt(at: location)
    // Tests look at the line, not at the welcome above it, which takes room in small windows.
    guard columns < 80 || rows < 24 else { return }
    press(.control("l"))
    try expect("the prompt is at the top", at: location) {
      $0.row == 0 && $0.currentLine == "nn>" && $0.column == 4
    }
  }

  var screen: Screen { terminal.screen }

  /// The row on which the line being edited begins.
  var promptRow: Int { screen.lines.lastIndex { $0.hasPrefix("nn>") } ?? 0 }

  func type(_ text: String) { terminal.type(text) }
  func press(_ keys: Keys...) { terminal.type(keys.map(\.rawValue).joined()) }

  func expect(
    _ what: Comment, at location: SourceLocation = #_sourceLocation, _ isSo: (Screen) -> Bool
  ) throws {
    try terminal.expect(what, at: location, isSo)
  }

  /// Waits for a line with the cursor in some column of it.
  func expectLine(
    _ line: String, column: Int, at location: SourceLocation = #_sourceLocation
  ) throws {
    try expect("the line is “\(line)”, the cursor in column \(column)", at: location) {
      $0.currentLine == line && $0.column == column
    }
  }

  /// Waits for an empty line at the prompt.
  func expectPrompt(at location: SourceLocation = #_sourceLocation) throws {
    try expectLine("nn>", column: 4, at: location)
  }

  /// Waits until a line has been taken as the latest.
  func expectTaken(_ line: String, at location: SourceLocation = #_sourceLocation) throws {
    try expect("“\(line)” is the latest line of the history", at: location) { _ in
      home.history.last == line
    }
  }

  /// Leaves by Ctrl-D, and expects all to be well.
  func expectGoodEnd(at location: SourceLocation = #_sourceLocation) throws {
    press(.control("d"))
    let status = try terminal.waitForEnd(at: location)
    #expect(status == 0, sourceLocation: location)
    #expect(terminal.isCooked, sourceLocation: location)
  }
}

/// What keys send.
struct Keys {
  var rawValue: String

  static let enter = Keys(rawValue: "\r")
  static let tab = Keys(rawValue: "\t")
  static let escape = Keys(rawValue: "\u{1b}")
  static let backspace = Keys(rawValue: "\u{7f}")
  static let up = Keys(rawValue: "\u{1b}[A")
  static let down = Keys(rawValue: "\u{1b}[B")
  static let right = Keys(rawValue: "\u{1b}[C")
  static let left = Keys(rawValue: "\u{1b}[D")
  static let home = Keys(rawValue: "\u{1b}[H")
  static let end = Keys(rawValue: "\u{1b}[F")
  static let delete = Keys(rawValue: "\u{1b}[3~")

  static func control(_ letter: Character) -> Keys {
    Keys(rawValue: String(Unicode.Scalar((letter.asciiValue ?? 0) & 0x1f)))
  }

  /// What a terminal sends when text is pasted into a program that asked for marks.
  static func paste(_ text: String) -> Keys {
    Keys(rawValue: "\u{1b}[200~\(text)\u{1b}[201~")
  }
}

/// The built program.
enum Program {
  /// It stands beside the test bundle.
  static var path: String {
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent(
      "nn-repl"
    )
    .path
  }
}

/// A home directory that lasts as long as the test.
final class Home {
  let directory: URL

  init() throws {
    directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("nn-repl-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: directory.appendingPathComponent("data/nn-repl"), withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: directory) }

  var historyPath: String { directory.appendingPathComponent("data/nn-repl/history").path }

  /// The lines of the history file.
  var history: [String] {
    let data = FileManager.default.contents(atPath: historyPath) ?? Data()
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: directory.appendingPathComponent(name))
  }

  func remember(_ lines: String...) throws {
    try write(lines.map { $0 + "\n" }.joined(), to: "data/nn-repl/history")
  }

  func environment(with more: [String: String]) -> [String: String] {
    let bare = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin",
      "HOME": directory.path, "XDG_DATA_HOME": directory.appendingPathComponent("data").path,
      "XDG_CONFIG_HOME": directory.appendingPathComponent("config").path,
    ]
    return bare.merging(more) { $1 }.filter { !$0.value.isEmpty }
  }
}
