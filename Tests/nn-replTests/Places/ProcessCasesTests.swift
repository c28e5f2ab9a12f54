import Foundation
import Testing

/// Signals, windows, pastes, screens and pipes, in many terminals.
@Suite struct ProcessCasesTests {
  @Test(arguments: Place.chosen) func case08Interrupt(_ place: Place) throws {
    let t = try place.start()
    t.type(String(repeating: "x", count: place.columns))
    try t.until("a wrapped line") { t.line.hasSuffix("xxxx") && t.column == 4 }
    t.press(.control("c"))
    try t.expectPrompt()
    t.type("train drawn epochs=1000\r")
    try t.until("it trains") {
      t.text.components(separatedBy: "epochs=1000").last?.lowercased().contains("epoch") == true
    }
    usleep(200_000)
    t.press(.control("c"))
    // In a low window what is told of the training may take more than a screen.
    var isPaused: Bool { t.screen.whole(t.row).contains("more:") }
    try t.until("the session continues") { t.line.hasPrefix("nn>") || isPaused }
    if isPaused { t.type("q") }
    try t.expectPrompt()
    t.type("params 30 10\r")
    try t.until("a reply") { t.text.contains("310") && t.line == "nn>" && t.column == 4 }
    if place.isPlain { t.expectPlain() }
    try t.leave()
  }

  @Test(arguments: Place.chosen) func case09End(_ place: Place) throws {
    let t = try place.start()
    t.type("abc")
    try t.expectLine("nn> abc", column: 7)
    if !place.isPlain {
      t.press(.control("d"))
      t.type("d")
      try t.expectLine("nn> abcd", column: 8)
    }
    t.press(.control("u"))
    try t.expectPrompt()
    try t.leave()
  }

  @Test(arguments: Place.chosen) func case10Stop(_ place: Place) throws {
    for shell in [["/bin/dash", "-i"], ["/bin/bash", "--norc", "--noediting", "-i"]]
    where FileManager.default.fileExists(atPath: shell[0]) {
      let t = try place.start(shell, nil, ["PS1": "shell> "])
      try t.expectLine("shell>", column: 7)
      t.type("'\(Program.path)'\r")
      try t.expectPrompt()
      t.type("par")
      try t.until("the line") { t.line.hasPrefix("nn> par") && t.column == 7 }
      t.press(.control("z"))
      try t.until("the shell") { t.line == "shell>" && t.terminal.isCooked }
      #expect(!t.isOn(2004), "pastes are still marked in the shell")
      t.type("echo sane$((1 + 1))\r")
      try t.until("a shell that answers") { t.text.contains("\nsane2") && t.line == "shell>" }
      t.type("fg\r")
      if place.isPlain {
        t.type("\r")
      } else {
        try t.until("the line again") { t.line.hasPrefix("nn> par") && t.column == 7 }
        t.press(.control("c"))
      }
      try t.expectPrompt()
      t.press(.control("d"))
      try t.until("the shell") { t.line == "shell>" && t.terminal.isCooked }
    }
  }

  @Test(arguments: Place.chosen) func case11Resize(_ place: Place) throws {
    // Without colours: what is painted just as the window changes lands elsewhere in any terminal.
    let t = try place.start(nil, ["NO_COLOR": "1"])
    let text = String("0123456789abcdefghijklmnopqrstuvwxyz".prefix(place.columns - 6))
    if place.isPlain {
      t.terminal.resize(columns: 30, rows: place.rows)
      t.type("params 30 10\r")
      try t.until("a reply") { t.text.contains("310") && t.line == "nn>" }
      return try t.leave()
    }
    for isAtBottom in [false, true] {
      if isAtBottom {
        for number in 0..<place.rows {
          t.type("line \(number)\r")
          try t.expectTaken("line \(number)")
        }
        try t.expectPrompt()
      }
      t.type(text)
      try t.expectLine("nn> " + text, column: 4 + text.count)
      t.terminal.resize(columns: 30, rows: place.rows)
      try t.until("the line wrapped again") {
        t.row >= 1 && t.screen.line(t.row - 1) + t.line == "nn> " + text
          && t.column == text.count - 26
      }
      t.terminal.resize(columns: place.columns, rows: place.rows)
      try t.expectLine("nn> " + text, column: 4 + text.count)
      #expect(t.screen.lines.count { $0.hasPrefix("nn> 01") } == 1, "the line is there twice")
      t.press(.control("c"))
      try t.expectPrompt()
    }
    try t.leave()
  }

