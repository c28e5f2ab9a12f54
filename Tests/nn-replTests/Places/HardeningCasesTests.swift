import Foundation
import Testing

/// What others do to the program: hostile files, signals while nobody reads, odd windows and streams.
@Suite struct HardeningCasesTests {
  /// A screen or line on which keys are waited for.
  private enum Spot: CaseIterable {
    case prompt, search, pager, step, training

    func show(_ t: Prompt) throws {
      switch self {
      case .prompt:
        t.type("abc")
        try t.until("the line") { t.line.hasPrefix("nn> abc") }
      case .search:
        t.press(.control("r"))
        t.type("x")
        try t.until("the search") { t.text.contains("line with") }
      case .pager:
        t.type("pixels\r")
        try t.until("the pager") { t.text.contains("Space goes on") }
      case .step, .training:
        t.type(self == .step ? "step\r" : "train drawn epochs=5000\r")
        try t.until("the screen") { t.isOn(1049) }
      }
    }
  }

  @Test(arguments: Place.chosen) func case22HostileHistory(_ place: Place) throws {
    let home = try Home()
    let lines =
      Array("zz\u{1b}[7mX\nzy\u{9b}31mA\u{202e}B\u{07}\u{7f}\nzx\rb\r\n".utf8)
      + Array("\u{301}zw\n".utf8) + [0xff, 0x9b, 0x0a]
    try Data(lines).write(to: URL(filePath: home.historyPath))
    let t = try place.start(home)
    t.type("z")
    if !place.isPlain {
      t.press(.up, .up, .up, .up, .control("r"))
      t.type("z")
      t.press(.control("g"))
      try t.until("the oldest line") { t.line.hasPrefix("nn> zz[7mX") }
    }
    t.press(.control("u"))
    t.type("history\r")
    try t.until("the history") { t.text.contains("zz[7mX") && t.line == "nn>" }
    let scalars = t.terminal.transcript.unicodeScalars
    #expect(!t.terminal.transcript.contains("\u{1b}[7m"))
    for bad: Unicode.Scalar in ["\u{9b}", "\u{202e}", "\u{301}"] { #expect(!scalars.contains(bad)) }
    try t.leave()
  }

  @Test(arguments: Place.chosen) func case23NoHistory(_ place: Place) throws {
    func link(_ target: String) -> (String) throws -> FileHandle? {
      { path in
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
        return nil
      }
    }
    func file(_ path: String) throws -> FileHandle {
      try Data().write(to: URL(filePath: path))
      return try FileHandle(forUpdating: URL(filePath: path))
    }
    let obstacles: [(String) throws -> FileHandle?] = [
      { path in
        #expect(mkfifo(path, 0o600) == 0)
        return nil
      },
      { path in
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return nil
      },
      link("/dev/zero"), link("/dev/tty"), link("/nowhere/at/all"),
      { path in
        let locked = try file(path)
        #expect(flock(locked.fileDescriptor, LOCK_EX) == 0)
        return locked
      },
      { path in
        try file(path).truncate(atOffset: 1 << 30)
        return nil
      },
    ]
    for makeObstacle in obstacles {
      let home = try Home()
      let kept = try makeObstacle(home.historyPath)
      let t = try place.start(home)
      t.type("params 30 10\r")
      try t.until("a reply") { t.text.contains("310") && t.line == "nn>" }
      try t.leave()
      withExtendedLifetime(kept) {}
    }
  }

  @Test(arguments: Place.chosen) func case24NobodyReads(_ place: Place) throws {
    if place.isPlain { return }
    for number in [SIGTERM, SIGHUP] {
      let t = try place.start()
      try Spot.training.show(t)
      sleep(2)
      kill(t.terminal.process, number)
      let deadline = Date(timeIntervalSinceNow: 20)
      while !t.terminal.isOver {
        try #require(Date() < deadline, "signal \(number) does not end it")
        usleep(10_000)
      }
      #expect(try t.end() == -number)
      t.expectReset(after: "signal \(number)")
    }
    let t = try place.start()
    try Spot.training.show(t)
    sleep(2)
    t.terminal.typeWithoutReading("\u{03}")
    try t.until("the end of the training") {
      !t.isOn(1049) && t.terminal.transcript.contains("kept") && t.isOn(7)
    }
    t.settle()
    t.press(.control("l"))
    try t.expectPrompt()
    try t.leave()
  }

  @Test(arguments: Place.chosen) func case25SignalsEverywhere(_ place: Place) throws {
    if place.isPlain { return }
    let script = """
      ulimit -c 0; sh -c 'echo $$ >"$HOME/pid"; exec "$0"' "$0"; echo "ended $?"
      """
    for spot in Spot.allCases {
      for number in [SIGTERM, SIGHUP, SIGUSR1] {
        let t = try place.start(["/bin/sh", "-c", script, Program.path])
        try t.expectPrompt()
        try spot.show(t)
        kill(try t.home.noted("pid"), number)
        try t.until("the end") { t.text.contains("ended \(128 + number)") }
        t.expectReset(after: "signal \(number) in \(spot)")
      }
    }
  }

  @Test(arguments: Place.chosen) func case26KeysEverywhere(_ place: Place) throws {
    if place.isPlain { return }
    for spot in Spot.allCases {
      let t = try place.start(
        ["/bin/bash", "--norc", "--noediting", "-i"], nil, ["PS1": "shell> "])
      try t.expectLine("shell>", column: 7)
      t.type("'\(Program.path)'\r")
      try t.expectPrompt()
      try spot.show(t)
      t.press(.control("z"))
      try t.until("the shell") { t.line == "shell>" && t.terminal.isCooked }
      t.expectReset(after: "Ctrl-Z in \(spot)")
      t.type("echo sane$((1 + 1))\r")
      try t.until("a shell that answers") { t.text.contains("\nsane2") && t.line == "shell>" }
      t.type("fg\r")
      try t.until("it continues") { !t.terminal.isCooked }
      if spot == .step || spot == .training { try t.until("the screen") { t.isOn(1049) } }
      t.press(.control("c"))
      try t.expectPrompt()
      t.press(.control("d"))
      try t.until("the shell") { t.line == "shell>" && t.terminal.isCooked }
    }
  }

  @Test(arguments: Place.chosen) func case27SmallWindows(_ place: Place) throws {
    for (columns, rows) in [(1, 1), (5, 2), (20, 5)] {
      let t = try Prompt(
        [Program.path], home: Home(), environment: place.environment(), columns: columns,
        rows: rows)
      try t.until("the start") {
        !t.terminal.isCooked || place.isPlain && t.terminal.transcript.contains("nn>")
      }
      for line in ["digit", "step", "plot sigmoid", "x = [1, 2]", "pixels", "lessons"] {
        t.type(line + "\r")
        t.terminal.read(for: 100)
        if place.isPlain { continue }
        t.settle()
        t.press(.paste("a\nb"), .control("r"))
        t.type("x")
        t.terminal.resize(columns: columns + 1, rows: rows)
        t.settle()
        t.terminal.resize(columns: columns, rows: rows)
      }
      t.terminal.resize(columns: 80, rows: 24)
      if !place.isPlain {
        t.settle()
        t.press(.control("l"))
      }
      t.type("params 30 10\r")
      try t.until("a reply") { t.text.contains("310") && t.line == "nn>" && t.column == 4 }
      try t.leave()
    }
  }

  @Test(arguments: Place.chosen) func case28Arguments(_ place: Place) throws {
    let good: [([String], String)] = [
      (["x = 3"], "x = 3"), (["digit 7"], "drawing 0 of a 7"), (["help neuron"], "neuron: "),
      (["-c", "-1+2"], "1\n"), (["--", "-1+2"], "1\n"), (["-c=2*3"], "6\n"),
      (["--help", "neuron"], "neuron: "), (["params", "30", "10", "--json"], "\"total\":310"),
    ]
    for (arguments, answer) in good {
      let result = try place.run(arguments)
      #expect(result.status == 0 && result.output.contains(answer), "\(arguments): \(result)")
    }
    let bad: [([String], String)] = [
      (["--jsno"], "Did you mean '--json'?"), (["--width", "0"], "--width"),
      (["--seed", "-1"], "--seed"), (["--color", "purple"], "--color"), (["-c"], "nn-repl -c"),
      (["-1+2"], "nn-repl -- -1+2"),
    ]
    for (arguments, message) in bad {
      let result = try place.run(arguments)
      #expect(
        result.status == 2 && result.errors.contains(message) && result.output.isEmpty,
        "\(arguments): \(result)")
    }
  }

