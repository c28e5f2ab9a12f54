// Questions of a lesson that is on: hints, solutions, and what is said to answers.

extension LessonPlayer {
  func key(_ index: Int) -> String {
    currentStep.origin.map { Lesson.questionKey(step: $0.step, index: $0.question) }
      ?? Lesson.questionKey(step: currentStep.id, index: index)
  }

  private var lessonOfQuestion: String { currentStep.origin?.lesson ?? lesson.id }

  /// The question is over: what to take note of.
  mutating func close(isRight: Bool) -> [Progress.Mark] {
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

  mutating func giveHint() throws(Problem) -> Outcome {
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

  mutating func showSolution(
    _ lab: inout Session, _ host: any Host
  ) throws(Problem) -> Outcome {
    guard let open else { throw .course(.noQuestion) }
    let again = putBack(open, &lab, host)
    let lines = open.question.modelAnswer
    var value: Value?
    if case .number(let answer, _) = open.question.kind { value = try? lab.value(of: answer) }
    return Outcome(
      blocks: again + CoursePhrases.solution(open.question, lines, value),
      facts: facts.merging(["solution": .list(lines.map { .text($0) })]) { $1 }, marks: miss())
  }

  /// Where the solution would not do from here, the session is put back to where the question began.
  private func putBack(
    _ open: OpenQuestion, _ lab: inout Session, _ host: any Host
  ) -> [Block] {
    guard case .act(_, let expect, let solution) = open.question.kind,
      let beginning = open.beginning.first
    else { return [] }
    var trial = lab
    _ = LessonModel(lesson, host).carryOut(solution, &trial)
    guard !trial.holds(expect) else { return [] }
    lab.restore(beginning)
    return [.prose(CoursePhrases.questionAfresh)]
  }

  /// Judges an answer.
  mutating func judge(
    _ line: String, _ lab: inout Session, _ host: any Host
  ) throws(Problem) -> Outcome {
    guard let open else { throw .course(.noQuestion) }
    let verdict: AnswerVerdict
    let number = AnswerWords.number(line) ?? line
    switch open.question.kind {
    case .choice(let options, _):
      verdict = try AnswerVerdict(choice: line, options, open.question, lab)
    case _ where AnswerWords.isTalk(number) && (try? lab.answerValue(number)) == nil:
      throw .course(.noAnswer(line, kind: open.question.kindName))
    case .predict(_, _, let reveal): return try self.reveal(number, reveal, open, &lab, host)
    default: verdict = try AnswerVerdict(answer: number, open.question, lab)
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
    if let distance = verdict.distance { outcome.facts["distance"] = .precise(distance) }
    return outcome
  }

  /// Looks whether what was done is what was asked for.
  mutating func checkAct(_ lab: Session) throws(Problem) -> Outcome {
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
    let wrong = lab.mistake(in: asked.question)
    let isNews = asked.lastWrong.map { $0.index != wrong || $0.state != lab.state } ?? true
    guard let wrong, isNews else { return Outcome(verdict: .done) }
    open?.lastWrong = (wrong, lab.state)
    return Outcome(blocks: [.prose(asked.question.wrongs[wrong].message)], verdict: .wrong)
  }

  private var isAtEnd: Bool {
    part == currentStep.parts.count && step + 1 == lesson.steps.count
  }
}
