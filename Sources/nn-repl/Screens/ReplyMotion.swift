import Presentation

/// A reply that comes to be before one's eyes, above the prompt to come: in the end it stands there as
/// if it had been printed.
struct ReplyMotion {
  let terminal: TerminalGuard
  let frames: [Frame]
  let pause: Duration
  /// Empty lines between it and the prompt.
  let gap: Int

  private var blanks: [String] { [String](repeating: "", count: gap) }

  /// Shows it.
  ///
  /// - Returns: Whether it is on the screen; false where it has to be printed as usual.
  func play() -> Bool {
    terminal.borrow(.hiddenCursor) { screen in
      guard !terminal.isTypedAhead(screen), screen.takesOutput else { return false }
      guard screen.write((frames[0].lines + blanks).map { $0 + "\n" }.joined()) else {
        return discarded(screen)
      }
      var shown = frames[0]
      let ending = MotionPlayer(pause: pause).play(frames.count, on: screen) { index in
        defer { shown = frames[index] }
        return screen.write(Self.update(from: shown, to: frames[index], gap: gap))
      }
      switch ending {
      case .finished: return true
      case .key(let key):
        // Of Ctrl-C one wants no more than the end of this.
        if key != .ctrl("c") { terminal.input.putBack([key]) }
        return true
      case .abandoned: return discarded(screen)
      case .resized:
        erase(shown, screen)
        return false
      }
    }
  }

  /// Ctrl-C threw away what the terminal did not accept; that was all it was for.
  private func discarded(_ screen: TerminalScreen) -> Bool {
    _ = screen.readKey(timeout: 0)
    return true
  }

  /// Takes a frame away from a window that has another size than when it was drawn.
  private func erase(_ frame: Frame, _ screen: TerminalScreen) {
    let columns = max(screen.size.columns, 1)
    let reflows = TerminalProbe.reflowsOnResize
    let rows = frame.widths.reduce(gap) {
      $0 + (reflows ? max(($1 + columns - 1) / columns, 1) : 1)
    }
    let top = CursorMove.from(.init(row: rows, column: 0), to: .init(row: 0, column: 0))
    screen.write(top + "\u{1b}[J")
  }

  /// What changes one frame into another of the same height, with the cursor below both.
  static func update(from before: Frame, to after: Frame, gap: Int) -> String {
    let changes = after.changes(from: before)
    guard !changes.isEmpty else { return "" }
    let below = LineLayout.Position(row: after.height + gap, column: 0)
    var cursor = below
    let text = changes.map { change in
      let start = LineLayout.Position(row: change.line, column: change.column)
      // The column after a piece does not matter: every move begins at the left.
      defer { cursor = start }
      return CursorMove.from(cursor, to: start) + change.written
    }
    return ScreenFrame.inOnePiece(text.joined() + CursorMove.from(cursor, to: below))
  }
}

extension Frame.Change {
  /// What writes it at its place.
  var written: String { text + (clearsRest ? "\u{1b}[K" : "") }
}
