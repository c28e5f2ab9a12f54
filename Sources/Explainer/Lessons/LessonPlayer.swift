/// A lesson that is on: where the learner is in it, and what is asked.
///
/// A state machine: an event and the session in, what to say and what to take note of out. It knows
/// no files and no screen.
struct LessonPlayer: Sendable {
  /// What a learner can do in a lesson, besides what can be done anywhere.
  enum Event: Equatable {
    /// Enter alone.
    case next
    case back
    /// To a step, counted from 0.
    case jump(Int)
    case skip
    case hint
    case solution
    case whereAmI
    /// A line that is to be the answer.
    case answer(String)
    /// Some line was carried out, which may be what the question wanted.
    case acted
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
  }

  /// A question that waits for its answer.
  struct OpenQuestion: Sendable {
    let question: Question
    /// Among the questions of the step, from 0.
    let index: Int
    /// Whether Enter passes it by, as it was answered before.
    var isPassed: Bool
    var hintsGiven = 0
    /// Whether it was answered wrongly, or its solution was shown.
    var isMissed = false
    /// The misconception that was told last, and of which state.
    var lastWrong: (index: Int, state: Session.State)?
    /// Of a `do`: the session in which it was asked; at most one. An array, as a session cannot
    /// hold another in place.
    var beginning: [Session] = []
  }

  let lesson: Lesson
  /// The lessons that the steps of a review are from.
  let sources: [Lesson]
  /// The session before the lesson, given back at its end; one.
  let outside: [Session]
  /// From 0.
  var step = 0
  /// The next part of the step to be shown.
  var part = 0
  var open: OpenQuestion?
  var passed: Set<String> = []
  /// The session as it was at the start of each step.
  private var entries: [Int: Session] = [:]

  init(_ lesson: Lesson, sources: [Lesson] = [], outside: Session) {
    self.lesson = lesson
    self.sources = sources
    self.outside = [outside]
  }

  var currentStep: Lesson.Step { lesson.steps[step] }

  /// The place as the prompt shows it.
  var place: String { "\(lesson.id) \(step + 1)/\(lesson.steps.count)" }

  /// Whether a line that is no command is an answer.
  var takesAnswers: Bool {
    guard let open else { return false }
    if case .act = open.question.kind { return false }
    return true
  }

  var asksForChoice: Bool {
    if case .choice? = open?.question.kind { true } else { false }
  }

  /// Carries out an event.
  ///
  /// - Parameter lab: the session that the lesson's commands work on.
  mutating func handle(
    _ event: Event, in lab: inout Session, _ host: any Host
  ) throws(Problem) -> Outcome {
    switch event {
    case .next: return goOn(&lab, host)
    case .back: return turnBack(&lab, host)
    case .jump(let step): return jump(to: step, &lab, host)
    case .skip: return skip(&lab, host)
    case .hint: return try giveHint()
    case .solution: return try showSolution(&lab, host)
    case .whereAmI: return Outcome(blocks: placeBlocks(lab.course.progress), facts: facts)
    case .answer(let line): return try judge(line, &lab, host)
    case .acted: return try checkAct(lab)
    }
  }
}

// MARK: Going through the lesson

extension LessonPlayer {
  mutating func goOn(_ lab: inout Session, _ host: any Host) -> Outcome {
    if let open, !open.isPassed {
      return Outcome(
        blocks: [.prose(CoursePhrases.stillOpen(open.question))] + questionBlocks(open.question),
        facts: facts)
    }
    open = nil
    if part < currentStep.parts.count { return show(&lab, host) }
    guard step + 1 < lesson.steps.count else { return finish() }
    return enter(step + 1, &lab, host)
  }

  private func finish() -> Outcome {
    var outcome = Outcome(isOver: true)
    if currentStep.origin == nil { outcome.marks = [.finished(lesson: lesson.id)] }
    return outcome
  }

