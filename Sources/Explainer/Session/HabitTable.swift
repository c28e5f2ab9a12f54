import Presentation

/// Lines that people are used to typing at other prompts.
enum HabitTable {
  /// Whole lines that are called otherwise here.
  static let lines: [String: String] = [
    ":q": "quit", ":q!": "quit", ":wq": "quit", ":wq!": "quit", ":x": "quit", ":qa": "quit",
    ":qa!": "quit", "\\q": "quit", "man": "help", "info": "help", "\\h": "help", "\\?": "help",
    "ls lessons": "lessons", "clear all": "clear", "clear screen": "clear",
  ]

  /// Words before what is to be explained.
  static let explaining: Set = ["man", "info", "doc", "docs", "whatis", "apropos"]

  /// Words before what is to be shown.
  static let showing: Set = [
    "print", "println", "printf", "echo", "disp", "display", "show", "type", "puts",
    "console.log",
  ]

  /// Words before a definition.
  static let defining: Set = ["let", "var", "const", "set!", "auto", "float", "double", "int"]

  /// What is said to a line, by its first word, where the program has no such thing.
  static func told(_ line: String) -> ErrorMessage? {
    let words = line.split(separator: " ")
    guard let first = words.first?.lowercased() else { return nil }
    if let name = otherNames[first] {
      let rest = words.dropFirst().joined(separator: " ")
      let meant = rest.isEmpty ? name : "\(name) \(rest)"
      return ErrorMessage("'\(first)' goes by another name here.", "Type \(code: meant).")
    }
    if first.hasPrefix("!"), first == "!!" || Int(first.dropFirst()) != nil {
      return ErrorMessage(
        "'\(first)' runs a line again that was typed at the prompt, and there's no such line.",
        "\(code: "history") numbers the lines.")
    }
    guard let row = rows.first(where: { $0.words.contains(first) }),
      words.count == 1 || !row.isPlain
    else { return nil }
    return ErrorMessage(row.says.replacing("@", with: first), row.next)
  }

  /// Commands that a change comes of; what to type is told, and not done.
  private static let otherNames = [
    "load": "open", "store": "save", "fit": "train", "predict": "classify", "reload": "reset",
    "paint": "draw", "sketch": "draw",
  ]

  /// - Parameter isPlain: Whether the words are English ones as well, so that more words with them are
  ///   a sentence; `@` stands for the word.
  private static let rows: [(words: Set<String>, isPlain: Bool, says: String, next: Prose)] = [
    (
      ["ls", "ll", "dir", "tree"], false, "'@' lists files, and there are none at this prompt.",
      "\(code: "lessons") lists the lessons, \(code: "help") the commands."
    ),
    (
      ["list"], true, "'@' needs to know what.",
      "\(code: "help") lists the commands, \(code: "lessons") the lessons, \(code: "history") your lines."
    ),
    (
      ["cd", "pwd", "pushd", "popd", "mkdir"], false, "The folder stays the one you started in.",
      "Give files by their paths, such as \(code: "open nets/mine.safetensors")."
    ),
    (
      ["cat", "less", "head", "tail", "bat"], false,
      "'@' shows text files, which aren't read here.",
      "\(code: "digit FILE") shows a picture, \(code: "open FILE") takes a network."
    ),
    (
      [
        "git", "sudo", "python", "python3", "pip", "conda", "grep", "rm", "mv", "cp", "chmod",
        "ssh",
        "curl", "wget", "apt", "brew", "docker", "npm", "bash", "sh", "zsh", "ps", "whoami", "tmux",
        "vim", "vi", "nvim", "nano", "emacs",
      ], false, "'@' is for your shell, and this isn't the shell.",
      "\(code: "quit") ends nn-repl; \(code: "help") lists what works here."
    ),
    (
      ["which", "make", "kill", "touch", "find", "top", "date", "time"], true,
      "'@' is for your shell, and this isn't the shell.",
      "\(code: "quit") ends nn-repl; \(code: "help") lists what works here."
    ),
    (
      ["import"], false, "There's nothing to import.",
      "\(code: "help functions") lists what formulas can use."
    ),
    (
      ["def", "function", "lambda", "fn", "func"], false, "A function needs no word before it.",
      "Write \(code: "f(x) = x^2")."
    ),
    (
      ["del", "unset"], false, "A name can't be taken away, but it can change.",
      "Give it another value, such as \(code: "x = 0")."
    ),
    (
      ["who", "whos", "vars", "locals()", "globals()", "dir()"], true,
      "'@' isn't a command here.", "\(code: "help names") tells the network's names."
    ),
    (
      ["version", "--version"], true, "The version is told in your shell.",
      "Type \(code: "nn-repl --version") there."
    ),
  ]
}
