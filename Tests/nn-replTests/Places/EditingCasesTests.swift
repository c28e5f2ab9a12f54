import Foundation
import Testing

/// Editing a line, in many terminals.
///
/// In a terminal that cannot be written to at will (`TERM=dumb`) the system edits the line, so that
/// there only its part is asked for.
@Suite struct EditingCasesTests {
  @Test(arguments: Place.chosen) func case01Columns(_ place: Place) throws {
    let t = try place.start()
    t.type("params 30 10")
    try t.expectLine("nn> params 30 10", column: 16)
    if place.isPlain {
      t.press(.backspace)
      try t.expectLine("nn> params 30 1", column: 15)
      t.press(.enter)
      try t.until("the reply and a prompt") {
        t.text.contains("30 + 1 = 31") && t.line == "nn>" && t.column == 4
      }
      t.expectPlain()
      return try t.leave()
    }
    t.press(.home)
    try t.expectLine("nn> params 30 10", column: 4)
    t.type("zz")
    try t.expectLine("nn> zzparams 30 10", column: 6)
    t.press(.end)
    try t.expectLine("nn> zzparams 30 10", column: 18)
    try t.submit("zzparams 30 10")
    try t.leave()
  }

  private func typeWide(_ t: Prompt, _ place: Place) throws {
    t.type("é σ 漢字 😀x")
    if place.isPlain {
      t.press(.enter)
      try t.until("an error and a prompt") { t.row > 2 && t.line == "nn>" && t.column == 4 }
      return t.expectPlain()
    }
    try t.until("the wide line") {
      t.line.replacing(" ", with: "").hasPrefix("nn>éσ漢字😀x") && t.column == 16
    }
    t.press(.left, .left)
    try t.until("two columns to the left of it") { t.column == 13 }
    t.press(.left, .left, .backspace)
    try t.until("a wide character gone") { t.column == 8 && !t.line.contains("漢") }
    t.press(.end)
    t.type("!")
    try t.submit("é σ 字 😀x!")
  }

  @Test(arguments: Place.chosen) func case02Wide(_ place: Place) throws {
    let t = try place.start()
    try typeWide(t, place)
    try t.leave()
  }

  @Test(arguments: Place.chosen) func case03Locales(_ place: Place) throws {
    let bogus = ["LC_ALL": "xx_YY.UTF-8", "LANG": ""]
    for locale in [["LANG": "", "LC_ALL": ""], ["LC_ALL": "C"], bogus] {
      let t = try place.start(nil, locale)
      try typeWide(t, place)
      try t.leave()
    }
  }

  @Test(arguments: Place.chosen) func case04Wrap(_ place: Place) throws {
    let t = try place.start()
    let room = place.columns - 4
    let full = String(repeating: "a", count: room)
    if place.isPlain {
      t.type(full + "aaaaa")
      t.press(.enter)
      try t.until("an error and a prompt") { t.line == "nn>" && t.column == 4 }
      return try t.leave()
    }
    t.type(full)
    try t.until("a full row") {
      t.screen.line(0) == "nn> " + full && t.row == 1 && t.column == 0
    }
    t.type("b")
    try t.until("one on the next row") { t.screen.line(1) == "b" && t.column == 1 }
    t.press(.backspace, .backspace)
    try t.until("the first row again") { t.row == 0 && t.column == place.columns - 1 }
    t.type("漢c")
    try t.until("the wide one on the next row") {
      t.screen.line(1).replacing(" ", with: "").hasPrefix("漢c") && t.row == 1 && t.column == 3
    }
    t.press(.left, .left, .left)
    try t.until("back over the margin") { t.row == 0 && t.column == place.columns - 2 }
    try t.submit(full.dropLast() + "漢c")
    try t.leave()
  }

  @Test(arguments: Place.chosen) func case05Completion(_ place: Place) throws {
    let t = try place.start()
    if place.isPlain { return try t.leave() }
    t.type("cla\t")
    try t.expectLine("nn> classify", column: 13)
    t.press(.control("u"))
    t.type("pi\t")
    try t.until("the common part, the cursor after it") {
      t.line.hasPrefix("nn> pixel") && t.column == 9
    }
    t.press(.control("u"))
    t.type("ne\t")
    try t.until("a list") {
      t.text.contains("\n  network") && t.text.contains("\n  neuron")
        && t.line.hasPrefix("nn> ne") && t.column == 6
    }
    t.press(.control("u"))
    t.type("cla 7")
    t.press(.left, .left, .tab)
    try t.expectLine("nn> classify 7", column: 12)
    t.press(.control("u"), .control("k"))
    t.type("help" + String(repeating: " ", count: place.columns - 6) + "ne\t")
    try t.until("the wrapped line again") {
      t.line.hasPrefix("  ne") && t.column == 4 && t.screen.line(t.row - 1) == "nn> help"
        && t.text.contains("\n  neuron")
    }
    t.press(.control("c"))
    try t.expectPrompt()
    try t.leave()
  }

  @Test(arguments: Place.chosen) func case06Suggestion(_ place: Place) throws {
    let home = try Home()
    try home.remember("y = 784*30", "zebra crossing")
    let t = try place.start(home)
    if place.isPlain { return try t.leave() }
    t.type("zeb")
    if !place.isColored {
      try t.expectLine("nn> zeb", column: 7)
      #expect(!t.text.contains("crossing"), "a suggestion without colours")
      return
    }
    func isSuggested(_ line: String, after column: Int) -> Bool {
      t.screen.whole(t.row) == line && t.column == column
    }
    try t.until("a suggestion") { isSuggested("nn> zebra crossing", after: 7) }
    t.press(.enter)
    try t.expectTaken("zeb")
    try t.expectPrompt()
    #expect(t.screen.whole(0) == "nn> zeb", "the suggestion stayed after Enter")
    t.type("zebr")
    try t.until("a suggestion") { isSuggested("nn> zebra crossing", after: 8) }
    let row = t.row
    t.press(.control("c"))
    try t.expectPrompt()
    #expect(t.screen.whole(row) == "nn> zebr^C", "the suggestion stayed after Ctrl-C")
    t.type("y =")
    try t.until("a suggestion") { isSuggested("nn> y = 784*30", after: 7) }
    t.press(.right)
    try t.expectLine("nn> y = 784*30", column: 14)
    try t.submit("y = 784*30")
    try t.leave()
  }

  @Test(arguments: Place.chosen) func case07Search(_ place: Place) throws {
    let home = try Home()
    try home.remember("alpha one", "beta two", "alpha three")
    let t = try place.start(home)
    if place.isPlain { return try t.leave() }
    t.type("typed")
    t.press(.control("r"))
    t.type("alpha")
    try t.until("the latest") { t.line.hasSuffix(": alpha three") }
    t.press(.control("r"))
    try t.until("the one before") { t.line.hasSuffix(": alpha one") }
    t.press(.control("r"))
    try t.until("no more") { t.line.hasPrefix("no ") }
    t.press(.control("g"))
    try t.expectLine("nn> typed", column: 9)
    t.press(.control("c"))
    try t.expectPrompt()
    t.press(.control("r"))
    t.type("two")
    try t.until("the line with it") { t.line.hasSuffix(": beta two") }
    t.press(.left)
    try t.expectLine("nn> beta two", column: 8)
    t.press(.control("c"))
    try t.expectPrompt()
    t.press(.control("r"))
    t.type("one")
    try t.until("the line with it") { t.line.hasSuffix(": alpha one") }
    t.press(.control("c"))
    try t.expectPrompt()
    try t.leave()
  }
}
