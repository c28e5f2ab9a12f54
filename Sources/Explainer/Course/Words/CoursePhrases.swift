import Formulas
import Lab
import Presentation

/// What is said in a lesson besides the lesson's own words.
enum CoursePhrases {
  static let firstStep: Prose = "This is the first step."

  static let startedAfresh: Prose =
    "(This step needs its own network and digit, so they're back.)"

  static let questionAfresh: Prose =
    "(The network, the digit and your names are back where the question began.)"

  static func continuing(isLast: Bool) -> Prose {
    Prose(
      isLast ? "This was the last step. Press Enter to end the lesson." : "Press Enter.", .faint)
  }

  static func howToAnswer(_ question: Question) -> Prose {
    Prose("\(question.kind.instruction). \(stuck)", .faint)
  }

  /// What stands below a question: how to answer, unless its own words say what to type.
  static func belowQuestion(_ question: Question, in lesson: Lesson) -> Prose {
    guard lesson.purpose != .placement else { return Prose("New to you? Type skip.", .faint) }
    let says = AnswerReading.words(of: question.text.text).contains("type")
    return says ? Prose(stuck, .faint) : howToAnswer(question)
  }

  private static let stuck = "Stuck? hint, solution or skip."

  static let afterSolution = Prose("Type it, or press Enter to go on without.", .faint)

  static func alreadyAnswered(_ truth: Prose?) -> Prose {
    guard let truth else { return "That's done already. Press Enter to go on." }
    return "That's answered already: " + truth.endingSentence + " Press Enter to go on."
  }

  static func hint(_ hint: Prose, _ number: Int, of count: Int) -> Prose {
    Prose("Hint \(number) of \(count): ") + hint
  }

  static func noMoreHints(_ count: Int) -> Prose {
    count == 0
      ? "There is no hint here; \(code: "solution") shows the answer."
      : "That was the last hint; \(code: "solution") shows the answer."
  }

  // MARK: Ends

  static func end(_ lesson: Lesson, missed: Int, next: Lesson?) -> [Block] {
    switch lesson.purpose {
    case .review: return [.prose("\(strong: "That was the review.") Go on with \(code: "lesson").")]
    case .placement: return []
    case .course: break
    }
    var blocks: [Block] = [.prose("\(strong: "You have finished \(lesson.id).")")]
    if missed > 0 {
      let what = missed == 1 ? "One question was" : "\(missed) questions were"
      blocks.append(.prose("\(what) missed: \(code: "review") asks again."))
    }
    blocks.append(
      .prose(
        next.map { "Next: \($0.title.endingSentence) Press Enter." }
          ?? "That's the course. No magic left in it."))
    return [.tight(blocks)]
  }

  static func placement(_ count: Int) -> Prose {
    "\(counted(count, "question")), from easy to hard: the first one that is new to you shows where to begin. \(code: "skip") says that it is."
  }

  static func placed(known: Int, of count: Int, begin lesson: Lesson) -> Prose {
    let start: Prose =
      switch known {
      case 0: "Begin at the beginning"
      case count: "You know all of that"
      default: "You know \(known) of the \(count)"
      }
    return start
      + ": \(strong: lesson.id). \(lesson.question ?? lesson.title.endingSentence) Press Enter."
  }

  static let knowsAll: Prose = "You know all of that, and no lesson comes after it."

  static func left(_ player: LessonPlayer) -> Prose {
    let name =
      switch player.lesson.purpose {
      case .course: "lesson \(player.lesson.id)"
      case .review: "review"
      case .placement: "placement"
      }
    return
      "You left at \(player.position); your network and digit are as before. \(code: name) goes on."
  }

  static func progressUnread(_ problem: FileError) -> Prose {
    "Your progress cannot be read: \(problem.explanation.message)"
  }

  static let progressSetAside: Prose =
    "Your progress file was damaged meanwhile. It is kept as \(code: "progress.aside")."

  static func progressUnkept(_ problem: FileError) -> Prose {
    "Your progress cannot be kept: \(problem.explanation.message)"
  }

  static func invitation(_ progress: Progress, on today: Int) -> Prose {
    guard let last = progress.last else {
      return
        "New here? Type \(code: "lesson"). It starts with one messy 3. Know a part of it? \(code: "placement") finds where to begin."
    }
    let due = progress.due(on: today)
    if due > 0 {
      return
        "\(code: "review") asks again what you missed: \(counted(due, "question")). \(code: "lesson") goes on with \(strong: last)."
    }
    return progress[last].isFinished
      ? "You have finished \(strong: last); \(code: "lesson") goes on with the course."
      : "\(code: "lesson") goes on with \(strong: last)."
  }

  /// - Parameter minutes: how long it takes to the end of the course, where that is to be told.
  static func outside(_ next: Lesson?, isNew: Bool, minutes: Int = 0) -> Prose {
    guard let next else {
      return "You have been through all lessons. \(code: "lesson NAME") opens one again."
    }
    let left = minutes > 0 ? " About \(duration(minutes)) to the end of the course." : ""
    let verb = isNew ? "begins" : "goes on"
    return
      "\(code: "lesson") \(verb) with \(strong: next.id): \(next.title.endingSentence)\(left)"
  }

