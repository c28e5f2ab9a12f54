import Foundation
import Testing

/// A terminal to type at: its type, locale and window.
struct Place: CustomTestStringConvertible, Sendable {
  let term: String
  let locale: Locale
  let columns: Int
  let rows: Int

  struct Locale: Sendable {
    let name: String
    let variables: [String: String]
  }

  var testDescription: String { "\(term) \(locale.name) \(columns)×\(rows)" }

  /// Whether the terminal can do no more than print.
  var isPlain: Bool { term == "dumb" }
  var isColored: Bool { !isPlain && term != "vt100" }

  /// The terminals that `NN_REPL_TERMINALS` asks for: `all` of them, each value at least once with
  /// `quick`, else none, as all of them take minutes. `NN_REPL_ONLY` keeps those it is a part of.
  static let chosen: [Place] = {
    let environment = ProcessInfo.processInfo.environment
    let places: [Place] =
      switch environment["NN_REPL_TERMINALS"] {
      case "all": all
      case "quick": quick
      default: []
      }
    guard let only = environment["NN_REPL_ONLY"], !only.isEmpty else { return places }
    return places.filter { $0.testDescription.contains(only) }
  }()

  private static let windows = [(80, 24), (40, 12)]

  private static let all: [Place] = {
    let terms = ["xterm-256color", "screen", "linux", "vt100", "dumb"]
    return terms.flatMap { term in
      locales.flatMap { locale in
        windows.map { Place(term: term, locale: locale, columns: $0.0, rows: $0.1) }
      }
    }
  }()

  private static let quick: [Place] = {
    let rows = [
      ("xterm-256color", "C.UTF-8", 0), ("screen", "C", 1), ("linux", "unset", 0),
      ("vt100", "C.UTF-8", 1), ("dumb", "unset", 1),
    ]
    return rows.compactMap { term, name, window in
      locales.first { $0.name == name }.map {
        Place(term: term, locale: $0, columns: windows[window].0, rows: windows[window].1)
      }
    }
  }()

  /// Those worth trying that the machine has.
  private static let locales: [Locale] = {
    let known = Piped.run("/usr/bin/env", ["locale", "-a"], environment: ["PATH": "/usr/bin:/bin"])
    let hasAmerican = known.output.lowercased().replacing("-", with: "").contains("en_us.utf8")
    return [
      Locale(name: "C", variables: ["LC_ALL": "C"]),
      Locale(name: "C.UTF-8", variables: ["LANG": "C.UTF-8"]),
      Locale(name: "unset", variables: [:]),
    ] + (hasAmerican ? [Locale(name: "en_US.UTF-8", variables: ["LANG": "en_US.UTF-8"])] : [])
  }()

  /// - Parameter more: On top; an empty value takes a variable out.
  func environment(_ more: [String: String] = [:]) -> [String: String] {
    var variables = ["TERM": term, "LANG": ""].merging(locale.variables) { $1 }
    // Where there is a toolchain, Swift would stop to ask before it shows where a program without
    // a guard crashed, as one in a plain terminal is.
    if isPlain { variables["SWIFT_BACKTRACE"] = "enable=no" }
    return variables.merging(more) { $1 }
  }

  /// The program at its prompt, the prompt at the top of the window.
  func start(
    _ home: Home? = nil, _ more: [String: String] = [:],
    at location: SourceLocation = #_sourceLocation
  ) throws -> Prompt {
    let prompt = try start([Program.path], home, more)
    try prompt.expectPrompt(at: location)
    if !isPlain {
      prompt.press(.control("l"))
      try prompt.expect("the prompt at the top", at: location) {
        $0.row == 0 && $0.currentLine == "nn>"
      }
    }
    return prompt
  }

  /// Any command in this terminal.
  func start(
    _ command: [String], _ home: Home? = nil, _ more: [String: String] = [:]
  ) throws -> Prompt {
    try Prompt(
      command, home: home ?? Home(), environment: environment(more), columns: columns, rows: rows)
  }

