import Course
import Lab
import Presentation

extension Session {
  /// What may stand where a text ends.
  public func completions(for beforeCursor: String, host: some CourseHost) -> Completions {
    let typed = TypedWords(beforeCursor)
    let names = classroom.bench.names
    let all: [Completions.Candidate]
    if let name = typed.finished.first {
      guard let command = try? SessionCommand.command(named: name) else {
        return names.completions(before: beforeCursor)
      }
      all = suggestions(of: command, after: typed, host)
    } else {
      let commands = SessionCommand.all.filter { $0.name.hasPrefix(typed.last) }
      if commands.isEmpty || typed.last.isEmpty && !beforeCursor.isEmpty {
        return names.completions(before: beforeCursor)
      }
      // A line may begin with a formula as well as with a command, but not in the middle of one.
      let formulas = names.completions(before: typed.last).candidates.filter {
        !["and", "or"].contains($0.text)
      }
      all =
        commands.map { .init($0.name, note: $0.declaration.summary) }
        + (typed.last.isEmpty ? [] : formulas)
    }
    return Completions(
      replacing: typed.lastLength,
      candidates: all.filter { TypedWords($0.text).last.hasPrefix(typed.last) })
  }

  private func suggestions(
    of command: SessionCommand, after typed: TypedWords, _ host: any CourseHost
  ) -> [Completions.Candidate] {
    let words = Array(typed.finished.dropFirst())
    let declared = command.declaration.suggestions(
      TabContext(
        lab: classroom.bench, words: words, partial: typed.last, isQuoted: typed.isQuoted,
        host: host))
    return switch command {
    case .classroom(.lab), .always: declared
    case .classroom(.course(let command)):
      command.suggestions(CourseTabContext(classroom: classroom, words: words)) + declared
    }
  }
}
