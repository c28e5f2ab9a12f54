import Explainer
import Presentation

/// The lines of what was typed: one, or those of a paste.
struct TypedLines {
  /// As they stand, with blank ones among them.
  let all: [String]

  /// - Parameter text: As the editor gives it, with line feeds between the lines.
  init(_ text: String) {
    all = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Those that say something.
  var lines: [String] { all.filter { !isSilent($0) } }

  /// Of several lines, blank ones and comments say nothing; one alone may.
  func isSilent(_ line: String) -> Bool {
    all.count > 1 && (line.allSatisfy(\.isWhitespace) || Script.isComment(line))
  }

  /// What to say when one of several pasted lines failed; nil where no line followed it.
  ///
  /// - Parameter count: How many had been read by then.
  func notice(stoppedAfter count: Int) -> Reply? {
    let left = all.dropFirst(count).count { !isSilent($0) }
    guard left > 0 else { return nil }
    let rest = left == 1 ? "the line after it wasn't" : "the \(left) lines after it weren't"
    return Reply([
      .prose(
        "It stopped at line \(lines.count - left) of \(lines.count), so \(rest) run. Press Up to edit them."
      )
    ])
  }
}
