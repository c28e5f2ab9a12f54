import Core
import Lessons
import Testing

@testable import Explainer
@testable import Presentation

/// What pictures of every digit that comes with the program take, and of noise, which takes most.
struct PictureBytesTests {
  private static let lines = [
    "digit", "forward", "network", "classify", "neuron 1.5", "activations 1", "pixel 14 13",
  ]
  private static let windows = [(80, 24), (120, 40), (200, 60)]
  private static let digits =
    (0..<10).map(String.init) + ["noise 4", "noise 8"]

  @Test(arguments: digits, windows)
  func `no picture of a digit takes more than 20 KB`(digit: String, window: (Int, Int)) throws {
    let fresh = try bundledSession()
    let count = try digit.count > 1 ? 1 : DrawingFile.parse(Lessons.drawings).count / 10
    for copy in 0..<count {
      var session = fresh
      _ = session.reply(
        to: digit.count > 1 ? "digit \(digit)" : "digit \(digit) \(copy)", host: ScriptedHost())
      for line in Self.lines {
        let reply = session.reply(to: line, host: ScriptedHost())
        #expect(reply.error == nil)
        for theme in TerminalCapabilities.Theme.allCases {
          let renderer = TextRenderer(
            TerminalCapabilities(
              columns: window.0, rows: window.1, colors: .trueColor, unicode: true, theme: theme))
          let bytes = renderer.render(reply).utf8.count
          #expect(bytes <= 20_000, "\(digit) \(copy), \(line): \(bytes)")
          let first = renderer.frames(of: reply, rows: 100).frames.first?.lines.joined() ?? ""
          #expect(first.utf8.count <= 20_000, "\(digit) \(copy), \(line): \(first.utf8.count)")
        }
      }
    }
  }
}
