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
    if isRight {
      let truth = Answered(truth: closed.question.kind.truth(on: lab))
      answered = truth
      answers[key(closed.index)] = truth
    }
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
    guard let question = open else { return try toldAlready() }
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
    guard let open else { return try toldAlready() }
    let again = putBack(open, host)
    let lines = open.question.modelAnswer
    self.open?.isSolved = true
    return Outcome(
      blocks: again + open.question.kind.solutionBlocks(lines, on: lab)
        + [.prose(CoursePhrases.afterSolution)],
      facts: facts.merging(["solution": .list(lines.map { .text($0) })]) { $1 }, marks: miss())
  }

  /// What is said to somebody who wants help with a question that is answered.
  private func toldAlready() throws(CourseError) -> Outcome {
    guard let said = alreadyAnswered else { throw .noQuestion }
    return Outcome(blocks: [.prose(said)], facts: facts)
  }

  /// That the question on the screen is answered, and what the answer is; nil where there is none.
  var alreadyAnswered: Prose? {
    answered.map { CoursePhrases.alreadyAnswered($0.truth) }
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
    if case .success(.expression(let syntax)) = answer.statement,
      let fault = asked.question.sources.fault(of: syntax, after: asked.origins)
    {
      let message = CoursePhrases.wrong(CoursePhrases.origin("Your answer", fault))
      return Outcome(blocks: [.prose(message)], facts: facts, verdict: .wrong)
    }
    var shown = lab
    let verdict = try kind.judge(
      answer, to: asked.question, on: &shown, LessonModel(lesson, host))
    if verdict.outcome == .wrong, verdict.wrong == nil, let look = looked(at: answer, asked) {
      return look
    }
    lab = shown
    return outcome(of: verdict, asked, host)
  }

  /// What the lesson told the learner to look at is shown, and is no answer.
  private func looked(at line: FormulaLine, _ asked: OpenQuestion) -> Outcome? {
    if let swapped = SwappedIndices.note(line.text, meant: asked.question.modelAnswer) {
      return Outcome(blocks: [.prose(CoursePhrases.wrong(swapped))], facts: facts, verdict: .wrong)
    }
    let text = line.text.filter { !$0.isWhitespace }
    guard case .success(.expression(let syntax)) = line.statement, !syntax.names.isEmpty,
      currentStep.code(asked.question).contains(where: { $0.filter { !$0.isWhitespace } == text }),
      let value = try? lab.value(of: line)
    else { return nil }
    let report = ValueReport(value).reply
    return Outcome(
      blocks: report.blocks + [.prose(CoursePhrases.howToAnswer(asked.question))],
      facts: report.facts.merging(facts) { $1 }, verdict: .done)
  }

  /// What a name was defined as is an answer where it is a known one; else it is scratch paper.
  mutating func judgeNamed(_ line: FormulaLine, _ host: any Host) -> Outcome {
    let fault = open.flatMap { open?.origins.note(line, $0.question.sources) }
    guard let asked = open, asked.question.kind.takesNamed,
      let verdict = try? asked.question.kind.judge(
        line, to: asked.question, on: &lab, LessonModel(lesson, host)),
      verdict.isRight || verdict.wrong != nil
    else { return Outcome() }
    if verdict.isRight, let fault, let name = line.definedName {
      let message = CoursePhrases.wrong(CoursePhrases.origin(name, fault))
      return Outcome(blocks: [.prose(message)], facts: facts, verdict: .wrong)
    }
    return outcome(of: verdict, asked, host)
  }

  /// After so many wrong answers the picture is no longer above them.
  private static let answersOnAScreen = 3

  mutating func outcome(
    of verdict: AnswerVerdict, _ asked: OpenQuestion, _ host: any Host
  ) -> Outcome {
    var outcome = Outcome(blocks: verdict.blocks, verdict: verdict.outcome)
    if verdict.closes {
      let key = key(asked.index)
      outcome.marks = close(isRight: true)
      if let guess = verdict.guess {
        outcome.marks.append(.guessed(lesson: lessonOfQuestion, question: key, guess))
      }
      markDone(&outcome)
      outcome.blocks.append(.prose(CoursePhrases.continuing(isLast: isAtEnd)))
    } else {
      outcome.marks = verdict.isClose ? [] : miss()
      open?.failures += 1
      if (asked.failures + 1).isMultiple(of: Self.answersOnAScreen), asked.question.picture != nil {
        outcome.blocks = questionPage(asked.question, host) + outcome.blocks
      }
      if lesson.purpose != .placement || verdict.isClose {
        outcome.blocks.append(
          .prose(CoursePhrases.help(asked.question, hintsGiven: asked.hintsGiven)))
      }
    }
    outcome.facts = facts.merging(["correct": .flag(verdict.isRight)]) { $1 }
    if let distance = verdict.distance { outcome.facts["distance"] = .precise(distance) }
    return outcome
  }

  private var isAtEnd: Bool {
    part == currentStep.parts.count && step + 1 == lesson.steps.count
  }
}

extension Lesson.Step {
  /// What the prose of the step and a question show to be typed.
  fileprivate func code(_ question: Question) -> [String] {
    let prose = parts.flatMap { part -> [Block] in
      if case .prose(let blocks, _) = part { blocks } else { [] }
    }
    return (prose.flatMap(\.prose) + [question.text]).flatMap(\.spans)
      .filter { $0.style == .code }.map(\.text)
  }
}

extension Block {
  fileprivate var prose: [Prose] {
    switch self {
    case .heading(let prose), .prose(let prose): [prose]
    case .lines(let lines): lines
    case .tight(let blocks): blocks.flatMap(\.prose)
    case .figure, .table, .beside, .spare, .layouts, .fitting, .step: []
    }
  }
}
