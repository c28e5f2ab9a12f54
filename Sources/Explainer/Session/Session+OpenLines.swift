import Course
import Formulas
import Presentation

// Formulas over several lines: one that ends inside brackets goes on on the next.

extension Session {
  /// Whether a line is a formula that ends inside brackets, so that the next line belongs to it.
  public func staysOpen(_ line: String) -> Bool {
    classroom.staysOpen(line, commands: SessionCommand.all)
  }

  /// What stands before a line that goes on with the one before it: as wide as the prompt.
  public var continuationPrompt: String {
    let width = (prompt.split(separator: "\n").last ?? "").count
    return String(repeating: " ", count: max(0, width - 4)) + "... "
  }

  /// An open line with the one that follows it; nil where that is blank or begins with the name of a
  /// command, and so ends the formula where it is.
  public func joined(_ open: String, with next: String) -> String? {
    let start = next.drop(while: \.isWhitespace)
    let word = start.prefix { $0.isLetter || $0 == "-" }
    let isCommand = SessionCommand.all.contains { $0.name == word }
    return start.isEmpty || isCommand ? nil : Syntax.joined(open, next)
  }

  /// How to colour a line that goes on with an open one, if there is any.
  public func highlights(of line: String, after open: String) -> [Highlight] {
    guard !open.isEmpty else { return highlights(of: line) }
    let start = Syntax.joined(open, "").count
    return highlights(of: Syntax.joined(open, line)).compactMap { part in
      let range = part.range.lowerBound - start..<part.range.upperBound - start
      return range.lowerBound < 0 ? nil : Highlight(range, part.role)
    }
  }

  /// What may stand where a text ends that goes on with an open line, if there is any.
  public func completions(
    for beforeCursor: String, after open: String, host: some CourseHost
  ) -> Completions {
    completions(
      for: open.isEmpty ? beforeCursor : Syntax.joined(open, beforeCursor), host: host)
  }
}
