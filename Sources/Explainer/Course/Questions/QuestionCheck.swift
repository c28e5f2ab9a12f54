import Lab

/// Tries every answer to one question that its author thought of. What a kind of question proves of
/// itself stands with the kind; here is what they have in common.
struct QuestionCheck {
  let question: Question
  private let lesson: Lesson
  private let model: LessonModel

  /// How many hints a question has at least, so that help comes a little at a time.
  static let leastHints = 2

  init(_ question: Question, _ lesson: Lesson, _ model: LessonModel) {
    self.question = question
    self.lesson = lesson
    self.model = model
  }

  /// - Parameter lab: the bench on which it is asked; afterwards that of somebody who answered.
  func errors(_ lab: inout Lab) -> [LessonError] {
    var before = lab
    _ = model.execute(question.kind.preparation, &before)
    let words = FormCheck(check: self, lab: before).errors()
    return form + question.kind.errors(self, &lab) + hints(lab) + words
  }

  private var form: [LessonError] {
    var errors: [LessonError] = []
    if question.wrongs.isEmpty, question.kind.needsMisconceptions {
      errors.append(error(.noWrongs))
    }
    if question.hints.count < Self.leastHints {
      errors.append(error(.tooFewHints(count: question.hints.count, least: Self.leastHints)))
    }
    return errors
  }

  private func hints(_ lab: Lab) -> [LessonError] {
    question.hints.dropLast().enumerated().compactMap { index, hint in
      question.kind.leak(in: hint.content, on: lab).map {
        error(.hintGivesAnswer(index + 1, answer: $0), at: hint.location)
      }
    }
  }
}

// MARK: For the kinds

extension QuestionCheck {
  /// The world for lines that are tried.
  var sealedHost: SealedHost { model.host }

  /// The same with a terminal, for lines that a learner is told to type: `draw` is one.
  var hostWithScreen: SealedHost {
    var host = model.host
    host.hasScreen = true
    return host
  }

  /// An error at a location of the lesson, or of the question as a whole.
  func error(_ kind: LessonError.Kind, at location: Lesson.Location? = nil) -> LessonError {
    lesson.error(kind, at: location ?? Lesson.Location(line: question.line, column: 1))
  }

  /// What is said to a line; on a bench that stays as it is.
  func judge(_ line: String, _ lab: Lab) throws(CourseError) -> AnswerVerdict {
    var bench = lab
    return try question.kind.judge(FormulaLine(line), to: question, on: &bench, model)
  }

  /// Executes lines of the lesson; those that fail are errors.
  func execute(_ commands: [Lesson.Command], _ lab: inout Lab) -> [LessonError] {
    let replies = model.execute(commands, &lab)
    return zip(commands, replies).compactMap { command, reply in
      reply.error.map {
        error(.commandFails(command.content, reason: $0.message), at: command.location)
      }
    }
  }

  /// Why an expression has no value; nil if it has one.
  func noValue(_ expression: Lesson.Expression, _ lab: Lab) -> LessonError? {
    do {
      _ = try lab.value(of: expression)
      return nil
    } catch {
      var location = expression.location
      location.column += error.range.lowerBound
      return self.error(.noValue(expression.text, reason: error.message), at: location)
    }
  }

  /// What is wrong with a tolerance; nil if there is none or all is well.
  func tolerance(_ expression: Lesson.Expression?, _ lab: Lab) -> LessonError? {
    guard let expression else { return nil }
    if let error = noValue(expression, lab) { return error }
    if let tolerance = lab.tolerance(expression), tolerance > 0 { return nil }
    return error(.negativeTolerance(expression.text), at: expression.location)
  }

  /// The model answer is accepted.
  func solutionErrors(
    _ judge: (String) throws(CourseError) -> AnswerVerdict
  ) -> [LessonError] {
    let line = question.modelAnswer.first ?? ""
    if let verdict = try? judge(line), verdict.isRight { return [] }
    return [error(.solutionRejected(line), at: question.solution?.location)]
  }

  /// Nothing passes for nothing.
  func emptyErrors(_ judge: (String) throws(CourseError) -> AnswerVerdict) -> [LessonError] {
    (try? judge("")) == nil ? [] : [error(.passesWithoutAnswer)]
  }

  /// Each misconception is wrong, and gets the message that stands beside it.
  func samples(
    _ lab: Lab, _ judge: (String) throws(CourseError) -> AnswerVerdict
  ) -> [LessonError] {
    question.wrongs.enumerated().compactMap { index, wrong -> LessonError? in
      guard case .value(let sample) = wrong.sample else { return nil }
      if let error = noValue(sample, lab) { return error }
      guard let verdict = try? judge(sample.text) else { return nil }
      if verdict.isRight { return error(.wrongIsRight(sample.text), at: sample.location) }
      if roundsToRight(sample, lab) {
        return error(.wrongRoundsToRight(sample.text), at: sample.location)
      }
      return verdict.wrong == index ? nil : error(.wrongUnheard(sample.text), at: sample.location)
    }
  }

  /// Whether a wrong value is the right one to three digits, so that rounding makes one of the other.
  private func roundsToRight(_ sample: Lesson.Expression, _ lab: Lab) -> Bool {
    guard let line = question.modelAnswer.first,
      let right = (try? lab.value(of: FormulaLine(line)))?.number,
      let wrong = (try? lab.value(of: sample))?.number, right != right.rounded()
    else { return false }
    return abs(wrong - right) <= 0.001 * abs(right)
  }
}