  /// The program without a terminal.
  func run(
    _ arguments: [String], home: Home? = nil, input: [UInt8] = [], _ more: [String: String] = [:]
  ) throws -> Piped {
    let home = try home ?? Home()
    return Piped.run(
      Program.path, arguments, input: input, environment: home.environment(with: environment(more)),
      folder: home.directory.path)
  }

  /// A shell's script, with the program as `$0`.
  func shell(_ script: String) throws -> Piped {
    let home = try Home()
    return Piped.run(
      "/bin/sh", ["-c", script, Program.path], environment: home.environment(with: environment()))
  }
}

extension Prompt {
  var line: String { screen.currentLine }
  var row: Int { screen.row }
  var column: Int { screen.column }
  /// All that can be read, suggestions and pauses too.
  var text: String { screen.wholeText }

  func isOn(_ mode: Int) -> Bool { screen.isOn(mode) }

  /// Waits until something is so, never for a time.
  func until(
    _ what: Comment, at location: SourceLocation = #_sourceLocation, _ isSo: () -> Bool
  ) throws {
    try expect(what, at: location) { _ in isSo() }
  }

  func submit(_ line: String, at location: SourceLocation = #_sourceLocation) throws {
    press(.enter)
    try expectTaken(line, at: location)
    try expectPrompt(at: location)
  }

  /// Leaves by Ctrl-D, and expects the terminal to be as it was.
  func leave(at location: SourceLocation = #_sourceLocation) throws {
    try expectGoodEnd(at: location)
    #expect(!isOn(2004), "pastes are still marked", sourceLocation: location)
  }

  /// Expects that nothing but text came.
  func expectPlain(at location: SourceLocation = #_sourceLocation) {
    #expect(!terminal.transcript.contains("\u{1b}"), sourceLocation: location)
  }

  /// Expects the terminal to be as it was found.
  func expectReset(after why: String, at location: SourceLocation = #_sourceLocation) {
    #expect(terminal.isCooked, "left raw by \(why)", sourceLocation: location)
    for mode in [1049, 1002, 1006, 2004, 2026] {
      #expect(!isOn(mode), "mode \(mode) left on by \(why)", sourceLocation: location)
    }
    for mode in [25, 7] {
      #expect(isOn(mode), "mode \(mode) left off by \(why)", sourceLocation: location)
    }
  }

  /// How the program ended: its exit status, or minus the number of the signal.
  func end(at location: SourceLocation = #_sourceLocation) throws -> Int32 {
    let status = try terminal.waitForEnd(at: location)
    return status & 0x7f == 0 ? status >> 8 & 0xff : -(status & 0x7f)
  }

  /// Leaves whatever is shown, until the prompt waits; in a small window that is hard to see.
  func settle() {
    let deadline = Date(timeIntervalSinceNow: screen.columns > 20 ? 30 : 1)
    while Date() < deadline, !terminal.hasEnded {
      type("q")
      press(.control("c"))
      usleep(20_000)
      terminal.read(for: 50)
      let isAtPrompt = ["nn>\u{1b}[0m ", "nn> ", "nn>"].contains {
        terminal.transcript.hasSuffix($0)
      }
      if !isOn(1049), !terminal.isCooked, isAtPrompt { return }
    }
  }
}

/// A program without a terminal, and what came of it.
struct Piped {
  var output = ""
  var errors = ""
  /// The exit status, or minus the number of the signal.
  var status: Int32 = 0

  static func run(
    _ program: String, _ arguments: [String], input: [UInt8] = [], environment: [String: String],
    folder: String? = nil
  ) -> Piped {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.environment = environment
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    let (output, errors, feed) = (Pipe(), Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = feed
    do { try process.run() } catch { return Piped(errors: "\(error)", status: 127) }
    DispatchQueue.global().async {
      try? feed.fileHandleForWriting.write(contentsOf: input)
      try? feed.fileHandleForWriting.close()
    }
    let shown = output.fileHandleForReading.readDataToEndOfFile()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let isSignal = process.terminationReason == .uncaughtSignal
    return Piped(
      output: String(decoding: shown, as: UTF8.self), errors: String(decoding: said, as: UTF8.self),
      status: isSignal ? -process.terminationStatus : process.terminationStatus)
  }
}
