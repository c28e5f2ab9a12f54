import Explainer
import Presentation

/// Where typed lines come from: a terminal, a pipe, or a test's script.
protocol LineEditor: AnyObject {
  /// Shows the prompt, where there is anybody to see it, and reads one line.
  func readLine(prompt: String) -> LineRead
  /// Keeps a line to go back to.
  func remember(_ line: String)
}

extension LineEditor {
  /// Without keys there is no way back.
  func remember(_ line: String) {}
}

/// How a read ended.
enum LineRead: Equatable {
  /// A line, without its end.
  case line(String)
  /// Ctrl-C: the line was thrown away.
  case interrupted
  /// There is something to say before anything is typed.
  case news
  /// The line was longer than `limit` bytes and was passed over.
  case tooLong(limit: Int)
  /// No more lines.
  case end
}

/// What an editor asks of the program while a line is being typed.
struct EditorServices {
  /// What may stand after this text, which ends at the cursor.
  var completions: (_ beforeCursor: String) -> Completions
  /// How to colour the line.
  var highlights: (_ line: String) -> [Highlight]
  /// Whether there is something to say that cannot wait for a line; asked again and again while
  /// nothing is typed. Nil where there never is.
  var hasNews: (() -> Bool)?
}
