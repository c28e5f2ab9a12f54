import Testing

@testable import Course
@testable import Explainer
@testable import Lab
@testable import Presentation

extension ScriptedHost {
  /// With a terminal on which screens can be shown.
  static var withScreen: ScriptedHost { ScriptedHost(hasScreen: true) }
}

/// The screen that a line brings up.
func hand(
  _ line: String, in session: inout Session, at location: SourceLocation = #_sourceLocation
) throws -> HandScreen {
  let reply = session.reply(to: line, host: ScriptedHost.withScreen)
  guard case .hand(let hand) = reply.next else {
    throw HandMissing(reply: text(reply))
  }
  return hand
}

struct HandMissing: Error { let reply: String }

extension HandScreen {
  /// Presses keys; what came of the last.
  @discardableResult
  mutating func press(_ keys: KeyName...) -> HandStep {
    keys.reduce(.goesOn) { take(.key($1)) }
  }

  /// Types letters.
  mutating func type(_ text: String) { for letter in text { press(.character(letter)) } }

  /// Drags the mouse along a way over the picture.
  mutating func drag(_ button: HandPointer.Button = .first, _ way: (Float, Float)...) {
    for (index, point) in way.enumerated() {
      let point = FieldPoint(x: point.0, y: point.1)
      _ = take(.pointer(HandPointer(index == 0 ? .press : .drag, button, at: point)))
    }
    let end = way.last.map { FieldPoint(x: $0.0, y: $0.1) } ?? FieldPoint(x: 0, y: 0)
    _ = take(.pointer(HandPointer(.release, button, at: end)))
  }

  /// A 3 as a mouse draws it.
  mutating func drawThree() {
    drag(
      .first, (7.5, 5), (10.5, 3), (14.5, 3), (18.5, 5), (18.5, 9), (14.5, 11), (13.5, 13),
      (18.5, 15), (19.5, 19), (17.5, 23), (12.5, 25), (7.5, 21))
  }

  /// The screen as it is seen.
  func drawn(
    _ columns: Int = 80, _ rows: Int = 24, colors: TerminalCapabilities.ColorDepth = .none,
    characters: TerminalCapabilities.Characters = .all
  ) -> String {
    TextRenderer(
      TerminalCapabilities(columns: columns, rows: rows, colors: colors, characters: characters)
    ).screen(view, rows: rows).frame.lines.map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }
}
