import Foundation
import Testing

/// The ways to start the program without a terminal.
@Suite struct ProgramTests {
  private struct Result {
    var output: String
    var errors: String
    var status: Int32
  }

  private func run(_ arguments: String..., input: Data = Data()) throws -> Result {
    try run(arguments, input: input)
  }

  private func run(
    _ arguments: [String], input: Data = Data(), environment: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: Program.path)
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm-256color"]
      .merging(environment) { $1 }
    let (output, errors, feed) = (Pipe(), Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = feed
    try process.run()
    DispatchQueue.global().async {
      try? feed.fileHandleForWriting.write(contentsOf: input)
      try? feed.fileHandleForWriting.close()
    }
    let shown = output.fileHandleForReading.readDataToEndOfFile()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      output: String(decoding: shown, as: UTF8.self), errors: String(decoding: said, as: UTF8.self),
      status: process.terminationStatus)
  }

  @Test func aCommandIsCarriedOutAndEndsWithItsStatus() throws {
    let good = try run("params", "784", "30", "10")
    #expect(good.output.contains("23,860") && good.status == 0 && good.errors.isEmpty)
    let bad = try run("neuron", "9.9")
    #expect(bad.output.isEmpty && bad.status == 1)
    #expect(bad.errors.split(separator: "\n").count == 2)
    #expect(try run("--nonsense").status == 2)
    #expect(try run("--width", "3").status == 2)
    #expect(try run("--network", "/nowhere", "params").status == 2)
    #expect(try run("--version").status == 0)
    #expect(try run("digit", "shift", "-3", "0").status == 0)
  }

  @Test func aCommandInOneQuotedWordIsALine() throws {
    #expect(try run("digit 7").output.contains("our drawing 0 of a 7"))
    #expect(try run("x = 3").output == "x = 3\n")
    #expect(try run("help neuron").output.hasPrefix("neuron: "))
    #expect(try run("explain", "1 + 1").output.contains("1 + 1"))
    #expect(try run("(1 + 2)", "* 3").output == "9\n")
    #expect(try run("open", "/no where").errors.contains("/no where"))
    #expect(try run("open /nowhere.nn").status == 1)
  }

  @Test func whatIsNoOptionIsNotTakenForOne() throws {
    for arguments in [
      ["-c", "-1+2"], ["--", "-1+2"], ["-c=-1+2"], ["--width", "60", "--", "-1+2"],
    ] {
      let result = try run(arguments)
      #expect(result.output == "1\n" && result.status == 0, "\(arguments): \(result)")
    }
    #expect(try run("-c", "").status == 0)
    #expect(try run("-c", "--").errors.hasPrefix("--: A value is missing"))
    #expect(try run("params", "2", "2", "--json").output.hasPrefix("{"))
    let help = try run("help", "neuron").output
    #expect(try run("--help", "neuron").output == help)
    #expect(try run("neuron", "--help").output == help)
  }

  @Test(arguments: [
    (["--jsno"], "There's no option '--jsno'.", "Did you mean '--json'?"),
    (["-1+2"], "There's no option '-1+2'.", "For a formula, type nn-repl -- -1+2"),
    (["--bogus"], "There's no option '--bogus'.", "Type nn-repl --help for the options."),
    (["--width", "0"], "0 columns are too few.", "Type --width with a whole number, 40 or more."),
    (
      ["--width", "-1"], "-1 columns are too few.", "Type --width with a whole number, 40 or more."
    ),
    (["--width=x"], "'x' isn't a width.", "Type --width with a whole number, 40 or more."),
    (
      ["--seed", "-1"], "'-1' isn't a seed.",
      "Type --seed with a whole number from 0 to 18446744073709551615."
    ),
    (
      ["--color", "purple"], "'purple' isn't a choice of colors.",
      "Type --color with auto, never, 16, 256 or truecolor."
    ),
    (["-c"], "Nothing follows -c.", "Type a line after it: nn-repl -c 'digit 7'"),
    (["--seed"], "Nothing follows --seed.", "Type a value after it. nn-repl --help says which."),
    (["--json=1"], "--json takes no value.", "Type --json alone."),
    (
      ["-c", "params", "digit"], "You gave a command and -c.",
      "Give one of them: nn-repl -c 'digit 7' -c classify"
    ),
  ])
  func anOptionThatIsWrongIsToldWithWhatToType(
    _ arguments: [String], _ message: String, _ hint: String
  ) throws {
    let result = try run(arguments)
    #expect(result.errors == "\(message)\n\(hint)\n" && result.status == 2 && result.output.isEmpty)
  }

  @Test func aFormulaGoesOnAfterALineThatEndsInsideBrackets() throws {
    let lines = "sum([1, # one\n# a remark\n2,\n3\n])\nparams (\n(1 +\n\n(2\nparams\nneuron 9.9\n(5"
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).nn")
    defer { try? FileManager.default.removeItem(at: file) }
    try lines.write(to: file, atomically: true, encoding: .utf8)
    for (place, result) in [
      (file.path, try run("--keep-going", file.path)),
      ("standard input", try run("--keep-going", input: Data(lines.utf8))),
    ] {
      #expect(result.status == 1 && result.output.hasPrefix("6\n"))
      #expect(result.output.contains("13,002 knobs"))
      let wrong = result.errors.split(separator: "\n").filter { $0.hasPrefix(place) }
      #expect(
        wrong.map { $0.dropFirst(place.count).prefix { $0 != " " } } == [
          ":6:", ":7:", ":9:", ":11:", ":12:",
        ])
    }
    #expect(try run("-c", "(1 +", "-c", "2)", "-c", "ans + 1").output == "3\n4\n")
  }

  @Test func whatNeverEndsIsReadInPieces() throws {
    let comments = String(repeating: "#\n", count: 3000)
    let result = try run("--keep-going", input: Data("(1 +\n\(comments)2\n".utf8))
    #expect(result.output == "2\n" && result.status == 1)
  }

  @Test func whatFailsIsToldWithItsPlace() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).nn")
    defer { try? FileManager.default.removeItem(at: file) }
    try "# a comment\n\nx = 2\nfoo(\n".write(to: file, atomically: true, encoding: .utf8)
    let script = try run(file.path)
    #expect(
      script.errors.replacing("\n", with: " ").hasPrefix("\(file.path):4: A value is missing"))
    #expect(try run("--json", file.path).output.contains(#""line":4"#))
    let piped = try run(input: Data("x = 2\r\n\r\nneuron 9.9\n".utf8))
    #expect(piped.errors.hasPrefix("standard input:3: There is no layer 9.\n"))
    #expect(try run("-c", "neuron 9.9").errors.hasPrefix("neuron 9.9: There is no layer 9.\n"))
    #expect(try run("neuron", "9.9").errors.hasPrefix("There is no layer 9.\n"))
  }

  @Test func linesAreCarriedOutInTurnUntilOneFails() throws {
    let all = try run("-c", "digit 7", "-c", "pixel 0 0")
    #expect(all.output.contains("our drawing 0 of a 7") && all.output.contains("Pixel (0, 0)"))
    let stopped = try run("-c", "qqqq", "-c", "params")
    #expect(stopped.output.isEmpty && stopped.status == 1)
    let kept = try run("--keep-going", "-c", "qqqq", "-c", "params")
    #expect(kept.output.contains("13,002") && kept.status == 1)
  }

  @Test func whatAnArgumentRepeatsDoesNothingToATerminal() throws {
    let hostile = "\u{1b}[2J\u{9b}31m\u{7}"
    for arguments in [
      ["--\(hostile)"], ["--width", hostile], [hostile], ["open", hostile], ["\(hostile).nn"],
      ["--network", hostile, "params"], ["--lessons", hostile, "lessons"], ["x\r\n\(hostile)y"],
      ["--data", hostile, "accuracy", "test"], ["check", hostile], ["history", hostile],
    ] {
      let result = try run(arguments)
      let said = (result.output + result.errors).unicodeScalars
      #expect(
        said.allSatisfy { $0 == "\n" || $0.value >= 0x20 && !(0x7f..<0xa0).contains($0.value) },
        "\(arguments): \(result.output + result.errors)")
      #expect(!said.isEmpty)
    }
  }

  @Test func aPipeIsCarriedOutLineByLine() throws {
    let result = try run(input: Data("# a comment\r\nparams\r\n\r\ndigit 7".utf8))
    #expect(result.output.contains("13,002") && result.output.contains("drawing 0 of a 7"))
    #expect(!result.output.contains("\u{1B}") && !result.output.contains("nn>"))
    #expect(result.status == 0)
  }

  @Test func aFileOfCommandsIsCarriedOut() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).nn")
    defer { try? FileManager.default.removeItem(at: file) }
    try "params\npixel 3 3\n".write(to: file, atomically: true, encoding: .utf8)
    let result = try run(file.path)
    #expect(result.output.contains("13,002") && result.output.contains("Pixel (3, 3)"))
    #expect(try run("/nowhere/at/all.nn").status == 2)
    let long = String(repeating: "x", count: 1 << 20) + "x\nparams\n"
    try long.write(to: file, atomically: true, encoding: .utf8)
    let told = try run(file.path).errors.replacing("\n", with: " ")
    #expect(told.contains("longer than 1,048,576 bytes"))
  }

  @Test func aTrainingIsToldEpochByEpoch() throws {
    let words = ["train", "drawn", "epochs=3", "examples=100"]
    let lines = try run(words).output.split(separator: "\n").prefix(3)
    #expect(lines.map { $0.prefix(18) } == (1...3).map { "epoch \($0): mean cost" })
    let result = try run(["--json"] + words)
    let epochs = try result.errors.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(epochs.compactMap { $0["epoch"] as? Int } == [1, 2, 3])
    #expect(result.output.split(separator: "\n").count == 1)
  }

  @Test func jsonIsOneObjectALine() throws {
    let result = try run("--json", "--keep-going", "-c", "params", "-c", "neuron 9.9")
    let objects = try result.output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(objects.count == 2)
    #expect(objects[0]["total"] as? Int == 13_002)
    #expect(
      (objects[1]["error"] as? [String: Any])?["message"] as? String == "There is no layer 9.")
    #expect(objects[1]["command"] as? String == "neuron 9.9")
  }

  @Test func theFormOfRepliesIsChosenByAnOptionOrTheEnvironment() throws {
    let line = "minus 6.\n"
    #expect(try run("--format", "words", "2 * -3").output == line)
    #expect(try run(["2 * -3"], environment: ["NN_REPL_FORMAT": "words"]).output == line)
    #expect(try run(["2 * -3"], environment: ["NN_REPL_FORMAT": ""]).output == "-6\n")
    #expect(
      try run(["--format", "text", "2 * -3"], environment: ["NN_REPL_FORMAT": "words"]).output
        == "-6\n")
    // Of several the last counts, also of the short form.
    #expect(try run("--json", "--format", "text", "2 * -3").output == "-6\n")
    #expect(try run("--format", "text", "--json", "2 * -3").output.hasPrefix("{"))
    #expect(try run("--json", "-c", "--json").output.contains("\"command\":\"--json\""))
    let misspelt = try run("--format", "wrods", "2")
    #expect(misspelt.status == 2 && misspelt.errors.contains("Did you mean 'words'?"))
    let set = try run(["2"], environment: ["NN_REPL_FORMAT": "morse"])
    #expect(set.status == 2)
    #expect(set.errors.contains("Set NN_REPL_FORMAT to text, json, words or html."))
  }

  @Test func wordsAreToldAsTheyComeAndProblemsApart() throws {
    let training = try run("--format", "words", "train", "drawn", "epochs=2", "examples=100")
    #expect(training.output.hasPrefix("epoch 1: mean cost "))
    let failed = try run("--format", "words", "neuron", "9.9")
    #expect(failed.output.isEmpty && failed.errors.contains("There is no layer 9."))
  }

  private static let endOfPage = "</main>\n<footer>"

  /// However the lines end, what was written of them is a whole page.
  @Test func aPageIsWholeHoweverItEnds() throws {
    func expectWhole(_ result: Result, status: Int32, articles: Int) throws {
      let page = result.output
      #expect(page.hasPrefix("<!DOCTYPE html>\n") && page.hasSuffix("</body>\n</html>\n"))
      #expect(page.split(separator: "<!DOCTYPE html>").count == 1)
      #expect(page.components(separatedBy: "<article>").count - 1 == articles)
      #expect(page.components(separatedBy: Self.endOfPage).count == 2)
      #expect(result.status == status && result.errors.isEmpty)
    }
    let html = ["--format", "html"]
    try expectWhole(run(html + ["2", "*", "3"]), status: 0, articles: 1)
    try expectWhole(run(html + ["-c", "2", "-c", "neuron 9.9", "-c", "3"]), status: 1, articles: 2)
    try expectWhole(
      run(html + ["--keep-going", "-c", "neuron 9.9", "-c", "3"]), status: 1, articles: 2)
    try expectWhole(run(html, input: Data("2\n\n3\nquit\n4\n".utf8)), status: 0, articles: 3)
    try expectWhole(run(html), status: 0, articles: 0)
    try expectWhole(run(html + ["/nowhere.nn"]), status: 2, articles: 1)
    try expectWhole(
      run(["-c", "lesson counting", "-c", "3"], environment: ["NN_REPL_FORMAT": "html"]),
      status: 0, articles: 2)
    let training = try run(html + ["train", "drawn", "epochs=2", "examples=100"])
    #expect(training.errors.hasPrefix("epoch 1") && training.output.hasSuffix("</html>\n"))
  }

  @Test func aPageTellsOfProblemsWhereTheyCameUp() throws {
    let result = try run("--format", "html", "-c", "sigmoid(<b>", "-c", "2")
    #expect(result.output.contains("<code>sigmoid(<mark>&lt;</mark>b&gt;</code>"))
    #expect(!result.output.contains("<b>"))
  }

  /// Into a pipe no escape goes, unless it is asked for.
  @Test func imagesAreShownWhereTheyAreAskedFor() throws {
    for words in [[], ["--graphics", "auto"], ["--graphics", "off"]] {
      #expect(try !run(words + ["digit", "7"]).output.contains("\u{1b}"))
    }
    for (way, start) in [
      ("kitty", "\u{1b}_Ga=T,f=100"), ("iterm", "\u{1b}]1337;File="), ("sixel", "\u{1b}P0;1;0q"),
    ] {
      #expect(try run("--graphics", way, "digit", "7").output.contains(start))
      let json = try run("--graphics", way, "--json", "digit", "7").output
      #expect(!json.contains("\u{1b}") && json.hasPrefix("{"))
    }
    let wrong = try run("--graphics", "png", "digit", "7")
    #expect(wrong.status == 2 && wrong.errors.contains("auto, kitty, iterm, sixel or off"))
    #expect(try run("--help").output.contains("--graphics"))
  }

  @Test func aByteOrderMarkAndOtherLineEndsArePassedOver() throws {
    let script = Data([0xEF, 0xBB, 0xBF] + Array("params 3 2\r\n# c\r\nparams 4 3\r\n".utf8))
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).nn")
    defer { try? FileManager.default.removeItem(at: file) }
    try script.write(to: file)
    for result in [try run(input: script), try run(file.path)] {
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output.contains("8 knobs") && result.output.contains("15 knobs"))
    }
  }

  /// Runs the program by a shell, which is told where the output goes.
  private func shell(_ line: String) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line]
    process.environment = [
      "PATH": "/usr/bin:/bin", "N": Program.path, "LANG": "C.UTF-8", "HOME": "/nowhere",
    ]
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    let shown = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      output: String(decoding: shown, as: UTF8.self), errors: String(decoding: said, as: UTF8.self),
      status: process.terminationStatus)
  }

  @Test(arguments: [
    "--json params", "params", "--help", "--version", "train drawn epochs=1",
    "--generate-completion-script bash", "--json qqqq", "-c params -c params",
  ])
  func anOutputThatCannotBeWrittenEndsWithALine(_ arguments: String) throws {
    let full = try shell("$N \(arguments) >/dev/full")
    #expect(full.status == 1)
    #expect(full.errors == "nn-repl: the output can't be written: No space left on device\n")
    let closed = try shell("$N \(arguments) >&-")
    #expect(closed.status == 1)
    #expect(closed.errors == "nn-repl: the output can't be written: Bad file descriptor\n")
  }

  @Test func errorsThatCannotBeWrittenKeepTheStatus() throws {
    #expect(try shell("$N qqqq 2>/dev/full").status == 1)
    #expect(try shell("$N --nonsense 2>/dev/full").status == 2)
    #expect(try shell("$N qqqq 2>&-").status == 1)
    #expect(try shell("$N --json train drawn epochs=1 2>/dev/full").status == 1)
  }

  @Test func aReaderThatIsGoneEndsItQuietly() throws {
    // More than a pipe holds, as the reader may not have gone yet when the first of it is written.
    let lines = String(repeating: "-c help ", count: 100)
    for ignoring in ["", "trap '' PIPE; "] {
      let result = try shell("\(ignoring){ $N \(lines); echo $? >&2; } | true")
      #expect(result.errors == "141\n")
    }
  }

  @Test func aFileLargerThanAllowedIsNoCrash() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "limit-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let result = try shell("cd '\(folder.path)' && ulimit -f 1 && $N save net")
    #expect(result.status == 1 && result.errors.hasPrefix("net: File too large."))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func filesOfOptionsAndDataThatAreNoFilesAreToldWithoutWaiting() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "odd-\(UUID())")
    let config = folder.appending(path: "nn-repl")
    try FileManager.default.createDirectory(at: config, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = config.path + "/config"
    #expect(mkfifo(path, 0o600) == 0)
    let pipe = try shell("XDG_CONFIG_HOME='\(folder.path)' $N params 3 2")
    #expect(pipe.status == 0 && pipe.errors.hasSuffix("is a pipe, not an ordinary file.\n"))
    unlink(path)
    try Data("\u{feff}# mine\r\nnetwork ~/my net\r\nascii\r\n".utf8).write(to: URL(filePath: path))
    let home = "HOME='\(folder.path)' XDG_CONFIG_HOME='\(folder.path)'"
    #expect(try shell("\(home) $N save \"$HOME/x\"").status == 2)
    #expect(try shell("HOME='\(folder.path)' $N -c 'save \"~/my net\"'").status == 0)
    let used = try shell("\(home) $N network")
    #expect(used.status == 0 && !used.output.contains("─"), "\(used.errors)")
    #expect(mkfifo(folder.path + "/t10k-images-idx3-ubyte", 0o600) == 0)
    try FileManager.default.createDirectory(
      atPath: folder.path + "/t10k-labels-idx1-ubyte", withIntermediateDirectories: true)
    let data = try shell("$N --data '\(folder.path)' accuracy test")
    #expect(
      data.errors.replacing("\n", with: " ").contains("is a pipe, not an ordinary file."),
      "\(data.errors)")
    #expect(
      try shell("$N --data /nowhere accuracy").errors.hasPrefix("There is no folder /nowhere."))
    #expect(
      try shell("$N --data /dev/null accuracy").errors.hasPrefix("/dev/null is not a folder."))
  }

  @Test func hostileLinesAreToldAndNothingIsLost() throws {
    var input = Data("params\n".utf8)
    input.append(Data(repeating: UInt8(ascii: "x"), count: 10_000_000))
    input.append(Data("\n\u{0}\u{1B}[2J\u{7}\nparams\n".utf8))
    let result = try run("--keep-going", input: input)
    #expect(result.output.components(separatedBy: "13,002").count == 3)
    #expect(result.errors.contains("longer than 1,048,576 bytes"))
    #expect(!result.errors.contains("\u{1B}"))
    #expect(result.status == 1)
  }
}
