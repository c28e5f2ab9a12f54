import Explainer

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
    screen.write(Self.frame(Array(lines), columns: screen.size.columns))
  }

  /// A line for each row, in one piece, written over what was there: nothing is cleared first, so nothing
  /// flickers. A line that the window has become too narrow for is cut, not wrapped.
  private static func frame(_ lines: [String], columns: Int) -> String {
    let update = (begin: "\u{1b}[?2026h", end: "\u{1b}[?2026l")
    let wrap = (on: "\u{1b}[?7h", off: "\u{1b}[?7l")
    // After a character in the last column the cursor is still on it: erasing would take it away.
    let text = lines.map { $0.visibleWidth < columns ? $0 + "\u{1b}[K" : $0 }
    return update.begin + wrap.off + "\u{1b}[H" + text.joined(separator: "\r\n") + wrap.on
      + update.end
  }
}

extension String {
  /// How many columns the text takes once its colours are set.
  fileprivate var visibleWidth: Int {
    var isInSequence = false
    return unicodeScalars.reduce(0) { width, scalar in
      if scalar == "\u{1b}" { isInSequence = true }
      defer { if scalar == "m" { isInSequence = false } }
      return isInSequence ? width : width + TextWidth.of(scalar)
    }
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
