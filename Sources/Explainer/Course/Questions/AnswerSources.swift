import Formulas
import Lab
import Presentation

/// What an answer must be made of: without the results that the network has ready, and from what the
/// question is about.
struct AnswerSources: Equatable, Sendable {
  /// The keys of an `ask` block.
  static let without = "without"
  static let uses = "uses"

  /// Names that hold the result already.
  let forbidden: [String]
  /// Names of which the answer must take at least one.
  let needed: [String]

  init(_ fields: LessonFields) {
    func names(_ key: String) -> [String] {
      (fields[key]?.value ?? "").split { ", ".contains($0) }.map(String.init)
    }
    forbidden = names(Self.without)
    needed = names(Self.uses)
  }

  /// What is wrong with how a value was come by.
  enum Fault: Equatable {
    /// It takes a name that holds the result.
    case ready(String)
    /// It takes nothing of what it is to be made of.
    case madeUp(needed: String)
  }

  /// What is wrong with a formula by itself.
  func fault(of syntax: Syntax, after origins: AnswerOrigins = AnswerOrigins()) -> Fault? {
    let names = syntax.names + syntax.ownFunctions
    for name in names {
      if forbidden.contains(name) { return .ready(name) }
      if case .ready(let source)? = origins.faults[name] { return .ready(source) }
    }
    guard let first = needed.first else { return nil }
    let isMade = names.contains { needed.contains($0) || origins.made.contains($0) }
    return isMade ? nil : .madeUp(needed: first)
  }
}

/// Where the values of the names come from that a learner has defined at a question.
struct AnswerOrigins: Sendable {
  /// What is wrong with the value of a name.
  private(set) var faults: [String: AnswerSources.Fault] = [:]
  /// Names made of what the answer is to be made of.
  private(set) var made: Set<String> = []

  /// Takes note of a line; what is wrong with the value of the name it defines.
  mutating func note(_ formula: FormulaLine, _ sources: AnswerSources) -> AnswerSources.Fault? {
    let (name, syntax): (String, Syntax)
    switch formula.statement {
    case .success(.assignment(let defined, let value)): (name, syntax) = (defined, value)
    case .success(.definition(let defined, _, let value)): (name, syntax) = (defined, value)
    case .success(.expression(let value)): (name, syntax) = (NameTable.answer, value)
    case .failure: return nil
    }
    let fault = sources.fault(of: syntax, after: self)
    faults[name] = fault
    if fault == nil { made.insert(name) } else { made.remove(name) }
    return fault
  }

  /// What is wrong with the values that an expression is about.
  func fault(in names: [String]) -> (name: String, fault: AnswerSources.Fault)? {
    names.lazy.compactMap { name in faults[name].map { (name, $0) } }.first
  }
}
