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
  }

  let lesson: Lesson
  /// The lessons that the steps of a review are from.
  let sources: [Lesson]
  /// The session before the lesson, given back at its end; one.
  let outside: [Session]
  /// From 0.
  private(set) var step = 0
  /// The next part of the step to be shown.
  private(set) var part = 0
  private(set) var open: OpenQuestion?
  private var passed: Set<String> = []
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
    case .solution: return try showSolution(lab)
    case .whereAmI: return Outcome(blocks: placeBlocks(lab.course.progress), facts: facts)
    case .answer(let line): return try judge(line, &lab, host)
    case .acted: return try checkAct(lab)
    }
  }
}

// MARK: Going through the lesson

extension LessonPlayer {
  private mutating func goOn(_ lab: inout Session, _ host: any Host) -> Outcome {
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
  private func markDone(_ outcome: inout Outcome) {
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

// MARK: Questions

extension LessonPlayer {
  private func key(_ index: Int) -> String {
    currentStep.origin.map { Lesson.questionKey(step: $0.step, index: $0.question) }
      ?? Lesson.questionKey(step: currentStep.id, index: index)
  }

  private var lessonOfQuestion: String { currentStep.origin?.lesson ?? lesson.id }

  /// The question is over: what to take note of.
  private mutating func close(isRight: Bool) -> [Progress.Mark] {
    guard let closed = open else { return [] }
    open = nil
    passed.insert(key(closed.index))
    if isRight, closed.isMissed { return [] }
    let key = key(closed.index)
    return [
      isRight
        ? .mastered(lesson: lessonOfQuestion, question: key)
        : .missed(lesson: lessonOfQuestion, question: key)
    ]
  }

  /// The question was not answered without help.
  private mutating func miss() -> [Progress.Mark] {
    guard let question = open, !question.isMissed else { return [] }
    open?.isMissed = true
    return [.missed(lesson: lessonOfQuestion, question: key(question.index))]
  }

  private mutating func giveHint() throws(Problem) -> Outcome {
    guard let question = open else { throw .course(.noQuestion) }
    let hints = question.question.hints
    guard question.hintsGiven < hints.count else {
      return Outcome(blocks: [.prose(CoursePhrases.noMoreHints(hints.count))], facts: facts)
    }
    open?.hintsGiven += 1
    let number = question.hintsGiven + 1
    return Outcome(
      blocks: [.prose(CoursePhrases.hint(hints[number - 1].content, number, of: hints.count))],
      facts: facts.merging(["hint": .text(hints[number - 1].content.text)]) { $1 })
  }

  private mutating func showSolution(_ lab: Session) throws(Problem) -> Outcome {
    guard let open else { throw .course(.noQuestion) }
    let lines = open.question.modelAnswer
    var value: Value?
    if case .number(let answer, _) = open.question.kind { value = try? lab.value(of: answer) }
    return Outcome(
      blocks: CoursePhrases.solution(open.question, lines, value),
      facts: facts.merging(["solution": .list(lines.map { .text($0) })]) { $1 }, marks: miss())
  }

  /// Judges an answer.
  private mutating func judge(
    _ line: String, _ lab: inout Session, _ host: any Host
  ) throws(Problem) -> Outcome {
    guard let open else { throw .course(.noQuestion) }
    let verdict: AnswerVerdict
    switch open.question.kind {
    case .choice(let options, _):
      verdict = try AnswerVerdict(choice: line, options, open.question, lab)
    case .predict(_, _, let reveal): return try self.reveal(line, reveal, open, &lab, host)
    default: verdict = try AnswerVerdict(answer: line, open.question, lab)
    }
    var outcome = Outcome(blocks: verdict.blocks)
    outcome.verdict = verdict.isRight ? .right : .wrong
    if verdict.isRight {
      outcome.marks = close(isRight: true)
      markDone(&outcome)
      outcome.blocks.append(.prose(CoursePhrases.goOn(isLast: isAtEnd)))
    } else {
      outcome.marks = miss()
      outcome.blocks.append(.prose(CoursePhrases.help(open.question, hintsGiven: open.hintsGiven)))
    }
    outcome.facts = facts.merging(["correct": .flag(verdict.isRight)]) { $1 }
    return outcome
  }

  /// An estimate is taken as it is; then the truth is shown, and the distance told.
  private mutating func reveal(
    _ line: String, _ reveal: Lesson.Command, _ asked: OpenQuestion, _ lab: inout Session,
    _ host: any Host
  ) throws(Problem) -> Outcome {
    let estimate = try lab.answerValue(line)
    let replies = LessonModel(lesson, host).carryOut([reveal], &lab)
    let verdict = try AnswerVerdict(estimate: estimate, asked.question, lab)
    var outcome = Outcome(blocks: LessonModel.blocks([reveal], replies) + verdict.blocks)
    outcome.verdict = .estimate
    outcome.marks = close(isRight: true)
    markDone(&outcome)
    outcome.blocks.append(.prose(CoursePhrases.goOn(isLast: isAtEnd)))
    outcome.facts = facts.merging(["correct": .flag(verdict.isRight)]) { $1 }
    if let distance = verdict.distance { outcome.facts["distance"] = .number(distance) }
    return outcome
  }

  /// Looks whether what was done is what was asked for.
  private mutating func checkAct(_ lab: Session) throws(Problem) -> Outcome {
    guard let asked = open, case .act(_, let expect, _) = asked.question.kind, !asked.isPassed
    else {
      return Outcome()
    }
    if lab.holds(expect) {
      var outcome = Outcome(blocks: [.prose(CoursePhrases.done(asked.question))])
      outcome.verdict = .right
      outcome.marks = close(isRight: true)
      markDone(&outcome)
      outcome.blocks.append(.prose(CoursePhrases.goOn(isLast: isAtEnd)))
      outcome.facts = facts.merging(["correct": .flag(true)]) { $1 }
      return outcome
    }
    let wrong = asked.question.wrongs.firstIndex { wrong in
      if case .value(let predicate) = wrong.sample { lab.holds(predicate) } else { false }
    }
    let isNews = asked.lastWrong.map { $0.index != wrong || $0.state != lab.state } ?? true
    guard let wrong, isNews else { return Outcome(verdict: .done) }
    open?.lastWrong = (wrong, lab.state)
    return Outcome(blocks: [.prose(asked.question.wrongs[wrong].message)], verdict: .wrong)
  }

  private var isAtEnd: Bool {
    part == currentStep.parts.count && step + 1 == lesson.steps.count
  }
}