  @Test(arguments: Place.chosen) func case12Paste(_ place: Place) throws {
    let t = try place.start()
    if place.isPlain {
      t.type("params 30 10\rparams 20 10\rquit\r")
      #expect(try t.end() == 0)
      #expect(t.terminal.transcript.components(separatedBy: "knobs").count == 3)
      return t.expectPlain()
    }
    t.press(.paste("x = 1\r\ny = 2\rz = 3"))
    try t.until("three rows") {
      t.screen.lines.prefix(2) == ["nn> x = 1", "y = 2"] && t.line == "z = 3"
    }
    try t.submit("x = 1\\ny = 2\\nz = 3")
    t.press(.up)
    try t.until("three rows again") {
      t.line == "z = 3" && t.row >= 2 && t.screen.line(t.row - 2) == "nn> x = 1"
    }
    t.type("4")
    try t.submit("x = 1\\ny = 2\\nz = 34")
    t.press(.paste("a\u{1b}[31mb\tc\u{07}"))
    try t.until("the text alone") { t.line.hasPrefix("nn> a[31mb c") && t.column == 12 }
    t.press(.control("u"))
    let long = String((0..<8192).map { Character(Unicode.Scalar(UInt8(97 + $0 % 26))) })
    t.press(.paste(long))
    try t.submit(long)
    t.type("one\rtwo\rthree")
    try t.expectLine("nn> three", column: 9)
    #expect(t.home.history.suffix(2) == ["one", "two"], "lines pasted without marks are run")
    t.press(.control("c"))
    try t.expectPrompt()
    try t.leave()
  }

  @Test(arguments: Place.chosen) func case13Screen(_ place: Place) throws {
    let t = try place.start()
    t.type("step to 2.3\r")
    if place.isPlain {
      try t.until("a reply and the prompt") { t.line == "nn>" && t.column == 4 }
      return t.expectPlain()
    }
    try t.until("the screen") {
      t.isOn(1049) && t.screen.line(0).hasPrefix("Layer 2, neuron 3")
    }
    t.type("n")
    try t.until("the next neuron") { t.screen.line(0).hasPrefix("Layer 2, neuron 4") }
    t.type("q")
    try t.until("the prompt") { t.line == "nn>" && t.column == 4 && !t.isOn(1049) }
    for mode in [1000, 1002, 1003, 1006] { #expect(!t.isOn(mode), "mode \(mode) is still on") }
    #expect(t.isOn(25), "the cursor is hidden")
    t.type("abc")
    try t.until("the line") { t.line.hasPrefix("nn> abc") && t.column == 7 }
    t.press(.control("c"))
    try t.expectPrompt()
    try t.leave()
  }

  @Test(arguments: Place.chosen) func case14Signals(_ place: Place) throws {
    let script = """
      ulimit -c 0; sleep 60 & sibling=$!
      sh -c 'echo $$ >"$HOME/pid"; exec "$0"' "$0"
      echo "ended $?"; kill -0 $sibling && echo 'the sibling lives'; kill $sibling
      """
    for number in [SIGTERM, SIGHUP, SIGQUIT, SIGTRAP, SIGSEGV] {
      for isOnScreen in [false, true] {
        let t = try place.start(["/bin/sh", "-c", script, Program.path])
        try t.expectPrompt()
        if isOnScreen, !place.isPlain {
          t.type("step\r")
          try t.until("the screen") { t.isOn(1049) }
        }
        kill(try t.home.noted("pid"), number)
        try t.until("signal \(number) ended it, alone") {
          t.text.contains("ended \(128 + number)") && t.text.contains("the sibling lives")
        }
        #expect(t.terminal.isCooked, "the terminal is left raw by signal \(number)")
        #expect(
          !t.isOn(2004) && !t.isOn(1049) && t.isOn(25), "modes are left on by signal \(number)")
      }
    }
  }

  private func pipe(
    _ place: Place, _ input: [UInt8], _ arguments: String..., expecting status: Int32
  ) throws -> String {
    let result = try place.run(arguments, input: input)
    #expect(!(result.output + result.errors).contains("\u{1b}"), "an escape went into a pipe")
    #expect(result.status == status)
    return result.output
  }

  @Test(arguments: Place.chosen) func case15Pipes(_ place: Place) throws {
    let output = try pipe(
      place, Array("params 30 10\r\n\r\nparams 20 10".utf8), expecting: 0)
    #expect(output.contains("310") && output.contains("210"))
    _ = try pipe(place, [], expecting: 0)
    _ = try pipe(
      place, [0xff, 0xfe, 0] + Array("\u{1b}[2J\n".utf8), "--keep-going", expecting: 1)
    for term in ["dumb", "", "no-such-terminal"] {
      let t = try place.start([Program.path], nil, ["TERM": term])
      try t.expectPrompt()
      t.type("params 30 10\r")
      try t.until("a reply") { t.text.contains("310") && t.line == "nn>" && t.column == 4 }
      t.expectPlain()
      try t.leave()
    }
    let piped = try place.start(["/bin/sh", "-c", "'\(Program.path)' | cat"])
    piped.type("params 30 10\r")
    piped.press(.control("d"))
    #expect(try piped.end() == 0)
    #expect(piped.text.contains("310"))
    piped.expectPlain()
    let t = try place.start(["/bin/sh", "-c", "'\(Program.path)'; read line; echo got: $line"])
    try t.expectPrompt()
    t.type("quit\rnext words\r")
    try t.until("what was typed after quit") {
      t.text.split(separator: "\n").contains { $0.hasPrefix("got: next words") }
    }
  }
}
