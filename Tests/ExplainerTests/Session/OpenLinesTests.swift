import Presentation
import Testing

@testable import Explainer

/// Which lines go on on the next, and where that ends.
@Suite struct OpenLinesTests {
  @Test(arguments: [
    ("sum([1,", true), ("f(x) = (x", true), ("digit (", false), ("plot (x", false),
    ("explain σ(W1", false), ("(1)", false), ("", false),
  ])
  func `only a formula goes on`(line: String, stays: Bool) throws {
    #expect(try bundledSession().staysOpen(line) == stays)
  }

  @Test func `a blank line and a command end it`() throws {
    let session = try bundledSession()
    #expect(session.joined("(1", with: "+ 2)") == "(1 + 2)")
    #expect(session.joined("(1 # one", with: "# two") == "(1  ")
    for next in ["", " \t", "digit 7", "  plot x", "help"] {
      #expect(session.joined("(1", with: next) == nil, "\(next)")
    }
    #expect(session.joined("(1", with: "digits") == "(1 digits")
    #expect(session.continuationPrompt.count == session.prompt.count)
  }

  @Test func `what goes on is colored by its beginning`() throws {
    let session = try bundledSession()
    let alone = session.highlights(of: "2)", after: "")
    let goingOn = session.highlights(of: "2)", after: "(1 +")
    #expect(alone.map(\.role) == [.number, .unmatched])
    #expect(goingOn.map(\.role) == [.number, .symbol])
    #expect(alone.map(\.range) == goingOn.map(\.range))
  }
}
