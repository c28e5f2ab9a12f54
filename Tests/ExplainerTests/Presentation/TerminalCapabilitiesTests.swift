import Testing

@testable import Presentation

struct TerminalCapabilitiesTests {
  private func colors(
    _ environment: [String: String], choice: TerminalCapabilities.ColorDepth? = nil,
    isTerminal: Bool = true
  ) -> TerminalCapabilities.ColorDepth {
    TerminalCapabilities.colors(
      choice: choice, environment: environment, isTerminal: isTerminal)
  }

  @Test func `the first rule that speaks decides on colour`() {
    #expect(colors(["TERM": "xterm", "NO_COLOR": "1"], choice: .trueColor) == .trueColor)
    #expect(colors(["TERM": "xterm-256color", "NO_COLOR": "1"]) == .none)
    #expect(colors(["TERM": "xterm-256color", "NO_COLOR": ""]) == .twoHundredFiftySix)
    #expect(colors(["TERM": "xterm"], isTerminal: false) == .none)
    #expect(colors(["TERM": "xterm", "CLICOLOR_FORCE": "1"], isTerminal: false) == .sixteen)
    #expect(colors(["TERM": "dumb"]) == .none)
    #expect(colors([:]) == .none)
    #expect(colors(["TERM": "xterm", "CLICOLOR": "0"]) == .none)
    #expect(colors(["TERM": "xterm", "COLORTERM": "truecolor"]) == .trueColor)
    #expect(colors(["TERM": "xterm-kitty"]) == .trueColor)
    #expect(colors(["TERM": "screen"]) == .twoHundredFiftySix)
    #expect(colors(["TERM": "vt100"]) == .none)
  }

  @Test func `the locale decides on Unicode`() {
    #expect(TerminalCapabilities.unicode(environment: ["LANG": "C.UTF-8"]))
    #expect(!TerminalCapabilities.unicode(environment: ["LC_ALL": "C", "LANG": "en_US.UTF-8"]))
    #expect(!TerminalCapabilities.unicode(environment: [:]))
  }
}
