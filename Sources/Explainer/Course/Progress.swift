/// What a learner has done, by lesson and step, so that lessons may be reordered and mended without
/// losing anybody's progress.
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
    private(set) var missed = 0
    private(set) var mastered = 0

    /// Nobody misses a question so often.
    private static let most = 1_000_000

    init() {}

    /// Counts from a file, which may say anything. Beyond all that can be, they are counted anew:
    /// only whether the question is open is known of them.
    init(missed: Int, mastered: Int) {
      let range = 0...Self.most
      let isSound = range.contains(missed) && range.contains(mastered)
      self.missed = isSound ? missed : missed > mastered ? 1 : 0
      self.mastered = isSound ? mastered : 0
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      self.init(
        missed: try container.decode(Int.self, forKey: .missed),
        mastered: try container.decode(Int.self, forKey: .mastered))
    }

    /// Whether it is still to be got right without help.
    var isOpen: Bool { missed > mastered }

    /// It was got wrong.
    mutating func miss() { self = Question(missed: max(missed, mastered + 1), mastered: mastered) }

    /// It was got right.
    mutating func master() { mastered = missed }

    /// The larger of each count.
    func merged(with other: Question) -> Question {
      Question(
        missed: max(missed, other.missed), mastered: max(mastered, other.mastered))
    }
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
  /// What shuffles the options of choices; nil until a lesson is begun.
  var seed: UInt64?

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
      change(lesson, question) { $0.miss() }
    case .mastered(let lesson, let question): change(lesson, question) { $0.master() }
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
    result.seed = [seed, other.seed].compactMap(\.self).min()
    result.lessons.merge(other.lessons) { mine, theirs in
      Record(
        done: mine.done.union(theirs.done),
        questions: mine.questions.merging(theirs.questions) { $0.merged(with: $1) },
        isFinished: mine.isFinished || theirs.isFinished)
    }
    return result
  }
}
