import Presentation

/// A question to the person at the prompt, answered with yes or no. Only a plain yes is one.
struct Confirmation {
  let question: String
  /// Where one key is enough; nil where a line has to be typed.
  let terminal: TerminalGuard?
  let editor: any LineEditor

  /// Asks, and waits for the answer.
  var isGiven: Bool {
    guard let terminal else { return answerOfLine }
    return terminal.borrow { screen in
      screen.write("\(question) \(Self.choice)")
      let isYes = answer(screen)
      screen.write(isYes ? "y\n" : "n\n")
      return isYes
    }
  }

  private var answerOfLine: Bool {
    guard case .line(let line) = editor.readLine(prompt: "\(question) \(Self.choice)") else {
      return false
    }
    return ["y", "yes"].contains(line.lowercased().filter { !$0.isWhitespace })
  }

  /// Waits for a key that answers; others may be meant for something else.
  private func answer(_ screen: TerminalScreen) -> Bool {
    while true {
      switch screen.readKey() {
      case .key(let key): if let isYes = Self.bindings.action(for: key) { return isYes }
      case .end: return false
      case .timeout: continue
      }
    }
  }

  /// The keys that say yes and those that say no.
  private static let bindings: [KeyBinding<Bool>] = [
    KeyBinding(.character("y"), .character("Y"), action: true, label: nil),
    KeyBinding(
      .character("n"), .character("N"), .enter, .escape, .control("c"), .control("d"),
      action: false, label: nil),
  ]

  /// What to press, the first key of each.
  private static let choice = "(\(bindings.map { $0.keys[0].name }.joined(separator: "/"))) "
}
