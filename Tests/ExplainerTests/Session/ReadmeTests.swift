import Foundation
import Testing

struct ReadmeTests {
  @Test func `the README's transcript is what the program says`() throws {
    let readme = try String(contentsOf: packageFolder.appending(path: "README.md"), encoding: .utf8)
    let parts = readme.components(separatedBy: "```")
    let block = try #require(parts.first { $0.hasPrefix("transcript\n") })
    let exchanges = block.components(separatedBy: "nn> ").dropFirst()
    #expect(exchanges.count >= 3)
    var session = try bundledSession()
    for exchange in exchanges {
      let lines = exchange.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      let shown = text(session.reply(to: String(lines[0]), host: ScriptedHost()))
      #expect(
        shown.trimmingCharacters(in: .newlines) == lines[1].trimmingCharacters(in: .newlines))
    }
  }
}
