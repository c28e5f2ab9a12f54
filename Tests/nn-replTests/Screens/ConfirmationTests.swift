import Foundation
import Testing

/// What `save` asks before it replaces somebody else's file.
@Suite struct ConfirmationTests {
  private let name = "foreign.txt"

  @Test(arguments: ["xterm", "dumb"])
  func onlyAYesReplacesAnotherFile(_ type: String) throws {
    let home = try Home()
    try home.write("precious", to: name)
    let path = home.directory.appendingPathComponent(name).path
    let prompt = try Prompt(environment: ["TERM": type], home: home)
    let enter = type == "dumb" ? "\r" : ""
    for (key, answer) in [("n", "Nothing was written"), ("y", "It replaced a file of 8 bytes")] {
      prompt.type("save ~/\(name)\r")
      try prompt.expect("the question") { $0.currentLine.hasSuffix("Replace it? (y/n)") }
      prompt.type(key + enter)
      try prompt.expect("the answer, and a prompt") {
        $0.text.contains(answer) && $0.currentLine == "nn>"
      }
      let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
      #expect(size == (key == "n" ? 8 : 52_720))
    }
    prompt.type("save ~/\(name)\r")
    try prompt.expect("no question about our own") {
      $0.text.contains("It replaced a file of 52,720 bytes") && $0.currentLine == "nn>"
    }
  }

  @Test(arguments: ["\r", "\u{3}", "\u{1b}", "quit\r"])
  func everyOtherEndOfTheQuestionIsANo(_ keys: String) throws {
    let home = try Home()
    try home.write("precious", to: name)
    let prompt = try Prompt(home: home)
    prompt.type("save ~/\(name)\r")
    try prompt.expect("the question") { $0.currentLine.hasSuffix("Replace it? (y/n)") }
    prompt.type(keys)
    try prompt.expect("a prompt") {
      $0.text.contains("Nothing was written") && $0.currentLine == "nn>"
    }
    try prompt.expectGoodEnd()
  }

  @Test func aNameWithASpaceIsFilledInInQuotes() throws {
    let home = try Home()
    try home.write("x", to: "My Network.safetensors")
    for typed in ["open ~/My", "open \"~/My ", "open ~/My\\ N"] {
      let prompt = try Prompt(home: home)
      prompt.type(typed)
      prompt.press(.tab)
      try prompt.expectLine("nn> open \"~/My Network.safetensors\"", column: 36)
    }
  }
}
