import Testing

@testable import Lab

struct WordsTests {
  private func words(_ line: String) throws -> [String] { try Words(line).map(\.text) }

  @Test func `quotes and backslashes hold a word together`() throws {
    #expect(try words(#"open "My Net.st""#) == ["open", "My Net.st"])
    #expect(try words(#"open My\ Net.st x"#) == ["open", "My Net.st", "x"])
    #expect(try words(#"open a"b c"d"#) == ["open", "ab cd"])
    #expect(try words(#"open "a\"b\\c""#) == ["open", #"a"b\c"#])
    #expect(try words(#"open a\b \x\"#) == ["open", #"a\b"#, #"\x\"#])
    #expect(try words(#"open a\[b \"q"#) == ["open", "a[b", "\"q"])
    #expect(try words("inputs [0.5, 1] x") == ["inputs", "[0.5, 1]", "x"])
    #expect(try words(#"open """#) == ["open", ""])
  }

  @Test func `what is left open is pointed at`() {
    #expect(throws: LabError.unclosed("\"", column: 6)) { try Words(#"open "a\""#) }
    #expect(throws: LabError.unclosed("[", column: 3)) { try Words("a [1 [2]") }
  }

  @Test(arguments: ["My Net", "a\"b", "a\\", "\\ x", "[", "é è", "plain", "", "a\\\"b\\\\ c]"])
  func `any name can be quoted`(name: String) throws {
    #expect(try words("open " + Words.quotedIfNeeded(name)) == ["open", name])
    let typed = TypedWords("open " + Words.quoted(name, isFinished: false))
    #expect(typed.last == name && typed.isQuoted)
  }
}
