/// Tries every answer to one question that its author thought of.
struct QuestionCheck {
  private let question: Question
  private let lesson: Lesson
  private let model: LessonModel

  /// How many hints a question has at least, so that help comes a little at a time.
  static let leastHints = 2

  init(_ question: Question, _ lesson: Lesson, _ model: LessonModel) {
    self.question = question
    self.lesson = lesson
    self.model = model
  }

  /// - Parameter lab: the session in which it is asked; afterwards that of somebody who answered.
  func errors(_ lab: inout Session) -> [LessonError] {
    var errors = form
    switch question.kind {
    case .number(let answer, let tolerance):
      errors += number(answer, tolerance, lab)
      errors += hints(lab)
    case .choice(let options, let answer):
      errors += choice(options, answer.content, lab)
      errors += hints(lab)
    case .predict(let answer, let tolerance, let reveal):
      errors += carryOut([reveal], &lab)
      errors += predict(answer, tolerance, lab)
      errors += hints(lab)
    case .act(let start, let expect, let solution):
      errors += act(start, expect, solution, &lab)
      errors += hints(lab)
    }
    return errors
  }

  private var form: [LessonError] {
    var errors: [LessonError] = []
    if question.wrongs.isEmpty { errors.append(lesson.error(.noWrongs, line: question.line)) }
    if question.hints.count < Self.leastHints {
      errors.append(
        lesson.error(
          .tooFewHints(count: question.hints.count, least: Self.leastHints), line: question.line))
    }
    return errors
  }

  private var solutionPlace: Lesson.Place {
    question.solution?.place ?? Lesson.Place(line: question.line, column: 1)
  }

  private func carryOut(
    _ commands: [Lesson.Command], _ lab: inout Session
  ) -> [LessonError] {
    let replies = model.carryOut(commands, &lab)
    return zip(commands, replies).compactMap { command, reply in
      reply.problem.map {
        lesson.error(.commandFails(command.content, reason: $0.message), at: command.place)
      }
    }
  }

  private func noValue(_ expression: Lesson.Expression, _ lab: Session) -> LessonError? {
    do {
      _ = try lab.value(of: expression)
      return nil
    } catch {
      var place = expression.place
      place.column += error.range.lowerBound
      return lesson.error(.noValue(expression.text, reason: error.message), at: place)
    }
  }

  private func tolerance(_ expression: Lesson.Expression?, _ lab: Session) -> LessonError? {
    guard let expression else { return nil }
    if let error = noValue(expression, lab) { return error }
    if let tolerance = lab.tolerance(expression), tolerance > 0 { return nil }
    return lesson.error(.negativeTolerance(expression.text), at: expression.place)
  }
}

// MARK: Kinds

extension QuestionCheck {
  private func number(
    _ answer: Lesson.Expression, _ tolerance: Lesson.Expression?, _ lab: Session
  ) -> [LessonError] {
    let unsound = [noValue(answer, lab), self.tolerance(tolerance, lab)].compactMap { $0 }
    guard unsound.isEmpty else { return unsound }
    var errors: [LessonError] = []
    let line = question.modelAnswer[0]
    if (try? AnswerVerdict(answer: line, question, lab))?.isRight != true {
      errors.append(lesson.error(.solutionRejected(line), at: solutionPlace))
    }
    if (try? AnswerVerdict(answer: "", question, lab)) != nil {
      errors.append(lesson.error(.passesWithoutAnswer, line: question.line))
    }
    return errors
      + samples(lab) { try AnswerVerdict(answer: $0, question, lab) }
  }

  private func predict(
    _ answer: Lesson.Expression, _ tolerance: Lesson.Expression?, _ lab: Session
  ) -> [LessonError] {
    let unsound = [noValue(answer, lab), self.tolerance(tolerance, lab)].compactMap { $0 }
    guard unsound.isEmpty else { return unsound }
    var errors: [LessonError] = []
    let line = question.modelAnswer[0]
    let judge: (String) throws -> AnswerVerdict = {
      try AnswerVerdict(estimate: lab.answerValue($0), question, lab)
    }
    if (try? judge(line))?.isRight != true {
      errors.append(lesson.error(.solutionRejected(line), at: solutionPlace))
    }
    return errors + samples(lab, judge)
  }

  /// Each misconception is wrong, and gets the message that stands beside it.
  private func samples(_ lab: Session, _ judge: (String) throws -> AnswerVerdict) -> [LessonError] {
    question.wrongs.enumerated().compactMap { index, wrong -> LessonError? in
      guard case .value(let sample) = wrong.sample else { return nil }
      if let error = noValue(sample, lab) { return error }
      guard let verdict = try? judge(sample.text) else { return nil }
      if verdict.isRight { return lesson.error(.wrongIsRight(sample.text), at: sample.place) }
      return verdict.wrong == index
        ? nil : lesson.error(.wrongUnheard(sample.text), at: sample.place)
    }
  }

