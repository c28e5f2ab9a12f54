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

  /// Predicates of misconceptions have a value somewhere on the way, and none stands twice or is
  /// what is expected.
  private func predicates(_ expect: Lesson.Expression, _ states: [Session]) -> [LessonError] {
    var seen = [expect.text]
    return question.wrongs.compactMap { wrong -> LessonError? in
      guard case .value(let predicate) = wrong.sample else { return nil }
      if predicate.text == expect.text {
        return lesson.error(.wrongIsRight(predicate.text), at: predicate.place)
      }
      guard !seen.contains(predicate.text) else {
        return lesson.error(.wrongUnheard(predicate.text), at: predicate.place)
      }
      seen.append(predicate.text)
      // A shape may be wrong here and right after the learner's own mistake; a name may not.
      let faults = states.map { $0.hasNames(for: predicate) ? nil : noValue(predicate, $0) }
      return faults.contains { $0 == nil } ? nil : faults[0]
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

/// What a hint must not say, unless it is the last.
struct HintSecrets {
  private let question: Question
  private let lab: Session
  private var value: Value?

  init(_ question: Question, _ lab: Session) {
    self.question = question
    self.lab = lab
    switch question.kind {
    case .number(let answer, _), .predict(let answer, _, _): value = try? lab.value(of: answer)
    default: value = nil
    }
  }

  /// The part of a hint that gives the answer away.
  func leak(in hint: Prose) -> String? {
    switch question.kind {
    case .number, .predict: number(in: hint)
    case .choice(let options, let answer): choice(options, answer.content, in: hint)
    case .act(_, _, let solution): command(solution.map(\.content), in: hint)
    }
  }

  /// Something to type that comes to the answer, or the answer itself among the words.
  private func number(in hint: Prose) -> String? {
    guard let value else { return nil }
    for span in hint.spans where span.style == .code {
      if let given = try? lab.answerValue(span.text), AnswerCheck.matches(given, value) {
        return span.text
      }
    }
    let words = hint.text.split { $0.isWhitespace || $0 == ";" || $0 == "(" || $0 == ")" }
    for (index, word) in words.enumerated() {
      let text = String(word).trimmingEnd(of: ".,:?!")
      guard text.contains(where: \.isNumber), let given = try? lab.answerValue(text),
        AnswerCheck.matches(given, value), !Self.isName(words, index, given)
      else { continue }
      return text
    }
    return nil
  }

  /// `layer 3` is a name, and gives away nothing of an answer that is 3.
  private static func isName(_ words: [Substring], _ index: Int, _ value: Value) -> Bool {
    guard index > 0, case .number(let number) = value, abs(number) < 100 else { return false }
    return ["layer", "neuron", "row", "column", "digit", "pixel", "step", "number", "a"]
      .contains(words[index - 1].lowercased())
  }

  private func choice(_ options: [Prose], _ answer: Int, in hint: Prose) -> String? {
    let text = hint.text.lowercased()
    let option = options[answer - 1].text.lowercased().trimmingEnd(of: ".")
    if text.contains(option) { return options[answer - 1].text }
    return text.contains("option \(answer)") ? "option \(answer)" : nil
  }

  /// All the lines of the solution, each as something to type.
  private func command(_ solution: [String], in hint: Prose) -> String? {
    let text = hint.text
    return !solution.isEmpty && solution.allSatisfy { text.contains($0) } ? solution[0] : nil
  }
}

extension String {
  fileprivate func trimmingEnd(of characters: String) -> String {
    var text = self
    while let last = text.last, characters.contains(last) { text.removeLast() }
    return text
  }
}
