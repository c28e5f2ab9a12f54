import ArgumentParser
import Explainer
import Presentation

/// Why the arguments start no session.
enum OptionError: Error, Equatable {
  /// They asked for help or the version: this is it.
  case answered(String)
  /// What is wrong, and what to type.
  case wrong(String, hint: String)

  /// A word with a dash that is none of ours.
  static func unknown(_ word: String) -> OptionError {
    let name = String(word.prefix { $0 != "=" })
    let names = OptionParser.takingValues + OptionParser.flags
    let hint =
      if word.dropFirst().first.map({ $0.isNumber || $0 == "(" || $0 == "." }) == true {
        "For a formula, type nn-repl -- \(word)"
      } else if let near = nearest(to: name, in: names.filter { $0.count > 2 }) {
        "Did you mean '\(near)'?"
      } else {
        "Type nn-repl --help for the options."
      }
    return .wrong("There's no option '\(word)'.", hint: hint)
  }

  /// What the parser has to say of some arguments.
  init(_ error: any Error, _ arguments: [String]) {
    if OptionParser.exitCode(for: error) == .success {
      self = .answered(OptionParser.fullMessage(for: error))
      return
    }
    let message = OptionParser.message(for: error)
    if let last = arguments.last, OptionParser.takingValues.contains(last) {
      let hint =
        last == "-c"
        ? "Type a line after it: nn-repl -c 'digit 7'"
        : "Type a value after it. nn-repl --help says which."
      self = .wrong("Nothing follows \(last).", hint: hint)
    } else if let flag = arguments.first(where: { flag in
      OptionParser.flags.contains { flag.hasPrefix($0 + "=") }
    }) {
      let name = flag.prefix { $0 != "=" }
      self = .wrong("\(name) takes no value.", hint: "Type \(name) alone.")
    } else if let unknown = arguments.first(where: { word in
      word.hasPrefix("-") && message.contains("'\(word)'")
    }) {
      self = .unknown(unknown)
    } else {
      self = .wrong(
        message.split(separator: "\n").first.map(String.init) ?? message,
        hint: "Type nn-repl --help for the options.")
    }
  }
}
