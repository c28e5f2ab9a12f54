import Core
import Formulas
import Presentation

// Formulas on the bench: what their names stand for, and what they come to.

extension Lab {
  /// What every name stands for now.
  package var names: NameTable {
    NameTable(
      network: network, pass: try? pass(), bindings: bindings, functions: functions,
      known: knownOfDigit)
  }

  /// What is known of the digit: which it is, and what the outputs should be.
  private var knownOfDigit: [String: Value] {
    guard let label = current.label, typed == nil, network.sizes.last == 10 else { return [:] }
    let target = (0..<10).map { $0 == label ? 1.0 : 0 }
    return [NameTable.label: .number(Double(label)), NameTable.target: .vector(target)]
  }

  /// Whether a name stands for something; looks at no numbers.
  func knows(_ name: String) -> Bool {
    let isOwn = bindings[name] != nil || functions[name] != nil
    if isOwn || knownOfDigit[name] != nil || Constant.named[name] != nil { return true }
    guard let name = LayerName(name) else { return false }
    return (name.kind.firstLayer...network.outputLayer).contains(name.layer)
  }

  /// What the names of a formula stand for; the pass is computed only where it is asked for.
  private func names(for syntax: Syntax) -> NameTable {
    let needsPass = syntax.names.contains { LayerName($0)?.kind.isOfPass ?? false }
    guard !needsPass, functions.isEmpty else { return names }
    return NameTable(
      network: network, pass: nil, bindings: bindings, functions: functions, known: knownOfDigit)
  }

  /// Computes a formula, or defines a name.
  package mutating func compute(_ formula: FormulaLine) throws(LabError) -> Reply {
    var reply = try computed(formula)
    if formula.isQuiet { reply.blocks = [] }
    return reply
  }

  private mutating func computed(_ formula: FormulaLine) throws(LabError) -> Reply {
    switch try statement(of: formula) {
    case .expression(let syntax):
      let value = try value(of: syntax, formula.text)
      bindings[NameTable.answer] = value
      return ValueReport(value).reply
    case .assignment(let name, let syntax):
      let value = try value(of: syntax, formula.text)
      bindings[name] = value
      functions[name] = nil
      bindings[NameTable.answer] = value
      var reply = ValueReport(value, name: name).reply
      if TrainingWords.isSetting(name), value.number != nil {
        reply.blocks.append(
          .prose(
            "\(code: name) is now a name of your own. A training is told as \(code: "train \(name)=\(Number.readable(value[0]))")."
          ))
      }
      return reply
    case .definition(let name, let parameters, let body):
      return try define(name, parameters, body, formula.text)
    }
  }

  /// Keeps a function of the learner's own.
  private mutating func define(
    _ name: String, _ parameters: [String], _ body: Syntax, _ line: String
  ) throws(LabError) -> Reply {
    do {
      functions[name] = try OwnFunction(
        name, parameters: parameters, body: body, known: functions)
    } catch { throw .formula(error, line: line) }
    bindings[name] = nil
    let call = "\(name)(\(parameters.joined(separator: ", ")))"
    let example = "\(name)(\(parameters.map { _ in "1" }.joined(separator: ", ")))"
    let gives = (try? value(of: FormulaLine(example)))?.number
    let next: Prose =
      gives == nil ? "" : " Try \(code: parameters.count == 1 ? "plot \(name)" : example)."
    let names = names
    let missing = body.names.filter { !parameters.contains($0) && names.value(of: $0) == nil }
    let warning: Prose =
      missing.isEmpty
      ? "" : " \(listed(missing, "and")) \(missing.count == 1 ? "has" : "have") no value yet."
    return Reply(
      [.prose("\(code: call) is a function now." + warning + next)],
      facts: ["function": .text(name), "parameters": .list(parameters.map(Fact.text))])
  }

  /// The value of a formula; of `x = 3` it is 3.
  package func value(of formula: FormulaLine) throws(LabError) -> Value {
    switch try statement(of: formula) {
    case .expression(let syntax), .assignment(_, let syntax), .definition(_, _, let syntax):
      try value(of: syntax, formula.text)
    }
  }

  /// The value of a formula that is part of a command, such as the new value of a knob.
  ///
  /// - Throws: also where it is too large for a Float, in which the network computes.
  func number(_ text: String) throws(LabError) -> Float {
    guard case .expression(let syntax) = try statement(of: FormulaLine(text)),
      case let value = try value(of: syntax, text), case .number = value.shape
    else { throw .notANumber(text, what: "The value") }
    return try floats(value, text)[0]
  }

  /// The numbers of a formula that is part of a command: a vector, or one number alone.
  func vector(_ text: String) throws(LabError) -> [Float] {
    guard case .expression(let syntax) = try statement(of: FormulaLine(text)) else {
      throw .notAList(text)
    }
    let value = try value(of: syntax, text)
    if case .matrix = value.shape { throw .notAList(text) }
    return try floats(value, text)
  }

  /// A formula's numbers as the network takes them.
  private func floats(_ value: Value, _ text: String) throws(LabError) -> [Float] {
    let floats = value.entries.map { Float($0) }
    guard floats.allSatisfy(\.isFinite) else { throw .tooLarge(what: text.trimmed.excerpt) }
    return floats
  }

  func statement(of formula: FormulaLine) throws(LabError) -> Statement {
    do { return try formula.statement.get() } catch {
      throw .formula(error, line: formula.text)
    }
  }

  func value(of syntax: Syntax, _ line: String) throws(LabError) -> Value {
    if let value = try? Evaluator(names: names(for: syntax)).value(of: syntax) { return value }
    // What would be right may take a name that the formula lacks.
    do { return try Evaluator(names: names).value(of: syntax) } catch {
      throw .formula(error, line: line)
    }
  }
}
