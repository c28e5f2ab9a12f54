import Explainer
import Presentation

/// Where a line is that the user does not see while it runs.
enum LineLocation {
  case file(String, line: Int)
  case standardInput(line: Int)
  /// An option, which is the line itself.
  case option(String)

  /// The location as it begins a message.
  var text: String {
    switch self {
    case .file(let path, let line): "\(path):\(line)"
    case .standardInput(let line): "standard input:\(line)"
    case .option(let line): line.count <= 40 ? line : line.prefix(39) + "…"
    }
  }

  /// The same in values, for programs.
  var facts: [String: Fact] {
    switch self {
    case .file(let path, let line): ["file": .text(path), "line": .integer(line)]
    case .standardInput(let line): ["line": .integer(line)]
    case .option: [:]
    }
  }
}
