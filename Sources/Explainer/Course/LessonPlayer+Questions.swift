import Lab
import Presentation

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

  mutating func giveHint() throws(CourseError) -> Outcome {
    guard let question = open else { throw .noQuestion }
    let hints = question.question.hints
    guard question.hintsGiven < hints.count else {
      return Outcome(blocks: [.prose(CoursePhrases.noMoreHints(hints.count))], facts: facts)
    }
    open?.hintsGiven += 1
    let number = question.hintsGiven + 1
    let hint = question.question.kind.told(hints[number - 1].content)
    return Outcome(
      blocks: [.prose(CoursePhrases.hint(hint, number, of: hints.count))],
      facts: facts.merging(["hint": .text(hint.text)]) { $1 })
  }

  mutating func showSolution(_ host: any Host) throws(CourseError) -> Outcome {
    guard let open else { throw .noQuestion }
    let again = putBack(open, host)
    let lines = open.question.modelAnswer
    return Outcome(
      blocks: again + open.question.kind.solutionBlocks(lines, on: lab),
      facts: facts.merging(["solution": .list(lines.map { .text($0) })]) { $1 }, marks: miss())
  }

  /// Where the solution would not do from here, the bench is put back to where the question began.
  private mutating func putBack(_ open: OpenQuestion, _ host: any Host) -> [Block] {
    let kind = open.question.kind
    guard kind.answering == .byCommands, let beginning = open.beginning else { return [] }
    var trial = lab
    for line in kind.modelAnswer(nil) { _ = trial.perform(line, host: SealedHost(host: host)) }
    guard !kind.isFulfilled(on: trial) else { return [] }
    lab = beginning
    return [.prose(CoursePhrases.questionAfresh)]
  }

  /// Judges an answer.
  mutating func judge(
    _ answer: FormulaLine, _ host: any Host
  ) throws(CourseError) -> Outcome {
    guard let asked = open else { throw .noQuestion }
    let kind = asked.question.kind
    if kind.answering == .byValue, AnswerWords.isTalk(answer.text), !kind.reads(answer.text),
      (try? lab.value(of: answer)) == nil
    {
      throw .notAnAnswer(kind.notUnderstood(answer.text))
    }
    let verdict = try kind.judge(
      answer, to: asked.question, on: &lab, LessonModel(lesson, host))
    return outcome(of: verdict, asked, host)
  }

  /// What a name was defined as is an answer where it is a known one; else it is scratch paper.
  mutating func judgeNamed(_ line: FormulaLine, _ host: any Host) -> Outcome {
    guard let asked = open, asked.question.kind.takesNamed,
      let verdict = try? asked.question.kind.judge(
        line, to: asked.question, on: &lab, LessonModel(lesson, host)),
      verdict.isRight || verdict.wrong != nil
    else { return Outcome() }
    return outcome(of: verdict, asked, host)
  }

  /// After so many wrong answers the picture is no longer above them.
  private static let answersOnAScreen = 3

  private mutating func outcome(
    of verdict: AnswerVerdict, _ asked: OpenQuestion, _ host: any Host
  ) -> Outcome {
    var outcome = Outcome(blocks: verdict.blocks, verdict: verdict.outcome)
    if verdict.closes {
      outcome.marks = close(isRight: true)
      markDone(&outcome)
      outcome.blocks.append(.prose(CoursePhrases.continuing(isLast: isAtEnd)))
    } else {
      outcome.marks = verdict.isClose ? [] : miss()
      open?.failures += 1
      if (asked.failures + 1).isMultiple(of: Self.answersOnAScreen), asked.question.picture != nil {
        outcome.blocks = questionPage(asked.question, host) + outcome.blocks
      }
      outcome.blocks.append(
        .prose(CoursePhrases.help(asked.question, hintsGiven: asked.hintsGiven)))
    }
    outcome.facts = facts.merging(["correct": .flag(verdict.isRight)]) { $1 }
    if let distance = verdict.distance { outcome.facts["distance"] = .precise(distance) }
    return outcome
  }

  /// Looks whether what was done is what was asked for.
  mutating func checkAct(_ host: any Host) -> Outcome {
    guard let asked = open, asked.question.kind.answering == .byCommands, !asked.isPassed else {
      return Outcome()
    }
    if asked.question.kind.isFulfilled(on: lab) {
      return outcome(
        of: AnswerVerdict(isRight: true, [.prose(CoursePhrases.done(asked.question))]), asked, host)
    }
    let wrong = lab.mistake(in: asked.question)
    let isNews = asked.lastWrong.map { $0.index != wrong || $0.state != lab.state } ?? true
    guard let wrong, isNews else { return Outcome(verdict: .done) }
    open?.lastWrong = (wrong, lab.state)
    return Outcome(
      blocks: [.prose(CoursePhrases.wrong(asked.question.wrongs[wrong].message))], verdict: .wrong)
  }

  private var isAtEnd: Bool {
    part == currentStep.parts.count && step + 1 == lesson.steps.count
  }
}
