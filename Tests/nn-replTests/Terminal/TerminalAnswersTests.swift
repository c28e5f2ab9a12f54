import Foundation
import Presentation
import Testing

@testable import nn_repl

@Suite struct TerminalAnswersTests {
  private static let kitty = "\u{1b}_Gi=31;OK\u{1b}\\"
  private static let iterm = "\u{1b}]1337;ReportCellSize=18.0;9.0;2.0\u{1b}\\"
  private static let sixel = "\u{1b}[?62;4;22c"
  private static let plain = "\u{1b}[?62;22c"
  private static let cell = "\u{1b}[6;20;10t"
  private static let none = "\u{1b}_Gi=31;EINVAL:no such thing\u{1b}\\"

  private static func answers(_ text: String) -> TerminalAnswers {
    var decoder = KeyDecoder()
    for byte in text.utf8 { #expect(decoder.feed(byte).isEmpty) }
    return decoder.answers
  }

  @Test(
    arguments: [
      (kitty + plain, .kitty), (sixel, .sixel), (iterm + plain, .iterm),
      (kitty + iterm + sixel, .kitty), (iterm + sixel, .iterm), (none + plain, nil), (plain, nil),
      ("\u{1b}[?4;6c", nil), ("\u{1b}[?64;1;2;6;9;15;16;17;18;21;22;28c", nil), ("", nil),
      ("\u{1b}[?61;1;2;3;6;7;14;21;22;23;24;28;32;42;52;4c", .sixel), ("\u{1b}[>4;4;4c", nil),
      ("\u{1b}]1337;ReportCellSize=x;y\u{1b}\\", nil), ("\u{1b}]1337;ReportCellSize=\u{07}", nil),
      ("\u{1b}]1337;ReportCellSize=1e999;nan\u{1b}\\", nil),
    ] as [(String, ImageProtocol?)])
  func whatATerminalSaysItTakesIsKnown(_ text: String, _ way: ImageProtocol?) {
    #expect(Self.answers(text).imageProtocol == way)
    #expect(Self.answers(text).isComplete == (text.hasSuffix("c") && !text.contains(">")))
  }

  @Test func theSizeOfACharacterIsKnown() {
    #expect(Self.answers(Self.cell).cell == CellSize(width: 10, height: 20))
    #expect(Self.answers(Self.iterm).cell == CellSize(width: 18, height: 36))
    for text in ["\u{1b}[6;0;0t", "\u{1b}[8;20;10t", "\u{1b}[6;20t", "\u{1b}[6;99999;99999t"] {
      #expect(Self.answers(text).cell == nil)
    }
  }

  /// Wherever they come among what is typed, the keys are the same.
  @Test(arguments: [kitty, iterm, sixel, cell, kitty + cell + iterm + sixel])
  func answersAreNoKeysWhereverTheyCome(_ answer: String) {
    let typed = "digit 7\r"
    for place in 0...typed.count {
      var decoder = KeyDecoder()
      let bytes = typed.prefix(place).utf8 + Array(answer.utf8) + typed.dropFirst(place).utf8
      let keys = bytes.flatMap { decoder.feed($0) }
      #expect(keys == typed.dropLast().unicodeScalars.map { Key.character($0) } + [.enter])
    }
  }

  @Test func whoWaitsDoesSoUntilTheLastAnswer() throws {
    let pipe = Pipe()
    let input = TerminalInput(descriptor: pipe.fileHandleForReading.fileDescriptor)
    let all = Self.kitty + "a" + Self.plain + "b"
    try pipe.fileHandleForWriting.write(contentsOf: Data(all.utf8))
    input.awaitAnswers(to: [.ground, .images], until: .now + .seconds(30))
    #expect(input.answers.isComplete && input.answers.imageProtocol == .kitty)
    #expect(input.next(timeout: 0) == .key(.character("a")))
  }

  // MARK: At the prompt

  private static let starts: [ImageProtocol: String] = [
    .kitty: "\u{1b}_Ga=T", .iterm: "\u{1b}]1337;File=", .sixel: "\u{1b}P0;1;0q",
  ]

  private func prompt(_ environment: [String: String] = [:]) throws -> Prompt {
    try Prompt(
      environment: ["TERM": "xterm-256color", "COLORTERM": "truecolor"].merging(environment) { $1 })
  }

  /// What came in answer to `digit 7`.
  private func shown(_ prompt: Prompt, after answers: String) throws -> String {
    prompt.type(answers + "digit 7")
    try prompt.expectLine("nn> digit 7", column: 11)
    let before = prompt.terminal.transcript.count
    prompt.press(.enter)
    try prompt.expectTaken("digit 7")
    try prompt.expectPrompt()
    return String(prompt.terminal.transcript.dropFirst(before))
  }

  @Test(
    arguments: [(kitty + plain, .kitty), (iterm + plain, .iterm), (sixel, .sixel)]
      as [(
        String, ImageProtocol
      )])
  func figuresAreImagesWhereTheTerminalSaysItTakesThem(
    _ answers: String, _ way: ImageProtocol
  ) throws {
    let prompt = try prompt()
    let asked = prompt.terminal.transcript
    for part in ["a=q", "]1337;ReportCellSize", "\u{1b}[16t", "\u{1b}[c"] {
      #expect(asked.contains(part))
    }
    let text = try shown(prompt, after: Self.cell + answers)
    let start = try #require(Self.starts[way])
    #expect(text.contains(start) && text.contains("109 of its 784 pixels are lit."))
    try prompt.expectGoodEnd()
  }

  @Test(arguments: ["", plain, none + plain])
  func figuresAreCharactersWhereItDoesNot(_ answers: String) throws {
    let prompt = try prompt()
    let text = try shown(prompt, after: answers)
    #expect(Self.starts.values.allSatisfy { !text.contains($0) })
    try prompt.expectGoodEnd()
  }

  /// What only others understand, a terminal within a terminal would take for its title.
  @Test(arguments: [["TMUX": "/tmp/x,1,0"], ["TERM": "screen-256color"], ["STY": "1.x"]])
  func withinAnotherTerminalOnlyItsOwnAnswerCounts(_ environment: [String: String]) throws {
    let prompt = try prompt(environment)
    let asked = prompt.terminal.transcript
    #expect(!asked.contains("\u{1b}_G") && !asked.contains("1337") && asked.contains("\u{1b}[c"))
    let text = try shown(prompt, after: Self.plain)
    #expect(Self.starts.values.allSatisfy { !text.contains($0) })
    try prompt.expectGoodEnd()
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "linux"]])
  func whereNothingCouldBeSeenNothingIsAsked(_ environment: [String: String]) throws {
    let prompt = try prompt(environment)
    #expect(!prompt.terminal.transcript.contains("\u{1b}[c"))
    try prompt.expectGoodEnd()
  }
}
