import Core
import Testing

@testable import Course
@testable import Explainer
@testable import Lab
@testable import Presentation

struct DigitMoverTests {
  private let host = ScriptedHost.withScreen

  private func digit(_ screen: HandScreen) throws -> Digit {
    try #require(screen.content as? DigitMover).digit
  }

  /// The digit that a line makes of the first.
  private func digit(after line: String) throws -> Digit {
    var session = try bundledSession()
    _ = session.reply(to: line, host: host)
    return session.current.digit
  }

  @Test func `keys do what lines do`() throws {
    var session = try bundledSession()
    let cases: [([KeyName], String)] = [
      ([.right, .right, .right, .up], "digit shift 3 -1"),
      ([.left, .down, .down], "digit shift -1 2"),
      ([.character("."), .character(".")], "digit rotate 10"),
      ([.character(",")], "digit rotate -5"), ([.character("+")], "digit scale 1.1"),
      ([.character("-")], "digit scale 0.91"), ([.character("i")], "digit invert"),
    ]
    for (keys, line) in cases {
      var screen = try hand("move", in: &session)
      for key in keys { screen.press(key) }
      #expect(try digit(screen) == digit(after: line), "\(line)")
    }
  }

  @Test func `what is kept is one undo, and told in its name`() throws {
    var session = try bundledSession()
    let before = session.state
    var screen = try hand("move", in: &session)
    screen.press(.right, .character("."), .character("]"), .character("n"), .character("i"))
    let made = try digit(screen)
    #expect(session.state == before)
    #expect(screen.press(.enter) == .kept)
    _ = session.keep(screen, host: host)
    #expect(session.current.digit == made && session.current.label == 3)
    #expect(
      session.current.origin
        == "our drawing 0 of a 3, shifted by 1 to the right, turned by 5 degrees, 0.5 thicker, with noise of 0.1, inverted"
    )
    _ = session.reply(to: "undo", host: host)
    #expect(session.state == before)
  }

  @Test func `it is put back, or kept as it is without a change`() throws {
    var session = try bundledSession()
    let before = session.state
    var screen = try hand("move", in: &session)
    screen.press(.right, .character("."), .character("+"), .character("["), .character("r"))
    #expect(try digit(screen) == session.current.digit)
    #expect(screen.press(.enter) == .kept)
    #expect(text(session.keep(screen, host: host)) == "Nothing has changed.\n")
    #expect(session.state == before)
    #expect(session.reply(to: "undo", host: host).error != nil)
    #expect(screen.press(.escape) == .left)
  }

  @Test func `a drag takes the picture along`() throws {
    var session = try bundledSession()
    var screen = try hand("move", in: &session)
    screen.drag(.first, (10.5, 10), (12.5, 8), (13.5, 8))
    #expect(try digit(screen) == digit(after: "digit shift 3 -2"))
    screen.drag(.first, (13.5, 8), (12.5, 8))
    #expect(try digit(screen) == digit(after: "digit shift 2 -2"))
  }

  @Test func `the network is seen to mistake a shifted 3`() throws {
    var session = try bundledSession()
    var screen = try hand("move", in: &session)
    #expect(screen.view.verdict.text.hasPrefix("The network says 3.  "))
    var said: Set<String> = []
    for _ in 0..<8 {
      screen.press(.right)
      said.insert(String(screen.view.verdict.text.prefix(50)))
      let outputs = session.network.forward(try digit(screen).pixels).output
      #expect(screen.view.outputs.bars.map(\.value) == outputs.map(Double.init))
    }
    #expect(said.contains { $0.contains("It's really a 3.") })
  }

  @Test(arguments: [
    ("digit shift 3 -1", "shifted by 3 to the right and 1 up"),
    ("digit shift -2 0", "shifted by 2 to the left"), ("digit shift 0 0.5", "shifted by 0.5 down"),
    ("digit shift 0 0", "shifted by 0"),
  ])
  func `a shift is told the way it goes`(line: String, words: String) throws {
    var session = try bundledSession()
    _ = session.reply(to: line, host: host)
    #expect(session.current.origin == "our drawing 0 of a 3, \(words)")
  }

  @Test func `at an end it says so`() throws {
    var session = try bundledSession()
    var screen = try hand("move", in: &session)
    for _ in 0..<6 { screen.type("]") }
    #expect(screen.view.hints[0] == "3 thicker")
    screen.type("]")
    #expect(screen.view.hints[0] == "3 thicker: no further")
    screen.type("[")
    #expect(screen.view.hints[0] == "2.5 thicker")
  }

  @Test func `no key leads out of bounds`() throws {
    var session = try bundledSession()
    var screen = try hand("move", in: &session)
    for key
      in "..........................................................++++++++++++++++++]]]]]]]]]nnnnnnnnn"
    {
      screen.press(.character(key))
    }
    for key in "--------------------------------[[[[[[[[[[" { screen.press(.character(key)) }
    for _ in 0..<40 { screen.press(.left, .up) }
    #expect(try digit(screen).pixels.allSatisfy { (0...1).contains($0) })
  }
}
