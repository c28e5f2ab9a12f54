import Lab
import Presentation

/// A lesson that is on: where the learner is in it, and what is asked.
///
/// A state machine: an event in, what to say and what to take note of out. It knows no files and no
/// screen.
struct LessonPlayer: Sendable {
  /// What a learner can do in a lesson, besides what can be done anywhere.
  enum Event {
    /// Enter alone.
    case next
    case back
    /// The same once more.
    case again
    /// To a step, counted from 0.
    case jump(Int)
    case skip
    case hint
    case solution
    case whereAmI
    /// A line that is to be the answer.
    case answer(FormulaLine)
    /// A name was defined, and its value may be the answer.
    case named(FormulaLine)
    /// Some line was executed, which may be what the question asks for.
    case acted(LessonAct)
  }

  /// What came of an event.
  struct Outcome {
    var blocks: [Block] = []
    var facts: [String: Fact] = [:]
    var marks: [Progress.Mark] = []
    /// Set where an answer was given.
    var verdict: JournalEntry.Outcome?
    /// Whether the lesson is over.
    var isOver = false
    /// Of a placement that is over: how many of its questions were known.
    var known: Int?
  }

  /// A question that waits for its answer.
  struct OpenQuestion: Sendable {
    let question: Question
    /// Among the questions of the step, from 0.
    let index: Int
    /// Whether Enter passes it by, as it was answered before.
    var isPassed: Bool
    var hintsGiven = 0
    /// How many answers were wrong.
    var failures = 0
    /// Whether it was answered wrongly, or its solution was shown.
    var isMissed = false
    /// Whether its solution was shown, so that Enter goes on.
    var isSolved = false
    /// Where the values come from that the learner has given names to.
    var origins = AnswerOrigins()
    /// The bench as it was when the question was asked.
    var beginning: Lab?
  }

  /// That a question was answered, and what was right, where a few words say it.
  struct Answered: Sendable {
    let truth: Prose?
  }

  let lesson: Lesson
  /// The lessons that the steps of a review are from.
  let sources: [Lesson]
  /// The bench that the lesson works on.
  var lab: Lab
  /// From 0.
  var step = 0
  /// The next part of the step to be shown.
  var part = 0
  var open: OpenQuestion?
  /// What the question on the screen was answered with; nil where it is yet to be answered.
  var answered: Answered?
  /// What was asked before, so that Enter passes it by.
  var passed: Set<String> = []
  /// What was answered before.
  var answers: [String: Answered] = [:]
  /// The bench as it was at the start of each step.
  private var entries: [Int: Lab] = [:]

  init(_ lesson: Lesson, sources: [Lesson] = [], on lab: Lab) {
    self.lesson = lesson
    self.sources = sources
    self.lab = lab
  }

  var currentStep: Lesson.Step { lesson.steps[step] }

  /// The position as the prompt shows it.
  var position: String { "\(lesson.id) \(step + 1)/\(lesson.steps.count)" }

  /// Whether a line that is no command is an answer.
  var takesAnswers: Bool {
    open.map { $0.question.kind.answering != .byCommands } ?? false
  }

  /// Whether words may be an answer.
  var takesWords: Bool { open?.question.kind.answering == .byWords }

  /// Does what an event asks for.
  ///
  /// - Parameter progress: what the learner has done so far.
  mutating func handle(
    _ event: Event, _ progress: Progress?, _ host: any Host
  ) throws(CourseError) -> Outcome {
    guard lesson.purpose == .placement else { return try react(to: event, progress, host) }
    return try place(event, progress, host)
  }

  private mutating func react(
    to event: Event, _ progress: Progress?, _ host: any Host
  ) throws(CourseError) -> Outcome {
    switch event {
    case .next: return advance(host)
    case .back: return turnBack(host)
    case .again: return showAgain(host)
    case .jump(let step): return jump(to: step, host)
    case .skip: return skip(host)
    case .hint: return try giveHint()
    case .solution: return try showSolution(host)
    case .whereAmI: return Outcome(blocks: positionBlocks(progress), facts: facts)
    case .answer(let line): return try judge(line, host)
    case .named(let line): return judgeNamed(line, host)
    case .acted(let act): return checkAct(act, host)
    }
  }
}

// MARK: Placement

extension LessonPlayer {
  /// The first question that is not known ends it, and nothing of it is kept.
  private mutating func place(
    _ event: Event, _ progress: Progress?, _ host: any Host
  ) throws(CourseError) -> Outcome {
    switch event {
    case .skip, .solution: return Outcome(isOver: true, known: step)
    case .next, .back, .again, .jump, .hint, .whereAmI, .answer, .named, .acted: break
    }
    var outcome = try react(to: event, progress, host)
    outcome.marks = []
    if open?.isMissed == true { (outcome.isOver, outcome.known) = (true, step) }
    return outcome
  }
}

// MARK: Going through the lesson

extension LessonPlayer {
  mutating func advance(_ host: any Host) -> Outcome {
    if let open, !open.isPassed {
      if open.isSolved { return skip(host) }
      return Outcome(
        blocks: [.prose(open.question.kind.reminder)] + questionBlocks(open.question),
        facts: facts)
    }
    open = nil
    answered = nil
    if part < currentStep.parts.count { return show(host) }
    guard step + 1 < lesson.steps.count else { return finish() }
    return enter(step + 1, host)
  }

