import Formulas
import Lab
import Presentation

/// What is wrong with a question whatever its kind: what stands in it twice, what gives it away, and
/// what it tells the learner to type and cannot be typed.
struct FormCheck {
  let check: QuestionCheck
  let lab: Lab

  private var question: Question { check.question }

  func errors() -> [LessonError] { repeated + traps + typed + praised + sources }

  private func twice(_ texts: [String]) -> Int? {
    let plain = texts.map { $0.lowercased().filter { !$0.isWhitespace && $0 != "." } }
    return plain.indices.first { plain[..<$0].contains(plain[$0]) }
  }

  private var repeated: [LessonError] {
    var errors: [LessonError] = []
    if let index = twice(question.hints.map(\.content.text)) {
      errors.append(check.error(.hintRepeats(index + 1), at: question.hints[index].location))
    }
    if let index = twice(question.kind.options.map(\.text)) {
      errors.append(check.error(.optionRepeats(question.kind.options[index].text)))
    }
    if let index = twice(question.wrongs.map(\.text)) {
      errors.append(
        check.error(.wrongRepeats(question.wrongs[index].text), at: question.wrongs[index].location)
      )
    }
    if let praise = question.praise, question.hints.contains(where: { $0.content == praise }) {
      errors.append(check.error(.praiseIsHint))
    }
    return errors
  }

  /// Hints of a value that tell the learner to type what is wrong.
  private var traps: [LessonError] {
    guard question.kind.answering == .byValue else { return [] }
    return question.hints.enumerated().flatMap { index, hint -> [LessonError] in
      HintLines(hint.content).lines.suffix(1).compactMap { line in
        guard (try? lab.value(of: FormulaLine(line))) != nil else {
          return check.error(.hintFails(line, reason: "it has no value."), at: hint.location)
        }
        let verdict = try? check.judge(line, lab)
        if verdict?.wrong != nil, verdict?.closes != true {
          return check.error(.hintIntoTrap(index + 1), at: hint.location)
        }
        let isLast = index == question.hints.count - 1
        let isRight = verdict?.closes == true
        return isLast && !isRight ? check.error(.lastHintFails, at: hint.location) : nil
      }
    }
  }

  /// What is said to the right answer holds whatever the knobs are.
  private var praised: [LessonError] {
    guard let praise = question.praise, dependsOnKnobs else { return [] }
    let words = praise.spans.filter { $0.style != .code }.map(\.text).joined(separator: " ")
      .split { $0.isWhitespace || "();:".contains($0) }
    let number = words.map { String($0).trimmingEnd(of: ".,?!") }.first {
      $0.first?.isASCIIDigit == true && ($0.contains(".") || $0.hasSuffix("%"))
    }
    return number.map { [check.error(.praiseHoldsResult($0))] } ?? []
  }

  /// Whether what is asked for would be another with other knobs.
  private var dependsOnKnobs: Bool {
    guard let about = question.kind.about, about.syntax.names.contains(where: LayerName.isOne)
    else { return false }
    var other = lab
    let sizes = lab.network.sizes.map(String.init).joined(separator: " ")
    _ = other.perform("new \(sizes) seed 4711", host: check.sealedHost)
    guard let here = try? lab.value(of: about), let there = try? other.value(of: about) else {
      return true
    }
    return here != there || question.kind.answering == .byCommands
  }

  /// What an answer is to be made of, or without: names that there are, and the model answer keeps to
  /// it.
  private var sources: [LessonError] {
    let sources = question.sources
    let unknown = (sources.forbidden + sources.needed).first {
      lab.names.value(of: $0) == nil && lab.names.functions[$0] == nil
    }
    if let unknown { return [check.error(.unknownSource(unknown))] }
    guard question.kind.answering == .byValue, let line = question.modelAnswer.first,
      case .success(.expression(let syntax)) = FormulaLine(line).statement,
      sources.fault(of: syntax) != nil
    else { return [] }
    return [check.error(.solutionAgainstRules, at: question.solution?.location)]
  }

  /// Lines of the question itself that fail.
  private var typed: [LessonError] {
    var bench = lab
    for line in HintLines(question.text).lines {
      if let error = bench.perform(line, host: check.hostWithScreen).error {
        return [check.error(.questionFails(line, reason: error.message))]
      }
    }
    return []
  }
}

extension LayerName {
  /// Whether a name is one of the network's.
  fileprivate static func isOne(_ name: String) -> Bool { LayerName(name) != nil }
}
