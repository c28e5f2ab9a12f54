import Explainer
import Presentation

/// Replies that single keys lead through, each drawn over the one before, on a screen of their own.
///
/// It knows nothing of what they are about: a reply says which keys lead on from it and what line each
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
        guard case .keys(let keys) = shown.next else { return (first, shown) }
        let bindings = ReplyScreenAction.bindings(keys)
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
    _ bindings: [KeyBinding<ReplyScreenAction>], _ screen: TerminalScreen, redraw: () -> Void
  ) -> String? {
    while true {
      switch screen.readKey() {
      case .key(.resize): redraw()
      case .key(let key):
        switch bindings.action(for: key) {
        case .line(let line): return line
        case .leave: return nil
        case nil: continue
        }
      case .end: return nil
      case .timeout: continue
      }
    }
  }

  // MARK: Drawing

  /// The reply from the top of the window, its keys on the last rows.
  private func draw(
    _ reply: Reply, _ bindings: [KeyBinding<ReplyScreenAction>], on screen: TerminalScreen
  ) {
    let renderer = TextRenderer(output.capabilities)
    let rows = screen.size.rows
    let legend = renderer.legend(of: bindings).prefix(max(rows - 1, 1))
    let room = rows - legend.count - 1
    let body = renderer.screen(reply, rows: max(room, 0))
    let gap = [String](repeating: "", count: max(rows - body.count - legend.count, 0))
    let lines = (body + gap + legend).suffix(rows)
    screen.write(ScreenFrame(lines: Array(lines), size: screen.size).update())
  }
}
