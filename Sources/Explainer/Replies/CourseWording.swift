/// What can be wrong with a line about lessons.
public enum CourseProblem: Error, Equatable, Sendable {
  case noLessons
  case noLesson
  case noQuestion
  case unknownLesson(String, nearest: String?)
  case ambiguousLesson(String, candidates: [String])
  case noSuchStep(String, lesson: String, count: Int)
  case noSuchOption(String, count: Int)
  /// Words where a number or a command is wanted; `kind` as after `ask`.
  case noAnswer(String, kind: String)
  case brokenLesson(LessonError)
  case lessonsFail(problems: Int, files: Int)
  case stuck(String)
  case playing
  case notPlaying
  case nothingToReview
  case nothingToExport
}

extension CourseProblem {
  var wording: (message: String, hint: Prose) {
    switch self {
    case .noLessons: ("There are no lessons here.", "Start without \(code: "--lessons").")
    case .noLesson: ("No lesson is on.", "Type \(code: "lessons") for the list.")
    case .noQuestion: ("There is no question here.", "Press Enter.")
    case .unknownLesson(let word, let nearest):
      (
        "There is no lesson '\(word.excerpt)'.",
        nearest.map { "Did you mean '\(code: $0)'?" } ?? "Type \(code: "lessons") for the list."
      )
    case .ambiguousLesson(let word, let candidates):
      (
        "'\(word.excerpt)' could be \(candidates.joined(separator: ", ")).",
        "Type one more letter, or press Tab."
      )
    case .noSuchStep(let word, let lesson, let count):
      (
        "The lesson \(lesson) has no step \(word.excerpt).",
        "Its steps count from 1 to \(count); \(code: "where") lists them."
      )
    case .noSuchOption(let line, let count):
      (
        "'\(line.excerpt)' is none of the choices.",
        "Type a number from 1 to \(count); \(code: "hint") helps."
      )
    case .noAnswer(let line, let kind): Self.noAnswer(line, kind)
    case .brokenLesson(let error):
      ("This lesson cannot be read: \(error.sentence)", "The other lessons still work.")
    case .lessonsFail(let problems, let files):
      (
        "\(problems == 1 ? "1 problem" : "\(Number.grouped(problems)) problems") in \(files == 1 ? "1 file" : "\(files) files").",
        "Each line above names the file, the line and the column."
      )
    case .stuck(let question):
      ("The lesson's own answer does not pass: \(question.excerpt)", "\(code: "check") says more.")
    case .playing: ("You are playing beside the lesson.", "\(code: "done") returns to it.")
    case .notPlaying:
      ("There is nothing to return to.", "\(code: "play") leaves the lesson for a while.")
    case .nothingToReview: ("No question was missed.", "Go on with \(code: "lesson").")
    case .nothingToExport:
      ("Nothing was done in a lesson yet.", "Start one with \(code: "lesson").")
    }
  }

  private static func noAnswer(_ line: String, _ kind: String) -> (message: String, hint: Prose) {
    switch kind {
    case "do":
      (
        "'\(line.trimmed.excerpt)' is no command.",
        "\(code: "hint") helps; \(code: "help") lists the commands."
      )
    case "predict":
      (
        "'\(line.trimmed.excerpt)' is no number.",
        "Any number will do: it is only a guess. \(code: "hint") helps."
      )
    default:
      (
        "'\(line.trimmed.excerpt)' isn't a number or a formula.",
        "Type one of those. Stuck? Type \(code: "hint") or \(code: "skip")."
      )
    }
  }
}
