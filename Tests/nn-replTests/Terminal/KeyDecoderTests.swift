import Testing

@testable import nn_repl

@Suite struct KeyDecoderTests {
  private func keys(_ bytes: some Sequence<UInt8>, thenPause: Bool = false) -> [Key] {
    var decoder = KeyDecoder()
    let keys = bytes.flatMap { decoder.feed($0) }
    return thenPause ? keys + decoder.pause() : keys
  }

  private func keys(_ text: String) -> [Key] { keys(text.utf8) }

  @Test func lettersAndControlsComeAsTheyAre() {
    #expect(keys("aé漢😀") == ["a", "é", "漢", "😀"].map(Key.character))
    #expect(keys("\u{01}\u{1a}\u{00}\u{1c}") == [.ctrl("a"), .ctrl("z"), .ctrl("@"), .ctrl("\\")])
    #expect(keys("\r\r\t\u{7f}") == [.enter, .enter, .tab, .backspace])
    #expect(keys("\r\na\n\r") == [.enter, .character("a"), .enter])
    #expect(keys("\r\n\r\n") == [.enter, .enter])
  }

  @Test(arguments: [
    ("[A", Key.up), ("OA", .up), ("[B", .down), ("[C", .right), ("[D", .left), ("[H", .home),
    ("[1~", .home), ("[7~", .home), ("OH", .home), ("[F", .end), ("[4~", .end), ("[3~", .delete),
    ("[2~", .insert), ("[5~", .pageUp), ("[6~", .pageDown), ("[Z", .backTab), ("OP", .function(1)),
    ("[15~", .function(5)), ("[24~", .function(12)), ("[[A", .function(1)),
    ("[1;5C", .wordRight), ("[1;3D", .wordLeft), ("[1;2C", .right), ("b", .alt("b")),
  ])
  func sequencesAreKeys(_ sequence: String, _ key: Key) {
    #expect(keys("\u{1b}" + sequence) == [key])
  }

  @Test func escapeAloneIsAKeyOnceNothingFollows() {
    #expect(keys("\u{1b}") == [])
    #expect(keys("\u{1b}".utf8, thenPause: true) == [.escape])
    #expect(keys("\u{1b}\u{1b}[A") == [.up])
    #expect(keys("\u{1b}\r") == [.escape, .enter])
  }

  @Test(arguments: [
    "[I", "[O", "[?1;2c", "[12;40R", "[<0;10", "]11;rgb:ff/ff/ff\u{07}", "]0;title\u{1b}\\",
    "P1+r\u{1b}\\", "[M !!", "[200;1u", "[99~", "OZ",
  ])
  func whatIsNoKeyIsSwallowed(_ sequence: String) {
    #expect(keys("\u{1b}" + sequence) == [])
  }

  @Test func theMouseIsReportedFromZero() {
    let press = MouseReport(action: .press, button: .left, column: 9, row: 4)
    let release = MouseReport(action: .release, button: .right, column: 0, row: 0)
    let drag = MouseReport(action: .drag, button: .left, column: 299, row: 99)
    let wheel = MouseReport(action: .wheelDown, button: .none, column: 1, row: 1)
    #expect(keys("\u{1b}[<0;10;5M") == [.mouse(press)])
    #expect(keys("\u{1b}[<2;1;1m") == [.mouse(release)])
    #expect(keys("\u{1b}[<32;300;100M") == [.mouse(drag)])
    #expect(keys("\u{1b}[<65;2;2M") == [.mouse(wheel)])
  }

  @Test func aPasteIsOneKeyWithoutControls() {
    #expect(
      keys("\u{1b}[200~a\r\nb\rc\td\u{1b}[31me\u{07}\u{1b}[201~f")
        == [.paste("a\nb\nc d[31me"), .character("f")])
    #expect(keys("\u{1b}[200~a\n\nb\r\n\r\nc\u{1b}[201~") == [.paste("a\n\nb\n\nc")])
    #expect(keys("\u{1b}[200~\u{1b}[20\u{1b}[201~") == [.paste("[20")])
    #expect(keys("\u{1b}[200~no end\u{03}") == [.ctrl("c")])
  }

  @Test func brokenTextIsReplaced() {
    #expect(keys([0xff, 0x61]) == [.character("\u{FFFD}"), .character("a")])
    #expect(keys([0xc3, 0x61]) == [.character("\u{FFFD}"), .character("a")])
    #expect(keys([0xed, 0xa0, 0x80]) == [.character("\u{FFFD}")])
    #expect(keys([0xc2, 0x80]) == [])
  }

  @Test func noBytesWhateverStopIt() {
    var state: UInt64 = 1
    var decoder = KeyDecoder()
    for _ in 0..<200_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      _ = decoder.feed(UInt8(truncatingIfNeeded: state >> 33))
      if state >> 60 == 0 { _ = decoder.pause() }
    }
    _ = decoder.pause()
    #expect(decoder.feed(0x61) == [.character("a")])
  }
}
