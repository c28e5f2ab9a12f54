import Presentation

/// Shows text that may be taller than the window, a screen at a time.
struct Pager {
  /// The terminal that keys are read from; without one the text is shown in one go.
  let terminal: TerminalGuard?
  let renderer: TextRenderer

  /// Shows the text, waiting for a key wherever the window is full.
  ///
  /// Nothing is lost by not waiting: what nobody looked at is above the prompt, where the terminal
  /// scrolls back to, and keys that are not for the pause are typed at the prompt.
  ///
  /// - Parameter text: lines that end with a line feed.
  func show(_ text: String, rows: Int) {
    // One row is left for the prompt, so that the top line is not lost just as the reply ends.
    let room = max(rows - 1, 4)
    let all = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    let lines = Self.fitted(Array(all), room)
    guard let terminal, lines.count > room else {
      offerToTerminal(Self.text(lines[...]))
      return
    }
    terminal.borrow { screen in
      if pages(lines[...], room, screen) { return }
      // Ctrl-C threw away what the terminal did not accept; that was all it was for.
      _ = screen.readKey(timeout: 0)
    }
  }

  /// Whether all could be written.
  private func pages(
    _ lines: ArraySlice<Substring>, _ room: Int, _ screen: TerminalScreen
  ) -> Bool {
    var rest = lines
    var isFirst = true
    while true {
      guard screen.write(Self.text(rest.prefix(room))) else { return false }
      rest = rest.dropFirst(room)
      // What was typed before there was a pause to see is for the prompt.
      guard !rest.allSatisfy(\.isEmpty), !isFirst || terminal?.isTypedAhead(screen) != true,
        goesOn(screen, left: rest.count)
      else { return screen.write(Self.text(rest)) }
      isFirst = false
    }
  }

  /// The lines without empty ones, where a few less are all that it takes to fit: those at the ends
  /// first, then one between them.
  static func fitted(_ lines: [Substring], _ room: Int) -> [Substring] {
    var lines = lines
    // The line that was typed stays in sight, too.
    if lines.count >= room, lines.last?.isEmpty == true { lines.removeLast() }
    if lines.count > room, lines.first?.isEmpty == true { lines.removeFirst() }
    if lines.count == room + 1, let gap = lines.lastIndex(where: \.isEmpty) {
      lines.remove(at: gap)
    }
    return lines
  }

  private static func text(_ lines: ArraySlice<Substring>) -> String {
    lines.map { $0 + "\n" }.joined()
  }

  /// Waits for a key; whether the next page is asked for. Any other key is for the prompt, unless
  /// it does nothing but end the pause.
  private func goesOn(_ screen: TerminalScreen, left: Int) -> Bool {
    screen.write(renderer.pause(linesLeft: left))
    defer { screen.write("\r\u{1b}[K") }
    while true {
      switch screen.readKey() {
      case .key(.resize), .timeout: continue
      case .key(let key):
        switch PagerAction.bindings.action(for: key) {
        case .page: return true
        case .stop: break
        case nil: terminal?.input.putBack([key])
        }
        return false
      case .end: return false
      }
    }
  }
}
