import Formulas
import Lab
import Presentation

/// Something that a learner did while a question waits for commands.
struct LessonAct {
  /// The line that did it.
  let line: String
  /// Set where it was a formula.
  let formula: FormulaLine?
  /// Whether it took a change back, or did one again.
  let isMove: Bool
  /// The bench before it.
  let before: Lab

  /// The names among some whose values the act has changed.
  func changed(_ names: [String], on lab: Lab) -> Bool {
    let (before, after) = (before.names, lab.names)
    return names.contains {
      before.value(of: $0) != after.value(of: $0) || before.functions[$0] != after.functions[$0]
    }
  }
}

// What is said to what was done: the act just done counts, not only what it left.

extension LessonPlayer {
  /// Looks whether what was done is what was asked for, and says what is missing, beside the picture
  /// that the question is about where a number of the learner's has changed it.
  mutating func checkAct(_ act: LessonAct, _ host: any Host) -> Outcome {
    let question = open?.question
    var outcome = judgeAct(act, host)
    if let picture = question.flatMap({ changedPicture($0, act, host) }), !outcome.blocks.isEmpty {
      outcome.blocks = [picture.with(after: outcome.blocks)]
    }
    return outcome
  }

  /// The picture that a question is about, if a number that was given a name has changed it.
  private func changedPicture(_ question: Question, _ act: LessonAct, _ host: any Host) -> Block? {
    guard let name = act.formula?.definedName, lab.names.value(of: name)?.number != nil,
      act.changed([name], on: lab)
    else { return nil }
    let model = LessonModel(lesson, host)
    let picture = model.picture(question, on: lab)
    return picture == model.picture(question, on: act.before) ? nil : picture
  }

  private mutating func judgeAct(_ act: LessonAct, _ host: any Host) -> Outcome {
    guard let asked = open, let task = asked.question.kind as? any TaskQuestion, !asked.isPassed
    else {
      return Outcome()
    }
    let fault = act.formula.flatMap { open?.origins.note($0, asked.question.sources) }
    if task.isFulfilled(on: lab) {
      guard let bad = open?.origins.fault(in: task.expect.syntax.names) else {
        return passed(asked, host)
      }
      if let outcome = unnamed(act, asked, task, host) { return outcome }
      let origin = CoursePhrases.origin(bad.name, bad.fault)
      if fault == nil, let name = act.formula?.definedName, name != bad.name,
        task.expect.syntax.names.contains(name)
      {
        return told("\(CoursePhrases.good("So far, so good.")) \(origin)", .done)
      }
      guard act.before.state != lab.state else { return Outcome(verdict: .done) }
      return told(CoursePhrases.wrong(origin), .wrong)
    }
    if act.isMove { return Outcome(verdict: .done) }
    if let fault, let name = act.formula?.definedName, fault != .madeUp(needed: name),
      task.expect.syntax.names.contains(name)
    {
      return told(CoursePhrases.wrong(CoursePhrases.origin(name, fault)), .wrong)
    }
    if let outcome = unnamed(act, asked, task, host) { return outcome }
    return missing(act, asked, task)
  }

  private mutating func passed(
    _ asked: OpenQuestion, _ host: any Host, after blocks: [Block] = []
  ) -> Outcome {
    let done = blocks + [.prose(CoursePhrases.done(asked.question))]
    return outcome(of: AnswerVerdict(isRight: true, done), asked, host)
  }

  private func told(_ prose: Prose, _ verdict: JournalEntry.Outcome) -> Outcome {
    Outcome(blocks: [.prose(prose)], verdict: verdict)
  }

  /// A value that was worked out but not given the name it was to have.
  private mutating func unnamed(
    _ act: LessonAct, _ asked: OpenQuestion, _ task: any TaskQuestion, _ host: any Host
  ) -> Outcome? {
    guard let formula = act.formula, case .success(.expression(let syntax)) = formula.statement,
      syntax.nodes.count > 1, asked.question.sources.fault(of: syntax) == nil
    else { return nil }
    for name in task.definedNames {
      var trial = lab
      let line = FormulaLine("\(name) = \(formula.text)")
      guard (try? trial.compute(line)) != nil else { continue }
      if task.isFulfilled(on: trial) {
        lab = trial
        return passed(asked, host, after: [.prose(CoursePhrases.keptAs(name))])
      }
      if task.isAttempt(syntax, at: name), let wrong = trial.mistake(in: asked.question),
        asked.question.wrongs[wrong].names.contains(name)
      {
        return told(CoursePhrases.step(asked.question.wrongs[wrong]), .wrong)
      }
    }
    return nil
  }

