import Formulas
import Lab
import Presentation

// A value that was asked for under a name, typed without it.

extension DoQuestion {
  /// The names that its solution gives to values, in order.
  fileprivate var names: [String] {
    modelAnswer(nil).compactMap { line in
      if case .success(.assignment(let name, _)) = FormulaLine(line).statement { name } else { nil }
    }
  }
}

extension LessonPlayer {
  /// Gives a value the name that the open question wants it to have, where that is all that was
  /// missing. What is only looked at, such as `a1`, is no value that somebody worked out.
  ///
  /// - Returns: what was done; nil where nothing was.
  mutating func nameValue(of formula: FormulaLine, _ host: any Host) -> Prose? {
    guard let asked = open, !asked.isPassed, let question = asked.question.kind as? DoQuestion,
      case .success(.expression) = formula.statement,
      formula.text.contains(where: { "(*·×+−-/".contains($0) })
    else { return nil }
    for name in question.names {
      var trial = lab
      let reply = trial.perform("\(name) = \(formula.text)", host: SealedHost(host: host))
      guard reply.error == nil, question.isFulfilled(on: trial) else { continue }
      lab = trial
      return "(It has the name \(code: name) now.)"
    }
    return nil
  }
}
