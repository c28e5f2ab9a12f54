import Testing

@testable import nn_repl

@Suite struct PromptTextTests {
  @Test func coloursTakeNoColumnsAndEndBeforeTheSpace() {
    let prompt = PromptText("\u{1b}[1mnn>\u{1b}[0m ")
    #expect(String(prompt.visible) == "nn> ")
    #expect(prompt.forEditLine == "\u{1}\u{1b}[1m\u{1}nn>\u{1}\u{1b}[0m\u{1} ")
  }

  @Test func aColourThatEndsThePromptEndsBeforeItsLastCharacter() {
    #expect(PromptText("\u{1b}[1mnn> \u{1b}[0m").forEditLine.hasSuffix("\u{1}\u{1b}[0m\u{1} "))
  }

  @Test func aPlainPromptIsColouredOnlyIfAsked() {
    #expect(PromptText("nn> ").forEditLine == "nn> ")
    #expect(PromptText("nn> ", style: "34").forEditLine.contains("\u{1b}[34m"))
  }

  @Test func linesAboveAreNotPartOfTheEditedOne() {
    let prompt = PromptText("hello\nnn> ")
    #expect(prompt.above == "hello\n")
    #expect(prompt.forEditLine == "nn> ")
  }
}
