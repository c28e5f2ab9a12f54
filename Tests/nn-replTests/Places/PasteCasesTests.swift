import Foundation
import Testing

/// Several lines at once: pasted, recalled, moved among, and typed ahead.
@Suite struct PasteCasesTests {
  @Test(arguments: Place.chosen) func case16PastedLines(_ place: Place) throws {
    if place.isPlain { return }
    for end in ["\n", "\r", "\r\n"] {
      let t = try place.start()
      t.press(.paste(["x = 2", "y = x^2", "x + y"].joined(separator: end) + end))
      try t.until("three rows") {
        t.screen.lines.prefix(3) == ["nn> x = 2", "y = x^2", "x + y"] && t.row == 2 && t.column == 5
      }
      let moves: [(Keys, Int, Int)] = [
        (.home, 2, 0), (.up, 1, 0), (.end, 1, 7), (.up, 0, 9), (.home, 0, 4), (.down, 1, 0),
        (.down, 2, 0), (.end, 2, 5),
      ]
      for (key, row, column) in moves {
        t.press(key)
        try t.until("\(key) leads to row \(row), column \(column)") {
          t.row == row && t.column == column
        }
      }
      t.press(.up, .end, .left)
      t.type("1")
      try t.until("a character in the middle") {
        t.screen.line(1) == "y = x^12" && t.screen.line(2) == "x + y" && t.row == 1 && t.column == 7
      }
      t.press(.backspace, .enter)
      try t.until("a reply to each") {
        t.text.contains("\ny = 4") && t.text.contains("\n6") && t.line == "nn>"
      }
      #expect(t.home.history == ["x = 2\\ny = x^2\\nx + y"])
      t.press(.up)
      try t.until("all lines again") {
        t.line == "x + y" && t.row >= 2 && t.screen.line(t.row - 2) == "nn> x = 2" && t.column == 5
      }
      t.press(.control("c"))
      try t.expectPrompt()
      try t.leave()
    }
  }

  @Test(arguments: Place.chosen) func case17FailingLine(_ place: Place) throws {
    if place.isPlain { return }
    let t = try place.start()
    t.press(.paste("x = 2\nfoo(\n\n# a comment\nx + 40\nx + 50"), .enter)
    try t.until("where it stopped") {
      t.text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
        "stopped at line 2 of 4")
    }
    try t.expectPrompt()
    #expect(!t.text.contains("42"), "a line after the one that failed was run")
    t.type("ab")
    t.press(.left, .paste("1\n2"))
    try t.until("a paste in the middle") {
      t.row >= 1 && t.screen.line(t.row - 1) == "nn> a1" && t.line == "2b" && t.column == 1
    }
    t.press(.control("c"))
    try t.expectPrompt()
    t.press(.control("r"), .paste("x\n= "))
    try t.until("a search for it") { t.line.hasPrefix("no earlier") }
    t.press(.control("g"))
    try t.expectPrompt()
    try t.leave()
  }

  @Test(arguments: Place.chosen) func case18ResizedLines(_ place: Place) throws {
    if place.isPlain { return }
    let t = try place.start(nil, ["NO_COLOR": "1"])
    let long = String(repeating: "c", count: 30)
    t.press(.paste(String(repeating: "a", count: 30) + "\nbbbb\n" + long))
    try t.until("three lines") { t.line.hasPrefix("c") }
    for columns in [20, 33, 80, 20, 60] {
      t.terminal.resize(columns: columns, rows: place.rows)
      let rest = 30 % columns == 0 ? 30 : 30 % columns
      try t.until("the lines redrawn") {
        t.column == 30 % columns && t.line == String(repeating: "c", count: rest)
          && t.text.split(separator: "\n").filter { $0.hasPrefix("b") } == ["bbbb"]
      }
    }
    t.press(.control("c"))
    try t.expectPrompt()
    try t.leave()
  }

  @Test(arguments: Place.chosen) func case19ManyLines(_ place: Place) throws {
    if place.isPlain { return }
    let t = try place.start()
    let lines = (0..<200).map { "x\($0) = \($0)" }
    t.press(.paste(lines.joined(separator: "\n")), .enter)
    try t.until("all are run") {
      t.text.contains("x199 = 199") && t.line == "nn>" && t.column == 4
    }
    #expect(t.home.history == [lines.joined(separator: "\\n")])
    try t.leave()
  }

  @Test(arguments: Place.chosen) func case20Lesson(_ place: Place) throws {
    let t = try place.start()
    t.type("lesson counting\r")
    try t.until("the lesson") { t.line.hasPrefix("counting 1/") }
    // Where the system edits the line, both halves of a line end are a line each.
    if place.isPlain { return try t.leave() }
    t.type("params 30 10\r\nparams 20 10\r\n")
    try t.until("both replies") { t.text.contains("210") && t.line.hasPrefix("counting") }
    #expect(t.line.hasPrefix("counting 1/"), "half of a line end continued the lesson")
    t.press(.paste("params 40 10\n\nparams 50 10\n"), .enter)
    try t.until("both replies") { t.text.contains("510") && t.line.hasPrefix("counting") }
    #expect(t.line.hasPrefix("counting 1/"), "a blank line continued the lesson")
    try t.leave()
  }

  @Test(arguments: Place.chosen) func case21TypedAhead(_ place: Place) throws {
    let t = try place.start()
    t.type("train drawn epochs=20\rparams 30 10\r")
    try t.until("both replies") { t.text.contains("310") && t.line == "nn>" }
    if place.isPlain {
      t.expectPlain()
      return try t.leave()
    }
    t.press(.control("l"))
    t.type("train drawn epochs=400\r")
    try t.until("the view") { t.isOn(1049) }
    usleep(100_000)
    t.type("params 40 10\rxy")
    t.press(.control("c"))
    try t.until("the line typed in the view") {
      t.text.contains("410") && t.line == "nn>" && t.column == 4
    }
    try t.leave()
  }
}