  @Test(arguments: Place.chosen) func case29Locations(_ place: Place) throws {
    let home = try Home()
    try home.write("params 30 10\n\nneuron 9.9\n", to: "a.nn")
    let cases: [([String], String, String)] = [
      (["a.nn"], "", "a.nn:3: There"), ([], "x = 1\nneuron 9.9\n", "standard input:2: There"),
      (["-c", "neuron 9.9"], "", "neuron 9.9: There"), (["neuron", "9.9"], "", "There"),
    ]
    for (arguments, input, start) in cases {
      let result = try place.run(arguments, home: home, input: Array(input.utf8))
      #expect(result.status == 1 && result.errors.hasPrefix(start), "\(arguments): \(result)")
    }
    let folder = home.directory.appending(path: "config/nn-repl")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appending(path: "config").path
    try home.write("# mine\nascii\nwidth 7\n", to: "config/nn-repl/config")
    let result = try place.run(["params"], home: home)
    #expect(result.status == 2 && result.errors.hasPrefix(path + ":3: "), "\(result)")
    try FileManager.default.removeItem(atPath: path)
    #expect(mkfifo(path, 0o600) == 0)
    #expect(try place.run(["params"], home: home).status == 0, "a pipe as the configuration")
  }

  @Test(arguments: Place.chosen) func case30Streams(_ place: Place) throws {
    let closed: [(String, Int32)] = [
      ("$0 <&-", 2), ("$0 </", 2), ("$0 -c params 2>&-", 0), ("$0 <&- 2>&-", 2),
    ]
    for (script, status) in closed {
      let result = try place.shell(script)
      #expect(result.status == status, "\(script): \(result)")
    }
    for script in ["$0 -c params >&-", "$0 -c params | true"] {
      let result = try place.shell(script)
      #expect(!result.errors.contains("Fatal") && !result.errors.contains("rror:"), "\(result)")
    }
    let t = try place.start()
    if place.isPlain { t.expectPlain() }
    try t.leave()
  }
}