  /// Minutes as one says them: to the quarter of an hour from an hour on.
  private static func duration(_ minutes: Int) -> String {
    guard minutes > 60 else { return counted(minutes, "minute") }
    let quarters = (minutes + 7) / 15
    let hours = counted(quarters / 4, "hour")
    return quarters % 4 == 0 ? hours : "\(hours) and \(15 * (quarters % 4)) minutes"
  }

  static func playing(_ position: String) -> Prose {
    "You are playing beside \(position); \(code: "done") goes back to it."
  }

  static func someLessons(from first: Int, to last: Int, of count: Int) -> Prose {
    "Lessons \(first) to \(last) of \(count); \(code: "lessons all") shows every one."
  }

  static let play: Prose =
    "Try what you like: nothing here touches the lesson. \(code: "done") goes back."

  static let played: Prose = "Back, just as you left it."

  static func exported(_ lines: Int) -> Prose {
    "Wrote \(counted(lines, "line"))"
  }

  static func checked(_ result: LessonChecker.Result) -> Prose {
    let counts =
      "\(counted(result.lessons, "lesson")), \(counted(result.steps, "step")), \(counted(result.questions, "question"))"
    let replayed = result.transcripts == 0 ? "" : ", \(result.transcripts) replayed"
    return "\(strong: "All is well:") \(counts)\(replayed)."
  }

  // MARK: To answers

  static func right(_ question: Question, _ line: String, _ value: Value) -> Prose {
    let typed = line.filter { !$0.isWhitespace && $0 != "," }
    let result = shown(value).flatMap { $0.filter { $0 != "," } == typed ? nil : $0 }
    let start: Prose =
      if let result { "\(good("Right:")) \(line.trimmed.excerpt) is \(result)." } else {
        good("Right.")
      }
    return start + praise(question)
  }

  static func right(_ question: Question) -> Prose { good("Right.") + praise(question) }

  static func done(_ question: Question) -> Prose { good("Done.") + praise(question) }

  /// What is right, by color, sign and word.
  static func good(_ word: String) -> Prose { Prose("✓ \(word)", .positive(1)) }

  /// What is not, by the same three.
  static let bad = Prose("✗ Not yet", .negative(1))

  /// What is said to a mistake.
  static func wrong(_ message: Prose) -> Prose { "\(bad). \(message)" }

  /// What is said to a part of what is asked, or to a mistake.
  static func step(_ part: Question.Wrong) -> Prose {
    part.isHalfway ? "\(good("So far, so good.")) \(part.message)" : wrong(part.message)
  }

  static let notThereYet: Prose =
    Prose("Not there yet. Stuck? Type hint, solution or skip.", .faint)

  static func keptAs(_ name: String) -> Prose { "(Kept under the name \(code: name).)" }

  /// What is said of a value that was not worked out.
  static func origin(_ name: String, _ fault: AnswerSources.Fault) -> Prose {
    switch fault {
    case .ready(let source):
      "\(name) takes \(code: source), which the network has worked out already. Build it yourself."
    case .madeUp(let needed) where needed == name:
      "\(name) jumped there. Take steps from where it is, with \(code: name) in the formula."
    case .madeUp(let needed):
      "\(name) doesn't depend on \(code: needed) yet. Work it out from \(code: needed)."
    }
  }

  static func praise(_ question: Question) -> Prose {
    question.praise.map { " " + $0 } ?? Prose([])
  }

  static func notThatOne(_ mark: String) -> Prose { "\(bad): it is not \(mark)." }

  static func help(_ question: Question, hintsGiven: Int) -> Prose {
    Prose(
      hintsGiven < question.hints.count
        ? "Try again, or ask for a hint." : "Try again, or ask for the solution.", .faint)
  }

  static func estimate(
    _ estimate: Value, _ truth: Value, _ distance: Double?, isRight: Bool
  ) -> Prose {
    guard let said = shown(estimate), let true_ = shown(truth), let distance else {
      return isRight ? good("Well guessed.") : "You guessed something else."
    }
    if distance == 0 { return "\(good("Well guessed:")) it's \(true_), just as you said." }
    let numbers: Prose = "you said \(said), and it's \(true_)."
    return isRight
      ? "\(good("Well guessed:")) \(numbers)" : "Surprise: " + numbers
  }

  /// A number as it is said in a sentence; nil for anything longer.
  static func shown(_ value: Value) -> String? {
    guard value.shape.count == 1 else { return nil }
    let number = value.entries[0]
    return Number.readable(number)
  }
}

extension Prose {
  /// With a full stop, unless a sentence ends here already.
  fileprivate var endingSentence: Prose {
    text.last.map { "?!.…".contains($0) } == true ? self : self + "."
  }
}

extension String {
  /// With a full stop, unless a sentence ends here already.
  fileprivate var endingSentence: String {
    last.map { "?!.…".contains($0) } == true ? self : self + "."
  }
}

extension ProgressFileError {
  /// What the learner is told when their progress cannot be used.
  var notice: Prose {
    switch self {
    case .damaged:
      "Your progress file is damaged. It will be kept beside a new one, as \(code: "progress.aside")."
    case .newer(let version):
      "Your progress was written by a later nn-repl (version \(version) of the file). It will be kept beside a new one, as \(code: "progress.aside")."
    }
  }
}
