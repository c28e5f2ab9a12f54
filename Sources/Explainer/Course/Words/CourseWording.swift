import Lab
import Presentation

/// What can be wrong with a line about lessons.
public enum CourseError: Error, Equatable, Sendable {
  /// Something on the bench.
  case lab(LabError)
  case noLessons
  case noLesson
  case noQuestion
  case unknownLesson(String, nearest: String?)
  case ambiguousLesson(String, candidates: [String])
  case noSuchStep(String, lesson: String, count: Int)
  case noSuchOption(String, marks: [String])
  /// Words where something else is asked for; worded by the kind of question.
  case notAnAnswer(ErrorMessage)
  case brokenLesson(LessonError)
  case lessonsFail(problems: Int, files: Int)
  case stuck(String)
  case playing
  case notPlaying
  case nothingToReview
  case noPlacement
  case nothingToCertify
  case nothingToExport
}

extension CourseError: ExplainedError {
  /// What the person is told.
  public var explanation: ErrorMessage {
    switch self {
    case .lab(let error): error.explanation
    case .noLessons:
      ErrorMessage("There are no lessons here.", "Start without \(code: "--lessons").")
    case .noLesson: ErrorMessage("No lesson is on.", "Type \(code: "lessons") for the list.")
    case .noQuestion: ErrorMessage("There is no question here.", "Press Enter.")
    case .unknownLesson(let word, let nearest):
      ErrorMessage(
        "There is no lesson '\(word.excerpt)'.",
        nearest.map { "Did you mean '\(code: $0)'?" } ?? "Type \(code: "lessons") for the list."
      )
    case .ambiguousLesson(let word, let candidates):
      ErrorMessage(
        "'\(word.excerpt)' could be \(listed(candidates, "or")).",
        "Type one more letter, or press Tab."
      )
    case .noSuchStep(let word, let lesson, let count):
      ErrorMessage(
        "The lesson \(lesson) has no step \(word.excerpt).",
        "Its steps count from 1 to \(count); \(code: "where") lists them."
      )
    case .noSuchOption(let line, let marks):
      ErrorMessage(
        "'\(line.excerpt)' isn't one choice.",
        "Type \(listed(marks, "or")); \(code: "hint") helps."
      )
    case .notAnAnswer(let message): message
    case .brokenLesson(let error):
      ErrorMessage("This lesson cannot be read: \(error.sentence)", "The other lessons still work.")
    case .lessonsFail(let problems, let files):
      ErrorMessage(
        "\(counted(problems, "problem")) in \(counted(files, "file")).",
        "Each line above names the file, the line and the column."
      )
    case .stuck(let question):
      ErrorMessage(
        "The lesson's own answer does not pass: \(question.excerpt)", "\(code: "check") says more.")
    case .playing:
      ErrorMessage("You are playing beside the lesson.", "\(code: "done") returns to it.")
    case .notPlaying:
      ErrorMessage(
        "There is nothing to return to.", "\(code: "play") leaves the lesson for a while.")
    case .nothingToReview: ErrorMessage("No question was missed.", "Go on with \(code: "lesson").")
    case .noPlacement:
      ErrorMessage(
        "These lessons have no questions to place you by.", "Begin with \(code: "lesson").")
    case .nothingToCertify:
      ErrorMessage(
        "There's nothing to put on a certificate yet.",
        "Begin with \(code: "lesson")."
      )
    case .nothingToExport:
      ErrorMessage("Nothing was done in a lesson yet.", "Start one with \(code: "lesson").")
    }
  }
}
