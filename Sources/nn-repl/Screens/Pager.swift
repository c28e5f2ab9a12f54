import Presentation

/// Shows text that may be taller than the window, a screen at a time.
struct Pager {
  /// The terminal that keys are read from; without one the text is shown in one go.
  let terminal: TerminalGuard?
  let renderer: TextRenderer

  /// Shows the text, waiting for a key wherever the window is full.
  ///
  /// - Parameter text: lines that end with a line feed.
  func show(_ text: String, rows: Int) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    let room = max(rows - 1, 4)
    // One row is left for the prompt, so that the top line is not lost just as the reply ends.
    guard let terminal, lines.count > room else {
      offerToTerminal(text)
      return
    }
    terminal.borrow { screen in
      var rest = lines[...]
      var step = room
      while !rest.isEmpty {
        screen.write(rest.prefix(step).joined(separator: "\n") + "\n")
        rest = rest.dropFirst(step)
        if rest.isEmpty { return }
        if step == room, isLineTypedAhead(screen, terminal.input) { step = rest.count; continue }
        guard let next = ask(screen, left: rest.count, room: room) else { return }
        step = next
      }
    }
  }

  /// Whether a line for the prompt was typed already: then there is no pause.
  private func isLineTypedAhead(_ screen: TerminalScreen, _ input: TerminalInput) -> Bool {
    var typed: [Key] = []
    while case .key(let key) = screen.readKey(timeout: 0) { typed.append(key) }
    input.putBack(typed)
    guard case .character(let first)? = typed.first else { return false }
    return PagerAction.bindings.action(for: .character(first)) == nil && typed.contains(.enter)
  }

  /// Waits for a key: how many lines to show next, or nil to stop.
  private func ask(_ screen: TerminalScreen, left: Int, room: Int) -> Int? {
    screen.write(renderer.pause(linesLeft: left))
    defer { screen.write("\r\u{1b}[K") }
    while true {
      switch screen.readKey() {
      case .key(let key):
        switch PagerAction.bindings.action(for: key) {
        case .page: return room
        case .line: return 1
        case .stop: return nil
        case nil: continue
        }
      case .end: return nil
      case .timeout: continue
      }
    }
  }
}
