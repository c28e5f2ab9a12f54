import Explainer
import Presentation

/// Replies that are gone through with single keys, each drawn in place of the one before, on a
/// screen of their own.
///
/// It knows nothing of what is gone through: a reply says which keys go on from it and what line each
/// of them means.
struct KeyScreen {
  let terminal: TerminalGuard
  let output: Output
  /// The reply to a line.
  let answer: (String) -> Reply

  /// Shows a reply and those that its keys lead to, until the user leaves or a reply has no keys.
  ///
  /// - Returns: The last reply that was shown here, and the one without keys that ended it, if one
  ///   did.
  func run(_ first: Reply) -> (shown: Reply, ending: Reply?) {
    terminal.borrow([.alternateScreen, .hiddenCursor]) { screen in
      var shown = first
      while true {
        guard case .keys(let bindings) = shown.next else { return (first, shown) }
        draw(shown, bindings, on: screen)
        guard let line = nextLine(bindings, screen, redraw: { draw(shown, bindings, on: screen) })
        else { return (shown, nil) }
        let reply = answer(line)
        guard case .keys = reply.next else { return (shown, reply) }
        shown = reply
      }
    }
  }

  /// Waits for a key that is bound: its line, or nil to leave.
  private func nextLine(
    _ bindings: [KeyBinding], _ screen: TerminalScreen, redraw: () -> Void
  ) -> String? {
    while true {
      switch screen.readKey() {
      case .key(.resize): redraw()
      case .key(let key):
        if let name = KeyBinding.Key(key),
          let binding = bindings.first(where: { $0.keys.contains(name) })
        {
          return binding.line
        }
        if Self.leaves(key) { return nil }
      case .end: return nil
      case .timeout: continue
      }
    }
  }

  private static func leaves(_ key: Key) -> Bool {
    [.character("q"), .escape, .ctrl("c"), .ctrl("d")].contains(key)
  }

  // MARK: Drawing

  /// The reply from the top of the window, its keys on the last rows.
  private func draw(_ reply: Reply, _ bindings: [KeyBinding], on screen: TerminalScreen) {
    let renderer = TextRenderer(output.capabilities)
    let rows = screen.size.rows
    let legend = renderer.legend(of: bindings, leaving: "leave").prefix(max(rows - 1, 1))
    let room = rows - legend.count - 1
    let body = renderer.screen(reply, rows: max(room, 0))
    let gap = [String](repeating: "", count: max(rows - body.count - legend.count, 0))
    let lines = (body + gap + legend).suffix(rows)
    screen.write(ScreenFrame(lines: Array(lines), size: screen.size).update())
  }
}

extension KeyBinding.Key {
  /// The key a terminal sent, if it is one that can be bound.
  fileprivate init?(_ key: Key) {
    switch key {
    case .character(let scalar): self = .character(Character(scalar))
    case .left: self = .left
    case .right: self = .right
    case .up: self = .up
    case .down: self = .down
    case .enter: self = .enter
    default: return nil
    }
  }
}