  private func finish() -> Outcome {
    var outcome = Outcome(isOver: true)
    if currentStep.origin == nil { outcome.marks = [.finished(lesson: lesson.id)] }
    if lesson.purpose == .placement { outcome.known = lesson.steps.count }
    return outcome
  }

  private mutating func turnBack(_ host: any Host) -> Outcome {
    let isFirst = step == 0
    var outcome = jump(to: max(step - 1, 0), host)
    if isFirst { outcome.blocks.insert(.prose(CoursePhrases.firstStep), at: 0) }
    return outcome
  }

  /// The question with its picture, or else what was shown of the step; nothing is done again.
  private func showAgain(_ host: any Host) -> Outcome {
    if let open, !open.isPassed {
      return Outcome(blocks: questionPage(open.question, host), facts: facts)
    }
    let model = LessonModel(lesson, host)
    var lab = entries[step] ?? lab
    var blocks: [Block] = [.step(stepTitle)]
    for shown in currentStep.parts.prefix(part) {
      switch shown {
      case .prose(let prose, _): blocks += prose
      case .run(let commands):
        blocks += LessonModel.blocks(commands, model.execute(commands, &lab))
      case .ask(let question): _ = model.execute(question.kind.consequences, &lab)
      }
    }
    blocks.append(.prose(CoursePhrases.continuing(isLast: step + 1 == lesson.steps.count)))
    return Outcome(blocks: blocks, facts: facts)
  }

  /// To a step, with the session as it was there, or would be for somebody who did all before it.
  mutating func jump(to step: Int, _ host: any Host) -> Outcome {
    lab = entries[step] ?? LessonModel(lesson, host).state(before: step, like: lab)
    return enter(step, host)
  }

  private mutating func enter(_ step: Int, _ host: any Host) -> Outcome {
    self.step = step
    part = 0
    open = nil
    answered = nil
    if let origin = currentStep.origin,
      let source = sources.first(where: { $0.id == origin.lesson }),
      let index = source.steps.firstIndex(where: { $0.id == origin.step })
    {
      lab = LessonModel(source, host).state(before: index, like: lab)
    }
    entries[step] = lab
    return show(host)
  }

  /// Shows what is left of a step, up to its next question.
  private mutating func show(_ host: any Host) -> Outcome {
    var outcome = Outcome()
    if part == 0 { outcome.blocks.append(.step(stepTitle)) }
    while part < currentStep.parts.count {
      let index = part
      part += 1
      switch currentStep.parts[index] {
      case .prose(let blocks, _): outcome.blocks += blocks
      case .run(let commands): outcome.blocks += run(commands, part: index, host)
      case .ask(let question):
        outcome.blocks += ask(question, part: index, after: outcome.blocks, host)
        outcome.facts = facts
        return outcome
      }
    }
    markDone(&outcome)
    outcome.facts = facts
    outcome.blocks.append(.prose(CoursePhrases.continuing(isLast: step + 1 == lesson.steps.count)))
    return outcome
  }

  /// A step is done once all of it was shown and nothing is open.
  func markDone(_ outcome: inout Outcome) {
    guard part == currentStep.parts.count, open.map(\.isPassed) ?? true, currentStep.origin == nil
    else { return }
    outcome.marks.append(.done(lesson: lesson.id, step: currentStep.id))
  }

  /// Executes a `run` block. Where the learner has changed something that it needs, it is
  /// executed on the bench as the lesson has it.
  private mutating func run(
    _ commands: [Lesson.Command], part: Int, _ host: any Host
  ) -> [Block] {
    let model = LessonModel(lesson, host)
    let replies = model.execute(commands, &lab)
    guard replies.contains(where: { $0.error != nil }), currentStep.origin == nil else {
      return LessonModel.blocks(commands, replies)
    }
    lab = model.state(before: step, part: part, like: lab)
    return [.prose(CoursePhrases.startedAfresh)]
      + LessonModel.blocks(commands, model.execute(commands, &lab))
  }

  private mutating func ask(
    _ question: Question, part: Int, after shown: [Block], _ host: any Host
  ) -> [Block] {
    let index = currentStep.parts[..<part].count { if case .ask = $0 { true } else { false } }
    let opened = OpenQuestion(
      question: question, index: index, isPassed: passed.contains(key(index)))
    open = opened
    answered = answers[key(index)]
    _ = LessonModel(lesson, host).execute(question.kind.preparation, &lab)
    open?.beginning = lab
    return questionPage(question, after: shown, host)
  }

  private mutating func skip(_ host: any Host) -> Outcome {
    guard let skipped = open, !skipped.isPassed else {
      open = nil
      part = currentStep.parts.count
      return advance(host)
    }
    let marks = close(isRight: false)
    // Later steps may build on what this one made.
    if skipped.question.kind.answering == .byCommands {
      _ = LessonModel(lesson, host).execute(skipped.question.kind.consequences, &lab)
    }
    var outcome = advance(host)
    outcome.marks = marks + outcome.marks
    return outcome
  }
}
