import Explainer

#if canImport(Glibc)
  import Glibc
#endif

@main
struct NNRepl {
  static let names = [
    "network", "params", "digit", "pixels", "pixel", "weights", "biases", "activations", "neuron",
    "forward", "classify", "accuracy", "save", "open", "help", "history", "quit",
  ]

  static func completions(_ before: String) -> Completions {
    let word =
      before.split(separator: " ", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    let all = names.filter { $0.hasPrefix(word) }.sorted()
    return Completions(
      replacing: word.count, candidates: all.map { .init($0, note: "what \($0) is for") })
  }

  static func highlights(_ line: String) -> [Highlight] {
    let characters = Array(line)
    var result: [Highlight] = []
    var start = 0
    for (index, character) in (characters + [" "]).enumerated() where !character.isLetter {
      if index > start {
        let word = String(characters[start..<index])
        result.append(Highlight(start..<index, names.contains(word) ? .command : .name))
      }
      if index < characters.count, character.isNumber {
        result.append(Highlight(index..<index + 1, .number))
      }
      if character == "(" { result.append(Highlight(index..<index + 1, .unmatched)) }
      start = index + 1
    }
    return result
  }

  struct Left: Error {}

  static func raw(_ editor: any LineEditor) {
    guard let terminal = (editor as? EditLineEditor)?.terminal else { return }
    do {
      try terminal.borrow([.alternateScreen, .mouse, .hiddenCursor]) { screen in
        screen.write("\u{1b}[Hkeys, q leaves\n")
        while true {
          switch screen.readKey() {
          case .key(.character("q")): throw Left()
          case .key(let key): screen.write("\(key)\n")
          case .timeout: continue
          case .end: return
          }
        }
      }
    } catch { print("left") }
  }

  static func main() {
    let data = TerminalProbe.environment("XDG_DATA_HOME") ?? "/tmp"
    mkdir(data + "/nn-repl", 0o700)
    let history = History(file: HistoryFile(path: data + "/nn-repl/history"))
    let services = EditorServices(completions: completions, highlights: highlights)
    let terminal = TerminalProbe.canEditLines ? TerminalGuard() : nil
    let editor = LineEditors.choose(
      terminal: terminal,
      services: services, history: history, usesColor: TerminalProbe.environment("NO_COLOR") == nil)
    while true {
      switch editor.readLine(prompt: "nn> ") {
      case .line("quit"): exit(0)
      case .line("history"):
        for (number, entry) in history.entries.enumerated() { print(number + 1, entry) }
      case .line("slow"):
        for _ in 0..<1000 where !InterruptFlag().isRaised { usleep(10_000) }
        print(InterruptFlag().isRaised ? "stopped" : "done")
      case .line("trap"): fatalError("on purpose")
      case .line("raw"): raw(editor)
      case .line(let line): print("got: \(line)")
      case .interrupted: continue
      case .tooLong(let limit): print("too long: over \(limit) bytes")
      case .end: exit(0)
      }
    }
  }
}