  private mutating func turnBack(_ lab: inout Session, _ host: any Host) -> Outcome {
    let isFirst = step == 0
    var outcome = jump(to: max(step - 1, 0), &lab, host)
    if isFirst { outcome.blocks.insert(.prose(CoursePhrases.firstStep), at: 0) }
    return outcome
  }

  /// To a step, with the session as it was there, or would be for somebody who did all before it.
  mutating func jump(to step: Int, _ lab: inout Session, _ host: any Host) -> Outcome {
    lab.restore(entries[step] ?? LessonModel(lesson, host).state(before: step, like: lab))
    return enter(step, &lab, host)
  }

  private mutating func enter(_ step: Int, _ lab: inout Session, _ host: any Host) -> Outcome {
    self.step = step
    part = 0
    open = nil
    if let origin = currentStep.origin,
      let source = sources.first(where: { $0.id == origin.lesson }),
      let index = source.steps.firstIndex(where: { $0.id == origin.step })
    {
      lab.restore(LessonModel(source, host).state(before: index, like: lab))
    }
    entries[step] = lab.withoutCourse
    return show(&lab, host)
  }

  /// Shows what is left of a step, up to its next question.
  private mutating func show(_ lab: inout Session, _ host: any Host) -> Outcome {
    var outcome = Outcome()
    if part == 0 { outcome.blocks.append(.heading(stepHeading)) }
    while part < currentStep.parts.count {
      let index = part
      part += 1
      switch currentStep.parts[index] {
      case .prose(let blocks, _): outcome.blocks += blocks
      case .run(let commands): outcome.blocks += run(commands, part: index, &lab, host)
      case .ask(let question):
        outcome.blocks += ask(question, part: index, &lab, host)
        outcome.facts = facts
        return outcome
      }
    }
    markDone(&outcome)
    outcome.facts = facts
    outcome.blocks.append(.prose(CoursePhrases.goOn(isLast: step + 1 == lesson.steps.count)))
    return outcome
  }

  /// A step is done once all of it was shown and nothing is open.
  func markDone(_ outcome: inout Outcome) {
    guard part == currentStep.parts.count, open.map(\.isPassed) ?? true, currentStep.origin == nil
    else { return }
    outcome.marks.append(.done(lesson: lesson.id, step: currentStep.id))
  }

  /// Carries out a `run` block. Where the learner has changed something that it needs, it is
  /// carried out on the session as the lesson has it.
  private mutating func run(
    _ commands: [Lesson.Command], part: Int, _ lab: inout Session, _ host: any Host
  ) -> [Block] {
    let model = LessonModel(lesson, host)
    let replies = model.carryOut(commands, &lab)
    guard replies.contains(where: { $0.problem != nil }), currentStep.origin == nil else {
      return LessonModel.blocks(commands, replies)
    }
    lab.restore(model.state(before: step, part: part, like: lab))
    return [.prose(CoursePhrases.startedAfresh)]
      + LessonModel.blocks(commands, model.carryOut(commands, &lab))
  }

  private mutating func ask(
    _ question: Question, part: Int, _ lab: inout Session, _ host: any Host
  ) -> [Block] {
    let index = currentStep.parts[..<part].count { if case .ask = $0 { true } else { false } }
    let opened = OpenQuestion(
      question: question, index: index, isPassed: passed.contains(key(index)))
    open = opened
    if case .act(let start, _, _) = question.kind {
      _ = LessonModel(lesson, host).carryOut(start, &lab)
      open?.beginning = [lab.withoutCourse]
    }
    return questionBlocks(question)
  }

  private mutating func skip(_ lab: inout Session, _ host: any Host) -> Outcome {
    guard let skipped = open, !skipped.isPassed else {
      open = nil
      part = currentStep.parts.count
      return goOn(&lab, host)
    }
    let marks = close(isRight: false)
    if case .act(_, _, let solution) = skipped.question.kind {
      // Later steps may build on what this one made.
      _ = LessonModel(lesson, host).carryOut(solution, &lab)
    }
    var outcome = goOn(&lab, host)
    outcome.marks = marks + outcome.marks
    return outcome
  }
}
