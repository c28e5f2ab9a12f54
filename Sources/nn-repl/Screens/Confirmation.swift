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
      screen.write("\(question) (y/n) ")
      let isYes = answer(screen)
      screen.write(isYes ? "y\n" : "n\n")
      return isYes
    }
  }

  private var answerOfLine: Bool {
    guard case .line(let line) = editor.readLine(prompt: "\(question) (y/n) ") else { return false }
    return ["y", "yes"].contains(line.lowercased().filter { !$0.isWhitespace })
  }

  /// Waits for a key that answers; others may be meant for something else.
  private func answer(_ screen: TerminalScreen) -> Bool {
    while true {
      switch screen.readKey() {
      case .key(.character("y")), .key(.character("Y")): return true
      case .key(.character("n")), .key(.character("N")), .key(.enter), .key(.escape),
        .key(.ctrl("c")), .key(.ctrl("d")), .end:
        return false
      case .key, .timeout: continue
      }
    }
  }
}
