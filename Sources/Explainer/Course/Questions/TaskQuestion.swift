import Lab
import Presentation

/// A question that is answered by what the learner does on the bench, until a predicate holds.
protocol TaskQuestion: QuestionKind {
  /// What has to hold.
  var expect: Lesson.Expression { get }
  /// Lines that make it hold.
  var solution: [Lesson.Command] { get }
  /// What is said of a bench on which it does not hold yet, where no misconception is told; nil where
  /// there is nothing to say but that.
  func remark(on lab: Lab) -> Prose?
}

extension TaskQuestion {
  func remark(on lab: Lab) -> Prose? { nil }

  var answering: Answering { .byCommands }
  var consequences: [Lesson.Command] { preparation + solution }

  func notUnderstood(_ line: String) -> ErrorMessage {
    ErrorMessage(
      "'\(line.trimmed.excerpt)' is no command.",
      "\(code: "hint") helps; \(code: "help") lists the commands.")
  }

  /// No line is an answer to it.
  func judge(
    _ answer: FormulaLine, to question: Question, on lab: inout Lab, _ model: LessonModel
  ) throws(CourseError) -> AnswerVerdict {
    throw .notAnAnswer(notUnderstood(answer.text))
  }

  var about: Lesson.Expression? { expect }

  func isFulfilled(on lab: Lab) -> Bool { lab.holds(expect) }

  func modelAnswer(_ solution: Lesson.Expression?) -> [String] { self.solution.map(\.content) }

  func solutionBlocks(_ lines: [String], on lab: Lab) -> [Block] {
    [
      .lines(
        [lines.count == 1 ? "This does it:" : "These do it, one after another:"]
          + lines.map { Prose("  " + $0, .code) })
    ]
  }
}

// MARK: Proving

extension TaskQuestion {
  func errors(_ check: QuestionCheck, _ lab: inout Lab) -> [LessonError] {
    var errors = check.execute(preparation, &lab)
    guard errors.isEmpty else { return errors }
    if lab.holds(expect) { errors.append(check.error(.holdsUntouched, at: expect.location)) }
    var states = [lab]
    for command in solution {
      errors += check.execute([command], &lab)
      states.append(lab)
    }
    if !lab.holds(expect) {
      let line = solution.map(\.content).joined(separator: "; ")
      errors.append(
        check.noValue(expect, lab)
          ?? check.error(.solutionRejected(line), at: solution.first?.location ?? expect.location))
    }
    if errors.isEmpty { errors += TaskCheck(task: self, check: check, states: states).errors() }
    return errors + predicates(check, states)
  }

  /// Predicates of misconceptions have a value somewhere on the way, none is what is expected, and
  /// each is the first to hold in some state that a learner can come to.
  private func predicates(_ check: QuestionCheck, _ states: [Lab]) -> [LessonError] {
    check.question.wrongs.indices.flatMap { index -> [LessonError] in
      guard case .value(let predicate) = check.question.wrongs[index].sample else { return [] }
      if predicate.text == expect.text {
        return [check.error(.wrongIsRight(predicate.text), at: predicate.location)]
      }
      // A shape may be wrong here and right after the learner's own mistake; a name may not.
      let faults = states.map { $0.hasNames(for: predicate) ? nil : check.noValue(predicate, $0) }
      if let fault = faults[0], faults.allSatisfy({ $0 != nil }) { return [fault] }
      return hearing(index, check, states)
    }
  }

  /// Whether a misconception is told: after its slips where it has some, or else at the start or
  /// on the way to the solution.
  private func hearing(
    _ index: Int, _ check: QuestionCheck, _ states: [Lab]
  ) -> [LessonError] {
    let question = check.question
    let wrong = question.wrongs[index]
    guard !wrong.slips.isEmpty else {
      let isHeard = states.contains { !$0.holds(expect) && $0.mistake(in: question) == index }
      return isHeard ? [] : [check.error(.wrongUnprovoked(wrong.text), at: wrong.location)]
    }
    var lab = states[0]
    let errors = check.execute(wrong.slips, &lab)
    guard errors.isEmpty else { return errors }
    if lab.holds(expect) { return [check.error(.wrongIsRight(wrong.text), at: wrong.location)] }
    return lab.mistake(in: question) == index
      ? [] : [check.error(.wrongUnheard(wrong.text), at: wrong.location)]
  }

  /// All the lines of the solution, each as something to type.
  func leak(in hint: Prose, on lab: Lab) -> String? {
    let lines = solution.map(\.content)
    let text = hint.text
    return !lines.isEmpty && lines.allSatisfy { text.contains($0) } ? lines[0] : nil
  }
}

extension Lab {
  /// Which mistake of a `do` was made: the first whose predicate holds.
  func mistake(in question: Question) -> Int? {
    question.wrongs.firstIndex { wrong in
      if case .value(let predicate) = wrong.sample { holds(predicate) } else { false }
    }
  }

  fileprivate func hasNames(for expression: Lesson.Expression) -> Bool {
    let names = self.names
    return expression.syntax.names.allSatisfy { names.value(of: $0) != nil }
  }
}
