import Explainer
import Presentation

/// The lines of what was typed: one, or those of a paste.
struct TypedLines {
  let lines: [String]

  /// - Parameter text: As the editor gives it, with line feeds between the lines. Of several lines,
  ///   blank ones and comments say nothing; one alone may.
  init(_ text: String) {
    let all = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines =
      all.count > 1
      ? all.filter { !$0.allSatisfy(\.isWhitespace) && !Script.isComment($0) } : [text]
  }

  /// What to say when one of several pasted lines failed; nil where no line followed it.
  func notice(stoppedAt index: Int) -> Reply? {
    let left = lines.count - index - 1
    guard left > 0 else { return nil }
    let rest = left == 1 ? "the line after it wasn't" : "the \(left) lines after it weren't"
    return Reply([
      .prose(
        "It stopped at line \(index + 1) of \(lines.count), so \(rest) run. Press Up to edit them.")
    ])
  }
}
