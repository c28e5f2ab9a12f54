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
      var window: ScreenFrame?
      while true {
        guard case .keys(let keys) = shown.next else { return (first, shown) }
        let bindings = ReplyScreenAction.bindings(keys)
        draw(shown, bindings, on: screen, over: &window, isNew: true)
        guard let line = nextLine(shown, bindings, screen, &window) else { return (shown, nil) }
        let reply = answer(line)
        guard case .keys = reply.next else { return (shown, reply) }
        shown = reply
      }
    }
  }

  /// Waits for a key: its line, or nil to leave. A letter that is not bound leaves and is typed at the
  /// prompt, so that of a line typed there nothing is lost and no letter of it is a step; other keys
  /// that are not bound do nothing.
  private func nextLine(
    _ reply: Reply, _ bindings: [KeyBinding<ReplyScreenAction>], _ screen: TerminalScreen,
    _ window: inout ScreenFrame?
  ) -> String? {
    while true {
      switch screen.readKey() {
      case .key(.resize):
        window = nil
        draw(reply, bindings, on: screen, over: &window, isNew: false)
      case .key(let key):
        switch bindings.action(for: key) {
        case .line(let line): return line
        case .leave: return nil
        case nil where !key.isText: continue
        case nil:
          terminal.input.putBack([key])
          return nil
        }
      case .end: return nil
      case .timeout: continue
      }
    }
  }

  // MARK: Drawing

  /// The reply from the top of the window, its keys on the last rows; a new one as it comes to be, if it
  /// is one to watch.
  private func draw(
    _ reply: Reply, _ bindings: [KeyBinding<ReplyScreenAction>], on screen: TerminalScreen,
    over window: inout ScreenFrame?, isNew: Bool
  ) {
    let size = screen.size
    let (frames, pause) = TextRenderer(output.capabilities)
      .frames(of: reply, keys: bindings, rows: size.rows)
    let isWatched = output.moves && isNew && frames.count > 1
    var shown = window
    func show(_ index: Int) -> Bool {
      let next = ScreenFrame(frame: frames[index], size: size)
      defer { shown = next }
      return screen.write(next.update(over: shown))
    }
    _ = show(isWatched ? 0 : frames.count - 1)
    if isWatched {
      switch MotionPlayer(pause: pause).play(frames.count, on: screen, show: show) {
      case .finished: break
      // What is pressed meanwhile is for what comes of it.
      case .key(let key): terminal.input.putBack([key])
      case .abandoned: shown = nil
      case .resized: terminal.input.putBack([.resize])
      }
    }
    window = shown
  }
}