  private func choice(_ options: [Prose], _ answer: Int, _ lab: Session) -> [LessonError] {
    var errors: [LessonError] = []
    let line = question.modelAnswer[0]
    if (try? AnswerVerdict(choice: line, options, question, lab))?.isRight != true {
      errors.append(lesson.error(.solutionRejected(line), at: solutionPlace))
    }
    if (try? AnswerVerdict(choice: "", options, question, lab)) != nil {
      errors.append(lesson.error(.passesWithoutAnswer, line: question.line))
    }
    var heard: Set<Int> = []
    for wrong in question.wrongs {
      guard case .option(let option) = wrong.sample else { continue }
      let number = option.content
      if number == answer {
        errors.append(lesson.error(.wrongIsRight(String(number)), at: option.place))
      } else if !heard.insert(number).inserted {
        errors.append(lesson.error(.wrongUnheard(String(number)), at: option.place))
      }
    }
    for number in 1...options.count where number != answer && !heard.contains(number) {
      errors.append(lesson.error(.optionWithoutMessage(number), line: question.line))
    }
    return errors
  }

  private func act(
    _ start: [Lesson.Command], _ expect: Lesson.Expression, _ solution: [Lesson.Command],
    _ lab: inout Session
  ) -> [LessonError] {
    var errors = carryOut(start, &lab)
    guard errors.isEmpty else { return errors }
    if lab.holds(expect) { errors.append(lesson.error(.holdsUntouched, at: expect.place)) }
    var states = [lab]
    for command in solution {
      errors += carryOut([command], &lab)
      states.append(lab)
    }
    if !lab.holds(expect) {
      let line = solution.map(\.content).joined(separator: "; ")
      let place = solution.first?.place ?? expect.place
      errors.append(
        noValue(expect, lab) ?? lesson.error(.solutionRejected(line), at: place))
    }
    return errors + predicates(expect, states)
  }

  /// Predicates of misconceptions have a value somewhere on the way, none is what is expected, and
  /// each is the first to hold in some state that a learner can come to.
  private func predicates(_ expect: Lesson.Expression, _ states: [Session]) -> [LessonError] {
    question.wrongs.indices.flatMap { index -> [LessonError] in
      let wrong = question.wrongs[index]
      guard case .value(let predicate) = wrong.sample else { return [] }
      if predicate.text == expect.text {
        return [lesson.error(.wrongIsRight(predicate.text), at: predicate.place)]
      }
      // A shape may be wrong here and right after the learner's own mistake; a name may not.
      let faults = states.map { $0.hasNames(for: predicate) ? nil : noValue(predicate, $0) }
      if let fault = faults[0], faults.allSatisfy({ $0 != nil }) { return [fault] }
      return hearing(index, expect, states)
    }
  }

  /// Whether a misconception is told: after its slips where it has some, or else at the start or
  /// on the way to the solution.
  private func hearing(
    _ index: Int, _ expect: Lesson.Expression, _ states: [Session]
  ) -> [LessonError] {
    let wrong = question.wrongs[index]
    guard !wrong.slips.isEmpty else {
      let isHeard = states.contains { !$0.holds(expect) && $0.mistake(in: question) == index }
      return isHeard ? [] : [lesson.error(.wrongUnprovoked(wrong.text), at: wrong.place)]
    }
    var lab = states[0]
    let errors = carryOut(wrong.slips, &lab)
    guard errors.isEmpty else { return errors }
    if lab.holds(expect) { return [lesson.error(.wrongIsRight(wrong.text), at: wrong.place)] }
    return lab.mistake(in: question) == index
      ? [] : [lesson.error(.wrongUnheard(wrong.text), at: wrong.place)]
  }
}

extension Question.Wrong {
  fileprivate var text: String {
    if case .value(let predicate) = sample { predicate.text } else { "" }
  }
}

extension Session {
  /// Which mistake of a `do` was made: the first whose predicate holds.
  func mistake(in question: Question) -> Int? {
    question.wrongs.firstIndex { wrong in
      if case .value(let predicate) = wrong.sample { holds(predicate) } else { false }
    }
  }
}

extension Session {
  fileprivate func hasNames(for expression: Lesson.Expression) -> Bool {
    let names = self.names
    return expression.syntax.names.allSatisfy { names.value(of: $0) != nil }
  }
}

// MARK: Hints

extension QuestionCheck {
  private func hints(_ lab: Session) -> [LessonError] {
    let secrets = HintSecrets(question, lab)
    return question.hints.dropLast().enumerated().compactMap { index, hint in
      secrets.leak(in: hint.content).map {
        lesson.error(.hintGivesAnswer(index + 1, answer: $0), at: hint.place)
      }
    }
  }
}
