import Formulas
import Lab
import Presentation

/// Tries to pass a `do` for nothing, and to fail it by doing what its hints say.
struct TaskCheck {
  let task: any TaskQuestion
  let check: QuestionCheck
  /// The benches from where it begins to where its solution leads.
  let states: [Lab]

  private var question: Question { check.question }
  private var sources: AnswerSources { question.sources }

  func errors() -> [LessonError] {
    guard let start = states.first else { return [] }
    return trivial(start) + lazySolution + origins + hints(start)
  }

  private func passes(_ lines: [String], _ start: Lab) -> Bool {
    var lab = start
    var origins = AnswerOrigins()
    for line in lines {
      guard lab.perform(line, host: check.sealedHost).error == nil else { return false }
      _ = origins.note(FormulaLine(line), sources)
    }
    return task.isFulfilled(on: lab) && origins.fault(in: task.expect.syntax.names) == nil
  }

  // MARK: For nothing

  private static let constants = ["0", "1", "-1", "0.5", "2", "10", "100"]

  /// Constants and the network's own results under the names asked for, a short training, single lines
  /// of its solution before the last, and its own set-up again.
  private func trivial(_ start: Lab) -> [LessonError] {
    let names = task.definedNames
    var tries = Self.constants.map { value in names.map { "\($0) = \(value)" } }
    if (2...3).contains(names.count) {
      for bits in 0..<(1 << names.count) {
        tries.append(names.enumerated().map { "\($1) = \(bits >> $0 & 1)" })
      }
    }
    for source in start.names.names where LayerName(source) != nil {
      tries += names.map { ["\($0) = \(source)"] }
    }
    let solution = task.solution.map(\.content)
    if solution.contains(where: { $0.hasPrefix("train ") }) {
      tries.append(["train drawn examples=20 epochs=1"])
    }
    tries += task.definedFunctions.flatMap { call in [0, 1].map { ["\(call) = \($0)"] } }
    // One line of several, or of its own set-up.
    tries += solution.dropLast().map { [$0] }
    tries += task.preparation.map(\.content).filter { !solution.contains($0) }.map { [$0] }
    let passing = tries.first { !$0.isEmpty && $0 != solution && passes($0, start) }
    return passing.map { [check.error(.passesForNothing($0.joined(separator: "; ")), at: at)] }
      ?? []
  }

  private var at: Lesson.Location { task.expect.location }

  /// A solution that is done before its last line.
  private var lazySolution: [LessonError] {
    guard
      let early = states.indices.dropFirst().dropLast().first(where: {
        task.isFulfilled(on: states[$0])
      })
    else { return [] }
    let line = task.solution[early]
    return [check.error(.lineNotNeeded(line.content), at: line.location)]
  }

  /// A solution that its own question would not let pass.
  private var origins: [LessonError] {
    var origins = AnswerOrigins()
    for line in task.solution { _ = origins.note(FormulaLine(line.content), sources) }
    guard origins.fault(in: task.expect.syntax.names) != nil else { return [] }
    return [check.error(.solutionAgainstRules, at: task.solution.first?.location)]
  }

  // MARK: Hints

  private func hints(_ start: Lab) -> [LessonError] {
    question.hints.enumerated().flatMap { index, hint -> [LessonError] in
      let lines = HintLines(hint.content).lines
      guard !lines.isEmpty else { return [] }
      var lab = start
      for line in lines {
        if let error = lab.perform(line, host: check.hostWithScreen).error {
          return [check.error(.hintFails(line, reason: error.message), at: hint.location)]
        }
      }
      let isLast = index == question.hints.count - 1
      if task.isFulfilled(on: lab) {
        return isLast ? [] : [check.error(.hintDoesIt(index + 1), at: hint.location)]
      }
      if let wrong = lab.mistake(in: question), !question.wrongs[wrong].isHalfway,
        start.mistake(in: question) != wrong
      {
        return [check.error(.hintIntoTrap(index + 1), at: hint.location)]
      }
      return isLast ? [check.error(.lastHintFails, at: hint.location)] : []
    }
  }
}