  /// What is said to a change that matters to the question and is not yet what it asks for.
  private mutating func missing(
    _ act: LessonAct, _ asked: OpenQuestion, _ task: any TaskQuestion
  ) -> Outcome {
    if act.changed(["ans"], on: lab), act.before.state == lab.state {
      return Outcome(verdict: .done)
    }
    guard act.before.state != lab.state else { return Outcome(verdict: .done) }
    if let swapped = SwappedIndices.note(act.line, meant: task.solution.map(\.content)) {
      return told(CoursePhrases.wrong(swapped), .wrong)
    }
    let names = task.expect.names
    if let wrong = lab.mistake(in: asked.question) {
      let part = asked.question.wrongs[wrong]
      guard act.changed(names + part.names, on: lab) else { return Outcome(verdict: .done) }
      return told(CoursePhrases.step(part), part.isHalfway ? .done : .wrong)
    }
    guard act.changed(names, on: lab) else { return Outcome(verdict: .done) }
    return task.remark(on: lab).map { told(CoursePhrases.wrong($0), .wrong) }
      ?? told(CoursePhrases.notThereYet, .done)
  }
}

extension TaskQuestion {
  /// The names that its solution defines and what is expected is about.
  var definedNames: [String] {
    let names = solution.compactMap { FormulaLine($0.content).definedName }
    return Array(Set(names)).filter(expect.syntax.names.contains).sorted()
  }
}

extension TaskQuestion {
  /// Whether a formula without a name is meant to be the value of one: it is made of nothing but what
  /// the solution's own formula is made of. Anything else may be a look at something.
  func isAttempt(_ syntax: Syntax, at name: String) -> Bool {
    let ingredients = syntax.ingredients
    return !ingredients.isEmpty
      && solution.contains { line in
        guard
          case .success(.assignment(let defined, let meant)) = FormulaLine(line.content).statement
        else { return false }
        return defined == name && ingredients.isSubset(of: meant.ingredients)
      }
  }
}

extension TaskQuestion {
  /// The functions that its solution defines, as `rule(p)`.
  var definedFunctions: [String] {
    solution.compactMap {
      guard
        case .success(.definition(let name, let parameters, _)) =
          FormulaLine($0.content).statement
      else { return nil }
      return "\(name)(\(parameters.joined(separator: ", ")))"
    }
  }
}

extension Lesson.Expression {
  /// The names and the functions of the learner's own that it is about.
  var names: [String] { syntax.names + syntax.ownFunctions }
}

extension FormulaLine {
  /// The name that it defines.
  var definedName: String? {
    if case .success(.assignment(let name, _)) = statement { name } else { nil }
  }
}

extension Question.Wrong {
  /// The names that its predicate is about.
  fileprivate var names: [String] {
    if case .value(let predicate) = sample { predicate.names } else { [] }
  }
}

/// A weight with its two indices the wrong way round.
enum SwappedIndices {
  /// What is said of a line that has one, where the lines that are meant have the other.
  static func note(_ line: String, meant lines: [String]) -> Prose? {
    let meant = lines.flatMap(weights)
    for weight in weights(in: line) where weight.row != weight.column && !meant.contains(weight) {
      let other = Weight(matrix: weight.matrix, row: weight.column, column: weight.row)
      guard meant.contains(other) else { continue }
      return
        "\(code: weight.text) has its indices swapped: the neuron that the weight leads to comes first, then the one it comes from."
    }
    return nil
  }

  private struct Weight: Equatable {
    let matrix: String
    let row: Int
    let column: Int
    var text: String { "\(matrix)[\(row),\(column)]" }
  }

  /// The weights that a line names, as `W2[3,5]`.
  private static func weights(in line: String) -> [Weight] {
    line.split(separator: "W").dropFirst(line.hasPrefix("W") ? 0 : 1).compactMap { part in
      let layer = part.prefix(while: \.isASCIIDigit)
      let rest = part.dropFirst(layer.count)
      guard !layer.isEmpty, rest.first == "[", let end = rest.firstIndex(of: "]") else {
        return nil
      }
      let indices = rest[..<end].dropFirst().split(separator: ",").map {
        Int($0.filter { !$0.isWhitespace })
      }
      guard indices.count == 2, let row = indices[0], let column = indices[1] else { return nil }
      return Weight(matrix: "W\(layer)", row: row, column: column)
    }
  }
}
