/// What a learner has done, by lesson and step, so that lessons may be reordered and mended without
/// losing anybody's place.
///
/// Of what was done, everything only ever grows. So the progress of two prompts that ran at once is put together
/// by taking the larger of each, and nothing is lost whichever was written last.
public struct Progress: Equatable, Sendable {
  /// What was done of one lesson.
  struct Record: Equatable, Codable {
    /// Steps read to their end, by id.
    var done: Set<String> = []
    /// Questions: how often they were missed, and after which of those misses they were got right.
    var questions: [String: Question] = [:]
    /// Whether the lesson was ever taken to its end.
    var isFinished = false
  }

  /// What was done of one question.
  struct Question: Equatable, Codable {
    var missed = 0
    var mastered = 0

    /// Whether it is still to be got right without help.
    var isOpen: Bool { missed > mastered }
  }

  /// Something to take note of.
  enum Mark: Equatable {
    case done(lesson: String, step: String)
    case missed(lesson: String, question: String)
    case mastered(lesson: String, question: String)
    case finished(lesson: String)
    case started(lesson: String)
  }

  /// By the lesson's id.
  var lessons: [String: Record] = [:]
  /// The lesson that was on last. Of two prompts the one that wrote last has its way.
  var last: String?

  /// Nothing done yet.
  public init() {}

  subscript(lesson: String) -> Record { lessons[lesson] ?? Record() }

  /// Takes note.
  mutating func add(_ mark: Mark) {
    switch mark {
    case .done(let lesson, let step): lessons[lesson, default: Record()].done.insert(step)
    case .finished(let lesson): lessons[lesson, default: Record()].isFinished = true
    case .started(let lesson): last = lesson
    case .missed(let lesson, let question):
      change(lesson, question) { $0.missed = max($0.missed, $0.mastered + 1) }
    case .mastered(let lesson, let question): change(lesson, question) { $0.mastered = $0.missed }
    }
  }

  private mutating func change(
    _ lesson: String, _ question: String, _ body: (inout Question) -> Void
  ) {
    body(&lessons[lesson, default: Record()].questions[question, default: Question()])
  }

  /// What either of two has.
  func merged(with other: Progress) -> Progress {
    var result = self
    result.last = last ?? other.last
    result.lessons.merge(other.lessons) { mine, theirs in
      Record(
        done: mine.done.union(theirs.done),
        questions: mine.questions.merging(theirs.questions) {
          Question(missed: max($0.missed, $1.missed), mastered: max($0.mastered, $1.mastered))
        },
        isFinished: mine.isFinished || theirs.isFinished)
    }
    return result
  }
}
