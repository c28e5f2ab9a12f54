import Formulas

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
    /// By the question: what was guessed there.
    var guesses: [String: Guess] = [:]
    /// Whether the lesson was ever taken to its end.
    var isFinished = false
  }

  /// What was done of one question.
  struct Question: Equatable, Codable {
    private(set) var missed = 0
    private(set) var mastered = 0
    /// The last day on which it was missed: days since 1970. Nil where that is not known.
    private(set) var missedOn: Int?
    /// The last day on which it was got right without help.
    private(set) var masteredOn: Int?

    /// Nobody misses a question so often.
    private static let most = 1_000_000

    init() {}

    /// Counts from a file, which may say anything. Beyond all that can be, they are counted anew:
    /// only whether the question is open is known of them.
    init(missed: Int, mastered: Int, missedOn: Int? = nil, masteredOn: Int? = nil) {
      let range = 0...Self.most
      let isSound = range.contains(missed) && range.contains(mastered)
      self.missed = isSound ? missed : missed > mastered ? 1 : 0
      self.mastered = isSound ? mastered : 0
      self.missedOn = missedOn
      self.masteredOn = masteredOn
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      self.init(
        missed: try container.decode(Int.self, forKey: .missed),
        mastered: try container.decode(Int.self, forKey: .mastered),
        missedOn: try container.decodeIfPresent(Int.self, forKey: .missedOn),
        masteredOn: try container.decodeIfPresent(Int.self, forKey: .masteredOn))
    }

    /// Whether it is still to be got right without help.
    var isOpen: Bool { missed > mastered }

    /// Whether it is to be asked again: it is open, or was got right only on the day on which it was
    /// missed, and a night has passed since.
    func isDue(on today: Int) -> Bool {
      if isOpen { return true }
      guard missed > 0, let missedOn, let masteredOn else { return false }
      return masteredOn <= missedOn && masteredOn < today
    }

    /// It was got wrong.
    mutating func miss(on day: Int) {
      self = Question(
        missed: max(missed, mastered + 1), mastered: mastered, missedOn: max(missedOn ?? day, day),
        masteredOn: masteredOn)
    }

    /// It was got right.
    mutating func master(on day: Int) {
      mastered = missed
      masteredOn = max(masteredOn ?? day, day)
    }

    /// The larger of each count.
    func merged(with other: Question) -> Question {
      Question(
        missed: max(missed, other.missed), mastered: max(mastered, other.mastered),
        missedOn: Self.later(missedOn, other.missedOn),
        masteredOn: Self.later(masteredOn, other.masteredOn))
    }

    private static func later(_ one: Int?, _ other: Int?) -> Int? {
      [one, other].compactMap { $0 }.max()
    }
  }

  /// What somebody thought that a number would be, and what it was.
  struct Guess: Equatable, Codable {
    var said: Double
    var measured: Double

    /// Two single numbers; nil where either is none, or has no end.
    init?(said: Value, measured: Value) {
      guard let said = Self.number(said), let measured = Self.number(measured) else { return nil }
      (self.said, self.measured) = (said, measured)
    }

    private static func number(_ value: Value) -> Double? {
      guard value.shape.count == 1, value.entries[0].isFinite else { return nil }
      return value.entries[0]
    }
  }

  /// Something to take note of.
  enum Mark: Equatable {
    case done(lesson: String, step: String)
    case missed(lesson: String, question: String)
    case mastered(lesson: String, question: String)
    case guessed(lesson: String, question: String, Guess)
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

  /// How many questions are to be asked again.
  ///
  /// - Parameter today: days since 1970.
  func due(on today: Int) -> Int {
    lessons.values.reduce(0) { $0 + $1.questions.values.count { $0.isDue(on: today) } }
  }

  subscript(lesson: String) -> Record { lessons[lesson] ?? Record() }

  /// Takes note.
  ///
  /// - Parameter day: days since 1970.
  mutating func add(_ mark: Mark, on day: Int) {
    switch mark {
    case .done(let lesson, let step): lessons[lesson, default: Record()].done.insert(step)
    case .finished(let lesson): lessons[lesson, default: Record()].isFinished = true
    case .started(let lesson): last = lesson
    case .missed(let lesson, let question):
      change(lesson, question) { $0.miss(on: day) }
    case .mastered(let lesson, let question):
      change(lesson, question) { $0.master(on: day) }
    case .guessed(let lesson, let question, let guess):
      // The first guess is the one that was one.
      if self[lesson].guesses[question] == nil {
        lessons[lesson, default: Record()].guesses[question] = guess
      }
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
        guesses: mine.guesses.merging(theirs.guesses) { mine, _ in mine },
        isFinished: mine.isFinished || theirs.isFinished)
    }
    return result
  }
}
