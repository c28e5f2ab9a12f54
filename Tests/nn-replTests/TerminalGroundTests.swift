import Foundation
import Presentation
import Testing

@testable import nn_repl

@Suite struct TerminalGroundTests {
  private static let light = "\u{1b}]11;rgb:ffff/fafa/f0f0\u{1b}\\"

  @Test(
    arguments: [
      ("11;rgb:ffff/ffff/ffff", .light), ("11;rgb:ff/ff/ff", .light), ("11;rgb:f/f/f", .light),
      ("11;rgb:1212/1212/1414", .dark), ("11;rgba:0000/0000/0000/ffff", .dark),
      ("11;rgb:0000/0000/ffff", .dark), ("11;rgb:0000/ffff/0000", .light),
      ("10;rgb:ffff/ffff/ffff", nil), ("11;rgb:ffff/ffff", nil), ("11;rgb:", nil),
      ("11;rgb:fffff/ffff/ffff", nil), ("11;rgb:xx/yy/zz", nil), ("11;rgb:-1/-1/-1", nil),
      ("", nil),
      ("11;?", nil),
    ] as [(String, TerminalCapabilities.Theme?)])
  func anAnswerSaysWhetherItIsDark(_ answer: String, _ theme: TerminalCapabilities.Theme?) {
    #expect(TerminalGround.theme(inAnswer: Array(answer.utf8)) == theme)
  }

  /// Wherever it comes among what is typed, the keys are the same.
  @Test(arguments: [light, "\u{1b}]11;rgb:ffff/fafa/f0f0\u{07}"])
  func anAnswerIsNoKeyWhereverItComes(_ answer: String) {
    let typed = "digit 7\r"
    for place in 0...typed.count {
      var decoder = KeyDecoder()
      let bytes = typed.prefix(place).utf8 + Array(answer.utf8) + typed.dropFirst(place).utf8
      let keys = bytes.flatMap { decoder.feed($0) }
      #expect(keys == typed.dropLast().unicodeScalars.map { Key.character($0) } + [.enter])
      #expect(decoder.answers.theme == .light)
    }
  }

  @Test func whoWaitsForTheAnswerKeepsTheKeys() throws {
    let pipe = Pipe()
    let input = TerminalInput(descriptor: pipe.fileHandleForReading.fileDescriptor)
    try pipe.fileHandleForWriting.write(contentsOf: Data(("ab" + Self.light + "c").utf8))
    input.awaitAnswers(to: .ground, until: .now + .seconds(30))
    #expect(input.answers.theme == .light)
    for letter in "abc".unicodeScalars {
      #expect(input.next(timeout: 0) == .key(.character(letter)))
    }
  }

  @Test func whoGetsNoAnswerWaitsNoLonger() throws {
    let pipe = Pipe()
    let input = TerminalInput(descriptor: pipe.fileHandleForReading.fileDescriptor)
    try pipe.fileHandleForWriting.write(contentsOf: Data("q".utf8))
    input.awaitAnswers(to: .ground, until: .now)
    #expect(input.answers.theme == nil)
    #expect(input.next(timeout: 0) == .key(.character("q")))
  }

  @Test func whatWasToldOutlivesForgottenKeys() throws {
    let pipe = Pipe()
    let input = TerminalInput(descriptor: pipe.fileHandleForReading.fileDescriptor)
    try pipe.fileHandleForWriting.write(contentsOf: Data((Self.light + "x").utf8))
    input.awaitAnswers(to: .ground, until: .now + .seconds(30))
    input.forget()
    #expect(input.answers.theme == .light)
  }

  /// The answer comes late and in the middle of a line; the line stays as it was typed, and what is
  /// shown from then on suits the ground.
  @Test func aLateAnswerChangesTheColorsAndNothingElse() throws {
    let prompt = try Prompt(environment: ["TERM": "xterm-256color", "COLORTERM": "truecolor"])
    #expect(prompt.terminal.transcript.contains(TerminalGround.question))
    prompt.type("dig" + Self.light + "it 7")
    try prompt.expectLine("nn> digit 7", column: 11)
    prompt.press(.enter)
    try prompt.expectTaken("digit 7")
    try prompt.expectPrompt()
    #expect(prompt.terminal.transcript.contains("38;2;108;108;108m"))
    try prompt.expectGoodEnd()
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "linux"], ["TERM": "dumb"]])
  func itIsAskedOnlyWhereItMattersAndMayBe(_ environment: [String: String]) throws {
    let prompt = try Prompt(
      environment: ["TERM": "xterm-256color"].merging(environment) { $1 })
    #expect(!prompt.terminal.transcript.contains("]11;"))
    try prompt.expectGoodEnd()
  }
}
