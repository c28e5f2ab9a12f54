import Testing

@testable import nn_repl

@Suite struct TerminalOutputTests {
  @Test func aCutGoesThroughNoSequenceAndNoCharacter() {
    let text = Array("a\u{1b}[1;31mb\u{1b}7c漢d".utf8)
    // a, ESC [ 1 ; 3 1 m, b, ESC 7, c, three bytes, d
    let ends = [0, 1, 8, 8, 8, 8, 8, 8, 8, 9, 11, 11, 12, 15, 15, 15, 16]
    #expect((0...16).map { endOfPiece(text, cutAt: $0) } == ends)
    #expect(endOfPiece(Array("\u{1b}".utf8), cutAt: 1) == 1)
    #expect(endOfPiece(Array("\u{1b}[3".utf8), cutAt: 2) == 3)
  }
}
