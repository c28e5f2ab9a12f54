import Lab
import Presentation

/// Where the learner is in the course, and what is known of it.
package struct CourseState: Sendable {
  /// Read when it is first asked for.
  var lessons: Course?
  /// The lesson that is on.
  var player: LessonPlayer?
  /// The bench of `play`, beside the lesson or beside the learner's own, while it is on.
  var fork: Lab?
  /// Read when it is first asked for.
  var progress: Progress?
  /// The lesson that Enter begins, right after another has ended.
  var upNext: String?
  /// What was typed in lessons, for `export`.
  var journal: [JournalEntry] = []
  /// Something to tell with the next reply.
  var notice: Prose?
  /// What the line being executed came to, if it was an answer.
  var lastVerdict: JournalEntry.Outcome?
  /// Whether it was told that the file of progress is to be set aside.
  var hasToldOfDamage = false
  /// Whether it was told that progress cannot be kept; once is enough.
  var hasToldOfSaving = false

  /// Whether Enter alone means something.
  var isInLesson: Bool { player != nil && fork == nil }

  /// Whether a line that is no command answers a question.
  var takesAnswers: Bool { player?.takesAnswers == true && fork == nil }

  /// What the prompt says.
  package var prompt: String {
    guard let player else { return fork == nil ? "nn> " : "play> " }
    return fork == nil ? "\(player.position)> " : "\(player.position) play> "
  }
}

/// A line typed in a lesson.
struct JournalEntry: Equatable, Sendable {
  var lesson: String
  var step: String
  var line: String
  var outcome: Outcome

  /// What came of it.
  enum Outcome: String, CaseIterable, Sendable {
    case right
    case wrong = "not yet"
    case estimate
    case done
    case failed
  }
}
